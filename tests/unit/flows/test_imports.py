"""Taking an import back, and bringing it back."""

from collections.abc import Callable

import pytest

import store
from contacts.errors import UsageError
from contacts.sources import FileState
from flows.home import Home, Options
from flows.imports import revert
from flows.order import bring_up_to_date, look
from flows.stages.report import compose

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLD = HEADER + (
    "Bo,Ek,https://www.linkedin.com/in/bo-ek,,Fjord,CTO,03 May 2021\n"
    "Ida,Moe,https://www.linkedin.com/in/ida-moe,,Lund,Editor,07 May 2021\n"
)
NEW = HEADER + (
    "Liv,Dahl,https://www.linkedin.com/in/liv-dahl,,Quay,Pilot,02 Feb 2026\n"
    "Bo,Ek,https://www.linkedin.com/in/bo-ek,,Lund,CFO,03 May 2021\n"
)
AT = "2026-06-30T08:00:00Z"
ReadIn = Callable[[], None]


@pytest.fixture(autouse=True)
def _two_lists(home: Home, read_in: ReadIn) -> None:
    """Have the database read an old list of connections (1) and a new one (2)."""
    for number, text in enumerate((OLD, NEW), 1):
        (home.inbox / "linkedin" / str(number)).mkdir()
        (home.inbox / "linkedin" / str(number) / "Connections.csv").write_text(text)
        read_in()


def state(database: store.Database) -> list[str]:
    with database.read() as tx:
        return list(store.dump.dump(tx))


def test_every_reading_leaves_a_receipt(database: store.Database) -> None:
    with database.read() as tx:
        found = store.imports.listed(tx)
    accounts = [(one.new, one.updated, one.unchanged, one.rejected) for one in found]
    assert accounts == [(2, 0, 0, 0), (1, 1, 0, 0)]
    assert [one.rows for one in found] == [one.read for one in found] == [2, 2]
    assert [one.counts["connections_read"] for one in found] == [2, 2]
    assert [one.status.state for one in found] == [FileState.DONE] * 2


def test_an_import_is_undone_wholly_and_brought_back_exactly(
    database: store.Database, home: Home, options: Options
) -> None:
    before = state(database)
    reverted = revert(home, options, 2, AT)
    gone = [record.name for record in reverted.records if record.gone]
    (back,) = (record for record in reverted.records if not record.gone)
    assert gone == ["Liv Dahl"]
    assert {field.property.name: field.after for field in back.fields} == {
        "COMPANY": ("Fjord",),
        "TITLE": ("CTO",),
    }
    assert reverted.evidence == 1
    with database.read() as tx:
        report = compose(tx)
        hidden = store.observed.of_file(tx, reverted.taken_back.status.file.sha256)
    assert {(row.name, row.company) for row in report.people} == {
        ("Bo Ek", "Fjord"),
        ("Ida Moe", "Lund"),
    }
    assert (report.news, report.counts["gone"], hidden) == ((), 0, ())
    with database.write() as tx:
        store.acts.undo(tx, reverted.act, AT)
    assert bring_up_to_date(database, options)
    assert state(database) == before


def test_what_was_taken_back_is_not_read_again(
    database: store.Database, home: Home, options: Options, read_in: ReadIn
) -> None:
    revert(home, options, 2, AT)
    after = state(database)
    assert not look(database, home, options, retry=True).waiting
    (home.inbox / "linkedin" / "copy.csv").write_text(NEW)
    read_in()
    with database.read() as tx:
        states = {one.file.name: one.state for one in store.sources.statuses(tx)}
    assert states["linkedin/2/Connections.csv"] is FileState.REVERTED
    assert [line for line in state(database) if "source" not in line[:20]] == [
        line for line in after if "source" not in line[:20]
    ]


def test_a_dry_run_tells_the_same_and_changes_nothing(
    database: store.Database, home: Home, options: Options
) -> None:
    before = state(database)
    told = revert(home, options, 2, AT, dry=True)
    assert state(database) == before
    with database.read() as tx:
        assert store.acts.history(tx) == []
    assert revert(home, options, 2, AT).records == told.records


def test_the_older_of_two_files_can_be_taken_back_too(
    database: store.Database, home: Home, options: Options
) -> None:
    reverted = revert(home, options, 1, AT)
    assert [(record.name, record.gone) for record in reverted.records] == [("Ida Moe", True)]
    with database.read() as tx:
        assert {row.name for row in compose(tx).people} == {"Bo Ek", "Liv Dahl"}


def test_a_record_that_only_a_reverted_file_knows_is_new_again(
    database: store.Database, home: Home, options: Options, read_in: ReadIn
) -> None:
    revert(home, options, 2, AT)
    (home.inbox / "linkedin" / "3").mkdir()
    (home.inbox / "linkedin" / "3" / "Connections.csv").write_text(NEW.replace("Pilot", "Captain"))
    read_in()
    with database.read() as tx:
        newest = store.imports.listed(tx)[-1]
        report = compose(tx)
    assert (newest.new, newest.updated) == (1, 1)
    assert {row.title for row in report.people} == {"Captain", "CFO", "Editor"}


def test_an_import_is_taken_back_once(home: Home, options: Options) -> None:
    revert(home, options, 2, AT)
    with pytest.raises(UsageError, match="weakties undo 1 brings it back"):
        revert(home, options, 2, AT)
    with pytest.raises(UsageError, match="the last one is 2"):
        revert(home, options, 9, AT)
