"""Whatever lies in an address book or a calendar: it is read, or refused in words."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contacts.errors import WeaktiesError
from contacts.extraction import Extraction
from extractors import addressbook, calendar, vcard
from extractors.calendar.series import MOST, days_of

CARD = [
    b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"FN:Bo Ek", b"N:Ek;Bo;;;", b"AGENT:",
    b"N;CHARSET=unicode_escape;ENCODING=QUOTED-PRINTABLE:=5Cud800=", b"=C3", b" folded", b"\ttab",
    b"FN;CHARSET=undefined;QUOTED-PRINTABLE:=C3=BC", b"item1.EMAIL:bo@x.example", b'TEL;TYPE="a:1',
    b"item1.X-ABLabel:_$!<Work>!$_", b"PHOTO;ENCODING=b:", b"AAAA", b"REV:20240230", b"ORG:;;\\",
    b"UID:1", b"ADR:;;;;;;;;;", b"FN;CHARSET=utf-7:+2AA-", b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"",
    b"X-SOCIALPROFILE;type=linkedin;x-user=bo:x-apple:bo", b"NOTE:\\n\\", b"TEL;CELL:tel:+1;ext=2",
]  # fmt: skip
TABLE = [
    b"First Name,Last Name,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Notes",
    b"Anrede;Vorname;Nachname;Firma;Mobiltelefon;E-Mail-Adresse", b"sep=;", b"Bo,Ek,,,,", b'"',
    b'Bo,"Ek', b",,bo@x.example ::: b@y.example,Work,'+46 70 00,x", b"Herr;Bo;Ek;;;", b",,,,,",
    b"=cmd(),@x,+1,-2,\t,\r", b"\xe9\xff", b"\xff\xfe", b"\0", b"", b"a,b,c,d,e,f,g,h",
]  # fmt: skip
EVENTS = [
    b"BEGIN:VCALENDAR", b"END:VCALENDAR", b"BEGIN:VEVENT", b"END:VEVENT", b"BEGIN:VTIMEZONE",
    b"END:VTIMEZONE", b"TZID:X", b"BEGIN:STANDARD", b"END:STANDARD", b"TZOFFSETFROM:+9999",
    b"TZOFFSETTO:+0100", b"DTSTART:20240305T090000Z", b"DTSTART;TZID=X:20240305T090000",
    b"DTSTART:00010101T000000", b"DTSTART;TZID=../../etc/passwd:99991231T235959", b"DTSTART:x",
    b"RRULE:FREQ=SECONDLY", b"RRULE:FREQ=WEEKLY;BYDAY=TU,XX;INTERVAL=0", b"RRULE:FREQ=MONTHLY",
    b"RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", b"RDATE;VALUE=PERIOD:20240101T000000Z/PT1H",
    b"EXDATE:20240312T090000Z,x", b"RECURRENCE-ID:20240312T090000Z", b"STATUS:CANCELLED",
    b"ATTENDEE;CN=Bo:mailto:bo@x.example", b"ORGANIZER;CN=Me:mailto:me@x.example", b" folded",
    b"SUMMARY:Fair", b"DTEND:20240305", b"DURATION:P99999999W", b"DTSTAMP:20260101T000000Z",
    b"UID:1", b"METHOD:CANCEL", b"BEGIN:VALARM", b"END:VALARM", b"\xff\xfe", b"\0", b"\xe9", b"",
]  # fmt: skip

BOUNDED = settings(
    max_examples=50, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
Read = Callable[[Path], Extraction]


def pieces(lines: list[bytes]) -> st.SearchStrategy[bytes]:
    line = st.one_of(st.sampled_from(lines), st.binary(max_size=12))
    ends = st.sampled_from([b"\r\n", b"\n", b"\r", b""])
    return st.lists(st.tuples(line, ends), max_size=40).map(
        lambda found: b"".join(text + end for text, end in found)
    )


def calendar_of(path: Path) -> Extraction:
    return calendar.extract(path, owner="Me", time_zone="Europe/Berlin")


@pytest.mark.parametrize(
    ("read", "lines", "head"),
    [
        (vcard.extract, CARD, b""),
        (vcard.extract, CARD, b"BEGIN:VCARD\r\nFN:Bo\r\n"),
        (addressbook.extract, TABLE, b""),
        (addressbook.extract, TABLE, TABLE[0] + b"\r\n"),
        (calendar_of, EVENTS, b"BEGIN:VCALENDAR\r\n"),
        (calendar_of, EVENTS, b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + EVENTS[11] + b"\r\n"),
    ],
    ids=["vcard", "a begun card", "table", "a begun table", "calendar", "a begun event"],
)
def test_any_bytes_are_read_or_refused_in_words(
    tmp_path: Path, read: Read, lines: list[bytes], head: bytes
) -> None:
    path = tmp_path / "file"

    @BOUNDED
    @given(pieces(lines))
    def law(tail: bytes) -> None:
        path.write_bytes(head + tail)
        try:
            found = read(path)
        except WeaktiesError:
            return
        if found.extractor != "calendar":
            assert found.read == len(found.rejected) + len(found.observations)
        told = [*found.claims["value"], *found.observations["raw"]]
        "".join(told).encode()  # no half of a surrogate pair

    law()


GOLDEN = Path(__file__).parents[1] / "golden" / "vcard"
WHOLE = {
    "vcard": (vcard.extract, b"".join(path.read_bytes() for path in sorted(GOLDEN.glob("*.vcf")))),
    "table": (addressbook.extract, b"\r\n".join([TABLE[0], TABLE[3], TABLE[6], TABLE[3]])),
    "calendar": (
        calendar_of,
        b"\r\n".join([
            *EVENTS[:1], *EVENTS[4:11], b"TZNAME:X", EVENTS[8], EVENTS[5], EVENTS[2], EVENTS[12],
            b"RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20250101T000000Z", *EVENTS[20:21], EVENTS[22],
            *EVENTS[24:26], EVENTS[27], EVENTS[28], EVENTS[30], EVENTS[31], EVENTS[3], EVENTS[1],
        ]),
    ),
}  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from([0, 0, 1, 1, 7, 30]),
        st.one_of(
            st.sampled_from(
                [b"", b'"', b";", b":", b"=", b",", b"\\", b"\r", b"\n ", b"\0", b"9" * 12]
            ),
            st.binary(max_size=4),
        ),
    ),
    max_size=8,
)


@pytest.mark.parametrize("kind", WHOLE)
def test_a_damaged_file_is_read_or_refused_in_words(tmp_path: Path, kind: str) -> None:
    read, whole = WHOLE[kind]
    path = tmp_path / "file"

    @BOUNDED
    @given(EDITS)
    def law(edits: list[tuple[float, int, bytes]]) -> None:
        damaged = whole
        for where, cut, put in edits:
            at = int(where * len(damaged))
            damaged = damaged[:at] + put + damaged[at + cut :]
        path.write_bytes(damaged)
        try:
            found = read(path)
        except WeaktiesError:
            return
        assert found.read >= len(found.rejected)

    law()


@pytest.mark.parametrize(
    ("read", "head", "entry"),
    [
        (vcard.extract, "", "BEGIN:VCARD\nFN:Bo {0}\nUID:{1}\nEMAIL:{0}@x.example\nEND:VCARD\n"),
        (addressbook.extract, "Name,Notes,E-mail 1 - Value\n", "Bo {0},{1},{0}@x.example\n"),
    ],
    ids=["vcard", "table"],
)
def test_an_address_book_in_any_order_has_the_same_records(
    tmp_path: Path, read: Read, head: str, entry: str
) -> None:
    path = tmp_path / "book"
    entries = [entry.format(number % 5, number % 3) for number in range(7)]
    path.write_text(head + "".join(entries))
    straight = sorted(read(path).observations["record_id"])

    @settings(BOUNDED, max_examples=20)
    @given(st.permutations(entries))
    def law(mixed: list[str]) -> None:
        path.write_text(head + "".join(mixed))
        assert sorted(read(path).observations["record_id"]) == straight

    law()


RULES = st.fixed_dictionaries(
    {"FREQ": st.sampled_from([["DAILY"], ["WEEKLY"], ["MONTHLY"], ["YEARLY"], ["HOURLY"]])},
    optional={
        "INTERVAL": st.integers(-1, 2000).map(lambda n: [n]),
        "COUNT": st.integers(-1, 900).map(lambda n: [n]),
        "BYDAY": st.lists(st.sampled_from(["MO", "FR", "1TU", "-1SU", "9WE", "", "X"]), max_size=3),
        "BYMONTHDAY": st.lists(st.integers(-32, 32), max_size=3),
        "BYMONTH": st.lists(st.integers(0, 13), max_size=3),
        "BYSETPOS": st.lists(st.integers(-3, 3), max_size=2),
        "WKST": st.sampled_from([["SU"], ["MO"], ["?"]]),
    },
)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@BOUNDED
@given(RULES, DAYS, DAYS)
def test_the_days_of_a_series_are_few_in_order_and_between_its_ends(
    rule: dict[str, list[object]], first: date, last: date
) -> None:
    days = days_of(rule, first, last)
    assert days == sorted(set(days))
    assert len(days) <= MOST
    assert all(first <= day <= last for day in days)
