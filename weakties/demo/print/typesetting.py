"""Blocks of text, fitted into the areas that a layout gives them.

A text too wide for its area is first set smaller, then broken into lines, then set smaller still;
a block too high is set smaller as a whole. So every value is printed inside its area, however long.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from PIL import ImageFont

from weakties.demo.print.face import PrintedCard
from weakties.demo.print.palettes import Ground, Palette, Tone
from weakties.demo.print.sheet import PIXELS_PER_MM, Area, Placed, Sheet
from weakties.demo.print.typefaces import load, typeface_for
from weakties.demo.print.wording import Field, Labels, Line, lines_of

Align = Literal["left", "centre", "right"]
Anchor = Literal["top", "middle", "bottom"]
Scales = dict[float, float]

_SHRINK: Final = 0.96
_BEFORE_BREAKING: Final = 0.8
# Letters come in whole pixels, so a text may be a little wider than its scale says.
_ROUNDING: Final = 0.98
_LEADING: Final = 1.06
_BREAKABLE: Final = frozenset(
    ("name", "title", "department", "company", "native_company", "slogan", "address")
)


@dataclass(frozen=True, slots=True)
class Item:
    """A field in a block: the height of its type and the gap above it, in millimetres.

    With `joined`, the field's lines stand in a row with this between them.
    """

    field: Field
    size: float
    above: float = 0.0
    bold: bool = False
    display: bool = False
    tone: Tone = "ink"
    capitals: bool = False
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Items under each other in an area; `columns` sets the words before the numbers apart."""

    area: Area
    items: tuple[Item, ...]
    align: Align = "left"
    anchor: Anchor = "top"
    ground: Ground = "paper"
    columns: bool = False


@dataclass(frozen=True, slots=True)
class Design:
    """What one house's cards have in common, beside the layout."""

    palette: Palette
    display: str
    text: str
    labels: Labels


@lru_cache(maxsize=1 << 14)
def _length(font: ImageFont.FreeTypeFont, text: str) -> float:
    return font.getlength(text)


@lru_cache(maxsize=1 << 14)
def _reach(font: ImageFont.FreeTypeFont, text: str) -> tuple[float, float]:
    """Return how far a line reaches above and below its base; piled accents exceed the font's."""
    ascent, descent = font.getmetrics()
    _, top, _, bottom = font.getbbox(text, anchor="ls")
    return max(ascent * _LEADING, -top), max(descent * _LEADING, bottom)


class _Row(NamedTuple):
    """A line in its final type."""

    item: Item
    line: Line
    font: ImageFont.FreeTypeFont
    label_font: ImageFont.FreeTypeFont
    label_width: float
    above: float

    @property
    def width(self) -> float:
        return self.label_width + _length(self.font, self.line.text)

    @property
    def ascent(self) -> float:
        return _reach(self.font, self.line.text)[0]

    @property
    def height(self) -> float:
        return self.above + sum(_reach(self.font, self.line.text))


def _font(item: Item, design: Design, text: str, scale: float) -> ImageFont.FreeTypeFont:
    face = typeface_for(text, design.display if item.display else design.text)
    size = max(1, math.floor(item.size * scale * PIXELS_PER_MM))
    return load(face, bold=item.bold, size=size)


def _lines(item: Item, card: PrintedCard, labels: Labels) -> list[Line]:
    lines = list(lines_of(card, item.field, labels))
    # Capitals have no sharp s and, in Turkish, another i.
    if item.capitals and card.language != "tr":
        lines = [
            line if "ß" in line.text else Line(line.label, line.text.upper()) for line in lines
        ]
    return lines


