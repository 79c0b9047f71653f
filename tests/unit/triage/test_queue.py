from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from contacts import frames
from triage.memory import assess
from triage.queue import today

Build = Callable[..., pd.DataFrame]
Chosen = Callable[..., list[str]]

FIRST_NAMES = ["Ann", "Bea", "Cat", "Dan", "Eve", "Fay", "Gus", "Hal"]


@pytest.fixture
def chosen(evidence: Build, answers: Build, as_of: date) -> Chosen:
    """Return the day's queue of eight old ties; keywords change columns of the people."""

    def queued(
        *said: tuple[str, ...],
        last: str = "2024-06-01",
        pieces: int = 2,
        size: int = 4,
        seed: int = 0,
        **columns: list[object],
    ) -> list[str]:
        persons = [f"p{place}" for place in range(8)]
        days = [date.fromisoformat(last) - timedelta(days=40 * back) for back in range(pieces)]
        rows = evidence(*((one, {"on": day.isoformat()}) for one in persons for day in days))
        people = frames.PEOPLE.build(
            {"person": one, "name": f"{FIRST_NAMES[place]} Lind", "sources": 1}
            | {name: values[place] for name, values in columns.items()}
            for place, one in enumerate(persons)
        )
        ties = assess(rows, people, answers(*said), as_of)
        return list(today(ties, people, rows, answers(*said), as_of, size, seed)["person"])

    return queued


def test_four_a_day(chosen: Chosen) -> None:
    assert len(chosen()) == 4


def test_nobody_twice(chosen: Chosen) -> None:
    assert sorted(chosen(size=20)) == [f"p{place}" for place in range(8)]


def test_no_places_no_people(chosen: Chosen) -> None:
    assert chosen(size=0) == []


def test_nobody_with_an_event_under_thirty_days_old(chosen: Chosen) -> None:
    assert chosen(last="2026-05-03") == []
    assert chosen(last="2026-05-02") != []


def test_the_cannot_tells_are_for_the_sweep(chosen: Chosen) -> None:
    assert chosen(pieces=1) == []


@pytest.mark.parametrize(
    ("answer", "rest"),
    [("can_place", 90), ("no_idea", 90), ("keep", 90), ("skip", 30), ("later", 30)],
)
def test_who_was_answered_about_is_left_in_peace(chosen: Chosen, answer: str, rest: int) -> None:
    asked = date(2026, 6, 1) - timedelta(days=rest)
    assert "p0" in chosen(("p0", answer, asked.isoformat()), size=8)
    assert "p0" not in chosen(("p0", answer, (asked + timedelta(days=1)).isoformat()), size=8)


def test_who_was_let_go_stays_away(chosen: Chosen) -> None:
    assert "p0" not in chosen(("p0", "let_go", "2025-01-01"), size=8)


def test_new_evidence_brings_back_who_was_let_go(chosen: Chosen) -> None:
    assert "p0" in chosen(("p0", "let_go", "2024-01-01"), size=8)


def test_a_later_wish_brings_back_who_was_let_go(chosen: Chosen) -> None:
    wishes = ("p0", "let_go", "2025-01-01"), ("p0", "reconnect", "2025-02-01")
    assert "p0" in chosen(*wishes, size=8)


def test_a_skip_does_not_undo_a_letting_go(chosen: Chosen) -> None:
    said = ("p0", "let_go", "2025-01-01"), ("p0", "skip", "2025-02-01")
    assert "p0" not in chosen(*said, size=8)


@pytest.mark.parametrize("column", ["company", "event"])
def test_one_company_or_event_takes_at_most_half_the_places(chosen: Chosen, column: str) -> None:
    shared: list[object] = ["Acme", "acme ", "ACME", "Acme", "Acme", "Acme", "Other", None]
    found = chosen(**{column: shared})
    assert len(found) == 4
    assert sum(person not in {"p6", "p7"} for person in found) == 2


