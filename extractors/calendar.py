"""iCalendar: meetings with attendees → whom the owner met, and when.

An event without attendees says where the owner was, not with whom, and is counted alone. A series
counts on its first day: how often it was held is not written down.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, vCalAddress

from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction, Notice, Rejection, gathered
from contacts.identifiers import EmailKey, calendar_id, email_key, folded_name
from contacts.interactions import Direction, Interaction, InteractionKind

VERSION = "1"
_LARGEST = 50_000_000  # bytes; decades of meetings take a tenth
_EXCERPT = 200
_TELLING = 2  # events from which on the one address in all of them is the owner's


@dataclass(frozen=True, slots=True)
class _Meeting:
    """An event and who took part: names by address, an empty one where none is given."""

    number: int
    summary: str
    on: date
    party: Mapping[EmailKey, str]


def extract(path: Path, *, owner: str, time_zone: str) -> Extraction:
    """Return the people met in the events of a calendar file.

    `owner` is whose calendar it is, by name; where that is empty or not found, the one address
    that takes part in every meeting is taken for the owner's. `time_zone` says on which day a
    meeting was for the owner.

    Raises:
        UnreadableSourceError: the file is no calendar.
    """
    events = list(_events(path))
    rejected: list[Rejection] = []
    meetings = list(_meetings(events, path.name, ZoneInfo(time_zone), rejected))
    own = _own_addresses(meetings, owner)
    notices: tuple[Notice, ...] = ()
    if meetings and not own:
        words = "whose calendar this is cannot be told; set `owner` to your name and run --retry"
        notices = (Notice(path.name, None, "owner_unknown", words),)
        meetings = []
    names = _names(meetings, own)
    return gathered(
        (_record(address, name) for address, name in sorted(names.items())),
        _interactions(meetings, own),
        extractor="calendar",
        version=VERSION,
        read=len(events),
        rejected=tuple(rejected),
        notices=notices,
    )


def _events(path: Path) -> Iterator[Component]:
    if path.stat().st_size > _LARGEST:
        raise UnreadableSourceError(path.name, "is larger than 50 MB", "export fewer years")
    try:
        calendars = Calendar.from_ical(path.read_bytes(), multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        reason = f"is no calendar: {str(error)[:100]}"
        raise UnreadableSourceError(path.name, reason, "export it again as .ics") from None
    if not calendars:
        raise UnreadableSourceError(path.name, "is no calendar", "export it again as .ics")
    for calendar in calendars:
        yield from calendar.walk("VEVENT")


def _meetings(
    events: list[Component], file: str, zone: ZoneInfo, rejected: list[Rejection]
) -> Iterator[_Meeting]:
    for number, event in enumerate(events, start=1):
        party = _party(event)
        if not party:
            continue
        start = event.decoded("DTSTART", None)
        on = _day(start, zone) if isinstance(start, date) else None
        if on is None:
            rejected.append(Rejection(file, number, f"a meeting whose day is {str(start)[:40]!r}"))
            continue
        summary = " ".join(str(event.get("SUMMARY", "")).split())[:_EXCERPT]
        yield _Meeting(number, summary, on, party)


def _day(start: date, zone: ZoneInfo) -> date | None:
    """Return the owner's day, None beyond the calendar's ends."""
    if not isinstance(start, datetime):
        return start
    try:
        return (start if start.tzinfo else start.replace(tzinfo=zone)).astimezone(zone).date()
    except OverflowError:
        return None


def _party(event: Component) -> dict[EmailKey, str]:
    """Return who took part; whoever declined did not, nor did a room."""
    told = [
        entry
        for name in ("ORGANIZER", "ATTENDEE")
        for entry in _listed(event.get(name))
        if "DECLINED" not in _parameter(entry, "PARTSTAT", "").upper()
        and _parameter(entry, "CUTYPE", "INDIVIDUAL").upper() == "INDIVIDUAL"
    ]
    if not _listed(event.get("ATTENDEE")):
        return {}
    party: dict[EmailKey, str] = {}
    for entry in told:
        if address := email_key(str(entry)):
            name = " ".join(_parameter(entry, "CN", "").split())
            party[address] = party.get(address) or ("" if email_key(name) else name)
    return party


def _parameter(entry: vCalAddress, name: str, default: str) -> str:
    """Return a parameter; one that was given several values, parted by commas."""
    value = entry.params.get(name, default)
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def _listed(value: vCalAddress | list[vCalAddress] | None) -> list[vCalAddress]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _own_addresses(meetings: list[_Meeting], owner: str) -> frozenset[EmailKey]:
    named = {
        address
        for meeting in meetings
        for address, name in meeting.party.items()
        if owner and folded_name(name) == folded_name(owner)
    }
    if named:
        return frozenset(named)
    seen = Counter(address for meeting in meetings for address in meeting.party)
    always = [address for address, number in seen.items() if number == len(meetings)]
    telling = len(meetings) >= _TELLING and len(always) == 1
    return frozenset(always if telling else ())


def _names(meetings: list[_Meeting], own: frozenset[EmailKey]) -> dict[EmailKey, str]:
    """Return each other address and the last name it had."""
    names: dict[EmailKey, str] = {}
    for meeting in sorted(meetings, key=lambda one: (one.on, one.number)):
        for address, name in meeting.party.items():
            if address not in own:
                names[address] = name or names.get(address, "")
    return names


def _record(address: EmailKey, name: str) -> ContactRecord:
    claims = [Claim(Property.EMAIL, address)]
    if name:
        claims.insert(0, Claim(Property.NAME, name))
    raw = json.dumps({"name": name, "email": address}, ensure_ascii=False)
    return ContactRecord(
        calendar_id(address), RecordSource.CALENDAR, f"attendee {address}", tuple(claims), raw=raw
    )


def _interactions(meetings: list[_Meeting], own: frozenset[EmailKey]) -> Iterator[Interaction]:
    for meeting in meetings:
        others = [address for address in meeting.party if address not in own]
        for address in others:
            yield Interaction(
                calendar_id(address),
                InteractionKind.MET,
                Direction.BOTH,
                meeting.on,
                f"event {meeting.number}",
                recipients=len(others),
                text=meeting.summary or None,
            )
