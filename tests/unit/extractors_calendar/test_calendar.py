from pathlib import Path

import pytest

from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction
from extractors import calendar

ME = "ORGANIZER;CN=Ada Lindqvist:mailto:ada@fjord.example"


def event(*lines: str, day: str = "DTSTART:20240305T090000Z") -> str:
    body = "\r\n".join(["UID:1", "SUMMARY:Catch-up", day, *lines])
    return f"BEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\n"


def guest(name: str, mail: str, extra: str = "") -> str:
    return f'ATTENDEE;CN="{name}"{extra}:mailto:{mail}'


def read(tmp_path: Path, *events: str, owner: str = "", zone: str = "UTC") -> Extraction:
    path = tmp_path / "calendar.ics"
    text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + "".join(events) + "END:VCALENDAR\r\n"
    path.write_text(text, newline="")
    return calendar.extract(path, owner=owner, time_zone=zone)


def met(found: Extraction) -> list[tuple[str, str]]:
    names = found.claims[found.claims["property"] == "FN"].set_index("record_id")["value"]
    return sorted(
        (str(names.get(record, "")), str(on))
        for record, on in zip(
            found.interactions["record_id"], found.interactions["on"], strict=True
        )
    )


def test_a_guest_is_somebody_met_on_that_day(tmp_path: Path) -> None:
    found = read(tmp_path, event(ME, guest("Bo Ek", "bo@x.example")), owner="Ada Lindqvist")
    assert met(found) == [("Bo Ek", "2024-03-05")]
    assert list(found.interactions["text"]) == ["Catch-up"]


def test_the_owner_is_whoever_is_always_there(tmp_path: Path) -> None:
    one = event(ME, guest("Bo Ek", "bo@x.example"))
    other = event(guest("Cy Dahl", "cy@x.example"), guest("Ada Lindqvist", "ada@fjord.example"))
    assert [name for name, _ in met(read(tmp_path, one, other))] == ["Bo Ek", "Cy Dahl"]


def test_an_owner_who_cannot_be_told_is_not_guessed(tmp_path: Path) -> None:
    found = read(tmp_path, event(ME, guest("Bo Ek", "bo@x.example")))
    assert not met(found)
    assert [notice.kind for notice in found.notices] == ["owner_unknown"]


def test_an_event_without_guests_is_no_meeting(tmp_path: Path) -> None:
    found = read(tmp_path, event(), event(ME), owner="Ada Lindqvist")
    assert not met(found)
    assert found.read == 2


@pytest.mark.parametrize("extra", [";PARTSTAT=DECLINED", ";CUTYPE=ROOM", ";CUTYPE=RESOURCE"])
def test_who_declined_and_what_is_no_person_was_not_met(tmp_path: Path, extra: str) -> None:
    guests = (guest("Bo Ek", "bo@x.example"), guest("Not Here", "no@x.example", extra))
    found = read(tmp_path, event(ME, *guests), owner="Ada Lindqvist")
    assert [name for name, _ in met(found)] == ["Bo Ek"]


def test_the_day_is_that_of_the_owners_time_zone(tmp_path: Path) -> None:
    late = event(ME, guest("Bo Ek", "bo@x.example"), day="DTSTART:20240305T233000Z")
    found = read(tmp_path, late, owner="Ada Lindqvist", zone="Europe/Berlin")
    assert met(found) == [("Bo Ek", "2024-03-06")]


def test_one_address_is_one_person_by_whatever_name(tmp_path: Path) -> None:
    one = event(ME, guest("bo@x.example", "bo@x.example"))
    other = event(ME, guest("Bo Ek", "BO@x.example"), day="DTSTART;VALUE=DATE:20240401")
    found = read(tmp_path, one, other, owner="Ada Lindqvist")
    assert met(found) == [("Bo Ek", "2024-03-05"), ("Bo Ek", "2024-04-01")]


def test_a_meeting_without_a_day_is_rejected_and_said(tmp_path: Path) -> None:
    broken = event(ME, guest("Bo Ek", "bo@x.example"), day="DTSTART:yesterday")
    found = read(tmp_path, broken, owner="Ada Lindqvist")
    assert [rejection.line for rejection in found.rejected] == [1]


@pytest.mark.parametrize("content", [b"", b"no calendar", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"])
def test_what_is_no_calendar_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.ics"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError, match="no calendar"):
        calendar.extract(path, owner="", time_zone="UTC")
