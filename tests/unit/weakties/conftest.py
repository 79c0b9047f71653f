"""A home in which cards were read, and the commands as they are typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import store
from contacts.readings import PhotoReading
from contacts.sources import SourceFile, SourceKind
from extractors.card_records import extraction
from weakties.cli import app


@pytest.fixture
def home_with(tmp_path: Path) -> Callable[..., Path]:
    """Return what makes a home in which a photo was read for each reading."""

    def made(*readings: PhotoReading) -> Path:
        database = store.Database.open(f"sqlite:///{tmp_path}/weakties.db")
        for number, reading in enumerate(readings):
            file = SourceFile(f"{number:064}", SourceKind.CARD_PHOTO, 9, (f"cards/{number}.jpg",))
            said = extraction([reading], file.sha256, file.names)
            with database.write() as tx:
                store.sources.note(tx, [file])
                store.records.write(tx, file.sha256, said)
        database.close()
        return tmp_path

    return made


@pytest.fixture
def weakties() -> Callable[..., Result]:
    """Return what runs a command in a home."""

    def run(home: Path, *words: object) -> Result:
        return CliRunner().invoke(app, ["--home", str(home), *map(str, words)])

    return run
