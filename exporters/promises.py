"""Open promises as an iCalendar file: an all-day event where the words name a day, else a task."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Todo

from contacts.owed import FollowUp
from contacts.report import Matter
from exporters.legible import legible


def as_ics(matters: Iterable[Matter], as_of: date) -> bytes:
    """Return the open promises among the matters; the same on the same day, byte for byte."""
    calendar = Calendar()
    calendar.add("prodid", "-//weakties//promises//EN")
    calendar.add("version", "2.0")
    for matter in matters:
        if matter.what == FollowUp.PROMISE and matter.is_open:
            calendar.add_component(_entry(matter, as_of))
    written: bytes = calendar.to_ical()
    return written


def _entry(matter: Matter, as_of: date) -> Event | Todo:
    entry = Event() if matter.due else Todo()
    entry.add("uid", f"{matter.key}@weakties")
    entry.add("dtstamp", datetime.combine(as_of, time.min, UTC))
    entry.add("summary", legible(f"Promised to {matter.names[0]}: {matter.words or ''}"))
    entry.add("description", legible(matter.text))
    if matter.due:
        day = date.fromisoformat(matter.due)
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
    return entry
