import numpy as np
import pandas as pd
import pytest

from triage.evaluation import predict

Event = tuple[int, float, str, int]


def history(*events: Event) -> pd.DataFrame:
    """Return the history of ego 0 from (alter, age, direction, recipients)."""
    rows = [(0, *event) for event in events]
    columns = ["ego", "alter", "age_days", "direction", "recipients"]
    return pd.DataFrame(rows, columns=columns).astype({"age_days": float})


def chances(*events: Event, alters: tuple[int, ...] = (1, 2), horizon: float = 90.0) -> list[float]:
    pairs = pd.DataFrame({"ego": [0] * len(alters), "alter": alters})
    return list(predict(history(*events), pairs, horizon))


def test_recent_beats_old() -> None:
    recent, old = chances((1, 1, "out", 1), (2, 400, "out", 1))
    assert recent > old


def test_often_beats_once() -> None:
    often, once = chances((1, 30, "out", 1), (1, 60, "in", 1), (1, 90, "out", 1), (2, 30, "out", 1))
    assert often > once


def test_two_way_beats_a_recruiter() -> None:
    both, recruiter = chances(
        (1, 30, "out", 1), (1, 31, "in", 1), (2, 30, "in", 1), (2, 31, "in", 1)
    )
    assert both > recruiter


def test_a_blast_to_five_hundred_is_worth_less_than_a_letter() -> None:
    letter, blast = chances((1, 30, "out", 1), (2, 30, "out", 500))
    assert letter > blast


def test_spread_over_days_beats_a_burst() -> None:
    spread, burst = chances(
        *((1, age, "out", 1) for age in (30, 60, 90)), *((2, 30, "out", 1) for _ in range(3))
    )
    assert spread > burst


def test_a_pair_without_history_has_no_chance() -> None:
    assert chances((1, 30, "out", 1), alters=(1, 7))[1] == 0


def test_without_history_nobody_has_a_chance() -> None:
    assert chances(alters=(1,)) == [0]


def test_a_longer_horizon_is_likelier() -> None:
    short, long = (chances((1, 30, "out", 1), alters=(1,), horizon=days)[0] for days in (30, 365))
    assert long > short


def test_an_undated_event_still_counts() -> None:
    dated, undated = chances((1, 30, "out", 1), (2, np.nan, "out", 1))
    assert 0 < undated < dated


def test_the_order_of_the_rows_makes_no_difference() -> None:
    draw = np.random.default_rng(2)
    events = pd.DataFrame(
        {
            "ego": draw.integers(0, 3, 500),
            "alter": draw.integers(0, 40, 500),
            "age_days": draw.uniform(0, 700, 500),
            "direction": draw.choice(["in", "out"], 500),
            "recipients": 1,
        }
    )
    pairs = events[["ego", "alter"]].drop_duplicates()
    mixed = events.sample(frac=1.0, random_state=3)
    assert predict(events, pairs, 90.0) == pytest.approx(predict(mixed, pairs, 90.0), abs=1e-12)


def test_a_user_who_never_writes_back_lowers_all_chances() -> None:
    """The history's own last weeks say how often what came before is followed by a letter."""
    old = [(alter, 100.0 + alter, "out", 1) for alter in range(1, 60)]
    silent = chances(*old, (60, 1, "out", 1))[0]
    writer = chances(*old, *((alter, 1.0 + alter / 3, "out", 1) for alter in range(10, 60)))[0]
    assert silent < writer


def test_people_may_have_any_numbers_or_names_and_directions_be_categories() -> None:
    events = [(1, 1.0, "out", 1), (2, 400.0, "out", 1), (2, 30.0, "in", 1)]
    expected = chances(*events)
    for spell in (lambda alter: alter * 10**12, "p{}".format):
        told = history(*events).assign(direction=pd.Categorical(["out", "out", "in"]))
        pairs = pd.DataFrame({"ego": 0, "alter": [spell(1), spell(2)]})
        told["alter"] = [spell(alter) for alter in told["alter"]]
        assert list(predict(told, pairs, 90.0)) == expected
