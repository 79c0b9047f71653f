import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import Result

import store
from contacts.readings import CardReading, PhotoReading

Weakties = Callable[..., Result]


@pytest.fixture
def home(home_with: Callable[..., Path]) -> Path:
    """Return a home in which two cards were photographed half an hour apart."""
    return home_with(
        *(
            PhotoReading(
                "a.jpg",
                "test 1",
                0.1,
                (CardReading(name=name, confidence={"name": 0.9}),),
                taken_at=datetime.fromisoformat(at),
                crops=(b"",),
            )
            for name, at in (
                ("Ines Falk", "2026-05-03T19:00:00"),
                ("Tomas Rask", "2026-05-03T19:30:00"),
            )
        )
    )


def test_an_encounter_is_listed_named_and_taken_back(weakties: Weakties, home: Path) -> None:
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


def test_an_empty_home_asks_about_no_event(weakties: Weakties, tmp_path: Path) -> None:
    told = weakties(tmp_path, "encounters")
    assert (told.exit_code, told.stdout) == (0, "")


def test_status_counts_people_companies_and_the_owners_card(weakties: Weakties, home: Path) -> None:
    weakties(home, "encounters")
    told = json.loads(weakties(home, "status", "--json").stdout)["counts"]
    assert (told["people"], told["companies"], told["own_photos"]) == (2, 0, 0)


def test_an_encounter_is_named_while_a_run_is_at_work(weakties: Weakties, home: Path) -> None:
    weakties(home, "encounters")
    with store.run_lock(home):
        named = weakties(home, "encounters", "name", "1", "Harbour Fair")
    assert named.exit_code == 0
    assert "A run is at work; this is what stood before it." in named.stderr
    assert "2 cards from Harbour Fair." in named.stderr
    assert "No event is asked about." in weakties(home, "encounters").stderr
