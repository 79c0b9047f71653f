"""A repeated event → the days on which it was held (RFC 5545, 3.3.10), as far as can be known.

Rules that meetings have are followed: daily, weekly on some weekdays, monthly by day or weekday,
yearly. Of any other the first day alone is certain.
"""

from calendar import monthrange
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice, takewhile

MOST = 300  # days of one series, the last ones: six years of a weekly meeting
_FIRST_YEAR = 1970
_LARGEST_STEP = 1000  # days, weeks, months or years
_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_FOLLOWED = {
    "DAILY": {"BYDAY"},
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYMONTH", "BYMONTHDAY"},
}
_ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_MONTHS = 12
_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Weekday:
    """A weekday, and which of a month it is (-1: the last; 0: every)."""

    day: int
    which: int


@dataclass(frozen=True, slots=True)
class _Rule:
    first: date
    step: int
    weekdays: tuple[_Weekday, ...]
    month_days: tuple[int, ...]
    months: tuple[int, ...]
    chosen: tuple[int, ...]  # BYSETPOS
    week_start: int


def days_of(rule: Mapping[str, Sequence[object]], first: date, last: date) -> list[date]:
    """Return the days of a series from the first to `last`, the newest `MOST` of them.

    `rule` are the parts of RRULE by name, UNTIL left out.
    """
    frequency = str(next(iter(rule.get("FREQ", ())), "")).upper()
    parsed = _parsed(rule, first)
    followed = _FOLLOWED.get(frequency)
    if parsed is None or followed is None or set(rule) - followed - _ALWAYS:
        return [first] if first <= last else []
    steps = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}
    found = takewhile(lambda day: day <= last, steps[frequency](parsed, last))
    limit = _numbers(rule.get("COUNT", ()))
    return list(deque(islice(found, limit[0] if limit else None), maxlen=MOST))


def _parsed(rule: Mapping[str, Sequence[object]], first: date) -> _Rule | None:
    """Return a rule whose parts can be followed; None if one cannot."""
    step = (_numbers(rule.get("INTERVAL", ())) or [1])[0]
    weekdays = [_weekday(str(part).upper()) for part in rule.get("BYDAY", ())]
    start = _weekday(str(next(iter(rule.get("WKST", ())), "MO")).upper())
    if not 1 <= step <= _LARGEST_STEP or first.year < _FIRST_YEAR or not start or None in weekdays:
        return None
    return _Rule(
        first,
        step,
        tuple(filter(None, weekdays)),
        tuple(_numbers(rule.get("BYMONTHDAY", ()))),
        tuple(_numbers(rule.get("BYMONTH", ()))),
        tuple(_numbers(rule.get("BYSETPOS", ()))),
        start.day,
    )


def _numbers(parts: Sequence[object]) -> list[int]:
    return [int(str(part)) for part in parts if str(part).lstrip("+-").isdecimal()]


def _weekday(text: str) -> _Weekday | None:
    number, name = text[:-2], text[-2:]
    if name not in _WEEKDAYS or (number and not number.lstrip("+-").isdecimal()):
        return None
    return _Weekday(_WEEKDAYS[name], int(number or 0))


def _daily(rule: _Rule, last: date) -> Iterator[date]:
    wanted = {weekday.day for weekday in rule.weekdays}
    for number in range((last - rule.first).days // rule.step + 1):
        day = rule.first + timedelta(days=number * rule.step)
        if not wanted or day.weekday() in wanted:
            yield day


def _weekly(rule: _Rule, last: date) -> Iterator[date]:
    offset = (rule.first.weekday() - rule.week_start) % _WEEK
    wanted = {(weekday.day - rule.week_start) % _WEEK for weekday in rule.weekdays} or {offset}
    span = (last - rule.first).days + offset
    for week in range(0, span // _WEEK + 1, rule.step):
        for place in sorted(wanted):
            since = week * _WEEK + place - offset
            if 0 <= since <= span:
                yield rule.first + timedelta(days=since)


def _monthly(rule: _Rule, last: date) -> Iterator[date]:
    for number in count(rule.first.month - 1, rule.step):
        year, month = rule.first.year + number // _MONTHS, number % _MONTHS + 1
        if (year, month) > (last.year, last.month):
            return
        yield from _of_month(rule, year, month)


def _yearly(rule: _Rule, last: date) -> Iterator[date]:
    months = [month for month in rule.months if 1 <= month <= _MONTHS] or [rule.first.month]
    for year in range(rule.first.year, last.year + 1, rule.step):
        for month in sorted(set(months)):
            yield from _of_month(rule, year, month)


def _of_month(rule: _Rule, year: int, month: int) -> Iterator[date]:
    """Yield the days of a series in one month."""
    length = monthrange(year, month)[1]
    if rule.weekdays:
        days = {day for weekday in rule.weekdays for day in _such(weekday, year, month, length)}
        days &= set(rule.month_days) or days
    else:
        days = {day if day > 0 else length + 1 + day for day in rule.month_days or [rule.first.day]}
    ordered = [date(year, month, day) for day in sorted(days) if 1 <= day <= length]
    if rule.chosen:
        places = {place - 1 if place > 0 else len(ordered) + place for place in rule.chosen}
        ordered = [day for place, day in enumerate(ordered) if place in places]
    yield from (day for day in ordered if day >= rule.first)


def _such(weekday: _Weekday, year: int, month: int, length: int) -> list[int]:
    """Return the days of a month that are the n-th such weekday; every, where n is 0."""
    first = 1 + (weekday.day - date(year, month, 1).weekday()) % _WEEK
    every = list(range(first, length + 1, _WEEK))
    if not weekday.which:
        return every
    place = weekday.which - 1 if weekday.which > 0 else len(every) + weekday.which
    return every[place : place + 1] if place >= 0 else []
