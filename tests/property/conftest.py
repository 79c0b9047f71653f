"""A database of its own for each example: a fixture that is one would serve all of them."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from store import Database


@pytest.fixture(scope="session")
def opened(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[], AbstractContextManager[Database]]:
    """Return what opens a new database, a copy of one: the tables are made once."""
    empty = tmp_path_factory.mktemp("empty") / "weakties.db"
    Database.open(f"sqlite:///{empty}").close()
    content = empty.read_bytes()

    @contextmanager
    def open_copy() -> Iterator[Database]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "weakties.db"
            path.write_bytes(content)
            database = Database.open(f"sqlite:///{path}")
            yield database
            database.close()

    return open_copy
