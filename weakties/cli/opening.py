"""The database as a command needs it: as it stands, or with everything in it assessed."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import TYPE_CHECKING

from contacts.errors import UsageError
from weakties.cli.session import Session

if TYPE_CHECKING:
    import store
    from flows.home import Options


@contextmanager
def opened(session: Session, options: "Options") -> "Iterator[store.Database]":
    """Give the database as it stands."""
    import store

    session.home.create()
    with closing(store.Database.open(options.database_url)) as database:
        yield database


@contextmanager
def up_to_date(
    session: Session, as_of: date | None = None
) -> "Iterator[tuple[store.Database, Options]]":
    """Give the database with everything in it assessed as of the day, and the options.

    While a run is at work, what stood before it has to do: an act is welcome at any time.

    Raises:
        UsageError: the day lies ahead; an answer would be of a day that has not been.
    """
    from flows.judging import settled

    settings = session.settings()
    if as_of and as_of > settings.local_day():
        raise UsageError("--as-of", f"{as_of} lies ahead", "give a day that was")
    options = settings.options(session.home, as_of)
    with opened(session, options) as database:
        if not settled(database, session.root, options):
            session.say("A run is at work; this is what stood before it.")
        yield database, options
