"""What the user's answers teach: a Bayesian logistic regression of a few numbers.

logit P = intercept + slopes x inputs + offset, a Gaussian prior on the numbers, Laplace's
approximation of the posterior. It is fitted anew from the stored answers every time, so there is
no state to go wrong.
"""

from dataclasses import dataclass

import numpy as np

from triage.activation import Floats

_STEPS = 50
_CLOSE_ENOUGH = 1e-9


@dataclass(frozen=True, slots=True)
class Belief:
    """A Gaussian over the intercept and a slope for each column of inputs.

    `observations` is how many outcomes stand behind it.
    """

    mean: Floats
    covariance: Floats
    observations: int = 0

    @property
    def intercept_sd(self) -> float:
        """The standard deviation of the intercept, in logits."""
        return float(np.sqrt(self.covariance[0, 0]))

    def probability(self, inputs: Floats, offset: Floats) -> Floats:
        """Return P at the mean, of inputs of one column or several."""
        return sigmoid(self.mean[0] + np.column_stack([inputs]) @ self.mean[1:] + offset)

    def information(self, inputs: Floats, chance: Floats) -> Floats:
        """Return how much an answer at each input would narrow the first two numbers, in nats.

        `inputs` are the first column alone. Half the log of what the Fisher information of an
        answer of that chance does to the determinant of the posterior's precision.
        """
        (intercept, both), (_, slope) = self.covariance[:2, :2]
        spread = intercept + inputs * (2 * both + inputs * slope)
        gain: Floats = 0.5 * np.log1p(chance * (1 - chance) * spread)
        return gain


def sigmoid(logits: Floats) -> Floats:
    """Return 1 / (1 + exp(-logits)) without overflow."""
    result: Floats = 0.5 * (1.0 + np.tanh(0.5 * logits))
    return result


def prior(*numbers: tuple[float, float]) -> Belief:
    """Return the belief before any answer: of each number its mean and standard deviation."""
    mean, sd = np.array(numbers, dtype=np.float64).T
    return Belief(mean, np.diag(sd**2))


def posterior(before: Belief, inputs: Floats, offset: Floats, outcome: Floats) -> Belief:
    """Return the belief after outcomes (1 or 0) at the inputs; without any, the prior itself.

    `inputs` have a row an outcome, in one column or several.

    Newton's method on a strictly concave function: the prior keeps it finite when all answers are
    of one kind. Halved steps keep it from overshooting.
    """
    if not outcome.size:
        return before
    design = np.column_stack([np.ones(outcome.size), inputs])
    precision = np.linalg.inv(before.covariance)

    def loss(point: Floats) -> float:
        logits = design @ point + offset
        away = point - before.mean
        fit = np.logaddexp(0.0, logits) - outcome * logits
        return float(fit.sum() + 0.5 * away @ precision @ away)

    point = before.mean.copy()
    hessian = precision
    for _ in range(_STEPS):
        chance = sigmoid(design @ point + offset)
        hessian = (design * (chance * (1 - chance))[:, None]).T @ design + precision
        gradient = design.T @ (chance - outcome) + precision @ (point - before.mean)
        step = np.linalg.solve(hessian, gradient)
        while loss(point - step) > loss(point) + _CLOSE_ENOUGH:
            step = step / 2
        point = point - step
        if np.abs(step).max() < _CLOSE_ENOUGH:
            break
    return Belief(point, np.linalg.inv(hessian), outcome.size)
