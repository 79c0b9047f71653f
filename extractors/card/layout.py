"""Where the lines of a card stand: upright, and which of them belong together."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from contacts.readings import Point, TextLine
from extractors.card.labels import is_label
from extractors.card.text import clean

_WATERMARK: Final = re.compile(  # what scanning apps print over a picture
    r"^\W*(?:scanned\s?w\w*|scanned\s+(?:with|by)\s.*|cam\s?scann?\w?r|cs)\W*$", re.IGNORECASE
)
_LINE_GAP: Final = 1.1  # heights between two lines of one block
_ALIGNED: Final = 1.3  # heights by which edges of one block may differ
_SIZE_RATIO: Final = 2.7  # of heights within a block
_LABEL_REACH: Final = 9.0  # heights from a label to its value


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an upright card, in its pixels; `at` is its place in the order of reading."""

    at: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float

    @property
    def height(self) -> float:
        """The height of the line in pixels."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The vertical middle of the line."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a card in the order of reading.

    `below` names for a line the one that follows it in its block.
    """

    lines: tuple[Line, ...]
    below: dict[int, int]

    def above(self, at: int) -> int | None:
        """Return the line that this one follows in its block."""
        return next((upper for upper, lower in self.below.items() if lower == at), None)


def arranged(lines: Sequence[TextLine]) -> Layout:
    """Return the lines upright and in order, labels joined to the values beside them."""
    angle = text_angle(lines)
    upright = [_upright(line, angle) for line in lines if not _WATERMARK.match(line.text)]
    rows = sorted((line for line in upright if line.text), key=lambda line: line.middle)
    joined = _labels_joined(_in_reading_order(rows))
    return numbered(joined)


def numbered(lines: Sequence[Line]) -> Layout:
    """Return lines as a layout: each with its place, and the blocks they form."""
    placed = tuple(replace(line, at=at) for at, line in enumerate(lines))
    return Layout(placed, _blocks(placed))


def text_angle(lines: Sequence[TextLine]) -> float:
    """Return the direction of most text, in radians clockwise from level."""
    across = down = 0.0
    for line in lines:
        (x1, y1), (x2, y2) = line.quad[0], line.quad[1]
        across += (x2 - x1) * len(line.text)
        down += (y2 - y1) * len(line.text)
    return math.atan2(down, across) if lines else 0.0


def _upright(line: TextLine, angle: float) -> Line:
    one, two, three, four = (_rotated(corner, -angle) for corner in line.quad)
    height = (math.dist(one, four) + math.dist(two, three)) / 2
    middle = sum(corner[1] for corner in (one, two, three, four)) / 4
    return Line(
        at=0,
        text=clean(line.text),
        left=min(one[0], four[0]),
        top=middle - height / 2,
        right=max(two[0], three[0]),
        bottom=middle + height / 2,
        confidence=line.confidence,
    )


def _rotated(point: Point, angle: float) -> Point:
    cosine, sine = math.cos(angle), math.sin(angle)
    return point[0] * cosine - point[1] * sine, point[0] * sine + point[1] * cosine


def _in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return lines row by row; `lines` come by their middle."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(line.middle - rows[-1][0].middle) < 0.5 * min(
            line.height, rows[-1][0].height
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: one.left)]


def _labels_joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each label standing alone put before the value at its right."""
    taken: set[int] = set()
    joined: list[Line] = []
    for place, line in enumerate(lines):
        if place in taken:
            continue
        beside = _value_beside(lines, place) if is_label(line.text) else None
        if beside is None:
            joined.append(line)
            continue
        taken.add(beside)
        value = lines[beside]
        joined.append(
            replace(
                line,
                text=f"{line.text.rstrip(' :.')}: {value.text.lstrip(' :.')}",
                right=value.right,
                top=min(line.top, value.top),
                bottom=max(line.bottom, value.bottom),
                confidence=min(line.confidence, value.confidence),
            )
        )
    return joined


def _value_beside(lines: Sequence[Line], place: int) -> int | None:
    label = lines[place]
    found = [
        other
        for other, line in enumerate(lines)
        if other != place
        and abs(line.middle - label.middle) < 0.6 * max(label.height, line.height)
        and -0.5 * label.height < line.left - label.right < _LABEL_REACH * label.height
        and not is_label(line.text)
    ]
    return min(found, key=lambda other: lines[other].left, default=None)


def _blocks(lines: Sequence[Line]) -> dict[int, int]:
    """Return for each line the next one of its block; no line follows two."""
    below: dict[int, int] = {}
    for line in lines:
        followers = [other for other in lines if _follows(line, other)]
        nearest = min(followers, key=lambda other: other.top, default=None)
        if nearest is not None and nearest.at not in below.values():
            below[line.at] = nearest.at
    return below


def _follows(upper: Line, lower: Line) -> bool:
    height = min(upper.height, lower.height)
    gap = lower.top - upper.bottom
    if lower.middle <= upper.middle + 0.5 * height or gap > _LINE_GAP * height:
        return False
    if max(upper.height, lower.height) > _SIZE_RATIO * height:
        return False
    edges = (
        abs(upper.left - lower.left),
        abs(upper.right - lower.right),
        abs((upper.left + upper.right) - (lower.left + lower.right)) / 2,
    )
    return min(edges) < _ALIGNED * height
