"""The text of an event → who took part, what it was, and on which days."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Component, vBroken, vRecur

from contacts.identifiers import EmailKey, email_key
from extractors.calendar.components import EventText
from extractors.calendar.series import days_of

_EXCERPT = 200  # characters of a title
_YEARS = range(1900, 2200)
_LONGEST_EVENT = 10_000  # days


class UnreadableEventError(Exception):
    """Why an event cannot be read."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who was asked; `name` is empty where none is given."""

    name: str
    declined: bool


@dataclass(frozen=True, slots=True)
class Event:
    """An event: who was asked, and when it was.

    `start` is in its own zone, a date where it lasts whole days, `last` its last day, `length` how
    long it lasts, as far as that is said; `changed` is when it was last written. `rule` is empty
    for what was held once, `extra` and `left_out` are days of a series, `replaces` is the day of a
    series in whose place this one was held.
    """

    line: int
    uid: str
    summary: str
    url: str
    start: date
    last: date
    length: timedelta
    cancelled: bool
    guests: Mapping[EmailKey, Guest]
    changed: date | None
    rule: Mapping[str, tuple[object, ...]]
    until: date | None
    extra: tuple[date, ...]
    left_out: tuple[date, ...]
    replaces: date | None

    @property
    def is_series(self) -> bool:
        """Whether it was held more than once."""
        return bool(self.rule or self.extra)

    def days(self, zone: ZoneInfo, horizon: date, replaced: Iterable[date]) -> list[date]:
        """Return the owner's days on which it was held, in order.

        A series is known up to the day `horizon`; those of its days that are `replaced` have an
        event of their own.
        """
        first = local_day(self.start)
        held = {first}
        if self.rule:
            last = min(horizon, self.until) if self.until else horizon
            held |= set(days_of(self.rule, first, last))
        held |= {day for day in self.extra if day <= horizon}
        held -= {*self.left_out, *replaced}
        return sorted({day for one in held if (day := self._owners_day(one, zone))})

    def _owners_day(self, day: date, zone: ZoneInfo) -> date | None:
        """Return which day it is for the owner; None beyond the calendar's ends."""
        if not isinstance(self.start, datetime) or self.start.tzinfo is None:
            return day
        try:
            return datetime.combine(day, self.start.timetz()).astimezone(zone).date()
        except (OverflowError, ValueError):
            return None


def event_of(text: EventText) -> Event:
    """Return what an event says.

    Raises:
        UnreadableEventError: it cannot be read, or has no day.
    """
    if text.trouble:
        raise UnreadableEventError(text.trouble)
    try:
        found = Component.from_ical(text.as_bytes())
    except Exception as error:  # the library fails with whatever it ran into
        raise UnreadableEventError(f"is no event: {str(error)[:100]}") from error
    return _event(found, text.line)


def local_day(start: date) -> date:
    """Return the day of an instant in its own zone."""
    return start.date() if isinstance(start, datetime) else start


def _event(found: Component, line: int) -> Event:
    start = _moment(_first(found, "DTSTART"))
    if start is None:
        shown = " ".join(str(found.get("DTSTART", "")).split())[:40]
        raise UnreadableEventError(f"is on no day that can be read: {shown!r}")
    zone = start.tzinfo if isinstance(start, datetime) else None
    end = _end(found, start)
    rule, until = _rule(found, zone)
    replaces = _moment(_first(found, "RECURRENCE-ID"))
    written = (_moment(_first(found, name)) for name in ("DTSTAMP", "LAST-MODIFIED"))
    return Event(
        line=line,
        uid=_text(found, "UID"),
        summary=_text(found, "SUMMARY")[:_EXCERPT],
        url=_text(found, "URL"),
        start=start,
        last=_last_day(start, end),
        length=_length(start, end),
        cancelled=_text(found, "STATUS").upper() == "CANCELLED",
        guests=_guests(found),
        changed=max((local_day(day) for day in written if day), default=None),
        rule=rule,
        until=until,
        extra=tuple(_days(found, "RDATE", zone)),
        left_out=tuple(_days(found, "EXDATE", zone)),
        replaces=_day_in(replaces, zone) if replaces else None,
    )


