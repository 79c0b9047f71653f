"""All that is true of SQLite alone: pragmas, transactions, file modes, backup, its errors."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, event

from contacts.errors import StoreLockedError, UnreadableSourceError, WeaktiesError
from store.private import make_private

WRITING: Final = "weakties_writing"  # the execution option of a transaction that will write

_PRAGMAS = (
    "PRAGMA busy_timeout = 30000",  # milliseconds
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",  # KiB
)
_PLAIN_FAILURES = {  # result code: what it means, what to do
    "SQLITE_NOTADB": ("is no database", "move it away, or name another home"),
    "SQLITE_CORRUPT": ("is damaged", "put back the newest file of the folder backups"),
    "SQLITE_FULL": ("cannot grow: the disk is full", "make room and run again"),
    "SQLITE_READONLY": ("cannot be written", "check its permissions"),
    "SQLITE_CANTOPEN": ("cannot be opened", "check its permissions and those of its folder"),
    "SQLITE_IOERR": ("cannot be read or written: the disk reports an error", "check the disk"),
}
_BAD_INPUT = frozenset({"SQLITE_NOTADB", "SQLITE_CORRUPT"})


def attend(engine: Engine) -> None:
    """Give every connection our pragmas, and every transaction its true beginning.

    Python's driver begins transactions by itself, and not before a read, so it is told not to: a
    reader then has one snapshot, and a writer (`WRITING`) takes the lock before it reads.
    """

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def write_ahead(engine: Engine) -> None:
    """Let readers and a writer work side by side from now on.

    SQLite gives the files `-wal` and `-shm` the mode of the database.
    """
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL")


def back_up(database: Path, copy: Path) -> None:
    """Write what is committed to a new file, while others may read and write the database."""
    make_private(copy)
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def explained(error: BaseException | None, subject: str) -> WeaktiesError | None:
    """Return an error of the driver in words, None where it is a fault of ours."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreLockedError(subject, "another program is writing to it", "try again later")
    for code, (reason, next_step) in _PLAIN_FAILURES.items():
        if name.startswith(code):
            kind = UnreadableSourceError if code in _BAD_INPUT else WeaktiesError
            return kind(subject, reason, next_step)
    return None
