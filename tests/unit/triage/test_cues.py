from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from contacts.report import CueGroup
from triage.cues import groups
from triage.memory import assess

Build = Callable[..., pd.DataFrame]
Grouped = Callable[..., tuple[CueGroup, ...]]


@pytest.fixture
def grouped(evidence: Build, people: Build, answers: Build, as_of: date) -> Grouped:
    """Group people who connected on the days (None: undated); keywords set a column for all."""

    def cued(*days: str | None, **columns: object) -> tuple[CueGroup, ...]:
        persons = [f"p{place:03}" for place in range(len(days))]
        connected: dict[str, str | None] = {"kind": "connected", "direction": "both"}
        rows = evidence(
            *((one, connected | {"on": day}) for one, day in zip(persons, days, strict=True))
        )
        everybody = people(*persons, **columns)
        return groups(assess(rows, everybody, answers(), as_of), everybody, rows)

    return cued


def shown(found: tuple[CueGroup, ...]) -> list[tuple[str, str, int]]:
    return [(group.cue, group.label, len(group.people)) for group in found]


def test_five_of_one_day_are_a_group(grouped: Grouped) -> None:
    assert shown(grouped(*["2021-05-03"] * 5)) == [("same_day", "Connected on 3 May 2021", 5)]


def test_four_of_one_day_fall_back_on_the_year(grouped: Grouped) -> None:
    assert shown(grouped(*["2021-05-03"] * 4)) == [("year", "Connected in 2021", 4)]


def test_three_of_one_company_are_a_group(grouped: Grouped) -> None:
    days = "2021-05-03", "2020-01-01", None
    assert shown(grouped(*days, company="Acme")) == [("company", "Acme", 3)]


def test_an_event_is_the_best_cue(grouped: Grouped) -> None:
    found = grouped(*["2021-05-03"] * 5, company="Acme", event="PyCon")
    assert shown(found) == [("event", "PyCon", 5)]


def test_who_shares_nothing_stands_under_no_cue(grouped: Grouped) -> None:
    assert shown(grouped(None)) == [("", "Undated", 1)]


def test_the_newest_year_comes_first(grouped: Grouped) -> None:
    labels = [label for _, label, _ in shown(grouped("2019-01-01", "2021-05-03", None))]
    assert labels == ["Connected in 2021", "Connected in 2019", "Undated"]


def test_a_large_year_is_parted_into_months(grouped: Grouped) -> None:
    days = [f"2021-{place % 12 + 1:02}-{place // 12 + 1:02}" for place in range(48)] + [
        f"2021-01-{day:02}" for day in range(5, 25)
    ]
    found = shown(grouped(*days))
    assert found[0] == ("year", "Connected in January 2021", 24)
    assert len(found) == 12


def test_no_group_is_longer_than_three_screens(grouped: Grouped) -> None:
    found = shown(grouped(*[None] * 130))
    assert found == [
        ("", "Undated (1 of 3)", 60),
        ("", "Undated (2 of 3)", 60),
        ("", "Undated (3 of 3)", 10),
    ]


def test_only_cannot_tells_are_grouped(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    rows, ann = evidence(("ann", {})), people("ann")
    known = assess(rows, ann, answers(("ann", "know_well", "2026-05-01")), as_of)
    assert groups(known, ann, rows) == ()


def test_cards_of_one_day_are_a_group(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    persons = [f"p{place}" for place in range(5)]
    card = {"kind": "card", "direction": "both", "source": "card", "on": "2026-05-03"}
    rows, everybody = evidence(*((one, card) for one in persons)), people(*persons)
    found = groups(assess(rows, everybody, answers(), as_of), everybody, rows)
    assert shown(found) == [("same_day", "Cards of 3 May 2026", 5)]


def test_what_dates_no_tie_is_no_cue(grouped: Grouped) -> None:
    found = grouped("2030-01-01", "2025-02-30", "not a day", None)
    assert shown(found) == [("", "Undated", 4)]


def test_a_connection_counts_from_the_day_it_was_made(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    invited = {"kind": "invited", "on": "2020-12-30"}
    connected = {"kind": "connected", "direction": "both", "on": "2021-01-02"}
    rows, ann = evidence(("ann", invited), ("ann", connected)), people("ann")
    found = groups(assess(rows, ann, answers(), as_of), ann, rows)
    assert shown(found) == [("year", "Connected in 2021", 1)]
