"""The owner's calendar: appointments with their attendees, and the events as whole days."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as CalendarEvent

from weakties.demo.chance import generator
from weakties.demo.encounters import Event
from weakties.demo.lives import Appointment, Life
from weakties.demo.meetings import Stage

_NOISE = ("Dentist", "Team meeting", "Piano lesson", "Parents' evening", "Focus time")
_WEEKS_OF_NOISE = 26


def appointment_uid(life: Life, appointment: Appointment) -> str:
    """Return the UID of an appointment."""
    return f"{life.key}-{appointment.at:%Y%m%dT%H%M}@calendar.example"


def calendar(stage: Stage, lives: Sequence[Life]) -> bytes:
    """Return the calendar as iCalendar (RFC 5545); the same world gives the same bytes."""
    book = Calendar()
    book.add("prodid", "-//weakties//invented world//EN")
    book.add("version", "2.0")
    stamp = datetime.combine(stage.today, time(), UTC)
    for number, event in enumerate(stage.events, 1):
        book.add_component(_whole_days(event, number, stamp))
    for life in lives:
        for appointment in life.appointments:
            book.add_component(_appointment(life, appointment, stage, stamp))
    for component in _noise(stage, stamp):
        book.add_component(component)
    return bytes(book.to_ical())


def _whole_days(event: Event, number: int, stamp: datetime) -> CalendarEvent:
    component = _component(f"event-{number}@calendar.example", event.name, event.place, stamp)
    component.add("dtstart", event.start)
    component.add("dtend", event.end + timedelta(days=1))
    return component


def _appointment(
    life: Life, appointment: Appointment, stage: Stage, stamp: datetime
) -> CalendarEvent:
    component = _component(
        appointment_uid(life, appointment), appointment.subject, appointment.place, stamp
    )
    component.add("dtstart", appointment.at)
    component.add("dtend", appointment.at + timedelta(minutes=appointment.minutes))
    organizer = vCalAddress(f"mailto:{stage.owner.emails[-1]}")
    organizer.params["CN"] = vText(stage.owner.name.full)
    component.add("organizer", organizer)
    day = appointment.at.date()
    guest = vCalAddress(f"mailto:{life.work_email_on(day)}")
    guest.params["CN"] = vText(life.full_name_on(day))
    guest.params["PARTSTAT"] = vText("ACCEPTED")
    component.add("attendee", guest)
    return component


def _noise(stage: Stage, stamp: datetime) -> list[CalendarEvent]:
    """Return appointments with nobody."""
    rng = generator(stage.seed, "calendar")
    found = []
    for week in range(_WEEKS_OF_NOISE):
        day = stage.today - timedelta(days=7 * week + rng.randint(1, 5))
        component = _component(f"own-{week}@calendar.example", rng.choice(_NOISE), "", stamp)
        start = datetime.combine(day, time(rng.randint(8, 17)), UTC)
        component.add("dtstart", start)
        component.add("dtend", start + timedelta(minutes=45))
        found.append(component)
    return found


def _component(uid: str, summary: str, place: str, stamp: datetime) -> CalendarEvent:
    component = CalendarEvent()
    component.add("uid", uid)
    component.add("dtstamp", stamp)
    component.add("summary", summary)
    if place:
        component.add("location", place)
    return component
