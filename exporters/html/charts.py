"""The geometry of the pictures, as SVG has it: boxes, lines and words on a plain of fixed width.

The page scales it, and on a phone the letters are set larger; room is kept for those.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exporters.pictures import Bar, Picture
from exporters.wording import number

WIDTH = 720
_HEIGHT = 280  # of standing bars
_TOP, _RIGHT, _BOTTOM = 24, 8, 36  # margins that hold the words
_MAX_LINES = 4
_WIDEST = 80  # the room of a standing bar, where there are few
_GAP = 0.14  # of the room of a standing bar, between two of them
_LETTER = 13  # the width of one on a phone
_ROW, _THICK = 52, 18  # of a lying bar: with its words, and without


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a bar, from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with its words, which a pointer shows."""

    label: str
    boxes: tuple[Box, ...]
    ahead: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A word or number, at its base line; `anchor` is SVG's: start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn; `lines` are heights, `today` is where what lies ahead begins."""

    height: int
    left: float
    bars: tuple[DrawnBar, ...]
    words: tuple[Words, ...]
    lines: tuple[float, ...] = ()
    today: float | None = None


def chart(picture: Picture) -> Chart:
    """Return the drawing of a picture that has bars."""
    return _lying(picture) if picture.lying else _standing(picture)


def _standing(picture: Picture) -> Chart:
    top = max(1, *(bar.total for bar in picture.bars))
    margin = len(number(top)) * _LETTER + 12
    step = min(_WIDEST, (WIDTH - margin - _RIGHT) / len(picture.bars))
    lefts = [margin + place * step for place in range(len(picture.bars))]
    floor, plot = _HEIGHT - _BOTTOM, _HEIGHT - _TOP - _BOTTOM
    lines = [(value, floor - plot * value / top) for value in range(0, top + 1, line_step(top))]
    numbers = [Words(margin - 8, round(y + 4, 1), number(value), "end") for value, y in lines]
    ticks = _ticks(zip(picture.bars, (left + step / 2 for left in lefts), strict=True))
    ahead = [left for bar, left in zip(picture.bars, lefts, strict=True) if bar.ahead]
    return Chart(
        height=_HEIGHT,
        left=margin,
        bars=tuple(
            _drawn(picture, bar, tuple(_upwards(picture, bar, left + step * _GAP / 2, step, top)))
            for bar, left in zip(picture.bars, lefts, strict=True)
        ),
        words=(*numbers, *ticks),
        lines=tuple(round(y, 1) for _, y in lines),
        today=round(ahead[0], 1) if ahead else None,
    )


def _upwards(picture: Picture, bar: Bar, left: float, step: float, top: int) -> Iterator[Box]:
    """Yield the parts of a standing bar, the first at the bottom."""
    plot, y = _HEIGHT - _TOP - _BOTTOM, float(_HEIGHT - _BOTTOM)
    for series, value in zip(picture.series, bar.values, strict=True):
        height = plot * value / top
        y -= height
        if value:
            width = step * (1 - _GAP)
            yield _box(left, y, width, height, series.look)


def _ticks(bars: Iterable[tuple[Bar, float]]) -> Iterator[Words]:
    """Yield the words below the bars, the last first, and none that would touch the one before."""
    free = float(WIDTH)
    for bar, middle in reversed(list(bars)):
        half = len(bar.tick) * _LETTER / 2
        at = min(middle, WIDTH - half)
        if bar.tick and at + half <= free:
            yield Words(round(at, 1), _HEIGHT - 12, bar.tick, "middle")
            free = at - half - _LETTER


def _lying(picture: Picture) -> Chart:
    top = max(1, *(bar.total for bar in picture.bars))
    bars, words = [], []
    for place, bar in enumerate(picture.bars):
        y, x = place * _ROW + _ROW - _THICK - 6, 0.0
        boxes = []
        for series, value in zip(picture.series, bar.values, strict=True):
            width = (WIDTH - _RIGHT) * value / top
            if value:
                boxes.append(_box(x, y, width, _THICK, series.look))
            x += width
        bars.append(_drawn(picture, bar, tuple(boxes)))
        words.append(Words(0, y - 7, bar.label, "start"))
        words.append(Words(WIDTH - _RIGHT, y - 7, number(bar.total), "end"))
    return Chart(len(picture.bars) * _ROW, 0, tuple(bars), tuple(words))


def _box(x: float, y: float, width: float, height: float, look: str) -> Box:
    return Box(round(x, 1), round(y, 1), round(width, 1), round(height, 1), look)


def _drawn(picture: Picture, bar: Bar, boxes: tuple[Box, ...]) -> DrawnBar:
    parts = ", ".join(
        f"{number(value)} {series.name.lower()}"
        for series, value in zip(picture.series, bar.values, strict=True)
    )
    return DrawnBar(f"{bar.label}: {parts}", boxes, bar.ahead)


def line_step(top: int) -> int:
    """Return a round distance (1, 2 or 5 times a power of ten) that makes few lines."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if top // (factor * power) <= _MAX_LINES:
                return factor * power
        power *= 10
