"""What was and will be agrees with what the model says of that day itself."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from triage.course import ABSENT, CLASSES, Course, course
from triage.memory import assess, believe
from triage.outlook import months_later, outlook, quarter_ends
from triage.pieces import pieces
from triage.weights import DEFAULTS

Build = Callable[..., pd.DataFrame]
KINDS = (
    {"kind": "message"},
    {"kind": "message", "direction": "in"},
    {"kind": "connected", "direction": "both"},
    {"kind": "invited", "direction": "out"},
    {"kind": "invited", "direction": "in", "text": "You spoke on maps"},
    {"kind": "met", "direction": "both"},
)


@pytest.fixture
def network(evidence: Build, people: Build) -> Callable[[int], tuple[pd.DataFrame, pd.DataFrame]]:
    def build(seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
        draw = random.Random(seed)
        persons = [f"p{number:02}" for number in range(40)]
        rows = [
            (person, {"on": str(date(2026, 6, 1) - timedelta(days=draw.choice(DAYS)))} | kind)
            for person in persons[:-2]
            for kind in draw.choices(KINDS, k=draw.randint(1, 6))
        ]
        return evidence(*rows), people(*persons)

    return build


DAYS = [0, 1, 30, 31, 60, 100, 150, 200, 250, 300, 400, 500, 700, 1000, 2000]


def followed(
    evidence: pd.DataFrame, people: pd.DataFrame, answers: pd.DataFrame, as_of: date
) -> Course:
    ties = assess(evidence, people, answers, as_of)
    slope = float(believe(evidence, people, answers, as_of).mean[1])
    found = pieces(evidence, ties, as_of, DEFAULTS)
    return course(found, ties, answers, as_of, slope, DEFAULTS)


def named(classes: np.ndarray) -> list[str]:
    return ["absent" if code == ABSENT else CLASSES[code].value for code in classes]


@pytest.mark.parametrize("seed", range(5))
def test_on_the_day_itself_everybody_is_of_the_class_that_was_assessed(
    network: Callable[[int], tuple[pd.DataFrame, pd.DataFrame]],
    answers: Build,
    as_of: date,
    seed: int,
) -> None:
    rows, persons = network(seed)
    said = answers(("p00", "can_place", "2026-05-01"), ("p01", "no_idea", "2026-01-01"))
    classes = named(followed(rows, persons, said, as_of).classes(as_of))
    assert classes[:-2] == assess(rows, persons, said, as_of)["tie_class"].tolist()[:-2]
    assert classes[-2:] == ["absent", "absent"]


@pytest.mark.parametrize("days", [1, 90, 365])
def test_ahead_it_is_what_will_be_assessed_if_nothing_happens(
    network: Callable[[int], tuple[pd.DataFrame, pd.DataFrame]],
    answers: Build,
    as_of: date,
    days: int,
) -> None:
    rows, persons = network(9)
    later = as_of + timedelta(days=days)
    then = assess(rows, persons, answers(), later)["tie_class"].tolist()
    classes = named(followed(rows, persons, answers(), as_of).classes(later))
    assert classes[:-2] == then[:-2]


@pytest.mark.parametrize("days", [1, 90, 365, 800])
def test_looking_back_it_is_what_was_assessed_from_what_had_happened(
    network: Callable[[int], tuple[pd.DataFrame, pd.DataFrame]],
    answers: Build,
    as_of: date,
    days: int,
) -> None:
    rows, persons = network(11)
    day = as_of - timedelta(days=days)
    had = rows[rows["on"] <= str(day)].reset_index(drop=True)
    there = persons["person"].isin(had["person"]).tolist()
    then = assess(had, persons, answers(), day)["tie_class"].tolist()
    classes = named(followed(rows, persons, answers(), as_of).classes(day))
    expected = [kind if here else "absent" for kind, here in zip(then, there, strict=True)]
    assert classes == expected


def test_an_answer_counts_from_the_day_it_was_given(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    said = answers(("ann", "can_place", "2026-03-01"))
    found = followed(evidence(("ann", {"on": "2020-01-01"})), people("ann"), said, as_of)
    assert named(found.classes(date(2026, 2, 28))) == ["cannot_tell"]
    assert named(found.classes(date(2026, 3, 1))) == ["known"]


def test_a_year_ahead_the_known_only_fade(
    network: Callable[[int], tuple[pd.DataFrame, pd.DataFrame]], answers: Build, as_of: date
) -> None:
    found = outlook(followed(*network(3), answers(), as_of), as_of)
    ahead = [found.memory[-5], *found.memory[-4:]]
    assert [point.ahead for point in ahead] == [False, True, True, True, True]
    for before, after in pairwise(ahead):
        assert after.known <= before.known
        assert after.known + after.weak == before.known + before.weak
        assert after.cannot_tell == before.cannot_tell
        gone = [row.person for row in found.fading if row.by == after.on]
        assert len(gone) == before.known - after.known
    assert found.fading
    assert len({row.person for row in found.fading}) == len(found.fading)


def test_nobody_stands_in_a_year_before_the_first_date(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    rows = evidence(("ann", {"on": "2025-12-31"}), ("bo", {"on": None}))
    found = outlook(followed(rows, people("ann", "bo"), answers(), as_of), as_of)
    assert [point.on for point in found.memory[:3]] == ["2025-12-31", "2026-03-31", "2026-06-01"]
    assert {point.known + point.weak + point.cannot_tell for point in found.memory} == {1}


def test_without_a_date_there_is_no_outlook(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    rows = evidence(("ann", {"on": None}), ("ann", {"on": "2031-01-01"}))
    assert outlook(followed(rows, people("ann", "bo"), answers(), as_of), as_of).memory == ()


def test_quarters_end_on_their_last_day() -> None:
    ends = quarter_ends(date(2026, 3, 31))
    assert [str(day) for day in ends[-2:]] == ["2025-09-30", "2025-12-31"]
    assert str(ends[0]) == "2021-03-31"
    assert len(ends) == 20
    assert quarter_ends(date(2026, 4, 1))[-1] == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-06-30", 3, "2026-09-30"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-29", 3, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
    ],
)
def test_months_later_is_the_same_day_or_the_months_last(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)
