"""How likely two records are one person before any evidence: by what kinds of source they are.

An address book rarely holds somebody twice, a card and a profile often are one person's. How often,
is learnt from the records themselves: the share of matches is the one unknown of Fellegi and Sunter
(1969) that is estimated by expectation and maximisation here, one for each two kinds of source.
"""

import numpy as np

from dedupe.arrays import Flags, Ids, Shares
from dedupe.block import Pairs
from dedupe.model import Model
from dedupe.values import Cleaned

_BELIEF = 10.0  # matches' worth of belief in one for each record
_ROUNDS = 20
_LEAST, _MOST = -6.0, 1.0  # bits that are learnt at the most
_PLACES = 6


def priors_of(model: Model, values: Cleaned, pairs: Pairs) -> Shares:
    """Return the bits of each pair before any evidence."""
    names, kind = _kinds(values)
    table = [[model.prior(one, other) + model.learnt.shift for other in names] for one in names]
    bits = np.array(table, dtype=np.float64).reshape(len(names), len(names))
    return np.asarray(bits[kind[pairs.left], kind[pairs.right]])


def learnt_priors(
    model: Model, values: Cleaned, pairs: Pairs, bits: Shares, vetoed: Flags
) -> dict[tuple[str, str], float]:
    """Return the odds under which as many pairs are matches as these odds make likely.

    `bits` are those of the candidates under the odds of a model that has learnt none.
    """
    names, kind = _kinds(values)
    kinds = len(names)
    alike = -float(np.log2(model.world))
    one, other = kind[pairs.left[~vetoed]], kind[pairs.right[~vetoed]]
    cell = np.minimum(one, other) * kinds + np.maximum(one, other)
    expected = _pairs_by_kind(kind, kinds).ravel() * np.exp2(alike)
    more = np.zeros(kinds * kinds)
    for _ in range(_ROUNDS):
        likely = 1.0 / (1.0 + np.exp2(-np.clip(bits[~vetoed] + more[cell], -60, 60)))
        found = np.bincount(cell, weights=likely, minlength=kinds * kinds)
        more = np.clip(np.log2((found + _BELIEF) / (expected + _BELIEF)), _LEAST, _MOST)
    table = np.round(alike + more.reshape(kinds, kinds), _PLACES)
    upper = zip(*np.triu_indices(kinds), strict=True)
    return {(names[one], names[other]): float(table[one, other]) for one, other in upper}


def _kinds(values: Cleaned) -> tuple[list[str], Ids]:
    """Return the kinds of source in alphabetical order, and which each record is of."""
    names, kind = np.unique(values.source.astype(str), return_inverse=True)
    return names.tolist(), kind.astype(np.int64)


def _pairs_by_kind(kind: Ids, kinds: int) -> Shares:
    """Return how many pairs of records there are of each two kinds."""
    count = np.bincount(kind, minlength=kinds).astype(np.float64)
    pairs = np.outer(count, count)
    np.fill_diagonal(pairs, count * (count - 1) / 2)
    return pairs
