"""The geometry of the picture of the network over time; the template draws it."""

from collections.abc import Sequence
from dataclasses import dataclass

from contacts.report import GrowthPoint
from exporters import wording

WIDTH, HEIGHT = 720, 280  # of the view box; the page scales it
LEFT, _TOP, RIGHT, _BOTTOM = 56, 24, 8, 36  # margins that hold the labels
_MAX_LINES = 4
_MAX_YEARS = 8  # labels that fit side by side on a phone
_GAP = 0.12  # of a year's width, between two columns


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, from the top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """A year; `added` lies on the upper end of `everybody`."""

    label: str
    everybody: Box
    added: Box


@dataclass(frozen=True, slots=True)
class Label:
    """A word or number at a place on one axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class GrowthChart:
    """All that is drawn; `description` is the picture in words."""

    columns: tuple[Column, ...]
    years: tuple[Label, ...]
    lines: tuple[Label, ...]
    description: str


def growth_chart(points: Sequence[GrowthPoint]) -> GrowthChart | None:
    """Return the picture of the points, in rising order of years; None where there are none."""
    if not points:
        return None
    years = _every_year(points)
    step = (WIDTH - LEFT - RIGHT) / len(years)
    top = max(1, *(point.people for point in points))
    every = -(-len(years) // _MAX_YEARS)
    middles = [LEFT + (place + 0.5) * step for place in range(len(years))]
    return GrowthChart(
        columns=tuple(
            _column(point, middle, step * (1 - _GAP), top)
            for point, middle in zip(years, middles, strict=True)
        ),
        years=tuple(
            Label(round(middle, 1), str(point.year))
            for point, middle in list(zip(years, middles, strict=True))[::-every]
        ),
        lines=tuple(
            Label(_height_of(value, top), wording.number(value))
            for value in range(0, top + 1, _line_step(top))
        ),
        description=_in_words(points),
    )


def _every_year(points: Sequence[GrowthPoint]) -> list[GrowthPoint]:
    """Return the points with one for each year between them in which nobody was new."""
    known = {point.year: point for point in points}
    years = [points[0]]
    for year in range(points[0].year + 1, points[-1].year + 1):
        years.append(known.get(year) or GrowthPoint(year, years[-1].people, 0))
    return years


def _column(point: GrowthPoint, middle: float, width: float, top: int) -> Column:
    left, width = round(middle - width / 2, 1), round(width, 1)
    upper, floor = _height_of(point.people, top), _height_of(0, top)
    lower = _height_of(max(0, point.people - point.added), top)
    return Column(
        label=f"{point.year}: {wording.counted(point.people, 'person', 'people')}, "
        f"{wording.number(point.added)} new",
        everybody=Box(left, upper, width, round(floor - upper, 1)),
        added=Box(left, upper, width, round(lower - upper, 1)),
    )


def _height_of(people: int, top: int) -> float:
    """Return the y of a number of people; `top` people reach the upper edge."""
    plot = HEIGHT - _TOP - _BOTTOM
    return round(HEIGHT - _BOTTOM - plot * people / top, 1)


def _line_step(top: int) -> int:
    """Return a round distance (1, 2 or 5 times a power of ten) that makes few lines."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if top // (factor * power) <= _MAX_LINES:
                return factor * power
        power *= 10


def _in_words(points: Sequence[GrowthPoint]) -> str:
    first, last = points[0], points[-1]
    busiest = max(points, key=lambda point: point.added)
    return (
        f"{wording.counted(first.people, 'person', 'people')} by the end of {first.year}, "
        f"{wording.number(last.people)} by the end of {last.year}; "
        f"most were new in {busiest.year}: {wording.number(busiest.added)}."
    )