def _first(found: Component, name: str) -> object:
    """Return a property; of one that is there several times, the first."""
    return next(iter(_listed(found.get(name))), None)


def _listed(value: object) -> list[object]:
    """Return the values of a property that could be parsed."""
    if value is None:
        return []
    return [
        one
        for one in (value if isinstance(value, list) else [value])
        if not isinstance(one, vBroken)
    ]


def _text(found: Component, name: str) -> str:
    return " ".join(str(_first(found, name) or "").split())


def _moment(value: object) -> date | None:
    """Return the day or the time of a property; None where it is neither, or of no calendar."""
    moment = getattr(value, "dt", None)
    return moment if isinstance(moment, date) and moment.year in _YEARS else None


def _end(found: Component, start: date) -> date | None:
    """Return when it ends: whole days end on the first day after them (RFC 5545, 3.6.1)."""
    end = _moment(_first(found, "DTEND"))
    length = getattr(_first(found, "DURATION"), "dt", None)
    if end is None and isinstance(length, timedelta) and abs(length.days) < _LONGEST_EVENT:
        return start + length
    return end


def _last_day(start: date, end: date | None) -> date:
    """Return the last day in its own zone; what ends at midnight ends the day before."""
    if end is None:
        return local_day(start)
    if not isinstance(end, datetime) or end.time() == time.min:
        end -= timedelta(days=1)
    return max(local_day(start), local_day(end))


def _length(start: date, end: date | None) -> timedelta:
    """Return how long it lasts, a day at least where it lasts whole days; zero if nobody says."""
    if not isinstance(start, datetime):
        return max(local_day(end or start) - start, timedelta(days=1))
    if not isinstance(end, datetime):
        return local_day(end) - start.date() if end else timedelta(0)
    if (start.tzinfo is None) != (end.tzinfo is None):
        start, end = start.replace(tzinfo=None), end.replace(tzinfo=None)
    return end - start


def _rule(
    found: Component, zone: tzinfo | None
) -> tuple[Mapping[str, tuple[object, ...]], date | None]:
    """Return the parts of the rule of a series, and the last day it may be held on."""
    value = _first(found, "RRULE")
    if not isinstance(value, vRecur):
        return {}, None
    parts = {str(name).upper(): tuple(_listed(part)) for name, part in value.items()}
    until = next((part for part in parts.pop("UNTIL", ()) if isinstance(part, date)), None)
    return parts, _day_in(until, zone) if until and until.year in _YEARS else None


def _days(found: Component, name: str, zone: tzinfo | None) -> Iterator[date]:
    """Yield the days of RDATE or EXDATE; of a period, its first."""
    for several in _listed(found.get(name)):
        for value in getattr(several, "dts", ()):
            moment = value.dt[0] if isinstance(value.dt, tuple) else value.dt
            if isinstance(moment, date) and moment.year in _YEARS:
                yield _day_in(moment, zone)


def _day_in(moment: date, zone: tzinfo | None) -> date:
    """Return the day of a moment where the event was held."""
    if isinstance(moment, datetime) and moment.tzinfo and zone:
        return moment.astimezone(zone).date()
    return local_day(moment)


def _guests(found: Component) -> dict[EmailKey, Guest]:
    """Return organiser and guests by address; of nobody, where nobody was asked; no rooms."""
    asked = _listed(found.get("ATTENDEE"))
    guests: dict[EmailKey, Guest] = {}
    for entry in [*_listed(found.get("ORGANIZER")), *asked] if asked else ():
        address = email_key(str(entry))
        if not address or _parameter(entry, "CUTYPE", "INDIVIDUAL") != "INDIVIDUAL":
            continue
        name = " ".join(_parameter(entry, "CN", "", upper=False).split())
        before = guests.get(address, Guest("", declined=False))
        guests[address] = Guest(
            before.name or ("" if email_key(name) else name),
            before.declined or _parameter(entry, "PARTSTAT", "") == "DECLINED",
        )
    return guests


def _parameter(entry: object, name: str, default: str, *, upper: bool = True) -> str:
    """Return a parameter; one that was given several values, parted by commas."""
    value = getattr(entry, "params", {}).get(name, default)
    text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return text.strip().upper() if upper else text
