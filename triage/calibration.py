"""How well the odds of knowing somebody agreed with what the user then said."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from triage.activation import Bools, Floats, Ints
from triage.answers import Belief, posterior

Prior = Callable[[int], Belief]  # what is believed before so many answers

_EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_Z = 1.645  # of a normal deviate: nine intervals in ten hold the truth


@dataclass(frozen=True, slots=True)
class Lessons:
    """Answers as arrays of one length, the oldest first.

    `ago` is how many days ago each was given, `inputs` are the columns that the odds were made of
    that day, `known` is 1 where the user still knew the person.
    """

    ago: Ints
    inputs: Floats
    known: Floats

    def belief(self, prior: Prior) -> Belief:
        """Return what is believed after all of them."""
        return posterior(prior(self.ago.size), self.inputs, np.zeros(self.ago.size), self.known)

    def only(self, kept: Bools) -> "Lessons":
        """Return the lessons at which `kept` is true."""
        return Lessons(self.ago[kept], self.inputs[kept], self.known[kept])

    def foretold(self, prior: Prior) -> Floats:
        """Return the odds of each by what the answers of earlier days had taught.

        So the model is graded on answers it had not seen.
        """
        chance = np.empty(self.ago.size)
        for day in np.unique(self.ago):
            today = self.ago == day
            belief = self.only(self.ago > day).belief(prior)
            chance[today] = belief.probability(self.inputs[today], np.zeros(today.sum()))
        return chance


@dataclass(frozen=True, slots=True)
class Band:
    """The answers for which the odds said lay between `least` and `most`.

    `said` is the mean of those odds, `known` how many of the `answers` were about somebody known;
    the true share lies between `low` and `high` nine times in ten (Wilson's interval).
    """

    least: float
    most: float
    answers: int
    said: float
    known: int
    low: float
    high: float


def bands(chance: Floats, known: Floats) -> tuple[Band, ...]:
    """Return the bands in which there are answers, the lowest odds first."""
    place = np.clip(np.searchsorted(_EDGES, chance, side="right") - 1, 0, len(_EDGES) - 2)
    return tuple(
        Band(
            _EDGES[one],
            _EDGES[one + 1],
            int(inside.sum()),
            float(chance[inside].mean()),
            int(known[inside].sum()),
            *_interval(float(known[inside].mean()), int(inside.sum())),
        )
        for one in np.unique(place)
        for inside in [place == one]
    )


def _interval(share: float, count: int) -> tuple[float, float]:
    """Return Wilson's interval of a share of so many."""
    width = _Z * _Z / count
    middle = (share + width / 2) / (1 + width)
    reach = (share * (1 - share) * width + width * width / 4) ** 0.5 / (1 + width)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def brier(chance: Floats, known: Floats) -> float:
    """Return the mean squared distance between the odds and what was said: 0 at best."""
    return float(np.mean((chance - known) ** 2))
