"""The triage as it is typed: today's few, the sweep, and what happened outside."""

import json
import os
import pty
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

import store
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.errors import UsageError
from contacts.extraction import gathered
from contacts.identifiers import RecordId
from contacts.interactions import Direction, Interaction, InteractionKind
from contacts.sources import SourceFile, SourceKind
from weakties.cli import app
from weakties.cli.keys import Keys
from weakties.cli.sweeping import numbers_in
from weakties.cli.until import until_day

AS_OF = ("--as-of", "2026-06-01")
OLD = ["Ada Lind", "Bo Ek", "Cleo Marsh", "Dag Voss", "Eli Sand"]
BARE = ["Finn Ask", "Gro Dahl", "Hans Moe"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home with five old ties and three bare connections of one company."""
    root = tmp_path_factory.mktemp("made")
    people = [
        ContactRecord(
            RecordId(f"l{place:04}"),
            RecordSource.LINKEDIN,
            f"Connections.csv:{place + 4}",
            (
                Claim(Property.NAME, name),
                Claim(Property.COMPANY, "Acme" if name in BARE else f"Firm {name}"),
            ),
            date(2020, 1, place + 1),
        )
        for place, name in enumerate(OLD + BARE)
    ]
    letters = [
        Interaction(one.record_id, InteractionKind.MESSAGE, Direction.OUT, day, "messages.csv:2")
        for one in people[: len(OLD)]
        for day in (date(2021, 3, 1), date(2022, 3, 1))
    ]
    connected = [
        Interaction(
            one.record_id, InteractionKind.CONNECTED, Direction.BOTH, one.dated, one.locator
        )
        for one in people
    ]
    found = gathered(
        people, [*letters, *connected], extractor="linkedin", version="1", read=len(people)
    )
    database = store.Database.open(f"sqlite:///{root}/weakties.db")
    with database.write() as tx:
        store.sources.note(tx, [SourceFile("a" * 64, SourceKind.LINKEDIN, 9, ("linkedin/a.zip",))])
        store.records.write(tx, "a" * 64, found)
    database.close()
    weakties(root, "report", *AS_OF)
    return root


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """Return a copy of that home, of its own for each test."""
    return Path(shutil.copytree(made, tmp_path / "home"))


def weakties(home: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["--home", str(home), *words], input=typed)


def today(home: Path) -> list[str]:
    told = json.loads(weakties(home, "triage", "--json", *AS_OF).stdout)
    return [one["name"] for one in told["today"]]


def answers(home: Path) -> list[dict[str, Any]]:
    database = store.Database.open(f"sqlite:///{home}/weakties.db")
    with database.read() as tx:
        found = [dict(act.payload) for act in store.acts.live(tx, store.acts.ANSWER)]
    database.close()
    return found


def test_four_are_asked_about_and_then_it_is_done_for_today(home: Path) -> None:
    first, second, *_ = today(home)
    told = weakties(home, "triage", *AS_OF, typed="2\nr\n3\nl\n2w\ns\n4\n\n")
    assert told.exit_code == 0
    assert "1 of 4" in told.stdout
    assert "Connected on" in told.stdout
    assert "Done for today." in told.stderr
    given = answers(home)
    assert [(one["answer"], one.get("then"), one.get("until")) for one in given] == [
        ("can_place", "reconnect", None),
        ("only_the_name", "later", "2026-06-15"),
        ("skip", None, None),
        ("no_idea", None, None),
    ]
    assert all(one["on"] == "2026-06-01" and one["seconds"] >= 0 for one in given)
    assert today(home) == []
    assert "Nobody is to be asked about today." in weakties(home, "triage", *AS_OF).stderr
    assert first in weakties(home, "undo", "1").stderr
    assert today(home) == [first]
    assert second not in today(home)


def test_undo_goes_back_to_the_one_who_was_answered_about(home: Path) -> None:
    told = weakties(home, "triage", *AS_OF, typed="1\n\nu\n4\n\nq\n")
    assert "Taken back: " in told.stdout
    assert [one["answer"] for one in answers(home)] == ["no_idea"]


def test_undo_while_nothing_is_noted_yet_asks_anew(home: Path) -> None:
    weakties(home, "triage", *AS_OF, typed="1\nu\n4\n\nq\n")
    assert [one["answer"] for one in answers(home)] == ["no_idea"]


def test_leaving_keeps_what_was_said(home: Path) -> None:
    weakties(home, "triage", *AS_OF, typed="1\nq\n")
    assert [one["answer"] for one in answers(home)] == ["know_well"]
    assert len(today(home)) == 3


def test_only_the_valid_keys_are_taken_and_told(home: Path) -> None:
    told = weakties(home, "triage", *AS_OF, typed="x\n3\n?\ni\nl\nsoon\nq\n").stdout
    assert "'x' is none of the keys." in told
    assert "'i' is none of the keys." in told  # whom one cannot place one introduces to nobody
    assert "let them go" in told
    assert "until 'soon': is no day" in told
    assert "undo" not in told.partition("And now?")[0]
    assert told.index("Connected on") > told.rindex("Who is this?")  # memory is asked first


def test_hints_are_shown_when_asked_for(home: Path) -> None:
    told = weakties(home, "triage", *AS_OF, typed="h\nq\n").stdout
    assert "(linkedin/a.zip, messages.csv:2)" in told
    assert answers(home) == []


def test_without_a_terminal_nothing_is_coloured(home: Path) -> None:
    assert "\x1b" not in weakties(home, "triage", *AS_OF, typed="q\n").stdout


def test_an_answer_from_a_script(home: Path) -> None:
    words = ("triage", "answer", "ada lind", "can-place", "--then", "later", "--until", "3m")
    told = weakties(home, *words, *AS_OF, "--json")
    assert json.loads(told.stdout)["act"] == 1
    assert "can place, later until 1 September 2026" in told.stderr
    assert answers(home)[0]["until"] == "2026-09-01"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("Nobody Here", "skip"), "is nobody's name or id"),
        (("Ada Lind", "perhaps"), "is none"),
        (("Ada Lind", "keep", "--then", "later"), "goes with what you remember"),
        (("Ada Lind", "skip", "--then", "keep"), "does not go with keep"),
        (("Ada Lind", "can_place", "--until", "2w"), "goes with later alone"),
        (("Ada Lind", "later", "--until", "2026-06-01"), "is not after 2026-06-01"),
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(
    home: Path, words: Sequence[str], reason: str
) -> None:
    told = weakties(home, "triage", "answer", *words, *AS_OF)
    assert isinstance(told.exception, UsageError)
    assert reason in str(told.exception)
    assert answers(home) == []


def test_no_answer_is_of_a_day_that_has_not_been(home: Path) -> None:
    told = weakties(home, "triage", "--as-of", "2999-01-01")
    assert "lies ahead" in str(told.exception)


def test_who_is_let_go_is_archived_and_counted(home: Path) -> None:
    weakties(home, "triage", "answer", "Ada Lind", "let_go", *AS_OF)
    assert "Ada Lind" not in today(home)
    told = json.loads(weakties(home, "report", "--json", *AS_OF).stdout)
    assert told["counts"]["archived"] == 1
    assert "Ada Lind" in {one["name"] for one in told["people"]}


def test_a_screen_of_the_sweep_is_one_act(home: Path) -> None:
    told = weakties(home, "triage", "--sweep", *AS_OF, typed="9\n2\n")
    assert "Screen 1 of 1" in told.stdout
    assert "   2  Gro Dahl" in told.stdout
    assert "is no list of numbers from 1 to 3" in told.stdout
    assert "The sweep is done." in told.stderr
    (given,) = answers(home)
    assert [one["answer"] for one in given["answers"]] == [
        "only_the_name",
        "can_place",
        "only_the_name",
    ]
    assert "Nobody is left to sweep." in weakties(home, "triage", "--sweep", *AS_OF).stderr
    undone = weakties(home, "undo").stderr
    assert "3 people at once: 2 only the name, 1 can place" in undone
    swept = json.loads(weakties(home, "triage", "--sweep", "--json", *AS_OF).stdout)
    assert [len(group["people"]) for screen in swept["screens"] for group in screen] == [3]


def test_a_screen_can_be_taken_back_and_skipped(home: Path) -> None:
    weakties(home, "triage", "--sweep", *AS_OF, typed="u\nq\n")
    assert answers(home) == []
    weakties(home, "triage", "--sweep", *AS_OF, typed="s\n")
    (given,) = answers(home)
    assert {one["answer"] for one in given["answers"]} == {"skip"}


def test_a_sweep_takes_nothing_from_today(home: Path) -> None:
    before = today(home)
    weakties(home, "triage", "--sweep", *AS_OF, typed="\n")
    assert today(home) == before


def test_a_meeting_a_letter_and_a_note_are_evidence_and_hints(home: Path) -> None:
    met = weakties(home, "met", "Finn Ask", "at the  Harbour Fair", "--on", "2026-05-01")
    assert "you met Finn Ask (l0005) on 1 May 2026: at the Harbour Fair" in met.stderr
    weakties(home, "note", "Finn Ask", "keeps bees", "--on", "2026-05-02")
    weakties(home, "wrote", "l0005", "--on", "2026-05-03")

    def finn() -> dict[str, Any]:
        told = json.loads(weakties(home, "report", "--json", *AS_OF).stdout)
        return next(one for one in told["people"] if one["name"] == "Finn Ask")

    found = finn()
    assert (found["class"], found["last_contact"]) == ("known", "2026-05-03")
    hints = {hint["text"]: hint["source"] for hint in found["hints"]}
    assert hints["You met on 1 May 2026: “at the Harbour Fair”"] == {
        "file": "your word",
        "locator": "act 1",
    }
    assert "Your note on 2 May 2026: “keeps bees”" in hints
    assert "You wrote on 3 May 2026 (only message)" in hints
    listed = weakties(home, "undo", "--list").stdout
    assert "you wrote to Finn Ask (l0005) on 3 May 2026" in listed
    assert "a note of 2 May 2026 about Finn Ask (l0005): keeps bees" in listed
    for act in ("1", "2", "3"):
        weakties(home, "undo", act)
    assert (finn()["class"], finn()["last_contact"]) == ("cannot_tell", "2020-01-06")


@pytest.mark.parametrize("what", ["met", "wrote", "note"])
def test_what_has_not_been_cannot_have_happened(home: Path, what: str) -> None:
    weakties(home, "report")
    told = weakties(home, what, "Finn Ask", "words", "--on", "2999-01-01")
    assert "lies ahead of" in str(told.exception)
    assert not weakties(home, "undo", "--list").stdout


def test_a_note_says_something(home: Path) -> None:
    assert "says nothing" in str(weakties(home, "note", "Finn Ask", " ").exception)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("10d", date(2026, 2, 10)),
        ("2w", date(2026, 2, 14)),
        ("1m", date(2026, 2, 28)),
        ("1 y", date(2027, 1, 31)),
    ],
)
def test_until_is_a_day_or_a_span(text: str, day: date) -> None:
    assert until_day(text, date(2026, 1, 31)) == day


@pytest.mark.parametrize("text", ["", "0d", "2026-01-31", "soon", "2026-13-01"])
def test_until_lies_ahead(text: str) -> None:
    with pytest.raises(UsageError, match="until"):
        until_day(text, date(2026, 1, 31))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", set()),
        ("1 4 7-9", {1, 4, 7, 8, 9}),
        ("2,3", {2, 3}),
        ("0", None),
        ("5-3", None),
        ("21", None),
        ("one", None),
    ],
)
def test_numbers_are_those_of_the_screen(text: str, numbers: set[int] | None) -> None:
    assert numbers_in(text, 20) == numbers


def test_a_key_is_read_without_enter(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r", buffering=1) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        monkeypatch.setenv("TERM", "xterm")
        keys = Keys(plain=False)
        assert keys.single
        pressed = []
        for typed in (b"2", b"R", b"\x1b[A", b"\n", b"\x04"):
            os.write(ours, typed)
            pressed.append(keys.key(""))
        assert pressed == ["2", "r", "\x1b[a", "", "q"]
        os.write(ours, b"1 2\n")
        assert keys.line("") == "1 2"
    os.close(ours)


def test_lines_do_where_keys_are_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "r", buffering=1) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        monkeypatch.setenv("TERM", "dumb")
        assert not Keys(plain=False).single
        monkeypatch.setenv("TERM", "xterm")
        keys = Keys(plain=True)
        os.write(ours, b" U \n")
        assert keys.key("") == "u"
        os.write(ours, b"Skip\n")
        assert keys.key("") == "skip"  # and not S, which may mean something else
    os.close(ours)
