from dataclasses import replace
from datetime import date

import pytest

import store
from contacts.sources import FileState
from flows.home import Home, Options
from flows.order import bring_up_to_date, carry_out, look
from flows.stages.archives import read_archives
from flows.stages.report import is_written

VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nEMAIL:{}\r\nEND:VCARD\r\n"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Bo,Ek,https://www.linkedin.com/in/bo-ek,,Fjord,CTO,03 May 2021\n"
)
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
    "1,,{},,Bo Ek,https://www.linkedin.com/in/bo-ek,2024-03-05 09:00:00 UTC,,Hello,INBOX\n"
)


def people(database: store.Database) -> int:
    with database.read() as tx:
        return int(store.people.memberships(tx)["cluster_id"].nunique())


def states(database: store.Database) -> dict[str, FileState]:
    with database.read() as tx:
        return {one.file.name: one.state for one in store.sources.statuses(tx)}


def run(database: store.Database, home: Home, options: Options) -> None:
    carry_out(database, home, options, look(database, home, options))


def test_what_a_killed_run_had_read_becomes_people_with_the_next_report(
    database: store.Database, home: Home, options: Options
) -> None:
    (home.inbox / "contacts" / "a.vcf").write_text(VCARD.format("Ada Lind", "ada@x.example"))
    run(database, home, options)
    (home.inbox / "contacts" / "b.vcf").write_text(VCARD.format("Bo Ek", "bo@x.example"))
    read_archives(database, look(database, home, options).waiting, options)
    assert people(database) == 1
    assert bring_up_to_date(database, options)
    assert people(database) == 2
    assert not bring_up_to_date(database, options)


def test_a_reader_that_fails_in_an_unforeseen_way_costs_its_own_file_alone(
    database: store.Database,
    home: Home,
    options: Options,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (home.inbox / "contacts" / "a.vcf").write_text(VCARD.format("Ada Lind", "ada@x.example"))
    (home.inbox / "calendar" / "c.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")

    def stumble(*_: object, **__: object) -> None:
        raise RecursionError("nested too deep")

    monkeypatch.setattr("extractors.calendar.extract", stumble)
    run(database, home, options)
    assert states(database) == {
        "calendar/c.ics": FileState.FAILED,
        "contacts/a.vcf": FileState.DONE,
    }


def test_an_archive_is_read_again_when_its_owner_is_named(
    database: store.Database, home: Home, options: Options
) -> None:
    (home.inbox / "linkedin" / "Connections.csv").write_text(CONNECTIONS)
    (home.inbox / "linkedin" / "messages.csv").write_text(MESSAGES.format("Ada Lind"))
    run(database, home, options)
    named = replace(options, owner="Ada Lind")
    assert look(database, home, named).waiting
    run(database, home, named)
    assert not look(database, home, named).waiting
    with database.read() as tx:
        evidence = store.records.evidence(tx)
    assert set(evidence.loc[evidence["kind"] == "message", "direction"]) == {"out"}


def test_a_report_of_another_day_is_not_the_report(
    database: store.Database, home: Home, options: Options
) -> None:
    (home.inbox / "contacts" / "a.vcf").write_text(VCARD.format("Ada Lind", "ada@x.example"))
    run(database, home, options)
    with database.read() as tx:
        assert is_written(tx, home.reports)
    bring_up_to_date(database, replace(options, as_of=date(2027, 1, 1)))
    with database.read() as tx:
        assert not is_written(tx, home.reports)


def test_a_photo_found_in_a_second_folder_is_read_again(
    database: store.Database, home: Home, options: Options
) -> None:
    for folder in ("PyCon", "Dinner"):
        place = home.inbox / "cards" / folder
        place.mkdir()
        (place / "a.jpg").write_bytes(b"\xff\xd8\xff no photo, but one content")
        waiting = look(database, home, options).waiting
        assert [item.file.names[0].split("/")[1] for item in waiting] == [min(folder, "PyCon")]
        with database.write() as tx:
            store.sources.fail(tx, waiting[0].file.sha256, "broken", "mend it", "", "")
    assert not look(database, home, options).waiting
