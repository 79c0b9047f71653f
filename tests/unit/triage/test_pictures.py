"""In every picture a person counts once, and the pictures agree with each other."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from contacts import frames
from contacts.report import BeginningRow, BurnDownPoint, CohortRow, CueGroup, GrowthPoint
from triage.burn_down import WEEKS, burn_down
from triage.circles import weak_groups
from triage.memory import assess
from triage.pictures import Pictures, pictures

Build = Callable[..., pd.DataFrame]
CARD = {"kind": "card", "direction": "both", "source": "card"}
CONNECTED = {"kind": "connected", "direction": "both"}


@pytest.fixture
def drawn(evidence: Build, people: Build, answers: Build, as_of: date) -> Pictures:
    rows = evidence(
        ("ann", {"on": "2026-05-30"}),
        ("ann", {"on": "2026-05-31"}),
        ("bo", CONNECTED | {"on": "2021-03-01"}),
        ("bo", CARD | {"on": "2021-03-01"}),
        ("bo", {"on": "2021-04-01"}),
        ("cy", CONNECTED | {"on": "2021-07-01"}),
        ("di", {"on": None}),
        ("ed", CARD | {"on": "1980-01-01"}),  # a camera whose clock was never set
        ("flo", CONNECTED | {"on": "2031-01-01"}),
    )
    persons = people("ann", "bo", "cy", "di", "ed", "flo", "gus")
    ties = assess(rows, persons, answers(), as_of)
    return pictures(ties, rows, persons, answers(), frames.NEWS.empty(), as_of)


def test_a_tie_begins_with_its_first_dated_piece(drawn: Pictures) -> None:
    assert drawn.cohorts == (
        CohortRow(2021, 0, 1, 1),
        *(CohortRow(year, 0, 0, 0) for year in range(2022, 2026)),
        CohortRow(2026, 1, 0, 0),
    )
    assert drawn.growth == (
        GrowthPoint(2021, 2, 2),
        *(GrowthPoint(year, 2, 0) for year in range(2022, 2026)),
        GrowthPoint(2026, 3, 1),
    )


def test_of_one_day_a_card_says_more_than_the_connection(drawn: Pictures) -> None:
    assert BeginningRow("card", 2, 0) in drawn.beginnings  # bo, and ed without a day


def test_everybody_began_in_one_way(drawn: Pictures) -> None:
    assert sum(row.people for row in drawn.beginnings) == 7
    assert BeginningRow("", 2, 0) in drawn.beginnings  # nothing usable is on record
    assert BeginningRow("message", 2, 1) in drawn.beginnings
    sizes = [row.people for row in drawn.beginnings]
    assert sizes == sorted(sizes, reverse=True)


def test_the_pictures_of_today_agree(drawn: Pictures) -> None:
    today = next(point for point in reversed(drawn.memory) if not point.ahead)
    cohorts = drawn.cohorts
    assert today.known == sum(row.known for row in cohorts)
    assert today.weak == sum(row.weak for row in cohorts)
    assert today.cannot_tell == sum(row.cannot_tell for row in cohorts)
    assert drawn.growth[-1].people == today.known + today.weak + today.cannot_tell


def test_of_nobody_there_is_no_picture(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    ties = assess(evidence(), people(), answers(), as_of)
    assert pictures(ties, evidence(), people(), answers(), frames.NEWS.empty(), as_of) == Pictures()


@pytest.fixture
def open_cases(evidence: Build, people: Build, answers: Build, as_of: date) -> pd.DataFrame:
    """Two weak ties, two cannot-tells, one known."""
    old = [(person, {"on": f"201{year}-01-01"}) for person in ("ann", "bo") for year in (1, 2)]
    once = [(person, CONNECTED | {"on": "2019-01-01"}) for person in ("cy", "di")]
    fresh = [("ed", {"on": "2026-05-30"}), ("ed", {"on": "2026-05-31"})]
    persons = people("ann", "bo", "cy", "di", "ed")
    return assess(evidence(*old, *once, *fresh), persons, answers(), as_of)


def test_every_answer_takes_one_off(open_cases: pd.DataFrame, answers: Build, as_of: date) -> None:
    said = answers(
        ("ann", "no_idea", "2026-05-20"),
        ("ed", "know_well", "2026-05-21"),  # nobody asked
        ("cy", "skip", "2026-05-22"),  # teaches nothing
        ("cy", "can_place", "2026-05-28"),
        ("cy", "no_idea", "2026-06-01"),  # settled already
        ("bo", "no_idea", "2026-06-09"),  # after the day
    )
    assert burn_down(open_cases, said, as_of) == (
        BurnDownPoint("2026-05-18", 2, 2),
        BurnDownPoint("2026-05-25", 1, 2),
        BurnDownPoint("2026-06-01", 1, 1),
    )


def test_letting_go_settles_too(open_cases: pd.DataFrame, answers: Build, as_of: date) -> None:
    said = answers(("ann", "let_go", "2026-05-31"), ("cy", "keep", "2026-05-31"))
    assert burn_down(open_cases, said, as_of)[-1] == BurnDownPoint("2026-06-01", 1, 2)


def test_without_an_answer_today_stands_alone(
    open_cases: pd.DataFrame, answers: Build, as_of: date
) -> None:
    assert burn_down(open_cases, answers(), as_of) == (BurnDownPoint("2026-06-01", 2, 2),)


def test_of_years_of_answers_half_a_year_is_drawn_and_it_only_falls(
    open_cases: pd.DataFrame, answers: Build, as_of: date
) -> None:
    said = answers(("ann", "no_idea", "2020-05-20"), ("cy", "no_idea", "2026-03-21"))
    points = burn_down(open_cases, said, as_of)
    assert len(points) == WEEKS + 1
    left = [point.weak + point.cannot_tell for point in points]
    assert left[0] == 3
    assert all(before >= after for before, after in pairwise(left))


def test_weak_ties_stand_with_those_of_their_event_or_else_company(
    evidence: Build, answers: Build, as_of: date
) -> None:
    persons = frames.PEOPLE.build(
        {"person": person, "name": name, "company": company, "event": event, "sources": 1}
        for person, name, company, event in (
            ("ann", "Ann", "Acme, Inc.", "Kettle meetup"),
            ("bo", "Bo", "ACME, Inc.", None),
            ("cy", "Cy", "Acme, Inc.", "kettle meetup"),
            ("di", "Di", "acme, inc.", None),
            ("ed", "Ed", "Orrery", None),
            ("flo", "Flo", None, None),
            ("gus", "Gus", "Acme, Inc.", "Kettle meetup"),  # known
        )
    )
    old = [(person, {"on": f"201{year}-01-01"}) for person in persons["person"] for year in (1, 2)]
    fresh = [("gus", {"on": "2026-05-31"}), ("gus", {"on": "2026-05-30"})]
    ties = assess(evidence(*old, *fresh), persons, answers(), as_of)
    assert weak_groups(ties, persons) == (
        CueGroup("event", "Kettle meetup", ("ann", "cy")),
        CueGroup("company", "ACME, Inc.", ("bo", "di")),
    )
