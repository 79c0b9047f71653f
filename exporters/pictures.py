"""The pictures of the report as numbers and words: what is drawn, tabled and written out alike.

Every form of the report shows the same `Picture`, so a bar, its row of a table and its cell cannot
differ.
"""

from dataclasses import dataclass

from contacts.report import BurnDownPoint, CohortRow, MemoryPoint, Report
from contacts.wording import MONTHS
from exporters.wording import CLASS_NAMES, counted, number, shown_name, spoken_date

LATEST_YEARS = 3  # what "the last years" means where years are compared
_ENOUGH = 5  # people; fewer are too few for a share
_PACE = 4  # weeks
_NAMED = 6  # of those who fade by one day, so many by name

_WAYS = {
    "card": "A business card",
    "connected": "A LinkedIn connection",
    "invited": "A LinkedIn invitation",
    "message": "A message",
    "one_tap": "A congratulation",
    "recommended": "A recommendation",
    "endorsed": "An endorsement",
    "met": "A meeting",
    "imported": "Your phone book",
    "followed": "Following",
    "note": "Your own note",
    "": "Nothing on record",
}


@dataclass(frozen=True, slots=True)
class Series:
    """One part of every bar; `look` says how it is filled: full, hatched, open or faint."""

    name: str
    look: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, a value for each series; `at` is for machines, `tick` stands below the bar.

    One that lies `ahead` is what comes if nothing more happens.
    """

    at: str
    label: str
    values: tuple[int, ...]
    tick: str = ""
    ahead: bool = False

    @property
    def total(self) -> int:
        """The length of the whole bar."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; `words` say the same in a sentence or two, `axis` what the bars are.

    The bars stand side by side, or lie below one another where `lying`.
    """

    key: str
    title: str
    words: str
    axis: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    lying: bool = False

    @property
    def header(self) -> tuple[str, ...]:
        """The head of the table."""
        return (self.axis, *(series.name for series in self.series), "Together")

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the table as texts."""
        return tuple((bar.label, *map(number, bar.values), number(bar.total)) for bar in self.bars)


_CLASSES = tuple(
    Series(name.capitalize(), look)
    for name, look in zip(CLASS_NAMES.values(), ("full", "hatched", "open"), strict=True)
)


def pictures(report: Report) -> tuple[Picture, ...]:
    """Return the pictures there is something to draw of, in their order on the page."""
    drawn = (_memory(report), _cohorts(report), _growth(report), _ways(report), _burn_down(report))
    return tuple(picture for picture in drawn if picture.bars)


def _memory(report: Report) -> Picture:
    return Picture(
        "memory",
        "Memory over time",
        _memory_in_words(report),
        "On",
        _CLASSES,
        tuple(_memory_bar(point, report.as_of) for point in report.memory),
    )


def _memory_bar(point: MemoryPoint, as_of: str) -> Bar:
    year, month = point.on[:4], point.on[5:7]
    end_of_year = month == "12" and not point.ahead
    last = point.ahead and month == as_of[5:7]
    tick = "today" if point.on == as_of else year if end_of_year or last else ""
    label = spoken_date(point.on) + (", if nothing more happens" if point.ahead else "")
    return Bar(point.on, label, (point.known, point.weak, point.cannot_tell), tick, point.ahead)


def _memory_in_words(report: Report) -> str:
    past = [point for point in report.memory if not point.ahead]
    ahead = [point for point in report.memory if point.ahead]
    if not past or not ahead:
        return ""
    today, later = past[-1], ahead[-1]
    fading = today.known - later.known
    undated = len(report.people) - today.known - today.weak - today.cannot_tell
    words = (
        f"{number(today.known)} known and {number(today.weak)} weak today. At this pace "
        f"{number(fading)} {'fades' if fading == 1 else 'fade'} within a year: if nothing more "
        f"happens, {number(later.known)} are left on {spoken_date(later.on)}."
    )
    if undated <= 0:
        return words
    return f"{words} Left out: {counted(undated, 'person', 'people')} of whom nothing is dated."


def _cohorts(report: Report) -> Picture:
    return Picture(
        "cohorts",
        "What is left of each year",
        _cohorts_in_words(report.cohorts),
        "Began in",
        _CLASSES,
        tuple(
            Bar(str(row.year), str(row.year), (row.known, row.weak, row.cannot_tell), str(row.year))
            for row in report.cohorts
        ),
    )


