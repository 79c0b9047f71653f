import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import store
from contacts.readings import CardReading, PhotoReading
from contacts.sources import SourceFile, SourceKind
from extractors.card_records import extraction
from flows.stages.questions import open_pairs
from weakties.cli import app
from weakties.cli.interview import interview

NAMES = (
    ("Robert Falk", "Acme"),
    ("Bob Falk", "Zenith"),
    ("William Rask", "Kettle"),
    ("Bill Rask", "Pier"),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home with four cards, of which each two may be one person's."""
    database = store.Database.open(f"sqlite:///{tmp_path}/weakties.db")
    for number, (name, company) in enumerate(NAMES):
        card = CardReading(name=name, company=company, confidence={"name": 0.9, "company": 0.9})
        read = PhotoReading("a.jpg", "test 1", 0.1, (card,), crops=(b"",))
        file = SourceFile(f"{number:064}", SourceKind.CARD_PHOTO, 9, (f"cards/{number}.jpg",))
        with database.write() as tx:
            store.sources.note(tx, [file])
            store.records.write(tx, file.sha256, extraction([read], file.sha256, file.names))
    database.close()
    return tmp_path


def weakties(home: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["--home", str(home), *words])


def test_a_question_is_listed_answered_and_taken_back(home: Path) -> None:
    question, other = json.loads(weakties(home, "questions", "--json").stdout)
    told = weakties(home, "questions", "--ask").stdout  # no terminal: the list
    assert question["same"] in told
    assert question["different"] in told
    answered = weakties(home, *question["same"].split()[1:])
    assert "are one person now: weakties undo 1 takes it back." in answered.stderr
    weakties(home, *other["different"].split()[1:])
    assert "Nobody is asked about." in weakties(home, "questions").stderr
    weakties(home, "undo", "1")
    assert json.loads(weakties(home, "questions", "--json").stdout) == [question]


def test_a_person_is_explained_split_and_joined_by_name(home: Path) -> None:
    weakties(home, "same", "Robert Falk", "Bob Falk")
    found = json.loads(weakties(home, "explain", "Bob Falk", "--json").stdout)
    records = [one["record_id"] for one in found["records"]]
    assert len(records) == 2
    assert found["pairs"][0]["said"] == {"verdict": "same", "act": 1}
    assert "bits in all" in weakties(home, "explain", "Robert Falk").stdout
    told = json.loads(weakties(home, "split", "Bob Falk", records[0], "--json").stdout)
    assert (told["act"], told["verdict"], len(told["people"])) == (2, "different", 2)


@pytest.mark.parametrize("words", [("same", "Bob Falk"), ("same", "Bob Falk", "Falk"), ("split",)])
def test_words_that_do_not_fit_end_with_2(home: Path, words: tuple[str, ...]) -> None:
    found = weakties(home, *words)
    assert found.exit_code == 2 or getattr(found.exception, "exit_code", None) == 2


@pytest.mark.parametrize(
    ("keys", "held"),
    [("sd", 2), ("kk", 0), ("q", 0), ("su\x1b", 0), ("sudk", 1), ("?uks", 1), ("\x03", 0)],
)
def test_keys_answer_and_take_back(
    home: Path, keys: str, held: int, capsys: pytest.CaptureFixture[str]
) -> None:
    weakties(home, "questions")
    database = store.Database.open(f"sqlite:///{home}/weakties.db")
    with database.read() as tx:
        pairs = open_pairs(tx)
    pressed = iter(keys)
    assert interview(database, pairs, lambda: next(pressed)) == held
    with database.read() as tx:
        assert len(store.acts.held(tx)) == held
    database.close()
    assert "Robert Falk" in capsys.readouterr().out
