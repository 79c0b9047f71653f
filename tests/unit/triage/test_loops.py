from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from contacts import frames, owed_frames
from triage.loops import OPEN_FOR, loops
from triage.memory import assess

Build = Callable[..., pd.DataFrame]
THEIRS = {"direction": "in", "on": "2026-05-01"}
ASKED = {
    "person": "ann",
    "record_id": "lann",
    "kind": "loop",
    "direction": "in",
    "on": "2026-05-01",
    "at": "2026-05-01T10:00:00Z",
    "text": "Are you still at Fjord?",
    "file": "archive.zip",
    "locator": "messages.csv:2",
}


@pytest.fixture
def found(people: Build, as_of: date) -> Build:
    """Return the loops of ann, bo and cy."""

    def build(
        evidence: pd.DataFrame,
        said: pd.DataFrame | None = None,
        answers: pd.DataFrame | None = None,
        **more: object,
    ) -> pd.DataFrame:
        answers = frames.ANSWERS.empty() if answers is None else answers
        said = frames.SAID.empty() if said is None else said
        ties = assess(evidence, people("ann", "bo", "cy"), answers, as_of)
        return loops(ties, evidence, said, answers, as_of, **more)  # type: ignore[arg-type]

    return build


def test_a_letter_that_was_never_answered_is_open(evidence: Build, found: Build) -> None:
    table = found(evidence(("ann", {"on": "2026-04-30"}), ("ann", THEIRS)))
    (row,) = frames.rows(table)
    assert (row["person"], row["on"], row["state"]) == ("ann", "2026-05-01", "open")
    assert (row["sentence"], row["locator"]) == (None, "messages.csv:2")


@pytest.mark.parametrize(
    "answer",
    [
        {"on": "2026-05-01"},
        {"on": "2026-05-20"},
        {"on": "2026-05-20", "kind": "met", "direction": "both"},
        {"on": "2026-05-20", "kind": "recommended"},
    ],
)
def test_what_the_user_did_on_that_day_or_later_is_an_answer(
    evidence: Build, found: Build, answer: dict[str, object]
) -> None:
    assert found(evidence(("ann", THEIRS), ("ann", answer))).empty


@pytest.mark.parametrize(
    "other",
    [
        {"on": "2026-05-20", "kind": "one_tap"},
        {"on": "2026-05-20", "kind": "endorsed"},
        {"on": "2026-04-20"},
        {"on": "2026-07-20"},  # not yet
        {"on": None},
    ],
)
def test_clicks_and_earlier_letters_are_no_answer(
    evidence: Build, found: Build, other: dict[str, object]
) -> None:
    assert len(found(evidence(("ann", THEIRS), ("ann", other)))) == 1


@pytest.mark.parametrize(
    "theirs",
    [
        {"kind": "one_tap"},
        {"recipients": 500},
        {"recipients": 2},
        {"on": None},
        {"on": "2026-07-01"},  # not yet
        {"direction": "unknown"},
    ],
)
def test_clicks_mailings_and_what_is_undated_open_no_loop(
    evidence: Build, found: Build, theirs: dict[str, object]
) -> None:
    assert found(evidence(("ann", THEIRS | theirs))).empty


def test_the_asking_sentence_stands_with_its_message(evidence: Build, found: Build) -> None:
    said = frames.SAID.build(
        [
            ASKED | {"text": "How are things?", "at": "2026-05-01T09:00:00Z"},
            ASKED,
            ASKED | {"kind": "hint", "text": "We met in Oslo."},
            ASKED | {"on": "2026-04-01", "text": "An older question?"},
        ]
    )
    table = found(evidence(("ann", THEIRS)), said)
    assert list(table["sentence"]) == ["Are you still at Fjord?"]


def test_the_newest_come_first_and_the_old_are_said_to_be_old(
    evidence: Build, found: Build, as_of: date
) -> None:
    long_ago = str(as_of.fromordinal(as_of.toordinal() - OPEN_FOR - 1))
    limit = str(as_of.fromordinal(as_of.toordinal() - OPEN_FOR))
    table = found(
        evidence(
            ("ann", THEIRS | {"on": limit}),
            ("bo", THEIRS | {"on": long_ago}),
            ("cy", THEIRS),
            ("cy", THEIRS | {"on": "2026-04-01"}),
        )
    )
    assert list(table["person"]) == ["cy", "ann", "bo"]
    assert list(table["state"]) == ["open", "open", "old"]


def test_whoever_was_let_go_has_no_loop_until_they_write_again(
    evidence: Build, found: Build, answers: Build
) -> None:
    letters = evidence(("ann", THEIRS), ("bo", THEIRS))
    gone = answers(("ann", "let_go", "2026-05-02"), ("bo", "let_go", "2026-04-02"))
    assert list(found(letters, None, gone)["person"]) == ["bo"]


def test_a_dismissed_loop_stays_away_and_a_new_letter_opens_another(
    evidence: Build, found: Build
) -> None:
    key = found(evidence(("ann", THEIRS)))["key"].iloc[0]
    assert found(evidence(("ann", THEIRS)), dismissed={key}).empty
    later = found(evidence(("ann", THEIRS), ("ann", THEIRS | {"on": "2026-05-09"})))
    assert list(later["key"]) != [key]


def test_the_key_does_not_depend_on_other_people_or_the_day(
    evidence: Build, found: Build, people: Build, answers: Build
) -> None:
    alone = found(evidence(("ann", THEIRS)))
    among = found(evidence(("bo", THEIRS | {"on": "2026-05-03"}), ("ann", THEIRS)))
    assert set(alone["key"]) < set(among["key"])
    letters = evidence(("ann", THEIRS))
    ties = assess(letters, people("ann"), answers(), date(2027, 1, 1))
    later = loops(ties, letters, frames.SAID.empty(), answers(), date(2027, 1, 1))
    assert list(later["key"]) == list(alone["key"])
    assert list(later["state"]) == ["old"]


def test_nothing_gives_an_empty_table(evidence: Build, found: Build) -> None:
    assert list(found(evidence()).columns) == owed_frames.LOOPS.names
