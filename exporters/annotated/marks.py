"""The small marks: the number of a card, and the name of a field behind its line."""

import math
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw

from contacts.readings import Point
from exporters.annotated.colours import CARD, INK, Field
from exporters.annotated.lettering import Faces, Lettering

BADGE: Final = 17  # radius of a card's number, and its pixels to the em
_TAG: Final = 15  # pixels to the em
_APART: Final = 3  # pixels between a line and its tag
_AHEAD: Final = ((1, 0), (0, 1), (-1, 0), (0, -1))  # where text goes after so many quarter turns


def draw_badge(draw: ImageDraw.ImageDraw, centre: Point, number: int, faces: Faces) -> None:
    """Draw the number of a card in a disc."""
    letters, (x, y) = Lettering(faces.bold, BADGE), centre
    draw.ellipse((x - BADGE, y - BADGE, x + BADGE, y + BADGE), fill=INK, outline=CARD, width=2)
    text = str(number)
    letters.draw(draw, (x - letters.width(text) / 2, y + BADGE * 0.36), text, CARD)


def paste_tag(photo: Image.Image, quad: Sequence[Point], field: Field, faces: Faces) -> None:
    """Write the name of a field along its line: behind it, or before it where there is no room."""
    one, two, three, four = quad
    turns = round(math.atan2(two[1] - one[1], two[0] - one[0]) / (math.pi / 2)) % 4
    tag = _tag(field, faces).rotate(-90 * turns, expand=True)
    room = photo.width - tag.width, photo.height - tag.height
    x, y = _beside(two, three, tag, _AHEAD[turns])
    if not (0 <= x <= room[0] and 0 <= y <= room[1]):
        x, y = _beside(one, four, tag, _AHEAD[(turns + 2) % 4])
    photo.paste(tag, (round(min(max(x, 0), room[0])), round(min(max(y, 0), room[1]))))


def _beside(one: Point, other: Point, tag: Image.Image, ahead: tuple[int, int]) -> Point:
    """Return the top left corner of a tag that stands off the middle of an edge."""
    x = (one[0] + other[0] - tag.width + ahead[0] * (tag.width + 2 * _APART)) / 2
    y = (one[1] + other[1] - tag.height + ahead[1] * (tag.height + 2 * _APART)) / 2
    return x, y


def _tag(field: Field, faces: Faces) -> Image.Image:
    letters = Lettering(faces.bold, _TAG)
    tag = Image.new("RGB", (round(letters.width(field.label)) + 8, _TAG + 5), field.colour)
    letters.draw(ImageDraw.Draw(tag), (4, _TAG), field.label, CARD)
    return tag
