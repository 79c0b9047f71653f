import json
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import store
from contacts.readings import CardReading, PhotoReading
from contacts.sources import SourceFile, SourceKind
from extractors.card_records import extraction
from weakties.cli import app


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home in which two cards were photographed half an hour apart."""
    database = store.Database.open(f"sqlite:///{tmp_path}/weakties.db")
    for name, minute in (("Ines Falk", 0), ("Tomas Rask", 30)):
        card = CardReading(name=name, confidence={"name": 0.9})
        at = datetime.fromisoformat(f"2026-05-03T19:{minute:02}:00")
        read = PhotoReading("a.jpg", "test 1", 0.1, (card,), taken_at=at, crops=(b"",))
        file = SourceFile(f"{minute:064}", SourceKind.CARD_PHOTO, 9, (f"cards/{minute}.jpg",))
        with database.write() as tx:
            store.sources.note(tx, [file])
            store.records.write(tx, file.sha256, extraction([read], file.sha256, file.names))
    database.close()
    return tmp_path


def weakties(home: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["--home", str(home), *words])


def test_an_encounter_is_listed_named_and_taken_back(home: Path) -> None:
    told = weakties(home, "encounters")
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        "1  3 May 2026, 19:00 to 19:30",
        "   2 cards: Ines Falk, Tomas Rask",
        '   weakties encounters name 1 "NAME OF THE EVENT"',
    ]
    named = weakties(home, "encounters", "name", "1", " Harbour  Fair ")
    assert "2 cards from Harbour Fair." in named.stderr
    assert "weakties undo 1" in named.stderr
    assert "No event is asked about." in weakties(home, "encounters").stderr
    weakties(home, "undo", "1")
    (open_again,) = json.loads(weakties(home, "encounters", "--json").stdout)
    assert open_again["names"] == ["Ines Falk", "Tomas Rask"]


def test_an_empty_home_asks_about_no_event(tmp_path: Path) -> None:
    told = weakties(tmp_path, "encounters")
    assert (told.exit_code, told.stdout) == (0, "")


def test_status_counts_people_companies_and_the_owners_card(home: Path) -> None:
    weakties(home, "encounters")
    told = json.loads(weakties(home, "status", "--json").stdout)["counts"]
    assert (told["people"], told["companies"], told["own_photos"]) == (2, 0, 0)