def test_a_place_stays_empty_rather_than_break_the_bounds(chosen: Chosen) -> None:
    assert len(chosen(company=["Acme"] * 8)) == 2


def test_first_names_are_spread(chosen: Chosen) -> None:
    names: list[object] = [*(["David Lind"] * 5), "Ann Lind", "Bea Lind", "Cat Lind"]
    assert {"p5", "p6", "p7"} <= set(chosen(name=names))


def test_one_first_name_fills_the_places_where_there_is_no_other(chosen: Chosen) -> None:
    assert len(chosen(name=["David Lind"] * 8)) == 4


def test_the_seed_decides_between_equals(chosen: Chosen) -> None:
    assert chosen(seed=1) == chosen(seed=1)
    assert len({tuple(chosen(seed=seed)) for seed in range(6)}) > 1


def test_the_more_valuable_of_two_forgotten_comes_first(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    days = [("bea", {"on": f"2021-0{month}-01"}) for month in range(1, 7)]
    rows = evidence(("ann", {"on": "2021-01-01"}), ("ann", {"on": "2021-02-01"}), *days)
    both = people("ann", "bea")
    ties = assess(rows, both, answers(), as_of)
    assert today(ties, both, rows, answers(), as_of)["person"].tolist() == ["bea", "ann"]


def test_every_fourth_place_teaches_until_the_answers_suffice(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    persons = [f"p{place}" for place in range(30)]
    rows = evidence(*((one, {"on": on}) for one in persons for on in ("2024-01-01", "2023-01-01")))
    everybody = people(*persons)

    def reasons(said: pd.DataFrame) -> list[bool]:
        ties = assess(rows, everybody, said, as_of)
        queue = today(ties, everybody, rows, said, as_of, size=8)
        return [line.startswith("Your answer") for line in queue["reason"]]

    assert reasons(answers()) == [False, False, False, True, False, False, False, True]
    enough = answers(*((one, "can_place", "2026-01-01") for one in persons[:20]))
    assert not any(reasons(enough))


def test_the_reason_is_one_line_in_words(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    rows = evidence(("ann", {"on": "2024-06-01"}), ("ann", {"on": "2024-05-01"}))
    ties = assess(rows, people("ann"), answers(), as_of)
    queue = today(ties, people("ann"), rows, answers(), as_of)
    assert queue["reason"].tolist() == [
        "Silent for 2 years; about 40 % that you can still place them."
    ]


def test_a_queue_of_nobody_is_an_empty_table(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    ties = assess(evidence(), people(), answers(), as_of)
    assert frames.QUEUE.check(today(ties, people(), evidence(), answers(), as_of)).empty


@pytest.mark.parametrize("kinds", [1, 7, 5000])
def test_of_thousands_the_first_are_those_of_all(
    evidence: Build, answers: Build, as_of: date, kinds: int
) -> None:
    """Only the head of the order is sorted; who stands in it depends on nobody behind."""
    count = 5000
    draw = np.random.default_rng(kinds)
    ties = frames.TIES.build(
        {"person": f"p{place}", "activation": -3.0, "p_known": float(chance), "pieces": 2}
        | {"tie_class": "weak", "last_contact": "2024-06-01", "value": 2.0, "reasons": ""}
        for place, chance in enumerate(draw.integers(0, kinds, count) / kinds)
    )
    people = frames.PEOPLE.build(
        {"person": f"p{place}", "name": f"N{place} Lind", "sources": 1} for place in range(count)
    )
    nothing = evidence(), answers()
    first = today(ties, people, *nothing, as_of, 3)["person"].tolist()
    least = ties["p_known"].min()
    assert ties.set_index("person")["p_known"][first].tolist() == [
        *ties["p_known"].sort_values()[:3]
    ]
    few = ties[(ties["p_known"] == least) | ties["person"].isin(first)].reset_index(drop=True)
    assert today(few, people, *nothing, as_of, 3)["person"].tolist() == first
