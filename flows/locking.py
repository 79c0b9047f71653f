"""The database while nobody else runs: what all that reads or resolves anew works in."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import store
from flows.home import Home, Options


@contextmanager
def locked(home: Home, options: Options) -> Iterator[store.Database]:
    """Give the database of a home, made if it is missing, with its run lock held.

    Raises:
        StoreLockedError: another run is under way in this home.
    """
    home.create()
    with (
        store.run_lock(home.root),
        closing(store.Database.open(options.database_url)) as database,
    ):
        yield database
