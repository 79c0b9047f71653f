"""Opening the database, its transactions, and the lock of a run."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from contacts.errors import MissingToolError, StoreLockedError, UsageError
from store import migrating, sqlite
from store.private import make_private

Transaction: TypeAlias = Connection


class Database:
    """An open database, at the newest form of its tables; safe to share between threads."""

    def __init__(self, engine: Engine, path: Path | None) -> None:
        """`path` is the file of an SQLite database."""
        self._engine = engine
        self._subject = str(path or engine.url.render_as_string(hide_password=True))
        self.path = path

    @classmethod
    def open(cls, url: str) -> Self:
        """Return the database at the URL, created or migrated where need be.

        An SQLite file is readable by its owner alone, and copied to the folder `backups` beside it
        before it is migrated.

        Raises:
            UnreadableSourceError: it is no database, another program's, damaged, or newer than us.
            UsageError: the URL is none, or names no file.
            MissingToolError: the driver of that kind of database is not installed.
        """
        target = _parsed(url)
        path = Path(target.database or "") if target.get_backend_name() == "sqlite" else None
        if path and not path.exists():
            make_private(path)
        database = cls(_engine(target), path)
        try:
            database._make_ready()
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Give one snapshot of the database; what is written in it is thrown away."""
        with (
            self._in_words(),
            self._engine.connect() as connection,
            connection.begin() as transaction,
        ):
            yield connection
            transaction.rollback()

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Give a transaction that is the only one to write; an exception leaves nothing of it.

        Raises:
            StoreLockedError: another program has been writing for half a minute.
        """
        with self._in_words(), self._engine.connect() as connection:
            writer = connection.execution_options(**{sqlite.WRITING: True})
            with writer.begin():
                yield writer

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def _make_ready(self) -> None:
        with self.read() as tx:  # before anything is changed: it may be somebody else's
            current = migrating.is_current(tx, self._subject)
        if self.path:
            make_private(self.path)
        if not current:
            self._migrate()

    def _migrate(self) -> None:
        if self.path:
            with self._in_words():
                sqlite.write_ahead(self._engine)
        with self.write() as tx:
            migrating.migrate(tx, self._back_up)

    def _back_up(self, revision: str) -> None:
        if self.path:
            copy = self.path.parent / "backups" / f"{self.path.stem}-{revision}{self.path.suffix}"
            sqlite.back_up(self.path, copy)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            origin = error.orig if isinstance(error, DBAPIError) else error
            known = sqlite.explained(origin, self._subject)
            if known is None:
                raise
            raise known from error


@contextmanager
def run_lock(home: Path) -> Iterator[None]:
    """Hold the lock of a run, so that one process at a time writes what is derived.

    The system lets go of it when the process ends, however it ends.

    Raises:
        StoreLockedError: another process holds it; the error says which.
    """
    path = home / "run.lock"
    make_private(path)
    held = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(held, 20).decode(errors="replace").strip() or "unknown"
            raise StoreLockedError(
                str(home), f"another run is at work (process {holder})", "wait for it to end"
            ) from None
        os.ftruncate(held, 0)
        os.pwrite(held, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(held)


def _parsed(url: str) -> URL:
    try:
        target = make_url(url)
    except ArgumentError:
        raise UsageError(repr(url), "is no database URL", "as in sqlite:////path/to/file") from None
    if target.get_backend_name() == "sqlite" and target.database in {None, "", ":memory:"}:
        raise UsageError(url, "names no file", "as in sqlite:////path/to/file")
    return target


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() == "sqlite":
            engine = create_engine(url)
            sqlite.attend(engine)
            return engine
        return create_engine(url, isolation_level="REPEATABLE READ")  # a reader has one snapshot
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise MissingToolError(
            url.drivername, str(error), "pip install the driver, or use SQLite"
        ) from error
