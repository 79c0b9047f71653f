"""Bringing a database to the newest form of its tables, with Alembic, from our own code."""

from collections.abc import Callable
from pathlib import Path

from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from contacts.errors import UnreadableSourceError

FOLDER = Path(__file__).parent / "migrations"


def is_current(connection: Connection, subject: str) -> bool:
    """Return whether a database of ours (or an empty one) is at the newest form; only reads.

    Raises:
        UnreadableSourceError: the database is another program's, or of a newer version of this one.
    """
    present = _revision(connection)
    if present is None and inspect(connection).get_table_names():
        reason = "is the database of another program"
        raise UnreadableSourceError(subject, reason, "name another home or another file")
    directory = _scripts()
    known = {script.revision for script in directory.walk_revisions()}
    if present is not None and present not in known:
        reason = f"was written by a newer version (its form is {present!r})"
        raise UnreadableSourceError(subject, reason, "install that version, or put back a backup")
    return present == directory.get_current_head()


def migrate(connection: Connection, before: Callable[[str], None]) -> None:
    """Bring a database to the newest form, within the transaction of the connection.

    `before` is called with the form of a database that is about to change, if it has one.
    """
    directory, present = _scripts(), _revision(connection)
    if present == directory.get_current_head():
        return  # another process was faster
    if present is not None:
        before(present)
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for step in reversed(list(directory.iterate_revisions("head", present or "base"))):
            step.module.upgrade()
    context.stamp(directory, "head")


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
