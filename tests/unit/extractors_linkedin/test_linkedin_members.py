"""What the smaller files of the archive say: the phone book, follows, the owner's own life."""

import io
import zipfile
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from contacts import frames
from contacts.claims import Property, RecordSource
from contacts.extraction import Extraction
from contacts.identifiers import ProfileSlug, linkedin_id
from contacts.owner import OwnerPeriod, PeriodKind
from extractors import linkedin
from extractors.linkedin.dates import Order

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,Lee,https://www.linkedin.com/in/ann-lee,ann@acme.example,Acme,Head,05 Mar 2024\n"
    "Ben,Ochs,https://www.linkedin.com/in/ben-ochs,,Bolt,Chef,04 Mar 2024\n"
    "Ben,Ochs,https://www.linkedin.com/in/ben-o,,Bark,Cook,03 Mar 2024\n"
)
PHONE_BOOKS = {
    "Imported Contacts.csv": (  # 2018
        "First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At\n"
        'Annie,Lee,,,ANN@acme.example,+44 20 7946 0018,"3/5/18, 1:05 PM"\n'
        'Zoe,Quill,Quill & Co,Boss,zoe@quill.example,,"3/6/18, 1:05 PM"\n'
        ',,,,who@nowhere.example,,"3/6/18, 1:05 PM"\n'
    ),
    "Contacts.csv": (  # 2022 to 2024
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,"
        "InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles\n"
        'GOOGLE_CONTACTS,,,,,ann@acme.example,+44 20 7946 0018,"3/5/18, 1:05 PM",,,,Annie Lee,,,,\n'
        "MOBILE_CONTACTS,Zoe,Quill,Quill & Co,Boss,zoe@quill.example,,"
        '"3/6/18, 1:05 PM",,,,Zoe Quill,,,,\n'
        'MOBILE_CONTACTS,,,,,who@nowhere.example,,"3/6/18, 1:05 PM",,,,,,,,\n'
    ),
    "ImportedContacts.csv": (  # 2025 and after
        "FirstName,MiddleName,LastName,MaidenName,NickName,NamePrefix,NameSuffix,Title,Emails,"
        "PhoneNumbers,CreatedAt,UpdatedAt,CountryCode,RegionCode,ThirdPartyVerified,Location\n"
        ',,,,,,,,"ann@acme.example, annie@home.example",+44 20 7946 0018,'
        '"3/5/18, 1:05 PM",,gb,,false,\n'
        'Zoe,,Quill,,,,,Boss,zoe@quill.example,,"3/6/18, 1:05 PM",,gb,,false,\n'
        ',,,,,,,,who@nowhere.example,,"3/6/18, 1:05 PM",,gb,,false,\n'
    ),
}


def archive(folder: Path, **tables: str) -> Path:
    """Write tables, `Some_File` for `Some File.csv`, beside the connections."""
    folder.mkdir(exist_ok=True)
    for name, text in {"Connections": CONNECTIONS, **tables}.items():
        path = folder / (name if name.endswith(".csv") else f"{name}.csv")
        path.write_text(text, encoding="utf-8")
    return folder


def of_kind(found: Extraction, kind: str) -> pd.DataFrame:
    return found.interactions[found.interactions["kind"] == kind].reset_index(drop=True)


def claimed(found: Extraction, record: str) -> dict[str, list[str]]:
    rows = found.claims[found.claims["record_id"] == record]
    return {str(name): group["value"].tolist() for name, group in rows.groupby("property")}


# the phone book


@pytest.mark.parametrize("name", PHONE_BOOKS)
def test_a_phone_book_of_any_vintage_says_who_stood_in_it(name: str, tmp_path: Path) -> None:
    found = linkedin.extract([archive(tmp_path, **{name: PHONE_BOOKS[name]})])
    ann = linkedin_id("", ProfileSlug("ann-lee"))
    (zoe,) = found.observations.query("source == 'address_book'")["record_id"]
    imported = of_kind(found, "imported")
    assert imported["record_id"].tolist() == [ann, zoe]
    assert imported["on"].tolist() == ["2018-03-05", "2018-03-06"]
    assert imported["locator"].tolist() == ["ImportedContacts.csv:2", "ImportedContacts.csv:3"]
    assert "+44 20 7946 0018" in claimed(found, ann)[Property.PHONE]
    assert claimed(found, ann)[Property.NAME] == ["Ann Lee"]
    assert claimed(found, ann)[Property.EMAIL][0] == "ann@acme.example"
    assert claimed(found, zoe)[Property.NAME] == ["Zoe Quill"]
    assert claimed(found, zoe)[Property.EMAIL] == ["zoe@quill.example"]
    assert found.counts["imported_contacts_nameless"] == 1


