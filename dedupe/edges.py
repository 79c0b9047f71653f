"""Pairs with their weights: those that share a key, copies, and what the user said of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dedupe.arrays import Flags, Ids, Shares, among, distinct
from dedupe.block import Pairs
from dedupe.compare import compared
from dedupe.frequencies import frequencies
from dedupe.model import Model
from dedupe.priors import priors_of
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


def weighed_edges(values: Cleaned, model: Model, pairs: Pairs) -> Edges:
    """Return pairs with what their evidence is worth; it depends on each and the model alone."""
    if not len(pairs):
        return Edges(pairs, np.empty(0), np.empty(0, dtype=np.bool_))
    found = compared(values, pairs, frequencies(model, values))
    bits = weighed(model, found, priors_of(model, values, pairs)).bits
    return Edges(pairs, bits, vetoed(found))


def judged_edges(values: Cleaned, edges: Edges, said: Judged, model: Model) -> Edges:
    """Return the edges with the user's word on them, and without what rivals take of each.

    Pairs that differ are vetoed, those that are the same are not, whatever else they are. A pair of
    which the user was unsure weighs less than is merged unasked.
    """
    count = len(values)
    different, same, unsure = (
        marked(edges.pairs, rows, count) for rows in (said.different, said.same, said.unsure)
    )
    apart = (edges.vetoed | different) & ~same
    bits = edges.bits + rival_bits(values, edges.pairs, edges.bits, apart)
    bits[unsure] = np.minimum(bits[unsure], model.limits.merge_bits - 1.0)
    bits[same] = np.maximum(bits[same], CERTAIN)
    return Edges(edges.pairs, bits, apart)


def copy_edges(values: Cleaned, model: Model, stand_in: Ids) -> Edges:
    """Return each copy with the record that stands for it."""
    copies = np.flatnonzero(stand_in != np.arange(len(values)))
    return weighed_edges(values, model, Pairs(stand_in[copies], copies))


def marked(pairs: Pairs, rows: Sequence[Rows], count: int) -> Flags:
    """Return which pairs are among `rows`."""
    wanted = np.array([one * count + other for one, other in rows], dtype=np.int64)
    return among(codes(pairs, count), wanted)


def codes(pairs: Pairs, count: int) -> Ids:
    """Return one number for each pair of `count` rows."""
    return pairs.left * count + pairs.right


def with_rows(pairs: Pairs, rows: Sequence[Rows], count: int) -> Pairs:
    """Return the pairs and `rows`, in ascending order, each once."""
    wanted = np.array([one * count + other for one, other in rows], dtype=np.int64)
    every = np.concatenate([codes(pairs, count), wanted])
    left, right = np.divmod(distinct(every), max(count, 1))
    return Pairs(left, right)
