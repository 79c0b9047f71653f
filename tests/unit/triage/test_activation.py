import math

import numpy as np
import pytest

from triage.activation import Events, activations, in_time, settled
from triage.weights import DEFAULTS


def events(*rows: tuple[int, float, float, bool]) -> Events:
    owner, age, weight, acted = zip(*rows, strict=True)
    return Events(
        np.array(owner, np.int64), np.array(age, float), np.array(weight), np.array(acted)
    )


def activation(*rows: tuple[float, float, bool]) -> float:
    found = activations(events(*((0, *row) for row in rows)), DEFAULTS)
    return float(found.of(np.array([0]))[0])


def test_one_letter_a_year_ago_decays_with_the_power_of_its_age() -> None:
    assert activation((365, 1.0, True)) == pytest.approx(-0.7 * math.log(366))


def test_of_one_day_only_the_heaviest_event_counts() -> None:
    assert activation((10, 1.0, True), (10, 0.5, False), (10, 1.0, True)) == activation(
        (10, 1.0, True)
    )


def test_events_of_several_days_add_up() -> None:
    one = math.exp(activation((10, 1.0, True)))
    other = math.exp(activation((20, 1.0, True)))
    assert math.exp(activation((10, 1.0, True), (20, 1.0, True))) == pytest.approx(one + other)


def test_of_those_the_user_never_wrote_to_the_best_single_event_counts() -> None:
    assert activation((10, 0.5, False), (20, 0.5, False)) == activation((10, 0.5, False))


def test_nobody_asked_about_without_events_is_present() -> None:
    found = activations(events((3, 10, 1.0, True)), DEFAULTS)
    assert found.of(np.array([2, 4])).tolist() == [-math.inf, -math.inf]


def test_without_any_event_nobody_is_present() -> None:
    empty = events((0, 1, 1.0, True)).only(np.array([False]))
    assert activations(empty, DEFAULTS).of(np.array([0])).tolist() == [-math.inf]


def test_tomorrow_is_a_fast_clock_and_next_week_an_error() -> None:
    assert in_time(np.array([-1.0, -7.0, 0.0, np.nan])).tolist() == [True, False, True, True]


def test_tomorrow_counts_as_today() -> None:
    assert settled(events((0, -1, 1.0, True)), np.array([0]), DEFAULTS).age.tolist() == [0]


def test_an_undated_event_gets_the_median_age_of_its_kind_and_half_its_weight() -> None:
    known = events((0, 10, 1.0, True), (1, 30, 1.0, True), (2, 99, 1, True), (0, np.nan, 1.0, True))
    filled = settled(known, np.array([0, 0, 1, 0]), DEFAULTS)
    assert (filled.age[3], filled.weight[3]) == (20, 0.5)


def test_an_undated_event_of_a_kind_without_dates_gets_the_median_of_all() -> None:
    known = events((0, 10, 1.0, True), (1, 30, 1.0, True), (2, np.nan, 1.0, True))
    assert settled(known, np.array([0, 0, 1]), DEFAULTS).age[2] == 20


def test_where_nothing_is_dated_all_are_equally_old() -> None:
    undated = events((0, np.nan, 1.0, True), (1, np.nan, 1.0, True))
    assert settled(undated, np.array([0, 1]), DEFAULTS).age.tolist() == [365, 365]


def test_one_with_a_hundred_thousand_events_is_finite() -> None:
    many = Events(
        np.zeros(100_000, np.int64),
        (np.arange(100_000) % 3000).astype(np.float64),
        np.ones(100_000),
        np.ones(100_000, bool),
    )
    assert 0 < activations(many, DEFAULTS).value[0] < 5


@pytest.mark.parametrize("most", [3, 1 << 16, 1 << 33, 1 << 50])
def test_owners_of_any_numbers_have_the_same_activations(most: int) -> None:
    """However many digits the sort has to take, the numbers are names alone."""
    draw = np.random.default_rng(4)
    names = np.unique(np.append(draw.integers(0, most, 3), most - 1))
    who = draw.integers(0, names.size, 300)
    age, acted = draw.uniform(0, 900, 300), draw.random(300) < 0.5
    small, large = (Events(owner, age, np.ones(300), acted) for owner in (who, names[who]))
    expected = activations(small, DEFAULTS).of(np.arange(names.size))
    assert activations(large, DEFAULTS).of(names) == pytest.approx(expected, abs=1e-12)
