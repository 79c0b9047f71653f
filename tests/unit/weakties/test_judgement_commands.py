import json
import os
import pty
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

import store
from contacts.readings import CardReading, PhotoReading
from contacts.report import OpenPair
from flows.stages.questions import open_pairs
from weakties.cli.interview import interview
from weakties.cli.keys import Keys

NAMES = (
    ("Robert Falk", "Acme"),
    ("Bob Falk", "Zenith"),
    ("William Rask", "Kettle"),
    ("Bill Rask", "Pier"),
)
Weakties = Callable[..., Result]


@pytest.fixture
def home(home_with: Callable[..., Path]) -> Path:
    """Return a home with four cards, of which each two may be one person's."""
    confidence = {"name": 0.9, "company": 0.9}
    cards = (CardReading(name=one, company=at, confidence=confidence) for one, at in NAMES)
    return home_with(
        *(PhotoReading("a.jpg", "test 1", 0.1, (card,), crops=(b"",)) for card in cards)
    )


def test_a_question_is_listed_answered_and_taken_back(weakties: Weakties, home: Path) -> None:
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


def test_a_person_is_explained_split_and_joined_by_name(weakties: Weakties, home: Path) -> None:
    weakties(home, "same", "Robert Falk", "Bob Falk")
    found = json.loads(weakties(home, "explain", "Bob Falk", "--json").stdout)
    records = [one["record_id"] for one in found["records"]]
    assert len(records) == 2
    assert found["pairs"][0]["said"] == {"verdict": "same", "act": 1}
    assert "bits in all" in weakties(home, "explain", "Robert Falk").stdout
    told = json.loads(weakties(home, "split", "Bob Falk", records[0], "--json").stdout)
    assert (told["act"], told["verdict"], len(told["people"])) == (2, "different", 2)


@pytest.mark.parametrize("words", [("same", "Bob Falk"), ("same", "Bob Falk", "Falk"), ("split",)])
def test_words_that_do_not_fit_end_with_2(
    weakties: Weakties, home: Path, words: tuple[str, ...]
) -> None:
    found = weakties(home, *words)
    assert found.exit_code == 2 or getattr(found.exception, "exit_code", None) == 2


@pytest.fixture
def asked(weakties: Weakties, home: Path) -> Iterator[tuple[store.Database, tuple[OpenPair, ...]]]:
    """Open the home's database, with the questions of it."""
    weakties(home, "questions")
    database = store.Database.open(f"sqlite:///{home}/weakties.db")
    with database.read() as tx:
        pairs = open_pairs(tx)
    yield database, pairs
    database.close()


Asked = tuple[store.Database, tuple[OpenPair, ...]]


def held(database: store.Database) -> int:
    with database.read() as tx:
        return len(store.acts.held(tx))


@pytest.mark.parametrize(
    ("typed", "answers"),
    [("sd", 2), ("kk", 0), ("q", 0), ("su\x1b", 0), ("sudk", 1), ("?uks", 1), ("s\x04", 1)],
)
def test_keys_answer_and_take_back(
    asked: Asked,
    typed: str,
    answers: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    database, pairs = asked
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r", buffering=1) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        monkeypatch.setenv("TERM", "xterm")
        os.write(ours, typed.encode())
        assert interview(database, pairs, Keys(plain=False)) == answers
    os.close(ours)
    assert held(database) == answers
    shown = capsys.readouterr().out
    assert "Robert Falk" in shown
    assert "weakties same" not in shown  # keys stand for the commands
    assert ("Keys: s same" in shown) == ("?" in typed)


def test_an_arrow_key_does_not_leave(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = Keys(plain=True)
    pressed = iter(["\x1b[a", "s", "q"])
    monkeypatch.setattr(keys, "key", lambda _: next(pressed))
    assert interview(*asked, keys) == 1
    assert "Keys: s same" in capsys.readouterr().out


def test_ctrl_c_keeps_what_was_answered(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    keys, pressed = Keys(plain=True), iter("s")

    def interrupted(_: str) -> str:
        for key in pressed:
            return key
        raise KeyboardInterrupt

    monkeypatch.setattr(keys, "key", interrupted)
    assert interview(*asked, keys) == 1
    assert held(asked[0]) == 1
