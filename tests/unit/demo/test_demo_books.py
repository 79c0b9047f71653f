"""The address books and the calendar can be read, and say what the truth says."""

import icalendar
import vobject

from weakties.demo.addressbook import address_books, uid
from weakties.demo.calendar import calendar
from weakties.demo.world import World


def _cards(world: World) -> dict[str, str]:
    """Return UID and formatted name of every vCard."""
    found = {}
    for content in address_books(world.lives).values():
        for card in vobject.readComponents(content.decode()):
            found[card.uid.value.removeprefix("urn:uuid:")] = card.fn.value
    return found


def test_everybody_the_owner_saved_has_one_vcard(world: World) -> None:
    saved = {uid(life) for life in world.lives if life.in_address_book}
    assert saved
    assert _cards(world).keys() == saved


def test_friends_are_saved_under_what_friends_say(world: World) -> None:
    cards = _cards(world)
    for life in world.lives:
        if life.in_address_book and life.name.nickname:
            assert cards[uid(life)].startswith(life.name.nickname)


def test_no_line_of_a_vcard_is_longer_than_75_octets(world: World) -> None:
    for content in address_books(world.lives).values():
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        content.decode()


def test_both_versions_occur(world: World) -> None:
    books = address_books(world.lives)
    assert b"VERSION:3.0" in books["telephone.vcf"]
    assert b"VERSION:4.0" in books["computer.vcf"]


def test_the_calendar_has_every_appointment_with_its_guest(world: World) -> None:
    book = icalendar.Calendar.from_ical(calendar(world.stage, world.lives))
    guests = [event["ATTENDEE"] for event in book.walk("VEVENT") if "ATTENDEE" in event]
    appointments = [
        (f"mailto:{life.work_email_on(one.at.date())}", life.full_name_on(one.at.date()))
        for life in world.lives
        for one in life.appointments
    ]
    assert appointments
    assert [(str(guest), str(guest.params["CN"])) for guest in guests] == appointments


def test_the_calendar_has_the_events_as_whole_days(world: World) -> None:
    book = icalendar.Calendar.from_ical(calendar(world.stage, world.lives))
    found = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in book.walk("VEVENT")}
    for event in world.stage.events:
        assert found[event.name] == event.start