def test_every_entry_of_the_phone_book_is_accounted_for(tmp_path: Path) -> None:
    head = "FirstName,LastName,Emails,PhoneNumbers,CreatedAt,Title,Companies\n"
    rows = (
        "Zoe,Quill,zoe@quill.example,,,,\n"
        "ZOE,Quill,Zoe@Quill.example,01632 960 001,,,\n"  # once more
        "Me,Myself,mira@work.example,,,,\n"  # the owner
        "Taxi,,,112,,,\n"  # too short a number
        "Yan,Xu,,+49 30 901820,,,\n"
    )
    folder = archive(
        tmp_path,
        ImportedContacts=head + rows,
        **{"Email Addresses": "Email Address,Confirmed,Primary\nmira@work.example,Yes,Yes\n"},
    )
    found = linkedin.extract([folder])
    fates = {
        why: found.counts[f"imported_contacts_{why}"]
        for why in ("matched", "people", "own", "nameless", "unreachable", "duplicate")
    }
    assert fates == {
        "matched": 0, "people": 2, "own": 1, "nameless": 0, "unreachable": 1, "duplicate": 1,
    }  # fmt: skip
    assert sum(fates.values()) == found.counts["imported_contacts_read"]
    zoe = of_kind(found, "imported")["record_id"][0]
    assert claimed(found, zoe)[Property.PHONE] == ["01632 960 001"]


def test_the_phone_book_alone_is_people_to_the_store_and_no_archive_to_the_door(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ImportedContacts.csv"
    path.write_text(PHONE_BOOKS["ImportedContacts.csv"], encoding="utf-8")
    found = linkedin.extract([path])
    assert set(found.observations["source"]) == {RecordSource.ADDRESS_BOOK}
    assert len(found.observations) == 1
    assert linkedin.inspect([path]).refused


def test_the_door_says_who_stood_in_the_phone_book(tmp_path: Path) -> None:
    folder = archive(tmp_path, **PHONE_BOOKS)
    assert [p["in_phone_book"] for p in linkedin.inspect([folder]).people] == [True, False, False]
    bare = linkedin.inspect([folder / "Connections.csv"])
    assert [p["in_phone_book"] for p in bare.people] == [None] * 3


# follows


def test_whom_the_owner_follows_is_found_by_a_name_that_one_alone_has(tmp_path: Path) -> None:
    follows = (
        "Date,Status,FullName\n2024-03-09 10:00:00,Active,Ann Lee\n"
        "2024-03-05 10:00:00,Active,Ben Ochs\n2024-03-05 10:00:00,Unfollow,Ann Lee\n"
        "2024-03-05 10:00:00,Active,Somebody Famous\n2024-03-05 10:00:00,Active,\n"
    )
    found = linkedin.extract([archive(tmp_path, Member_Follows_123=follows)])
    rows = of_kind(found, "followed")
    assert rows["record_id"].tolist() == [linkedin_id("", ProfileSlug("ann-lee"))]
    assert rows[["direction", "on", "locator"]].iloc[0].tolist() == [
        "out", "2024-03-09", "Member_Follows.csv:2",
    ]  # fmt: skip
    assert len(found.observations) == 3
    assert [(row.file, row.line) for row in found.rejected] == [("Member_Follows_123.csv", 6)]


def test_following_that_came_with_connecting_is_no_evidence_of_its_own(tmp_path: Path) -> None:
    follows = "Date,Status,FullName\n2024-03-06 00:10:00,Active,Ann Lee\n"
    found = linkedin.extract([archive(tmp_path, Member_Follows=follows)])
    assert not len(of_kind(found, "followed"))
    assert found.counts["member_follows_matched"] == 1


# the owner's own


def test_jobs_and_schools_are_periods_of_the_owner(tmp_path: Path) -> None:
    positions = (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Acme,Boss,,,Mar 2019,\nBolt,Clerk,,,2016,Feb 2019\n,Ghost,,,2010,\n"
        "Odd,x,,,Soonuary 2010,\n"
    )
    education = (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\nETH,2010,Sep 2015,,MSc,\n"
    )
    found = linkedin.extract([archive(tmp_path, Positions=positions, Education=education)])
    assert [
        (p.kind, p.organisation, p.title, p.start, p.end, p.locator) for p in found.periods
    ] == [
        (PeriodKind.JOB, "Acme", "Boss", date(2019, 3, 1), None, "Positions.csv:2"),
        (PeriodKind.JOB, "Bolt", "Clerk", date(2016, 1, 1), date(2019, 2, 28), "Positions.csv:3"),
        (PeriodKind.JOB, "Odd", "x", None, None, "Positions.csv:5"),
        (PeriodKind.SCHOOL, "ETH", "MSc", date(2010, 1, 1), date(2015, 9, 30), "Education.csv:2"),
    ]
    assert [row.line for row in found.rejected] == [4]
    assert "unreadable_date" in [notice.kind for notice in found.notices]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("01.09.1998", "30.06.2001"), ("09/1998", "06/2001"), ("1998-09", "2001-06"),
        ("Sep-98", "Jun-01"), ("9.1998", "6.2001"), ("01.09.98", "30.06.01"),
        ("1998-09-01", "2001-06-30"), ("36039", "37072"), ("9/1/1998", "6/30/2001"),
    ],
)  # fmt: skip
def test_a_period_before_linkedin_is_read_in_every_spelling(
    start: str, end: str, tmp_path: Path
) -> None:
    (period,) = _with_job(tmp_path, f"Acme GmbH,Clerk,,,{start},{end}").periods
    assert (period.start, period.end) == (date(1998, 9, 1), date(2001, 6, 30))


