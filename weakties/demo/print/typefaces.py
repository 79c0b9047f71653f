"""The committed fonts, and which of them can print a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

FONTS: Final = Path(__file__).parent.parent / "fonts"


@dataclass(frozen=True, slots=True)
class Typeface:
    """Two weights of one family: paths below the folder of fonts, without their ending."""

    regular: str
    bold: str


TYPEFACES: Final[Mapping[str, Typeface]] = {
    "inter": Typeface("inter/Inter_400Regular", "inter/Inter_600SemiBold"),
    "montserrat": Typeface("montserrat/Montserrat_400Regular", "montserrat/Montserrat_700Bold"),
    "nunito": Typeface("nunito/Nunito_400Regular", "nunito/Nunito_700Bold"),
    "garamond": Typeface("eb-garamond/EBGaramond_400Regular", "eb-garamond/EBGaramond_600SemiBold"),
    "crimson": Typeface("crimson-pro/CrimsonPro_400Regular", "crimson-pro/CrimsonPro_700Bold"),
    "bitter": Typeface("bitter/Bitter_400Regular", "bitter/Bitter_700Bold"),
    "barlow": Typeface(
        "barlow-condensed/BarlowCondensed_400Regular",
        "barlow-condensed/BarlowCondensed_600SemiBold",
    ),
    "oswald": Typeface("oswald/Oswald_400Regular", "oswald/Oswald_600SemiBold"),
    "caveat": Typeface("caveat/Caveat_700Bold", "caveat/Caveat_700Bold"),
    "jetbrains": Typeface(
        "jetbrains-mono/JetBrainsMono_400Regular", "jetbrains-mono/JetBrainsMono_700Bold"
    ),
    "japanese": Typeface("noto-sans-jp/NotoSansJP_400Regular", "noto-sans-jp/NotoSansJP_700Bold"),
    "chinese": Typeface("noto-sans-sc/NotoSansSC_400Regular", "noto-sans-sc/NotoSansSC_700Bold"),
}
_FALLBACKS: Final = ("inter", "japanese", "chinese")


@cache
def load(name: str, *, bold: bool, size: int) -> ImageFont.FreeTypeFont:
    """Return a font of `size` pixels to the em.

    The basic layout engine gives the same pixels whether or not the system has FriBiDi.
    """
    face = TYPEFACES[name]
    path = FONTS / f"{face.bold if bold else face.regular}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _has(name: str, character: str) -> bool:
    """Tell whether a typeface has a letter; our cut fonts draw nothing for one that they lack."""
    glyph = load(name, bold=False, size=20).getmask(character)
    return character == " " or glyph.getbbox() is not None


def typeface_for(text: str, wanted: str) -> str:
    """Return the name of the typeface to set a text in: the wanted one where it has the letters.

    Raises:
        ValueError: no committed font has all the letters.
    """
    for name in (wanted, *_FALLBACKS):
        if all(_has(name, character) for character in text):
            return name
    missing = {letter for letter in text if not any(_has(name, letter) for name in _FALLBACKS)}
    raise ValueError(
        f"no committed font prints all of {text!r} (lacking: {''.join(sorted(missing))!r}); "
        "use Latin letters, or the words of one language in weakties/demo/print/cjk.txt"
    )