def _greedy(
    words: Iterable[str], between: str, font: ImageFont.FreeTypeFont, room: float
) -> list[str]:
    """Return the words in lines no wider than the room, except where one word alone is."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]}{between}{word}" if lines else word
        if lines and _length(font, longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _broken(item: Item, line: Line, font: ImageFont.FreeTypeFont, room: float) -> list[Line]:
    if item.field not in _BREAKABLE or line.label:
        return [line]
    return [Line("", text) for text in _greedy(line.text.split(" "), " ", font, room)]


def _in_a_row(
    lines: Sequence[Line], item: Item, font: ImageFont.FreeTypeFont, room: float
) -> list[Line]:
    pieces = [f"{line.label} {line.text}".strip() for line in lines]
    return [Line("", text) for text in _greedy(pieces, item.joined, font, room)]


def _label_widths(
    block: Block, lines: Sequence[Line], fonts: Sequence[ImageFont.FreeTypeFont]
) -> list[float]:
    """Return how far each value stands from the start of its line."""
    gap = 0.8 if block.columns else 0.35
    widths = [
        _length(font, line.label) + font.size * gap if line.label else 0.0
        for line, font in zip(lines, fonts, strict=True)
    ]
    return [max(widths)] * len(widths) if block.columns else widths


def _rows(block: Block, item: Item, lines: list[Line], design: Design, scale: float) -> list[_Row]:
    """Return the rows of an item at a scale, broken where they are too wide."""
    room = block.area.width * PIXELS_PER_MM
    if item.joined:
        font = _font(item, design, "".join(line.label + line.text for line in lines), scale)
        lines = _in_a_row(lines, item, font, room)
    else:
        lines = [
            part
            for line in lines
            for part in _broken(item, line, _font(item, design, line.text, scale), room)
        ]
    gaps = [item.above * scale * PIXELS_PER_MM] + [0.0] * (len(lines) - 1)
    fonts = [_font(item, design, line.text, scale) for line in lines]
    label_fonts = [_font(item, design, line.label, scale) for line in lines]
    widths = _label_widths(block, lines, label_fonts)
    return [_Row(item, *row) for row in zip(lines, fonts, label_fonts, widths, gaps, strict=True)]


def _unbroken_scale(block: Block, item: Item, lines: list[Line], design: Design) -> float:
    """Return the scale at which no line of an item need be broken."""
    widest = max(_length(_font(item, design, line.text, 1.0), line.text) for line in lines)
    return min(1.0, block.area.width * PIXELS_PER_MM / widest * _ROUNDING)


def _fitted_scale(block: Block, item: Item, lines: list[Line], design: Design) -> float:
    """Return the scale at which an item is as wide as its area at most."""
    if item.field in _BREAKABLE and not item.joined:
        unbroken = _unbroken_scale(block, item, lines, design)
        if unbroken >= _BEFORE_BREAKING:
            return unbroken
    scale = 1.0
    room = block.area.width * PIXELS_PER_MM
    while (widest := max(row.width for row in _rows(block, item, lines, design, scale))) > room:
        scale *= min(_SHRINK, room / widest)
    return scale


def _filled(block: Block, card: PrintedCard, design: Design) -> list[tuple[Item, list[Line]]]:
    filled = [(item, _lines(item, card, design.labels)) for item in block.items]
    return [(item, lines) for item, lines in filled if lines]


def _all_rows(
    block: Block, filled: Sequence[tuple[Item, list[Line]]], design: Design, scales: Scales
) -> list[_Row]:
    return [
        row
        for item, lines in filled
        for row in _rows(block, item, lines, design, scales[item.size])
    ]


def _scales(block: Block, card: PrintedCard, design: Design) -> Scales:
    """Return, by the size wanted, the largest scale at which all of a block fits its area."""
    filled = _filled(block, card, design)
    scales: Scales = {}
    for item, lines in filled:
        scale = _fitted_scale(block, item, lines, design)
        scales[item.size] = min(scale, scales.get(item.size, 1.0))
    room = block.area.height * PIXELS_PER_MM
    while (height := sum(row.height for row in _all_rows(block, filled, design, scales))) > room:
        # Smaller type needs fewer lines, so less than the whole ratio may do.
        step = min(_SHRINK, math.sqrt(room / height))
        scales = {size: scale * step for size, scale in scales.items()}
    return scales


def _shared_scales(blocks: Sequence[Block], card: PrintedCard, design: Design) -> Scales:
    """Return the scales of a layout: what is wanted of one size stays of one size."""
    shared: Scales = {}
    for block in blocks:
        for size, scale in _scales(block, card, design).items():
            shared[size] = min(scale, shared.get(size, 1.0))
    return shared


def smallest_type(blocks: Sequence[Block], card: PrintedCard, design: Design) -> float:
    """Return the height, in millimetres, of the smallest type that the card needs."""
    scales = _shared_scales(blocks, card, design)
    return min(size * scale for size, scale in scales.items())


def set_blocks(sheet: Sheet, blocks: Sequence[Block], card: PrintedCard, design: Design) -> None:
    """Print the fields that the card has."""
    scales = _shared_scales(blocks, card, design)
    for block in blocks:
        _print(sheet, block, _all_rows(block, _filled(block, card, design), design, scales), design)


def _start(block: Block, row: _Row) -> float:
    left = block.area.left * PIXELS_PER_MM
    spare = block.area.width * PIXELS_PER_MM - row.width
    return left + {"left": 0.0, "centre": spare / 2, "right": spare}[block.align]


def _print(sheet: Sheet, block: Block, rows: Sequence[_Row], design: Design) -> None:
    spare = block.area.height * PIXELS_PER_MM - sum(row.height for row in rows)
    y = block.area.top * PIXELS_PER_MM
    y += {"top": 0.0, "middle": spare / 2, "bottom": spare}[block.anchor]
    for row in rows:
        at = (_start(block, row), y + row.above + row.ascent)
        sheet.placed.append(_print_row(sheet, at, row, block.ground, design.palette))
        y += row.height


def _print_row(
    sheet: Sheet, at: tuple[float, float], row: _Row, ground: Ground, palette: Palette
) -> Placed:
    x, base = at
    value = (x + row.label_width, base)
    boxes = [sheet.write(value, row.line.text, row.font, palette.colour(row.item.tone, ground))]
    if row.line.label:
        boxes.append(
            sheet.write(at, row.line.label, row.label_font, palette.colour("accent", ground))
        )
    text = f"{row.line.label} {row.line.text}".strip()
    return Placed(row.item.field, text, _union(boxes))


def _union(boxes: Sequence[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
