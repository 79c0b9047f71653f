from pathlib import Path

import pytest

from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction
from extractors import calendar
from extractors.calendar.series import MOST

ME = "ORGANIZER;CN=Ada Lindqvist:mailto:ada@fjord.example"


def event(*lines: str, day: str = "DTSTART:20240305T090000Z", uid: str = "") -> str:
    named = f"UID:{uid or len(''.join(lines) + day)}"
    body = "\r\n".join([named, "SUMMARY:Catch-up", day, *lines])
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


BO = guest("Bo Ek", "bo@x.example")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (event(ME, BO, day="DTSTART:yesterday"), "is on no day that can be read: 'yesterday'"),
        (event(ME, BO, day="DTSTART:00010101T000000"), "is on no day"),
        (event(ME, BO, day="DURATION:PT1H"), "is on no day that can be read: ''"),
        ("BEGIN:VEVENT\r\nDTSTART:20240305T090000Z\r\n", "has no END:VEVENT"),
        (event(*[guest("x" * 900, "bo@x.example")] * 1200), "is larger than"),
    ],
)
def test_a_broken_event_is_rejected_with_its_line_and_stops_no_other(
    tmp_path: Path, broken: str, reason: str
) -> None:
    found = read(tmp_path, event(ME, BO), broken, event(ME, BO, uid="3"), owner="Ada Lindqvist")
    assert len(met(found)) == 2
    (rejected,) = found.rejected
    assert rejected.line == 11
    assert rejected.reason.startswith(reason)
    assert found.read == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is no calendar"),
        (b"no calendar", "is no calendar"),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "is no calendar"),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
            "no event of 1 can be read; line 2: has no END:VEVENT",
        ),
    ],
)
def test_what_is_no_calendar_is_said(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "x.ics"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError, match=reason):
        calendar.extract(path, owner="", time_zone="UTC")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_encoding_of_its_own_changes_nothing(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.ics"
    text = f"BEGIN:VCALENDAR\r\n{event(ME, guest('José Ek', 'j@x.example'))}END:VCALENDAR\r\n"
    path.write_bytes(text.encode(encoding))
    found = calendar.extract(path, owner="Ada Lindqvist", time_zone="UTC")
    assert met(found) == [("José Ek", "2024-03-05")]


@pytest.mark.parametrize(
    "lines",
    [
        (ME, BO, "STATUS:CANCELLED"),
        (f"{ME}", BO, 'ATTENDEE;CN="Ada Lindqvist";PARTSTAT=DECLINED:mailto:ada@fjord.example'),
    ],
)
def test_what_was_called_off_or_declined_by_the_owner_was_no_meeting(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    found = read(tmp_path, event(*lines), owner="Ada Lindqvist")
    assert not met(found)
    assert not len(found.observations)


def test_a_file_that_calls_off_is_no_meeting(tmp_path: Path) -> None:
    found = read(tmp_path, "METHOD:CANCEL\r\n", event(ME, BO), owner="Ada Lindqvist")
    assert not met(found)
    assert found.counts["events_cancelled"] == 1


def test_an_event_that_is_there_twice_was_held_once(tmp_path: Path) -> None:
    found = read(tmp_path, event(ME, BO), event(ME, BO), owner="Ada Lindqvist")
    assert met(found) == [("Bo Ek", "2024-03-05")]


WRITTEN = "DTSTAMP:20240401T000000Z"


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("RRULE:FREQ=WEEKLY", ["03-05", "03-12", "03-19", "03-26"]),
        ("RRULE:FREQ=WEEKLY;COUNT=2", ["03-05", "03-12"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20240319T090000Z", ["03-05", "03-12", "03-19"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU", ["03-05", "03-18", "03-19", "04-01"]),
        ("RRULE:FREQ=DAILY;INTERVAL=10", ["03-05", "03-15", "03-25"]),
        ("RRULE:FREQ=DAILY;BYDAY=FR;UNTIL=20240320", ["03-05", "03-08", "03-15"]),
        ("RRULE:FREQ=MONTHLY;UNTIL=20230101", []),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR", ["03-05", "03-29"]),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=5,-1", ["03-05", "03-31"]),
        ("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1", ["03-05", "03-27"]),
        ("RRULE:FREQ=YEARLY", ["03-05"]),
        ("RRULE:FREQ=SECONDLY", ["03-05"]),
        ("RRULE:FREQ=NEVER", ["03-05"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=0", ["03-05"]),
        ("RDATE:20240307T090000Z,20240501T090000Z", ["03-05", "03-07"]),
        ("RDATE;VALUE=PERIOD:20240307T090000Z/PT1H", ["03-05", "03-07"]),
    ],
)
def test_a_series_is_held_up_to_the_day_the_file_was_written(
    tmp_path: Path, rule: str, days: list[str]
) -> None:
    found = read(tmp_path, event(ME, BO, rule, WRITTEN), owner="Ada Lindqvist")
    expected = [("Bo Ek", f"2024-{day}") for day in days or ["03-05"]]
    assert met(found) == expected


def test_days_left_out_moved_or_called_off_are_not_held(tmp_path: Path) -> None:
    series = event(ME, BO, "RRULE:FREQ=WEEKLY", "EXDATE:20240312T090000Z", WRITTEN, uid="s")
    moved = event(ME, BO, "RECURRENCE-ID:20240319T090000Z", day="DTSTART:20240320T090000Z", uid="s")
    off = event(ME, BO, "RECURRENCE-ID:20240326T090000Z", "STATUS:CANCELLED", uid="s")
    found = read(tmp_path, series, moved, off, owner="Ada Lindqvist")
    assert met(found) == [("Bo Ek", "2024-03-05"), ("Bo Ek", "2024-03-20")]


def test_an_endless_series_is_its_first_day_and_its_last_ones(tmp_path: Path) -> None:
    daily = event(ME, BO, "RRULE:FREQ=DAILY", WRITTEN, day="DTSTART:19800101T090000Z")
    days = [on for _, on in met(read(tmp_path, daily, owner="Ada Lindqvist"))]
    assert len(days) == MOST + 1
    assert (days[0], days[-1]) == ("1980-01-01", "2024-04-01")


ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:-0800\r\nTZOFFSETTO:-0800\r\n{}END:STANDARD\r\nEND:VTIMEZONE\r\n"
)


@pytest.mark.parametrize(
    ("before", "day", "on"),
    [
        ("", "DTSTART;TZID=America/Los_Angeles:20240305T200000", "2024-03-06"),
        ("", 'DTSTART;TZID="Pacific Standard Time":20240305T200000', "2024-03-06"),
        ("", "DTSTART;TZID=/vendor.example/America/Los_Angeles:20240305T200000", "2024-03-06"),
        (ZONE.format(""), "DTSTART;TZID=Office:20240305T200000", "2024-03-06"),
        ("", "DTSTART;TZID=Office:20240305T200000", "2024-03-05"),  # not that of another file
        (ZONE.format("RRULE:FREQ=SECONDLY\r\n"), "DTSTART;TZID=Office:20240305T200000",
         "2024-03-05"),
        ("", "DTSTART:20240305T200000", "2024-03-05"),  # floating: wherever the owner is
        ("", "DTSTART;VALUE=DATE:20240305", "2024-03-05"),
    ],
)  # fmt: skip
def test_a_meeting_is_on_the_owners_day_wherever_it_was_held(
    tmp_path: Path, before: str, day: str, on: str
) -> None:
    found = read(tmp_path, before, event(ME, BO, day=day), owner="Ada Lindqvist", zone="Asia/Tokyo")
    assert met(found) == [("Bo Ek", on)]


def test_an_alarm_asks_nobody(tmp_path: Path) -> None:
    alarm = ("BEGIN:VALARM", "SUMMARY:Ring", guest("Al Arm", "al@x.example"), "END:VALARM")
    found = read(tmp_path, event(ME, *alarm, BO), owner="Ada Lindqvist")
    assert met(found) == [("Bo Ek", "2024-03-05")]


@pytest.mark.parametrize(
    ("lines", "day", "span"),
    [
        (("DTEND;VALUE=DATE:20240308",), "DTSTART;VALUE=DATE:20240305", ("03-05", "03-07")),
        (("DTEND:20240306T000000Z",), "DTSTART:20240305T180000Z", ("03-05", "03-05")),
        (("DURATION:P2D",), "DTSTART;VALUE=DATE:20240305", ("03-05", "03-06")),
        (("DURATION:PT3H",), "DTSTART:20240305T180000Z", ("03-05", "03-05")),
        ((), "DTSTART;VALUE=DATE:20240305", ("03-05", "03-05")),
        (("DTEND:20240306T000000",), "DTSTART:20240305T180000Z", ("03-05", "03-05")),
    ],
)
def test_an_event_of_which_no_guest_is_known_is_told_with_its_days(
    tmp_path: Path, lines: tuple[str, ...], day: str, span: tuple[str, str]
) -> None:
    found = read(tmp_path, event(*lines, day=day), owner="Ada Lindqvist")
    ((name, start, end),) = [(one.name, one.start, one.end) for one in found.events]
    assert (name, f"{start:%m-%d}", f"{end:%m-%d}") == ("Catch-up", *span)


@pytest.mark.parametrize(
    "lines", [("DTEND:20240305T190000Z",), ("DTEND:20240301T000000Z",), ("DURATION:PT2H",), ()]
)
def test_an_hour_alone_is_no_event_to_ask_about(tmp_path: Path, lines: tuple[str, ...]) -> None:
    short = event(*lines, day="DTSTART:20240305T180000Z")
    assert not read(tmp_path, short, owner="Ada Lindqvist").events


def test_a_series_or_a_meeting_is_no_event_to_ask_about(tmp_path: Path) -> None:
    series, meeting = event("RRULE:FREQ=WEEKLY", WRITTEN), event(ME, BO)
    assert not read(tmp_path, series, meeting, owner="Ada Lindqvist").events
