from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from contacts import frames, owed_frames
from triage.give_back import give_back
from triage.memory import assess

Build = Callable[..., pd.DataFrame]
RECOMMENDED = {"kind": "recommended", "direction": "in", "text": "She is thorough."}
ENDORSED = {"kind": "endorsed", "direction": "in"}
PROMISE = {
    "key": "k",
    "person": "ann",
    "record_id": "lann",
    "kind": "introduction",
    "sentence": "I'll introduce you to Bo.",
    "on": "2026-05-01",
    "state": "open",
    "file": "archive.zip",
    "locator": "messages.csv:2",
}


@pytest.fixture
def found(people: Build, answers: Build, as_of: date) -> Build:
    """Return what is owed to ann, bo and cy."""

    def build(
        evidence: pd.DataFrame,
        *promises: dict[str, object],
        answered: tuple[tuple[str, ...], ...] = (),
    ) -> pd.DataFrame:
        said = answers(*answered)
        ties = assess(evidence, people("ann", "bo", "cy"), said, as_of)
        return give_back(ties, evidence, owed_frames.PROMISES.build(promises), said, as_of)

    return build


def test_a_recommendation_that_was_not_returned_is_owed_with_its_words(
    evidence: Build, found: Build
) -> None:
    (row,) = frames.rows(found(evidence(("ann", RECOMMENDED))))
    assert (row["person"], row["kind"], row["pieces"]) == ("ann", "recommendation", 1)
    assert (row["text"], row["on"], row["file"]) == (
        "She is thorough.",
        "2025-06-01",
        "archive.zip",
    )


@pytest.mark.parametrize(
    ("received", "returned", "owed"),
    [
        (RECOMMENDED, {"kind": "recommended"}, False),
        (RECOMMENDED, {"kind": "recommended", "on": "2020-01-01"}, False),
        (RECOMMENDED, {"kind": "endorsed"}, True),  # a click returns no recommendation
        (RECOMMENDED, {"kind": "message"}, True),
        (ENDORSED, {"kind": "endorsed"}, False),
        (ENDORSED, {"kind": "recommended"}, False),
        (ENDORSED, {"kind": "one_tap"}, True),
        (ENDORSED, {"kind": "endorsed", "on": "2026-07-01"}, True),  # not yet
    ],
)
def test_it_is_returned_in_kind_or_by_more(
    evidence: Build,
    found: Build,
    received: dict[str, object],
    returned: dict[str, object],
    *,
    owed: bool,
) -> None:
    assert len(found(evidence(("ann", received), ("ann", returned)))) == owed


def test_endorsements_are_counted_and_the_newest_is_shown(evidence: Build, found: Build) -> None:
    table = found(
        evidence(
            ("ann", ENDORSED | {"on": "2024-05-01"}),
            ("ann", ENDORSED | {"on": "2024-06-01", "locator": "Endorsements.csv:3"}),
            ("ann", ENDORSED | {"on": None}),
        )
    )
    (row,) = frames.rows(table)
    assert (row["pieces"], row["on"], row["locator"]) == (3, "2024-06-01", "Endorsements.csv:3")


def test_an_introduction_that_was_promised_is_owed_until_the_user_says_otherwise(
    evidence: Build, found: Build
) -> None:
    assert list(found(evidence(), PROMISE)["kind"]) == ["introduction"]
    for state in ("kept", "broken", "dismissed"):
        assert found(evidence(), PROMISE | {"state": state}).empty
    assert found(evidence(), PROMISE | {"kind": "promise"}).empty


def test_who_is_owed_most_comes_first_and_the_rows_of_a_person_stand_together(
    evidence: Build, found: Build
) -> None:
    letters = [("cy", {"on": f"2025-0{month}-01"}) for month in range(1, 7)]
    table = found(
        evidence(
            ("ann", ENDORSED), ("bo", RECOMMENDED), ("cy", RECOMMENDED), ("cy", ENDORSED), *letters
        ),
        PROMISE,
    )
    assert list(zip(table["person"], table["kind"], strict=True)) == [
        ("ann", "introduction"),
        ("ann", "endorsement"),
        ("cy", "recommendation"),  # the stronger tie
        ("cy", "endorsement"),
        ("bo", "recommendation"),
    ]


def test_nothing_is_owed_to_whoever_was_let_go_or_is_nobody(evidence: Build, found: Build) -> None:
    gone = (("ann", "let_go", "2026-05-20"),)
    assert found(evidence(("ann", RECOMMENDED)), PROMISE, answered=gone).empty
    assert found(evidence(("stranger", RECOMMENDED))).empty


def test_nothing_received_gives_an_empty_table(evidence: Build, found: Build) -> None:
    assert list(found(evidence()).columns) == owed_frames.GIVE_BACK.names
