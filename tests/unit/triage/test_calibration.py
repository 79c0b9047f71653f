import math

import numpy as np
import pytest

from triage.answers import Belief, prior
from triage.calibration import Lessons, bands, brier


def before(_: int) -> Belief:
    return prior((0.0, 1.5), (1.0, 0.4))


def lessons(*told: tuple[int, float, int]) -> Lessons:
    ago, inputs, known = (np.array(column) for column in zip(*told, strict=True))
    return Lessons(ago, inputs.astype(np.float64), known.astype(np.float64))


def test_the_first_answers_are_foretold_by_the_defaults_alone() -> None:
    told = lessons((9, 0.5, 0), (9, -0.5, 0))
    assert told.foretold(before) == pytest.approx([1 / (1 + math.exp(-x)) for x in (0.5, -0.5)])


def test_an_answer_is_foretold_by_those_of_earlier_days_and_not_by_its_own() -> None:
    alone = lessons((9, 0.0, 0), (3, 0.0, 0)).foretold(before)[1]
    assert lessons((9, 0.0, 0), (3, 0.0, 1)).foretold(before)[1] == alone < 0.5
    assert lessons((9, 0.0, 0), (3, 0.0, 0), (1, 0.0, 1)).foretold(before)[1] == alone


def test_answers_stand_in_the_band_of_the_odds_that_were_said() -> None:
    low, high = bands(np.array([0.1, 0.15, 1.0]), np.array([0.0, 1.0, 1.0]))
    assert (low.least, low.most, low.answers, low.known) == (0.0, 0.2, 2, 1)
    assert low.said == pytest.approx(0.125)
    assert (high.least, high.most, high.answers, high.known) == (0.8, 1.0, 1, 1)


@pytest.mark.parametrize(
    ("known", "count", "low", "high"),  # against tables of Wilson's interval at 90 %
    [(0, 10, 0.0, 0.2130), (5, 10, 0.2693, 0.7307), (10, 10, 0.7870, 1.0), (1, 1, 0.2698, 1.0)],
)
def test_few_answers_leave_the_true_share_wide_open(
    known: int, count: int, low: float, high: float
) -> None:
    (band,) = bands(np.full(count, 0.5), np.arange(count) < known)
    assert (band.low, band.high) == pytest.approx((low, high), abs=2e-4)


def test_without_answers_there_are_no_bands() -> None:
    assert bands(np.empty(0), np.empty(0)) == ()


def test_brier_is_nothing_for_a_seer_and_a_quarter_for_a_coin() -> None:
    known = np.array([1.0, 0.0])
    assert brier(known, known) == 0
    assert brier(np.array([0.5, 0.5]), known) == 0.25
