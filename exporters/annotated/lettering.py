"""Text set in several fonts: each letter in the first that has it, an empty box where none has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from PIL import ImageDraw, ImageFont

from exporters.annotated.colours import Colour
from exporters.legible import legible

_NO_FONT: Final = -1
_LONGEST: Final = 300  # characters


@dataclass(frozen=True, slots=True)
class Faces:
    """The font files to set in, the preferred ones first, and the same in bold."""

    regular: tuple[Path, ...]
    bold: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Lettering:
    """Sets text at one size (pixels to the em) in one weight."""

    faces: tuple[Path, ...]
    size: int

    def width(self, text: str) -> float:
        """Return how wide a text is set, in pixels."""
        return sum(self._advance(run, face) for run, face in self._runs(text))

    def draw(
        self, on: ImageDraw.ImageDraw, at: tuple[float, float], text: str, ink: Colour
    ) -> None:
        """Set one line, its left end and base line `at`."""
        left, base = at
        for run, face in self._runs(text):
            if face == _NO_FONT:
                for _ in run:
                    self._draw_box(on, left, base, ink)
                    left += self.size
            else:
                on.text(
                    (left, base),
                    run,
                    fill=ink,
                    font=_font(self.faces[face], self.size),
                    anchor="ls",
                )
                left += self._advance(run, face)

    def wrapped(self, text: str, width: float) -> list[str]:
        """Return a text in lines no wider than this, broken between words, else between letters.

        A text that is longer than anything on a card is cut.
        """
        lines: list[str] = []
        for word in legible(text)[:_LONGEST].split(" "):
            if lines and self.width(f"{lines[-1]} {word}") <= width:
                lines[-1] += f" {word}"
                continue
            lines.append("")
            for letter in word:
                if lines[-1] and self.width(lines[-1] + letter) > width:
                    lines.append("")
                lines[-1] += letter
        return lines

    def shortened(self, text: str, width: float) -> str:
        """Return as much of a text as is no wider than this."""
        whole, kept = legible(text), ""
        if self.width(whole) <= width:
            return whole
        for letter in whole:
            if self.width(f"{kept}{letter}...") > width:
                break
            kept += letter
        return f"{kept.rstrip()}..."

    def _runs(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield the parts of a text that are set in one font, and which font that is."""
        for face, letters in groupby(text, key=lambda letter: _face_of(letter, self.faces)):
            yield "".join(letters), face

    def _advance(self, run: str, face: int) -> float:
        if face == _NO_FONT:
            return float(len(run) * self.size)
        return _font(self.faces[face], self.size).getlength(run)

    def _draw_box(self, on: ImageDraw.ImageDraw, left: float, base: float, ink: Colour) -> None:
        gap = self.size * 0.14
        box = (left + gap, base - self.size + 2 * gap, left + self.size - gap, base)
        on.rectangle(box, outline=ink, width=max(1, self.size // 16))


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return a font; the basic layout engine gives the same pixels on every system."""
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _face_of(letter: str, faces: Sequence[Path]) -> int:
    """Return which font has a letter: one that draws something for it."""
    if letter == " ":
        return 0
    for at, path in enumerate(faces):
        if _font(path, 20).getmask(letter).getbbox() is not None:
            return at
    return _NO_FONT
