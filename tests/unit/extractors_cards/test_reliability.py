"""The arithmetic by which confidence is fitted and judged."""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))

from reliability import by_chance, calibration_error, fitted, interval, plot

EVEN = np.ones(4000)


def drawn(odds: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    sure = 1 / (1 + np.exp(-odds))
    return sure, np.where(random.random(len(sure)) < sure, 1.0, 0.0)


def test_the_weights_that_made_the_cards_are_found_again() -> None:
    random = np.random.default_rng(1)
    signs = random.random((4000, 2))
    _, right = drawn(-1 + signs @ [2.0, 3.0], random)
    assert fitted(signs, right, EVEN) == pytest.approx([-1, 2, 3], abs=0.3)


def test_a_sign_that_speaks_against_a_value_gets_no_weight() -> None:
    random = np.random.default_rng(2)
    signs = random.random((4000, 2))
    _, right = drawn(1 + signs @ [2.0, -3.0], random)
    assert fitted(signs, right, EVEN)[2] == 0


def test_what_counts_double_is_as_what_stands_twice() -> None:
    random = np.random.default_rng(3)
    signs = random.random((60, 1))
    _, right = drawn(signs[:, 0], random)
    mass = np.array([2.0] * 30 + [1.0] * 30)
    twice = np.r_[np.arange(30), np.arange(60)]
    assert fitted(signs, right, mass) == pytest.approx(
        fitted(signs[twice], right[twice], np.ones(90))
    )


def test_true_probabilities_err_by_chance_alone() -> None:
    random = np.random.default_rng(4)
    sure, right = drawn(random.normal(2, 1, 4000), random)
    assert calibration_error(sure, right) < 0.03
    assert by_chance(sure, random) == pytest.approx(calibration_error(sure, right), abs=0.01)


def test_boasting_is_measured() -> None:
    sure, right = np.full(100, 0.9), np.tile([1.0, 0.0], 50)
    assert calibration_error(sure, right) == pytest.approx(0.4)


def test_the_interval_holds_the_error_and_depends_on_the_seed_alone() -> None:
    sure, right = np.full(100, 0.9), np.tile([1.0, 0.0], 50)
    cards = [str(at // 2) for at in range(100)]
    low, high = interval(sure, right, cards, np.random.default_rng(5))
    assert low <= calibration_error(sure, right) <= high
    assert (low, high) == interval(sure, right, cards, np.random.default_rng(5))


def test_the_plot_has_a_dot_for_each_bin() -> None:
    sure, right = np.linspace(0.1, 0.9, 50), np.tile([1.0, 0.0], 25)
    drawing = plot([("one", sure, right), ("two", sure, right)])
    assert drawing.count("<circle") == 20
    assert drawing.startswith("<svg ")
