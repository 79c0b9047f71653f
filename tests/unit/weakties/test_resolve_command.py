import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import store
from contacts.readings import CardReading, PhotoReading

Weakties = Callable[..., Result]
AT = "2026-06-30T08:00:00Z"


@pytest.fixture
def home(home_with: Callable[..., Path]) -> Path:
    """Return a home with two cards."""
    sure = {"name": 0.9, "company": 0.9}
    people = (("Ann Quillfeather", "Acme"), ("Bo Ek", "Zenith"))
    cards = (CardReading(name=name, company=at, confidence=sure) for name, at in people)
    return home_with(
        *(PhotoReading("a.jpg", "test 1", 0.1, (card,), crops=(b"",)) for card in cards)
    )


def test_the_model_is_shown_and_fitted_again(weakties: Weakties, home: Path) -> None:
    shown = weakties(home, "resolve")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Model 1, fitted on 2 records as of ")
    assert "0 answers: 30 answers" in shown.stdout
    assert json.loads(weakties(home, "resolve", "--json").stdout)["model"] == 1
    again = weakties(home, "resolve", "--refit")
    assert again.stdout.startswith("Model 2, fitted on 2 records")
    assert "Nobody was merged or parted." in again.stdout


def test_a_dry_run_tells_and_changes_nothing(weakties: Weakties, home: Path) -> None:
    dry = weakties(home, "resolve", "--refit", "--dry-run")
    assert dry.stdout == "Nobody would be merged or parted.\n"
    found = json.loads(weakties(home, "resolve", "--refit", "--dry-run", "--json").stdout)
    assert found == {"merged": 0, "parted": 0, "examples": []}
    with store.run_lock(home):  # a run at work keeps nobody from looking
        assert "Model 1" in weakties(home, "resolve").stdout


def test_nobody_has_no_model_to_show(weakties: Weakties, tmp_path: Path) -> None:
    assert json.loads(weakties(tmp_path, "resolve", "--json").stdout)["records"] == 0
