"""The photo with outlines of cards and lines drawn on it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PIL import Image, ImageDraw

from contacts.readings import PhotoReading, Point, Quad
from exporters.annotated.colours import CARD, FIELDS, INK, NO_FIELD, Colour, Field
from exporters.annotated.lettering import Faces
from exporters.annotated.marks import BADGE, draw_badge, paste_tag

_SMOOTH: Final = 2  # drawn so many times as large, for smooth edges
_WASH: Final = 56  # opacity of a line's colour, of 255
_HALO: Final = 1  # pixel of white on both sides of a stroke, which is seen on any ground


def marked(photo: Image.Image, reading: PhotoReading, scale: float, faces: Faces) -> Image.Image:
    """Return the photo with its cards outlined and its lines coloured by field.

    `scale` is how many pixels of the reading one of the photo stands for.
    """
    fields = _fields_of_lines(reading)
    strokes = _strokes(photo.size, reading, scale / _SMOOTH, fields)
    whole = Image.alpha_composite(photo.convert("RGBA"), strokes).convert("RGB")
    for at, field in fields.items():  # colour alone is not seen by everybody
        paste_tag(whole, _scaled(reading.lines[at].quad, scale), field, faces)
    draw = ImageDraw.Draw(whole)
    for number, card in enumerate(reading.cards, start=1):
        if card.box:
            x, y = _scaled(card.box, scale)[0]
            inside = (_within(x, whole.width), _within(y, whole.height))
            draw_badge(draw, inside, number, faces)
    return whole


def _fields_of_lines(reading: PhotoReading) -> Mapping[int, Field]:
    """Return the field that each line was read as; of a line with two the first that is shown."""
    found: dict[int, Field] = {}
    for field in FIELDS:
        for card in reading.cards:
            for at in card.field_lines.get(field.name, ()):
                found.setdefault(at, field)
    return found


def _strokes(
    size: tuple[int, int], reading: PhotoReading, scale: float, fields: Mapping[int, Field]
) -> Image.Image:
    """Return the outlines of cards and lines on a transparent layer of this size."""
    layer = Image.new("RGBA", (size[0] * _SMOOTH, size[1] * _SMOOTH), (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer, "RGBA")
    for at, line in enumerate(reading.lines):
        quad = _scaled(line.quad, scale)
        if at in fields:
            draw.polygon(quad, fill=(*fields[at].colour, _WASH))
            _outline(draw, quad, fields[at].colour, 2)
        else:
            _outline(draw, quad, NO_FIELD, 1)
    for card in reading.cards:
        if card.box:
            _outline(draw, _scaled(card.box, scale), INK, 3)
    return layer.resize(size, Image.Resampling.LANCZOS)


def _outline(
    draw: ImageDraw.ImageDraw, corners: Sequence[Point], colour: Colour, width: int
) -> None:
    closed = [*corners, corners[0], corners[1]]  # one side twice, so that all corners are joined
    for ink, wide in ((CARD, width + 2 * _HALO), (colour, width)):
        draw.line(closed, fill=(*ink, 255), width=wide * _SMOOTH, joint="curve")


def _scaled(quad: Quad, scale: float) -> list[Point]:
    return [(x / scale, y / scale) for x, y in quad]


def _within(place: float, end: int) -> float:
    """Return a place at which a badge is wholly seen."""
    return min(max(place, BADGE), end - BADGE)
