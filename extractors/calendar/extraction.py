"""The events of a file → the people met in them, and the events the owner went to.

An event without guests says where the owner was, not with whom. What was called off, and what the
owner or a guest declined, is no meeting of theirs.
"""

import json
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction, Notice, Rejection, gathered
from contacts.identifiers import EmailKey, calendar_id, folded_name
from contacts.interactions import Direction, Interaction, InteractionKind
from contacts.owner import OwnerEvent
from extractors.calendar.components import EventReader
from extractors.calendar.events import Event, UnreadableEventError, event_of, local_day

VERSION = "2"
_SHORTEST_OCCASION = timedelta(hours=3)  # judgement
_MOST_MEETINGS = 500_000  # with one person each; what is beyond it counts on its first day
_TELLING = 2  # events from which on the one address in all of them is the owner's


@dataclass(frozen=True, slots=True)
class _Meeting:
    """An event that was held, on the owner's days."""

    event: Event
    days: list[date]


@dataclass(slots=True)
class _Told:
    """What a file says: the events that were held, and what became of the others."""

    events: list[Event]
    rejected: list[Rejection]
    read: int
    cancelled: int


def extract(path: Path, *, owner: str, time_zone: str) -> Extraction:
    """Return the people met in the events of a calendar file.

    `owner` is whose calendar it is, by name; where that is empty or not found, the one address
    that is asked to every meeting is taken for the owner's. `time_zone` says on which day a
    meeting was for the owner. A series is counted up to the day the file was last written to.

    Raises:
        UnreadableSourceError: the file is no calendar, or none of its events can be read.
    """
    told = _told(path)
    meetings, own = _held(told.events, ZoneInfo(time_zone)), frozenset[EmailKey]()
    with_guests = [meeting for meeting in meetings if meeting.event.guests]
    own = _own_addresses(with_guests, owner)
    notices: tuple[Notice, ...] = ()
    if with_guests and not own:
        words = "whose calendar this is cannot be told; set `owner` to your name and run --retry"
        notices = (Notice(path.name, None, "owner_unknown", words),)
    met = [meeting for meeting in with_guests if own and not _declined(meeting.event, own)]
    names = _names(met, own)
    extraction = gathered(
        (_record(address, name) for address, name in sorted(names.items())),
        _interactions(met, own),
        extractor="calendar",
        version=VERSION,
        read=told.read,
        rejected=tuple(told.rejected),
        notices=notices,
    )
    counts = {
        "events_read": told.read,
        "events_cancelled": told.cancelled,
        "events_rejected": len(told.rejected),
        "meetings": sum(len(meeting.days) for meeting in met),
    }
    return replace(extraction, counts=counts, events=tuple(_attended(meetings)))


def _told(path: Path) -> _Told:
    told = _Told([], [], 0, 0)
    with path.open("rb") as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a guess at a zone's name is as good as any
        reader = EventReader(stream)
        for text in reader:
            told.read += 1
            try:
                told.events.append(event_of(text))
            except UnreadableEventError as error:
                told.rejected.append(Rejection(path.name, text.line, str(error)))
    if not reader.is_calendar:
        raise UnreadableSourceError(path.name, "is no calendar", "export it again as .ics")
    if told.rejected and not told.events:
        reason = f"no event of {told.read} can be read; {_shown(told.rejected[0])}"
        raise UnreadableSourceError(path.name, reason, "export it again as .ics")
    if reader.is_cancellation:
        told.cancelled, told.events = len(told.events), []
    return told


def _shown(first: Rejection) -> str:
    return f"line {first.line}: {first.reason}"


def _held(events: Sequence[Event], zone: ZoneInfo) -> list[_Meeting]:
    """Return the events that were held, each once, with their days."""
    once = {(event.uid, event.replaces, event.start, event.summary): event for event in events}
    instead: dict[str, list[date]] = {}
    for event in once.values():
        if event.uid and event.replaces:
            instead.setdefault(event.uid, []).append(event.replaces)
    horizon, left = _horizon(events), _MOST_MEETINGS
    held = []
    for event in once.values():
        replaced = instead.get(event.uid, ()) if event.is_series else ()
        days = [] if event.cancelled else event.days(zone, horizon, replaced)
        if left < len(days) * len(event.guests):
            days = days[:1]
        left -= len(days) * len(event.guests)
        if days:
            held.append(_Meeting(event, days))
    return held


def _horizon(events: Sequence[Event]) -> date:
    """Return the newest day the file knows of: when it was written, or its last single event."""
    written = max((event.changed for event in events if event.changed), default=None)
    single = (local_day(event.start) for event in events if not event.is_series)
    return written or max(single, default=date.min)


def _own_addresses(meetings: Sequence[_Meeting], owner: str) -> frozenset[EmailKey]:
    guests = [meeting.event.guests for meeting in meetings]
    named = {
        address
        for asked in guests
        for address, guest in asked.items()
        if owner and folded_name(guest.name) == folded_name(owner)
    }
    if named:
        return frozenset(named)
    seen = Counter(address for asked in guests for address in asked)
    always = [address for address, number in seen.items() if number == len(guests)]
    telling = len(guests) >= _TELLING and len(always) == 1
    return frozenset(always if telling else ())


def _declined(event: Event, own: frozenset[EmailKey]) -> bool:
    answers = [event.guests[address].declined for address in own & event.guests.keys()]
    return bool(answers) and all(answers)


def _others(event: Event, own: frozenset[EmailKey]) -> dict[EmailKey, str]:
    """Return who was there beside the owner, by address."""
    return {
        address: guest.name
        for address, guest in event.guests.items()
        if address not in own and not guest.declined
    }


def _names(meetings: Sequence[_Meeting], own: frozenset[EmailKey]) -> dict[EmailKey, str]:
    """Return each other address and the last name it had."""
    names: dict[EmailKey, str] = {}
    for meeting in sorted(meetings, key=lambda one: (one.days[-1], one.event.line)):
        for address, name in _others(meeting.event, own).items():
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


def _interactions(meetings: Sequence[_Meeting], own: frozenset[EmailKey]) -> Iterator[Interaction]:
    for meeting in meetings:
        others = _others(meeting.event, own)
        for address in others:
            for day in meeting.days:
                yield Interaction(
                    calendar_id(address),
                    InteractionKind.MET,
                    Direction.BOTH,
                    day,
                    f"line {meeting.event.line}",
                    recipients=len(others),
                    text=meeting.event.summary or None,
                )


def _attended(meetings: Sequence[_Meeting]) -> Iterator[OwnerEvent]:
    """Yield the events of which nobody knows who else went.

    A series is no event, nor is what is shorter than a fair or a course: the dentist, a call.
    """
    for meeting in meetings:
        event = meeting.event
        is_occasion = event.length >= _SHORTEST_OCCASION and not event.is_series
        if event.summary and is_occasion and not event.guests:
            first = meeting.days[0]
            last = first + (event.last - local_day(event.start))
            yield OwnerEvent(event.summary, first, last, event.url, f"line {event.line}")
