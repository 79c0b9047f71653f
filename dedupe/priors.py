"""How likely two records are one person before any evidence: by what kinds of source they are.

An address book rarely holds somebody twice, a card and a profile often are one person's. How often,
is learnt from the records themselves: the share of matches is the one unknown of Fellegi and Sunter
(1969) that is estimated by expectation and maximisation here, one for each two kinds of source.
"""

from dataclasses import dataclass

import numpy as np

from dedupe.arrays import Flags, Ids, Shares
from dedupe.block import Pairs
from dedupe.values import Cleaned
from dedupe.weigh import world_of

_BELIEF = 10.0  # matches' worth of belief in one for each record
_ROUNDS = 20
_LEAST, _MOST = -6.0, 1.0  # bits that are learnt at the most


@dataclass(frozen=True, slots=True)
class Priors:
    """The log2 of the odds before any evidence, by the kinds of source of two records."""

    kind: Ids  # of each record
    bits: Shares  # a row and a column a kind

    def of(self, pairs: Pairs) -> Shares:
        """Return the bits of each pair."""
        return np.asarray(self.bits[self.kind[pairs.left], self.kind[pairs.right]])


def default(values: Cleaned) -> Priors:
    """Return the same odds for all: those of one match for each record."""
    names, kind = np.unique(values.source.astype(str), return_inverse=True)
    flat = np.full((len(names), len(names)), -np.log2(world_of(len(values))))
    return Priors(kind.astype(np.int64), flat)


def learnt(given: Priors, pairs: Pairs, bits: Shares, vetoed: Flags) -> Priors:
    """Return the odds under which as many pairs are matches as these odds make likely.

    `bits` are those of the candidates under the `given` odds.
    """
    kinds = len(given.bits)
    one, other = given.kind[pairs.left[~vetoed]], given.kind[pairs.right[~vetoed]]
    cell = np.minimum(one, other) * kinds + np.maximum(one, other)
    expected = (_pairs_by_kind(given) * np.exp2(given.bits)).ravel()
    more = np.zeros(kinds * kinds)
    for _ in range(_ROUNDS):
        likely = 1.0 / (1.0 + np.exp2(-np.clip(bits[~vetoed] + more[cell], -60, 60)))
        found = np.bincount(cell, weights=likely, minlength=kinds * kinds)
        more = np.clip(np.log2((found + _BELIEF) / (expected + _BELIEF)), _LEAST, _MOST)
    table = more.reshape(kinds, kinds)
    upper = np.triu(table) + np.triu(table, 1).T
    return Priors(given.kind, given.bits + upper)


def _pairs_by_kind(given: Priors) -> Shares:
    count = np.bincount(given.kind, minlength=len(given.bits)).astype(np.float64)
    pairs = np.outer(count, count)
    np.fill_diagonal(pairs, count * (count - 1) / 2)
    return pairs
