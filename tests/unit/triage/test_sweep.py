import random
from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest

from contacts import frames
from contacts.identifiers import PersonId
from contacts.report import CueGroup
from triage.cues import groups
from triage.memory import assess
from triage.sweep import FILLED, SCREEN, screens

Build = Callable[..., pd.DataFrame]


def invented(sizes: list[int]) -> list[CueGroup]:
    people = (PersonId(f"p{number}") for number in range(sum(sizes)))
    return [
        CueGroup("company", f"Company {place}", tuple(next(people) for _ in range(size)))
        for place, size in enumerate(sizes)
    ]


def sizes_of(total: int, most: int, seed: int) -> list[int]:
    chance = random.Random(seed)
    sizes: list[int] = []
    while sum(sizes) < total:
        sizes.append(min(chance.randint(1, most), total - sum(sizes)))
    return sizes


@pytest.mark.parametrize("most", [1, 3, 11, 16, 60])
def test_three_thousand_people_are_two_hundred_screens_at_most(most: int) -> None:
    network = invented(sizes_of(3000, most, most))
    found = screens(network)
    assert len(found) <= 200
    counts = [sum(len(group.people) for group in screen) for screen in found]
    assert all(FILLED <= count <= SCREEN for count in counts[:-1])
    shown = [one for screen in found for group in screen for one in group.people]
    assert shown == [one for group in network for one in group.people]


def test_a_group_is_shown_whole_where_little_of_a_screen_is_lost() -> None:
    found = screens(invented([16, 10, 12]))
    assert [[len(group.people) for group in screen] for screen in found] == [[16], [10, 10], [2]]


def test_a_part_of_a_group_keeps_its_label() -> None:
    (first,), (second,) = screens(invented([30]))
    assert (first.label, second.label) == ("Company 0", "Company 0")
    assert (len(first.people), len(second.people)) == (20, 10)


def test_nobody_to_sweep_is_no_screen() -> None:
    assert screens([]) == ()


def test_an_invented_three_thousand_are_swept_in_two_hundred_screens(
    evidence: Build, answers: Build
) -> None:
    chance = random.Random(7)
    persons = [f"p{number}" for number in range(3000)]
    first = date(2015, 1, 1)
    rows = evidence(
        *(
            (
                one,
                {
                    "kind": "connected",
                    "on": (first + timedelta(chance.randrange(4000))).isoformat(),
                },
            )
            for one in persons
        )
    )
    people = frames.PEOPLE.build(
        {
            "person": one,
            "name": f"Ann {one}",
            "company": chance.choice([None, f"Company {int(chance.expovariate(0.005))}"]),
            "sources": 1,
        }
        for one in persons
    )
    ties = assess(rows, people, answers(), date(2026, 6, 1))
    found = screens(groups(ties, people, rows))
    assert len(found) <= 200
    assert sorted(one for s in found for group in s for one in group.people) == sorted(persons)