def _cohorts_in_words(rows: tuple[CohortRow, ...]) -> str:
    newest = max((row.year for row in rows), default=0)
    late = [row for row in rows if row.year > newest - LATEST_YEARS]
    early = [row for row in rows if row.year <= newest - LATEST_YEARS]

    def share(some: list[CohortRow]) -> str:
        known = sum(row.known for row in some)
        everybody = sum(row.known + row.weak + row.cannot_tell for row in some)
        return f"{number(known)} of {counted(everybody, 'person', 'people')}"

    before = f", of earlier years {share(early)}" if early else ""
    return f"Known of those since {newest - LATEST_YEARS + 1}: {share(late)}{before}."


def _growth(report: Report) -> Picture:
    return Picture(
        "growth",
        "Your network over time",
        _growth_in_words(report),
        "Year",
        (Series("From before", "faint"), Series("New that year", "full")),
        tuple(
            Bar(
                str(point.year),
                str(point.year),
                (point.people - point.added, point.added),
                str(point.year),
            )
            for point in report.growth
        ),
    )


def _growth_in_words(report: Report) -> str:
    if not report.growth:
        return ""
    first, last = report.growth[0], report.growth[-1]
    busiest = max(report.growth, key=lambda point: point.added)
    return (
        f"{counted(first.people, 'person', 'people')} by the end of {first.year}, "
        f"{number(last.people)} by {spoken_date(report.as_of)}; "
        f"most were new in {busiest.year}: {number(busiest.added)}."
    )


def _ways(report: Report) -> Picture:
    return Picture(
        "beginnings",
        "Where your ties come from",
        _ways_in_words(report),
        "It began with",
        (Series("Known today", "full"), Series("Not known", "faint")),
        tuple(
            Bar(row.kind or "nothing", _way(row.kind), (row.known, row.people - row.known))
            for row in report.beginnings
        ),
        lying=True,
    )


def _way(kind: str) -> str:
    return _WAYS.get(kind, kind.replace("_", " ").capitalize())


def _within(words: str) -> str:
    """Return words as they stand in the middle of a sentence."""
    return words[:1].lower() + words[1:]


def _ways_in_words(report: Report) -> str:
    if not report.beginnings:
        return ""
    everybody = sum(row.people for row in report.beginnings)
    most = max(report.beginnings, key=lambda row: row.people)
    words = (
        f"Most ties began with {_within(_way(most.kind))}: "
        f"{number(most.people)} of {number(everybody)}."
    )
    fair = [row for row in report.beginnings if row.people >= _ENOUGH and row.known]
    if not fair:
        return words
    best = max(fair, key=lambda row: row.known / row.people)
    return (
        f"{words} Best kept are those that began with {_within(_way(best.kind))}: "
        f"{number(best.known)} of {number(best.people)} known today."
    )


def _burn_down(report: Report) -> Picture:
    return Picture(
        "burn_down",
        "What is left to ask you",
        _burn_down_in_words(report.burn_down),
        "On",
        _CLASSES[1:],
        tuple(
            Bar(point.on, spoken_date(point.on), (point.weak, point.cannot_tell), _short(point.on))
            for point in report.burn_down
        ),
    )


def _short(day: str) -> str:
    """Return "3 May" for 2021-05-03."""
    return f"{int(day[8:10])} {MONTHS[int(day[5:7]) - 1][:3]}"


def _burn_down_in_words(points: tuple[BurnDownPoint, ...]) -> str:
    if not points:
        return ""
    left = [point.weak + point.cannot_tell for point in points]
    people = counted(left[-1], "person", "people")
    if len(left) == 1 or left[0] == left[-1]:
        return f"{people} left to ask about; you have settled nobody yet."
    settled = left[0] - left[-1]
    words = (
        f"{people} left to ask about; {number(settled)} settled since {spoken_date(points[0].on)}."
    )
    weeks = min(_PACE, len(left) - 1)
    pace = left[-1 - weeks] - left[-1]
    if not left[-1] or pace <= 0:
        return words
    ahead = counted(-(-left[-1] * weeks // pace), "week", "weeks")
    return f"{words} At this pace: {ahead}."


def fading(report: Report) -> tuple[str, ...]:
    """Return who is known today and fades within a year, a line for each part of it."""
    names = {row.person: shown_name(row) for row in report.people}
    by_day: dict[str, list[str]] = {}
    for row in report.fading:
        if row.person in names:
            by_day.setdefault(row.by, []).append(names[row.person])
    return tuple(f"By {spoken_date(day)}: {_named(people)}." for day, people in by_day.items())


def _named(people: list[str]) -> str:
    more = len(people) - _NAMED
    shown = people[:_NAMED] if more > 1 else people
    return ", ".join([*shown, *([f"{number(more)} more"] if more > 1 else [])])
