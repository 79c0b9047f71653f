"""Where the lines of a card stand: upright, and which of them belong together."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from contacts.readings import Point, TextLine
from extractors.card.labels import is_label
from extractors.card.text import clean, is_cjk, squeezed, unspaced

_WATERMARK: Final = re.compile(  # what scanning apps print over a picture
    r"^\W*(?:scanned\s?w\w*|scanned\s+(?:with|by)\s.*|cam\s?scann?\w?r|cs)\W*$", re.IGNORECASE
)
_WIDE: Final = re.compile(r"\s{2,}")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NUMBER: Final = re.compile(r"\d{3}")
_LINE_GAP: Final = 1.1  # heights between two lines of one block
_WIDE_GAP: Final = 1.7  # the same where they are of one size and exactly in line
_ONE_SIZE: Final = 1.2
_IN_LINE: Final = 0.3
_LEVEL: Final = 0.25
_BLANK: Final = 0.6  # heights between two words of one line
_ALIGNED: Final = 1.3  # heights by which edges of one block may differ
_SIZE_RATIO: Final = 2.7  # of heights within a block
_TALL: Final = 1.5  # height of a column to its width
_LONGEST_LINE: Final = 300  # signs; no line of a card has so many
_FARTHEST: Final = 1e7  # pixels
_LABEL_REACH: Final = 9.0  # heights from a label to its value


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an upright card, in its pixels; `at` is its place in the order of reading.

    `sources` are the places, among the lines that the engine gave, of those it was made of.
    """

    at: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    sources: tuple[int, ...] = ()

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
    bounded = [_bounded(line) for line in lines]
    angle = text_angle(bounded)
    upright = [
        part
        for at, line in enumerate(bounded)
        if not _WATERMARK.match(line.text)
        for part in _parted(replace(_upright(line, angle), sources=(at,)), line.text.strip())
    ]
    rows = sorted((line for line in _laid_down(upright) if line.text), key=_downwards)
    joined = _labels_joined(_words_joined(_in_reading_order(rows)))
    return numbered(joined)


def _bounded(line: TextLine) -> TextLine:
    """Return a line without what no card has, so that work on it is finite."""
    one, two, three, four = (
        (min(max(x, -_FARTHEST), _FARTHEST), min(max(y, -_FARTHEST), _FARTHEST))
        for x, y in line.quad
    )
    return replace(line, text=line.text[:_LONGEST_LINE], quad=(one, two, three, four))


def _parted(line: Line, printed: str) -> Iterator[Line]:
    """Yield the parts of a line between wide gaps, where both say more than a word."""
    for gap in _WIDE.finditer(printed):
        left, right = printed[: gap.start()], printed[gap.end() :]
        if _says_something(left) and _says_something(right):
            middle = line.left + (line.right - line.left) * len(left) / len(printed)
            yield replace(line, text=clean(unspaced(left)), right=middle)
            yield from _parted(replace(line, text=clean(unspaced(right)), left=middle), right)
            return
    yield line


def _says_something(text: str) -> bool:
    """Return whether a text is an address, or has two words, or a word and a number."""
    several = len(_LONG_WORD.findall(text)) > 1
    return "@" in text or several or bool(_LONG_WORD.search(text) and _NUMBER.search(text))


def _downwards(line: Line) -> tuple[float, float, float, float, str, float]:
    """Return what orders lines from the top, whatever their order was."""
    return line.middle, line.left, line.top, line.right, line.text, line.confidence


def numbered(lines: Sequence[Line]) -> Layout:
    """Return lines as a layout: each with its place, and the blocks they form."""
    placed = tuple(replace(line, at=at) for at, line in enumerate(lines))
    return Layout(placed, _blocks(placed))


def text_angle(lines: Sequence[TextLine]) -> float:
    """Return the direction of most text, in radians clockwise from level."""
    sides = [(line.quad[0], line.quad[1], len(line.text)) for line in lines]
    across = math.fsum((two[0] - one[0]) * signs for one, two, signs in sides)
    down = math.fsum((two[1] - one[1]) * signs for one, two, signs in sides)
    return math.atan2(down, across)


def _upright(line: TextLine, angle: float) -> Line:
    one, two, three, four = (_rotated(corner, -angle) for corner in line.quad)
    height = (math.dist(one, four) + math.dist(two, three)) / 2
    middle = sum(corner[1] for corner in (one, two, three, four)) / 4
    return Line(
        at=0,
        text=clean(unspaced(line.text)),
        left=min(one[0], four[0]),
        top=middle - height / 2,
        right=max(two[0], three[0]),
        bottom=middle + height / 2,
        confidence=line.confidence,
    )


def _laid_down(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with columns of Han, kana or Hangul as rows, the right one on top.

    The level lines of such a card come after its columns.
    """
    columns = [line for line in lines if _is_column(line)]
    if not columns:
        return list(lines)
    right = max(line.right for line in columns)
    depth = right - min(line.left for line in columns)
    top = min((line.top for line in lines), default=0.0)
    return [
        replace(
            line, left=line.top, right=line.bottom, top=right - line.right, bottom=right - line.left
        )
        if _is_column(line)
        else replace(line, top=line.top - top + 2 * depth, bottom=line.bottom - top + 2 * depth)
        for line in lines
    ]


def _is_column(line: Line) -> bool:
    width = max(1.0, line.right - line.left)
    return line.height > _TALL * width and len(squeezed(line.text)) > 1 and is_cjk(line.text)


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


def _words_joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, neighbours on a row that only a blank parts as one."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and _is_next_word(before, line):
            joined[-1] = _merged(before, line, f"{before.text} {line.text}")
        else:
            joined.append(line)
    return joined


def _is_next_word(one: Line, other: Line) -> bool:
    height = min(one.height, other.height)
    level = abs(one.middle - other.middle) < _LEVEL * height
    alike = max(one.height, other.height) < _ONE_SIZE * height
    near = -0.1 * height < other.left - one.right < _BLANK * height
    return level and alike and near and one.text.isalpha() and other.text.isalpha()


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
        text = f"{line.text.rstrip(' :.')}: {value.text.lstrip(' :.')}"
        joined.append(_merged(line, value, text))
    return joined


def _merged(line: Line, right: Line, text: str) -> Line:
    """Return a line and the one at its right as one."""
    return replace(
        line,
        text=text,
        right=right.right,
        top=min(line.top, right.top),
        bottom=max(line.bottom, right.bottom),
        confidence=min(line.confidence, right.confidence),
        sources=(*line.sources, *right.sources),
    )


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
    if lower.middle <= upper.middle + 0.5 * height or gap > _WIDE_GAP * height:
        return False
    if max(upper.height, lower.height) > _SIZE_RATIO * height:
        return False
    edges = (
        abs(upper.left - lower.left),
        abs(upper.right - lower.right),
        abs((upper.left + upper.right) - (lower.left + lower.right)) / 2,
    )
    if gap <= _LINE_GAP * height:
        return min(edges) < _ALIGNED * height
    alike = max(upper.height, lower.height) < _ONE_SIZE * height
    return alike and min(edges) < _IN_LINE * height
