"""`weakties model`: what is believed, in words and as JSON."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

import store
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import gathered
from contacts.identifiers import RecordId
from contacts.interactions import Direction, Interaction, InteractionKind
from contacts.sources import SourceFile, SourceKind
from triage.weights import DEFAULTS
from weakties.cli import app

AS_OF = ("--as-of", "2026-06-01")
NAMES = ["Ada Lind", "Bo Ek", "Cleo Marsh", "Dag Voss", "Eli Sand", "Finn Ask"]
UNDATED = "Gro Dahl"


def made(root: Path) -> Path:
    """Return a home with six people, each written to once, and one with nothing dated."""
    people = [
        ContactRecord(
            RecordId(f"l{place:04}"),
            RecordSource.LINKEDIN,
            f"Connections.csv:{place + 4}",
            (Claim(Property.NAME, name),),
        )
        for place, name in enumerate([*NAMES, UNDATED])
    ]
    letters = [
        Interaction(
            one.record_id,
            InteractionKind.MESSAGE,
            Direction.OUT,
            date(2026, 5, 1) - timedelta(days=200 * place),
            "messages.csv:2",
        )
        for place, one in enumerate(people[: len(NAMES)])
    ]
    found = gathered(people, letters, extractor="linkedin", version="1", read=len(people))
    database = store.Database.open(f"sqlite:///{root}/weakties.db")
    with database.write() as tx:
        store.sources.note(tx, [SourceFile("a" * 64, SourceKind.LINKEDIN, 9, ("linkedin/a.zip",))])
        store.records.write(tx, "a" * 64, found)
    database.close()
    return root


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return made(tmp_path)


def weakties(home: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["--home", str(home), *words])


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with the newest half known, a day later the others not; one undated."""
    home = made(tmp_path_factory.mktemp("answered"))
    for place, name in enumerate([*NAMES, UNDATED]):
        said = ("triage", "answer", name, "know_well" if place < 3 else "no_idea")
        done = weakties(home, *said, "--as-of", f"2026-05-{20 + (place >= 3)}")
        assert done.exit_code == 0, done.output
    return home


def as_json(home: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(weakties(home, "model", "--json", *AS_OF).stdout)
    return told


def test_before_any_answer_the_defaults_are_believed(home: Path) -> None:
    told = as_json(home)
    assert told["answers"] == told["undated"] == 0
    assert told["calibration"] is None
    believed = told["intercept"]
    assert believed["value"] == believed["value_before"] == DEFAULTS.known_intercept
    assert "learned from no answer yet" in weakties(home, "model", *AS_OF).stdout


def test_answers_move_and_narrow_what_is_believed(answered: Path) -> None:
    told = as_json(answered)
    assert (told["answers"], told["known"], told["undated"]) == (6, 3, 1)
    assert told["intercept"]["sd"] < told["intercept"]["sd_before"]
    assert told["slope"]["value"] > told["slope"]["value_before"]  # the newest are the known ones


def test_what_was_said_stands_beside_what_was_so(answered: Path) -> None:
    told = as_json(answered)["calibration"]
    assert sum(band["answers"] for band in told["bands"]) == 6
    assert sum(band["known"] for band in told["bands"]) == 3
    assert all(
        band["low"] <= band["known"] / band["answers"] <= band["high"] for band in told["bands"]
    )
    assert 0 < told["brier"] < 1


def test_in_words_it_is_the_same_and_few_answers_are_said_to_be_few(answered: Path) -> None:
    shown, told = weakties(answered, "model", *AS_OF).stdout, as_json(answered)
    assert f"{told['intercept']['value']:+.2f} ± {told['intercept']['sd']:.2f}" in shown
    assert "learned from 6 answers: 3 known, 3 not" in shown
    assert "1 answer about people with nothing dated taught nothing" in shown
    assert "below 20 these figures say little" in shown
    assert f"Brier score {told['calibration']['brier']:.3f}" in shown


def test_every_weight_is_shown_with_its_source_and_the_users_own_are_marked(home: Path) -> None:
    (home / "weakties.toml").write_text("[weights]\nmessage_out = 3\n")
    lines = weakties(home, "model", *AS_OF).stdout.splitlines()
    for one in DEFAULTS.numbers():
        (line,) = [line for line in lines if line[2:].split()[:1] == [one.name]]
        assert one.origin.value in line
        assert line.startswith("*") == (one.name == "message_out")
    told = {one["name"]: one["value"] for one in as_json(home)["weights"]}
    assert told["message_out"] == 3


def test_a_changed_weight_moves_the_odds_at_the_next_command(home: Path) -> None:
    def odds() -> list[float]:
        told = json.loads(weakties(home, "report", "--json", *AS_OF).stdout)
        return [one["p_known"] for one in told["people"] if one["p_known"] is not None]

    before = odds()
    (home / "weakties.toml").write_text("[weights]\nmessage_out = 3\n")
    assert all(now > then for now, then in zip(odds(), before, strict=True))
