import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, select, text

from contacts.errors import MissingToolError, StoreLockedError, UsageError, WeaktiesError
from contacts.sources import SourceFile, SourceKind
from store import Database, acts, migrating, run_lock, sources, tables

FILE = SourceFile("aa", SourceKind.CARD_PHOTO, 3, ("cards/one.jpg",))


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _url(folder: Path) -> str:
    return f"sqlite:///{folder}/weakties.db"


def test_the_migrations_make_the_tables_that_the_code_knows(database: Database) -> None:
    with database.read() as tx:
        assert compare_metadata(MigrationContext.configure(tx), tables.metadata) == []


def test_the_database_and_its_folder_are_their_owners_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    previous = os.umask(0)
    try:
        with closing(Database.open(_url(home))) as database, database.write() as tx:
            sources.note(tx, [FILE])
            modes = {file.name: _mode(file) for file in home.iterdir()}
    finally:
        os.umask(previous)
    assert modes == dict.fromkeys(("weakties.db", "weakties.db-shm", "weakties.db-wal"), 0o600)
    assert _mode(home) == 0o700


def test_a_database_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    Database.open(_url(tmp_path)).close()
    (tmp_path / "weakties.db").chmod(0o644)
    tmp_path.chmod(0o755)
    Database.open(_url(tmp_path)).close()
    assert _mode(tmp_path / "weakties.db") == 0o600
    assert _mode(tmp_path) == 0o700


def test_an_exception_leaves_nothing_of_what_was_written(database: Database) -> None:
    def cut_short() -> None:
        with database.write() as tx:
            sources.note(tx, [FILE])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cut_short()
    with database.read() as tx:
        assert sources.statuses(tx) == []


def test_what_is_written_while_reading_is_thrown_away(database: Database) -> None:
    with database.read() as tx:
        sources.note(tx, [FILE])
    with database.read() as tx:
        assert sources.statuses(tx) == []


def test_a_reader_keeps_its_snapshot_while_another_writes(database: Database) -> None:
    with database.read() as reader:
        before = sources.statuses(reader)
        with database.write() as writer:
            sources.note(writer, [FILE])
        assert sources.statuses(reader) == before == []
    with database.read() as reader:
        assert len(sources.statuses(reader)) == 1


def test_a_second_writer_that_waited_in_vain_is_told_so(database: Database, tmp_path: Path) -> None:
    with closing(Database.open(_url(tmp_path))) as other, database.write():
        with other.read() as tx:
            tx.exec_driver_sql("PRAGMA busy_timeout = 1")
        with pytest.raises(StoreLockedError, match="another program is writing"), other.write():
            pass


def test_references_are_enforced(database: Database) -> None:
    with database.read() as tx:
        assert tx.scalar(text("PRAGMA foreign_keys")) == 1
        assert tx.scalar(text("PRAGMA journal_mode")) == "wal"


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "weakties.db"
    path.write_text("First Name,Last Name\n" * 100)
    path.chmod(0o644)
    with pytest.raises(WeaktiesError, match=r"weakties\.db: is no database"):
        Database.open(_url(tmp_path))
    assert path.read_text().startswith("First Name")
    assert _mode(path) == 0o644


def test_the_database_of_another_program_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "weakties.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()
    with pytest.raises(WeaktiesError, match="of another program"):
        Database.open(_url(tmp_path))
    assert path.read_bytes() == before


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    Database.open(_url(tmp_path)).close()
    path = tmp_path / "weakties.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    with pytest.raises(WeaktiesError, match="is damaged"):
        Database.open(_url(tmp_path))


def test_a_folder_in_place_of_the_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "weakties.db").mkdir()
    with pytest.raises(WeaktiesError, match=r"weakties\.db: cannot be opened"):
        Database.open(_url(tmp_path))


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    with closing(Database.open(_url(tmp_path))) as database, database.write() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(WeaktiesError, match=r"newer version .*'9999'"):
        Database.open(_url(tmp_path))


@pytest.mark.parametrize("url", ["weakties.db", "sqlite://", "sqlite:///:memory:"])
def test_a_url_that_names_no_file_is_a_usage_error(url: str) -> None:
    with pytest.raises(UsageError, match="sqlite:////path/to/file"):
        Database.open(url)


def test_a_missing_driver_is_a_missing_tool() -> None:
    with pytest.raises(MissingToolError):
        Database.open("nosuchbase://localhost/weakties")


def test_a_database_is_copied_before_it_is_migrated(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write() as tx:
        acts.append(tx, "note", {"text": "kept"}, "2026-01-01T00:00:00Z")
    script = (
        'revision = "0002"\ndown_revision = "0001"\n\n\n'
        "def upgrade():\n    from alembic import op\n    op.drop_table('runs')\n"
    )
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    first = Path(migrating.__file__).parent / "migrations" / "versions" / "first.py"
    (folder / "versions" / "first.py").write_text(first.read_text())
    (folder / "versions" / "second.py").write_text(script)
    monkeypatch.setattr(migrating, "FOLDER", folder)

    with closing(Database.open(_url(tmp_path))) as migrated, migrated.read() as tx:
        assert acts.last(tx) == 1
        with pytest.raises(Exception, match="no such table"):
            tx.execute(select(func.count()).select_from(tables.runs))

    copy = tmp_path / "backups" / "weakties-0001.db"
    assert _mode(copy) == 0o600
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert kept.execute("SELECT count(*) FROM acts").fetchall() == [(1,)]
        assert kept.execute("SELECT count(*) FROM runs").fetchall() == [(0,)]


def test_a_second_run_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with (
        run_lock(home),
        pytest.raises(StoreLockedError, match=rf"home: another run .*process {os.getpid()}\)"),
        run_lock(home),
    ):
        pass
    assert _mode(home / "run.lock") == 0o600


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), run_lock(tmp_path):
        raise ZeroDivisionError
    with run_lock(tmp_path):
        pass


def test_several_may_create_the_database_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(Database.open, [_url(tmp_path)] * 4))
    for number, database in enumerate(opened, 1):
        with database.write() as tx:
            assert acts.append(tx, "note", {}, "2026-01-01T00:00:00Z") == number
        database.close()
