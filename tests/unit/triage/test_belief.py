import numpy as np
import pytest

from triage.answers import posterior, prior, sigmoid

NOTHING = np.empty(0)
BEFORE = prior((0.96, 1.5), (1.12, 0.4))


def test_without_answers_the_prior_is_believed() -> None:
    assert posterior(BEFORE, NOTHING, NOTHING, NOTHING) is BEFORE


def test_answers_of_one_kind_alone_leave_the_numbers_finite() -> None:
    inputs = np.linspace(-4, 2, 500)
    after = posterior(BEFORE, inputs, np.zeros(500), np.ones(500))
    assert np.isfinite(after.mean).all()
    assert after.mean[0] > BEFORE.mean[0]


def test_answers_narrow_the_belief() -> None:
    after = posterior(BEFORE, np.array([-1.0, 0.5]), np.zeros(2), np.array([0.0, 1.0]))
    assert after.intercept_sd < BEFORE.intercept_sd
    assert after.observations == 2


def test_many_answers_bring_back_the_numbers_they_were_drawn_with() -> None:
    draw = np.random.default_rng(1)
    inputs = draw.normal(-1, 2, 20_000)
    outcome = (draw.random(20_000) < sigmoid(-0.5 + 0.8 * inputs)).astype(float)
    after = posterior(BEFORE, inputs, np.zeros(20_000), outcome)
    assert after.mean == pytest.approx([-0.5, 0.8], abs=0.05)


def test_the_gradient_vanishes_at_the_posterior_mean() -> None:
    inputs, outcome = np.array([-3.0, -1.0, 0.0, 1.0]), np.array([1.0, 0.0, 1.0, 0.0])
    offset = np.array([0.0, -0.3, 0.2, 0.0])
    after = posterior(BEFORE, inputs, offset, outcome)
    error = after.probability(inputs, offset) - outcome
    design = np.column_stack([np.ones(4), inputs])
    pull = (after.mean - BEFORE.mean) / np.array([1.5**2, 0.4**2])
    assert design.T @ error + pull == pytest.approx([0, 0], abs=1e-6)


def test_an_answer_that_is_a_coin_toss_teaches_more_than_a_foregone_one() -> None:
    inputs = np.array([0.0, 0.0])
    even, sure = BEFORE.information(inputs, np.array([0.5, 0.99]))
    assert even > sure


def test_extreme_logits_do_not_overflow() -> None:
    assert sigmoid(np.array([-1e6, 0.0, 1e6])).tolist() == [0.0, 0.5, 1.0]
