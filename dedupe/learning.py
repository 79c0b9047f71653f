"""What the user's answers teach: how much each kind of evidence counts among their contacts.

The weights of `dedupe.weigh` are of address books in general. Answers fit a factor on each kind of
evidence, and bits for all pairs alike, by logistic regression with a normal belief that nothing
changes; what is asked about is chosen by the very evidence that is fitted, so the choice does no
harm. They are learnt from all answers anew each time: an answer taken back leaves no trace.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dedupe.arrays import Flags, Shares
from dedupe.block import Pairs
from dedupe.compare import compared
from dedupe.frequencies import frequencies
from dedupe.model import Learnt, Model
from dedupe.priors import priors_of
from dedupe.values import Cleaned
from dedupe.vetoes import vetoed
from dedupe.weigh import FACTORS, weighed

ENOUGH = 30
"""Answers from which on they are learnt from: by then they weigh as much as the tables do.

A kind of evidence is worth some 5 bits where it is in doubt, and chances are .5 there: an answer
tells .25 x (5 ln 2)^2 = 3 units on its factor. The tables are held to be right to a tenth, which
is 100 units, so with 30 answers a factor is known to 1 / sqrt(100 + 90) = .07.
"""
OF_EACH = 5
"""Answers of either kind, without which the other kind teaches nothing."""
LEAST, MOST = 0.5, 1.5  # factors
FURTHEST = 3.0  # bits for all pairs

_FACTOR_SPREAD = 0.1  # of the belief
_SHIFT_SPREAD = 0.5
_ROUNDS = 50
_PLACES = 3
_LARGEST = 40.0  # bits, so that odds do not overflow


@dataclass(frozen=True, slots=True)
class Answer:
    """The user's word on two records; of the pairs of one act each has its share of 1 as weight."""

    first: str
    second: str
    same: bool
    weight: float = 1.0


def learnt(model: Model, values: Cleaned, answers: Sequence[Answer]) -> Learnt:
    """Return what answers teach a model; nothing while they are too few, or all alike."""
    row = {record_id: at for at, record_id in enumerate(values.record_id.tolist())}
    told = round(sum(one.weight for one in answers))
    known = [one for one in answers if one.first in row and one.second in row]
    table = np.array([sorted((row[one.first], row[one.second])) for one in known], dtype=np.int64)
    left, right = table.reshape(-1, 2).T
    pairs = Pairs(left, right)
    same = np.array([one.same for one in known], dtype=np.bool_)
    weight = np.array([one.weight for one in known])
    found = compared(values, pairs, frequencies(model, values))
    weight[vetoed(found)] = 0.0  # a veto is no matter of weights
    if weight.sum() < ENOUGH or min(weight[same].sum(), weight[~same].sum()) < OF_EACH:
        return Learnt(answers=told)
    weights = weighed(model, found, priors_of(model, values, pairs))
    kinds = [sum(getattr(weights, part) for part in parts) for parts in FACTORS.values()]
    evidence = np.column_stack([*kinds, np.ones(len(known))])
    fitted = _fitted(evidence, weights.bits, same, weight)
    factors = dict(zip(FACTORS, fitted.tolist(), strict=False))
    return Learnt(told, factors, float(fitted[-1]))


def _fitted(evidence: Shares, bits: Shares, same: Flags, weight: Shares) -> Shares:
    """Return a factor a column of `evidence`, of the last one the bits, by Newton's method.

    `bits` are those of the pairs with all factors 1.
    """
    belief = np.r_[np.ones(len(FACTORS)), 0.0]
    spread = np.r_[np.full(len(FACTORS), _FACTOR_SPREAD), _SHIFT_SPREAD]
    least = np.r_[np.full(len(FACTORS), LEAST), -FURTHEST]
    most = np.r_[np.full(len(FACTORS), MOST), FURTHEST]
    nats = evidence * np.log(2.0)
    now = belief
    for _ in range(_ROUNDS):
        at = np.clip(bits + evidence @ (now - belief), -_LARGEST, _LARGEST)
        chance = 1.0 / (1.0 + np.exp2(-at))
        slope = nats.T @ (weight * (same - chance)) - (now - belief) / spread**2
        curve = (nats.T * (weight * chance * (1 - chance))) @ nats + np.diag(1 / spread**2)
        now = np.clip(now + np.linalg.solve(curve, slope), least, most)
    return np.asarray(np.round(now, _PLACES), dtype=np.float64)
