"""What the tie model believes, and how well it was calibrated on the user's answers."""

from dataclasses import dataclass

import numpy as np

import store
from flows.home import Options
from flows.stages.assess import evidence_of, people_of
from triage import memory
from triage.answers import Belief
from triage.calibration import Band, bands, brier
from triage.weights import Number


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its standard deviation, now and before any answer."""

    value: float
    sd: float
    value_before: float
    sd_before: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Odds said before each answer, held against the answer.

    `brier` is 0 at best; `brier_untaught` is what the defaults alone would have had.
    """

    brier: float
    brier_untaught: float
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Believed:
    """The model as of a day; `calibration` is None before the first answer it can learn from.

    Of the `answers`, so many said `known`; `undated` are those about people with nothing dated,
    which teach nothing.
    """

    as_of: str
    intercept: Estimate
    slope: Estimate
    first_names: Estimate
    sources: Estimate
    answers: int
    known: int
    undated: int
    calibration: Calibration | None
    weights: tuple[Number, ...]


def believed(tx: store.Transaction, options: Options) -> Believed:
    """Return what the model believes as of the options' day."""
    people = people_of(tx)
    answers = store.acts.answers(tx)
    weights = options.weights
    evidence = evidence_of(tx, people)
    taught = memory.lessons(evidence, people, answers, options.as_of, weights)
    prior = memory.prior(weights)
    estimates = _estimates(taught.belief(prior), prior(int(taught.known.size)))
    calibration = None
    if taught.known.size:
        chance = taught.foretold(prior)
        plain = prior(0).probability(taught.inputs, np.zeros(taught.known.size))
        calibration = Calibration(
            brier(chance, taught.known), brier(plain, taught.known), bands(chance, taught.known)
        )
    said = memory.recalls(answers, options.as_of)
    return Believed(
        as_of=options.as_of.isoformat(),
        intercept=estimates[0],
        slope=estimates[1],
        first_names=estimates[2],
        sources=estimates[3],
        answers=int(taught.known.size),
        known=int(taught.known.sum()),
        undated=int(said["person"].isin(people["person"]).sum()) - int(taught.known.size),
        calibration=calibration,
        weights=weights.numbers(),
    )


def _estimates(after: Belief, before: Belief) -> list[Estimate]:
    sds = (np.sqrt(np.diag(one.covariance)) for one in (after, before))
    columns = (after.mean, next(sds), before.mean, next(sds))
    return [Estimate(*map(float, row)) for row in zip(*columns, strict=True)]
