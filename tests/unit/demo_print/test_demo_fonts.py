from pathlib import Path

import pytest

from weakties.demo.print.cjk import CJK_CHARACTERS, sections
from weakties.demo.print.palettes import PALETTES, Ground, Palette, Tone
from weakties.demo.print.typefaces import FONTS, TYPEFACES, load, typeface_for

LETTERS = "ąćęłńóśźż ěščřžďťň ğışİ äöüß åøæ ñçã ăâêôđ “”’–—€™"
VIETNAMESE = "ơưễữợằặẨỲ"


def _luminance(colour: str) -> float:
    levels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        level / 12.92 if level <= 0.03928 else ((level + 0.055) / 1.055) ** 2.4 for level in levels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _lacking(face: str, text: str) -> list[str]:
    font = load(face, bold=True, size=40)
    return [letter for letter in text if letter != " " and not bytes(font.getmask(letter))]


@pytest.mark.parametrize("face", sorted(set(TYPEFACES) - {"japanese", "chinese"}))
def test_a_latin_typeface_has_the_letters_of_europe(face: str) -> None:
    assert _lacking(face, LETTERS) == []


@pytest.mark.parametrize("face", sorted(set(TYPEFACES) - {"japanese", "chinese", "caveat"}))
def test_nearly_every_latin_typeface_has_vietnamese(face: str) -> None:
    assert _lacking(face, VIETNAMESE) == []


def test_the_cjk_fonts_have_every_listed_word() -> None:
    for language, face in (("ja", "japanese"), ("zh", "chinese")):
        for section, words in sections().items():
            if section.startswith((language, "punct")):
                assert _lacking(face, "".join(words)) == [], section
    assert "々" in CJK_CHARACTERS


def test_a_letter_that_a_font_lacks_draws_nothing() -> None:
    assert _lacking("inter", "佐") == ["佐"]


def test_each_script_gets_a_typeface_that_has_it() -> None:
    assert typeface_for("Zofia Żak", "caveat") == "caveat"
    assert typeface_for("Trần Thị Mỹ", "caveat") == "inter"
    assert typeface_for("〒100-0005 東京都", "garamond") == "japanese"
    assert typeface_for("科技有限公司", "garamond") == "chinese"


def test_a_text_no_font_has_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="Ж"):
        typeface_for("Жанна", "inter")


def test_every_family_lies_with_its_licence_and_is_listed() -> None:
    listed = Path(FONTS).parents[2].joinpath("THIRD_PARTY.md").read_text("utf-8")
    for folder in FONTS.iterdir():
        assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")
        assert f"| `{folder.name}` |" in listed
    assert sum(path.stat().st_size for path in FONTS.rglob("*.ttf")) < 3_000_000


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_what_is_printed_stands_out_from_its_ground(palette: Palette) -> None:
    grounds: tuple[tuple[Ground, str], ...] = (
        ("paper", palette.paper),
        ("panel", palette.panel),
        ("panel", palette.shade),
    )
    tones: tuple[tuple[Tone, float], ...] = (("ink", 4.5), ("muted", 3.0), ("accent", 3.0))
    for ground, colour in grounds:
        for tone, least in tones:
            assert _contrast(palette.colour(tone, ground), colour) >= least
