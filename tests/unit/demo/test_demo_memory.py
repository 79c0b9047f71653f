"""The law of forgetting: traces fade, add up and differ from person to person."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.demo.remember import Occasion, recall

_TODAY = date(2026, 6, 30)


def _surely(days: int, vividness: float, seed: int = 1) -> float:
    occasion = Occasion(_TODAY - timedelta(days=days), vividness)
    return recall([occasion], _TODAY, Random(seed)).probability


@given(st.integers(0, 5000), st.integers(1, 2000), st.floats(0.05, 6), st.integers(0, 99))
def test_a_trace_fades(days: int, more: int, vividness: float, seed: int) -> None:
    assert _surely(days + more, vividness, seed) <= _surely(days, vividness, seed)


@given(st.integers(0, 5000), st.floats(0.05, 3), st.integers(0, 99))
def test_a_dinner_leaves_more_than_a_click(days: int, vividness: float, seed: int) -> None:
    assert _surely(days, vividness * 2, seed) >= _surely(days, vividness, seed)


def test_fading_is_exponential() -> None:
    # with one seed the rate is one: equal spans take equal shares of what is left
    left = [1 - _surely(days, 0.02) for days in (0, 300, 600)]
    strength = [1 - share for share in left]
    assert strength[1] / strength[0] == pytest.approx(strength[2] / strength[1], rel=0.05)


def test_who_left_no_trace_is_forgotten() -> None:
    memory = recall([], _TODAY, Random(1))
    assert memory.probability == 0
    assert not memory.remembered


def test_people_are_forgotten_at_rates_of_their_own() -> None:
    assert len({_surely(400, 1.0, seed) for seed in range(10)}) == 10