@pytest.mark.parametrize(
    ("written", "year"), [("Mar-98", 1998), ("Dec-50", 1950), ("Mar-49", 2049), ("Dec-00", 2000)]
)
def test_a_year_of_two_digits_is_the_one_in_which_an_owner_may_have_worked(
    written: str, year: int, tmp_path: Path
) -> None:
    (period,) = _with_job(tmp_path, f"Acme,Clerk,,,{written},").periods
    assert period.start is not None
    assert period.start.year == year


@pytest.mark.parametrize(
    ("start", "last"),
    [("2019", date(2019, 12, 31)), ("Mar 2019", date(2019, 3, 31)), ("5.3.2019", date(2019, 3, 5))],
)
@pytest.mark.parametrize("end", ["13/2020", "then", "2020-00", "x" * 100])
def test_a_period_whose_end_cannot_be_read_does_not_go_on(
    start: str, last: date, end: str, tmp_path: Path
) -> None:
    (period,) = _with_job(tmp_path, f"Acme,Clerk,,,{start},{end}").periods
    assert period.end == last
    assert not period.covers(last + timedelta(days=1))


def test_a_period_of_which_it_is_only_known_that_it_ended_is_rejected(tmp_path: Path) -> None:
    found = _with_job(tmp_path, "Acme,Clerk,,,,then")
    assert not found.periods
    assert [row.line for row in found.rejected] == [2]
    assert [notice.kind for notice in found.notices] == ["unreadable_date"]


