"""Pairs with their weights: those that share a key, copies, and what the user said of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dedupe.arrays import Flags, Ids, Shares, among, distinct
from dedupe.block import Pairs, candidates
from dedupe.compare import compared
from dedupe.frequencies import Frequencies
from dedupe.priors import Priors, default, learnt
from dedupe.rivals import rival_bits
from dedupe.values import Cleaned
from dedupe.vetoes import Judged, Rows, vetoed
from dedupe.weigh import weighed

CERTAIN = 50.0
"""Bits, at the least, of a pair that the user called the same."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs with their weight in bits (above 0: rather one person), and those that may not be."""

    pairs: Pairs
    bits: Shares
    vetoed: Flags

    def plus(self, more: "Edges") -> "Edges":
        """Return these edges and others after them."""
        return Edges(
            Pairs(
                np.concatenate([self.pairs.left, more.pairs.left]),
                np.concatenate([self.pairs.right, more.pairs.right]),
            ),
            np.concatenate([self.bits, more.bits]),
            np.concatenate([self.vetoed, more.vetoed]),
        )

    def at(self, chosen: Flags | Ids) -> "Edges":
        """Return some of these edges."""
        pairs = Pairs(self.pairs.left[chosen], self.pairs.right[chosen])
        return Edges(pairs, self.bits[chosen], self.vetoed[chosen])


def candidate_edges(
    values: Cleaned, common: Frequencies, said: Judged, alone: Flags, merge: float
) -> tuple[Edges, Priors]:
    """Return the pairs that share a key, of the rows `alone` marks, and those judged the same.

    With them the odds before any evidence, as these pairs teach them.

    A pair of which the user was unsure weighs less than `merge` bits.
    """
    count = len(values)
    pairs = _with(candidates(values, alone), said.same, count)
    alike = default(values)
    found = weighed_edges(values, common, pairs, alike)
    priors = learnt(alike, found.pairs, found.bits, found.vetoed)
    learnt_bits = found.bits - alike.of(pairs) + priors.of(pairs)
    found = Edges(pairs, learnt_bits, found.vetoed)
    different, same, unsure = (
        marked(pairs, rows, count) for rows in (said.different, said.same, said.unsure)
    )
    apart = (found.vetoed | different) & ~same
    bits = found.bits + rival_bits(values, pairs, found.bits, apart)
    bits[unsure] = np.minimum(bits[unsure], merge - 1.0)
    bits[same] = np.maximum(bits[same], CERTAIN)
    return Edges(pairs, bits, apart), priors


def weighed_edges(values: Cleaned, common: Frequencies, pairs: Pairs, priors: Priors) -> Edges:
    """Return pairs with what their evidence is worth."""
    found = compared(values, pairs, common)
    return Edges(pairs, weighed(len(values), found, priors.of(pairs)).bits, vetoed(found))


def copy_edges(values: Cleaned, common: Frequencies, stand_in: Ids, priors: Priors) -> Edges:
    """Return each copy with the record that stands for it."""
    copies = np.flatnonzero(stand_in != np.arange(len(values)))
    return weighed_edges(values, common, Pairs(stand_in[copies], copies), priors)


def marked(pairs: Pairs, rows: Sequence[Rows], count: int) -> Flags:
    """Return which pairs are among `rows`."""
    wanted = np.array([one * count + other for one, other in rows], dtype=np.int64)
    return among(codes(pairs, count), wanted)


def codes(pairs: Pairs, count: int) -> Ids:
    """Return one number for each pair of `count` rows."""
    return pairs.left * count + pairs.right


def _with(pairs: Pairs, rows: Sequence[Rows], count: int) -> Pairs:
    wanted = np.array([one * count + other for one, other in rows], dtype=np.int64)
    every = np.concatenate([codes(pairs, count), wanted])
    left, right = np.divmod(distinct(every), max(count, 1))
    return Pairs(left, right)
