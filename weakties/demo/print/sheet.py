"""The paper that a card is printed on, and what stands where on it."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont

PIXELS_PER_MM: Final = 14


class Area(NamedTuple):
    """A rectangle in millimetres from the top left corner of the card."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The width in millimetres."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height in millimetres."""
        return self.bottom - self.top

    @property
    def pixels(self) -> tuple[int, int, int, int]:
        """The same rectangle in whole pixels."""
        left, top, right, bottom = (round(side * PIXELS_PER_MM) for side in self)
        return left, top, right, bottom


class Placed(NamedTuple):
    """Something printed: the field it belongs to, its text, the pixels its ink takes."""

    field: str
    text: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of a card while it is printed; `placed` grows with each text and mark."""

    image: Image.Image
    draw: ImageDraw.ImageDraw
    placed: list[Placed] = field(default_factory=list)

    @property
    def area(self) -> Area:
        """The whole side, in millimetres."""
        return Area(0, 0, self.image.width / PIXELS_PER_MM, self.image.height / PIXELS_PER_MM)

    def write(
        self, at: tuple[float, float], text: str, font: ImageFont.FreeTypeFont, colour: str
    ) -> tuple[int, int, int, int]:
        """Print a text from a point of its base line, in pixels; return the box of its ink."""
        self.draw.text(at, text, font=font, fill=colour, anchor="ls")
        left, top, right, bottom = self.draw.textbbox(at, text, font=font, anchor="ls")
        return int(left), int(top), int(right), int(bottom)

    def mark(self, name: str, area: Area) -> None:
        """Note that a mark (a logo, a code) takes an area."""
        self.placed.append(Placed(name, "", area.pixels))


def blank(size: tuple[float, float], colour: str) -> Sheet:
    """Return an unprinted side of a size in millimetres."""
    width, height = (round(side * PIXELS_PER_MM) for side in size)
    image = Image.new("RGB", (width, height), colour)
    return Sheet(image, ImageDraw.Draw(image))