def _with_job(folder: Path, row: str) -> Extraction:
    head = "Company Name,Title,Description,Location,Started On,Finished On\n"
    return linkedin.extract([archive(folder, Positions=f"{head}{row}\n")])


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        (date(2016, 1, 1), date(2019, 12, 31), date(2017, 1, 1), date(2018, 12, 31)),
        (date(2016, 3, 1), date(2019, 2, 28), date(2016, 4, 1), date(2019, 1, 31)),
        (date(2016, 12, 1), date(2019, 1, 31), date(2017, 1, 1), date(2018, 12, 31)),
        (date(2016, 3, 5), date(2019, 2, 27), date(2016, 3, 5), date(2019, 2, 27)),
    ],
)
def test_a_period_covers_the_days_that_are_certain(
    start: date, end: date, first: date, last: date
) -> None:
    day = timedelta(days=1)
    period = OwnerPeriod(PeriodKind.JOB, "Bolt", "Clerk", start, end, "")
    assert [period.covers(d) for d in (first - day, first, last, last + day)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert replace(period, end=None).covers(last + day)
    assert not replace(period, start=None).covers(first)


@pytest.mark.parametrize("year", [2019, 2020])
@pytest.mark.parametrize("month", range(1, 13))
def test_a_period_within_one_month_or_year_is_certain_of_no_day(month: int, year: int) -> None:
    last = date(year, month, monthrange(year, month)[1])
    of_month = OwnerPeriod(PeriodKind.JOB, "Bolt", "Clerk", date(year, month, 1), last, "")
    of_year = replace(of_month, start=date(year, 1, 1), end=date(year, 12, 31))
    days = [date(year - 1, 12, 1) + timedelta(days=place) for place in range(450)]
    assert not any(period.covers(day) for period in (of_month, of_year) for day in days)


def test_events_are_the_owners_and_those_not_said_yes_to_are_not(tmp_path: Path) -> None:
    events = (
        "Event Name,Event Time,Status,External Url\n"
        '"PyCon, Basel","Mar 05, 2024 09:00 AM - Mar 06, 2024 06:00 PM",APPROVED,https://x.example\n'
        'Boring,"Mar 07, 2024 09:00 AM - Mar 07, 2024 06:00 PM",RELINQUISHED,\n'
        "Some day,,APPROVED,\nUnanswered,,PENDING,\nNo status,,,\n"
    )
    found = linkedin.extract([archive(tmp_path, Events=events)])
    assert [(e.name, e.start, e.end, e.url, e.locator) for e in found.events] == [
        ("PyCon, Basel", date(2024, 3, 5), date(2024, 3, 6), "https://x.example", "Events.csv:2"),
        ("Some day", None, None, "", "Events.csv:4"),
        ("No status", None, None, "", "Events.csv:6"),
    ]


def test_the_owners_addresses_and_numbers_belong_to_nobody_else(tmp_path: Path) -> None:
    found = linkedin.extract([
        archive(
            tmp_path,
            **{
                "Email Addresses": "Email Address,Confirmed,Primary,Updated On\n"
                "old@home.example,Yes,No,\nmira@work.example,Yes,Yes,\nnone,Yes,No,\n",
                "Phone Numbers": "Extension,Number,Type\n,+41 44 632 11 11,Mobile\n",
            },
        )
    ])  # fmt: skip
    assert found.owner.emails == ("mira@work.example", "old@home.example")
    assert found.owner.phones == ("+41 44 632 11 11",)
    assert not found.claims["value"].isin([*found.owner.emails, *found.owner.phones]).any()


# two names for the same, and which archive is the newer one


def test_a_profile_that_changed_between_two_exports_is_of_the_same_person(tmp_path: Path) -> None:
    older = archive(tmp_path / "a", Connections=CONNECTIONS.replace("ann-lee", "ann-1"))
    newer = archive(tmp_path / "b", Connections=CONNECTIONS + "Cy,Dee,,,,,06 Mar 2024\n")
    talk = (
        "FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,DIRECTION\n"
        "Ann Lee,https://www.linkedin.com/in/ann-1,Mira,,2024-03-06 10:00:00 UTC,Hi,INCOMING\n"
    )
    (older / "messages.csv").write_text(talk, encoding="utf-8")
    people = linkedin.inspect([older, newer]).people
    assert [p["profile"] for p in people] == ["ann-lee", "ben-ochs", "ben-o", None]
    assert [p["messages_in"] for p in people] == [1, 0, 0, 0]


def test_two_of_one_name_and_day_stay_two_where_a_profile_changed(tmp_path: Path) -> None:
    ann = CONNECTIONS.splitlines()[1]
    two = CONNECTIONS + ann.replace("ann-lee", "ann-2").replace("ann@", "a2@") + "\n"
    older = archive(tmp_path / "a", Connections=two.replace("ann-lee", "ann-1"))
    people = linkedin.inspect([older, archive(tmp_path / "b")]).people
    assert sorted(str(p["profile"]) for p in people if p["name"] == "Ann Lee") == [
        "ann-1", "ann-2", "ann-lee",
    ]  # fmt: skip


def test_the_same_rows_under_two_names_count_once(tmp_path: Path) -> None:
    rows = [
        "Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name",
        "Endorsement Status",
    ], ["2021/03/07 10:00:00 UTC", "Audit", "Ann", "Lee", "ACCEPTED"]  # fmt: skip
    folder = archive(
        tmp_path, Endorsement_Received_Info="".join(",".join(row) + "\n" for row in rows)
    )
    wide = "".join("\t".join(row) + "\n" for row in rows)
    (folder / "Endorsement Received Info.csv").write_bytes(wide.encode("utf-16"))
    assert len(of_kind(linkedin.extract([folder]), "endorsed")) == 1


def zipped(path: Path, made: tuple[int, int, int, int, int, int], **tables: str) -> Path:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as whole:
        for name, text in {"Connections": CONNECTIONS, **tables}.items():
            whole.writestr(zipfile.ZipInfo(f"{name}.csv", made), text)
    path.write_bytes(stream.getvalue())
    return path


def test_of_two_archives_of_one_day_the_one_made_later_is_newer(tmp_path: Path) -> None:
    old = linkedin.extract([zipped(tmp_path / "b.zip", (2024, 3, 6, 10, 0, 0))])
    new = linkedin.extract([zipped(tmp_path / "a.zip", (2024, 3, 6, 12, 0, 0))])
    unset = linkedin.extract([zipped(tmp_path / "c.zip", (1980, 1, 1, 0, 0, 0))])
    assert old.as_of == "2024-03-05 2024-03-06T10:00:00"
    assert unset.as_of == "2024-03-05"
    assert unset.as_of < old.as_of < new.as_of < "2024-03-06"


def test_a_file_says_the_same_under_any_name(tmp_path: Path) -> None:
    alone = tmp_path / "Connections.csv"
    alone.write_text(CONNECTIONS, encoding="utf-8")
    renamed = tmp_path / "my contacts (2).csv"
    renamed.write_text(CONNECTIONS, encoding="utf-8")
    one, other = linkedin.extract([alone]), linkedin.extract([renamed])
    assert one.observations.equals(other.observations)
    assert one.claims.equals(other.claims)
    assert one.interactions.equals(other.interactions)


def test_of_several_tables_the_contents_say_which_is_the_second(tmp_path: Path) -> None:
    more = CONNECTIONS.partition("\n")[0] + "\nCy,Dee,,,,,01 Mar 2024\n"
    for first, second in (("Connections_1", "Connections_2"), ("Connections_2", "Connections_1")):
        folder = tmp_path / first
        folder.mkdir()
        (folder / f"{first}.csv").write_text(CONNECTIONS, encoding="utf-8")
        (folder / f"{second}.csv").write_text(more, encoding="utf-8")
        found = linkedin.extract([folder]).observations["locator"].tolist()
        assert found == [
            *(f"Connections.csv:{line}" for line in (2, 3, 4)),
            "Connections.csv (2):2",
        ]


# dates


def test_a_connection_after_the_archive_was_made_is_taken_and_said(tmp_path: Path) -> None:
    later = CONNECTIONS + "Cy,Dee,https://www.linkedin.com/in/cy,,,,01 Mar 2031\n"
    path = zipped(tmp_path / "a.zip", (2024, 3, 6, 10, 0, 0), Connections=later)
    found = linkedin.extract([path], today=date(2040, 1, 1))
    assert len(found.observations) == 4
    assert [notice.kind for notice in found.notices] == ["future_date"]
    assert found.as_of.startswith("2024-03-05")


def test_without_the_archives_own_date_today_says_what_is_to_come(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(CONNECTIONS, encoding="utf-8")
    kinds = [n.kind for n in linkedin.inspect([path], today=date(2024, 3, 1)).warnings]
    assert kinds == ["future_date"]
    assert not linkedin.inspect([path], today=date(2024, 3, 4)).warnings  # a day more elsewhere
    assert not linkedin.inspect([path]).warnings


@pytest.mark.parametrize(
    ("order", "day"),
    [("dmy", "2024-04-03"), ("mdy", "2024-03-04"), ("ymd", None), (None, None)],
)
def test_a_date_that_nothing_tells_the_order_of_is_read_as_the_user_writes_dates(
    order: Order | None, day: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(CONNECTIONS.partition("\n")[0] + "\nAnn,Lee,,,,,03/04/2024\n", "utf-8")
    found = linkedin.inspect([path], date_order=order)
    assert [person["connected_on"] for person in found.people] == [day]
    assert [n.kind for n in found.warnings] == ["assumed_order" if day else "ambiguous_date"]


def test_the_frames_are_what_they_must_be(tmp_path: Path) -> None:
    found = linkedin.extract([archive(tmp_path, **PHONE_BOOKS)])
    frames.OBSERVATIONS.check(found.observations)
    frames.CLAIMS.check(found.claims)
    frames.INTERACTIONS.check(found.interactions)
    frames.SENTENCES.check(found.sentences)
    assert found.observations["record_id"].is_unique
