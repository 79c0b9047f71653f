"""A home of its own for each test, its database, and reading what lies in it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import store
from flows.home import Home, Options
from flows.order import bring_up_to_date, look
from flows.stages.archives import read_archives


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path)
    made.create()
    return made


@pytest.fixture
def options(tmp_path: Path) -> Options:
    url = f"sqlite:///{Home(tmp_path).database}"
    return Options(as_of=date(2026, 6, 30), database_url=url, settle_seconds=0)


@pytest.fixture
def database(home: Home) -> Iterator[store.Database]:
    opened = store.Database.open(f"sqlite:///{home.database}")
    yield opened
    opened.close()


@pytest.fixture
def read_in(database: store.Database, home: Home, options: Options) -> Callable[[], None]:
    """Return what reads the archives that are new in the inbox."""

    def read() -> None:
        read_archives(database, look(database, home, options).waiting, options)
        bring_up_to_date(database, options)

    return read
