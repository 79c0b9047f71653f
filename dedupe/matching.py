"""The order of work: normalise, block, compare, weigh, cluster."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contacts.frames import RECORDS
from contacts.judgements import Evidence, Judgement
from dedupe.arrays import Flags, Ids, Shares, among
from dedupe.block import Pairs
from dedupe.cluster import clustered, components, excused, within
from dedupe.compare import compared
from dedupe.copies import stand_ins
from dedupe.edges import Edges, candidate_edges, codes, copy_edges, marked, weighed_edges
from dedupe.frequencies import Frequencies, frequencies
from dedupe.limits import Limits
from dedupe.normalise import cleaned
from dedupe.priors import Priors
from dedupe.reasons import evidence
from dedupe.values import Cleaned
from dedupe.vetoes import Judged, judged, with_joined_profiles
from dedupe.weigh import weighed

_DOUBT = 2.0
"""Bits below which a pair keeps two groups from being merged unasked (odds of 4 to 1)."""
_STRANGERS = -9.0
"""Bits below which two records of one cluster part it, as a veto does."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What a resolution follows from: edges of all records, and the clusters as labels of rows."""

    clean: Cleaned
    common: Frequencies
    priors: Priors
    said: Judged
    edges: Edges
    clusters: Ids
    unasked: Ids

    def together(self, pairs: Pairs) -> Flags:
        """Return which pairs are one person by the merges made without asking."""
        return np.asarray(self.unasked[pairs.left] == self.unasked[pairs.right], dtype=np.bool_)

    def evidence(self, edges: Edges) -> list[tuple[Evidence, ...]]:
        """Return what speaks for and against each edge; it adds up to the edge's bits."""
        found = compared(self.clean, edges.pairs, self.common)
        weights = weighed(len(self.clean), found, self.priors.of(edges.pairs))
        return evidence(self.clean, edges.pairs, found, weights, edges.bits, self.said)


def matched(records: pd.DataFrame, judgements: Sequence[Judgement], limits: Limits) -> Matching:
    """Return who is who as numbers; the arguments are those of `resolve`."""
    merge = bits_of(limits.merge)
    values = cleaned(_checked(records))
    said = judged(values, judgements)
    values = with_joined_profiles(values, said.same)
    common = frequencies(values)
    stand_in = stand_ins(values, common, merge, said.rows)
    alone = stand_in == np.arange(len(values))
    edges, priors = candidate_edges(values, common, said, alone, merge)
    edges, clusters = _partition(values, common, said, edges, priors)
    unasked = _without_doubt(len(values), edges, said, clusters, merge)
    void = excused(len(values), edges, said, least=0.0)
    edges = Edges(edges.pairs, edges.bits, edges.vetoed & ~void)
    every = edges.plus(copy_edges(values, common, stand_in, priors))
    return Matching(values, common, priors, said, every, clusters[stand_in], unasked[stand_in])


def _checked(records: pd.DataFrame) -> pd.DataFrame:
    twice = RECORDS.check(records)["record_id"].duplicated()
    if twice.any():
        raise ValueError(f"record id {records['record_id'][twice].iloc[0]!r} stands there twice")
    return records


def bits_of(probability: float) -> float:
    """Return the log2 of the odds."""
    return float(np.log2(probability / (1 - probability)))


def probability_of(bits: Shares) -> Shares:
    """Return the probability (0 to 1) of odds in bits."""
    return np.asarray(1.0 / (1.0 + np.exp2(-bits)), dtype=np.float64)


def _partition(
    values: Cleaned, common: Frequencies, said: Judged, edges: Edges, priors: Priors
) -> tuple[Edges, Ids]:
    """Return all edges within clusters, and the most probable clusters.

    Records that share no key may still come together through a third. Such pairs are compared too,
    and the clusters of their component made anew, until every pair within one is known.
    """
    count = len(values)
    component = components(count, edges, said)
    labels = clustered(count, edges, said, least=0.0)
    pairs = within(labels)
    while True:
        new = ~among(codes(pairs, count), codes(edges.pairs, count))
        if not new.any():
            return edges, labels
        unseen = Pairs(pairs.left[new], pairs.right[new])
        found = weighed_edges(values, common, unseen, priors)
        apart = found.vetoed | (found.bits < _STRANGERS)
        apart &= ~marked(found.pairs, said.same, count)
        edges = edges.plus(Edges(found.pairs, found.bits, apart))
        touched = among(component, component[found.pairs.left])
        anew = clustered(count, edges.at(touched[edges.pairs.left]), said, least=0.0)
        labels = np.where(touched, anew, labels)
        rows = np.flatnonzero(touched)
        inside = within(labels[rows])
        pairs = Pairs(rows[inside.left], rows[inside.right])


def _without_doubt(count: int, edges: Edges, said: Judged, clusters: Ids, merge: float) -> Ids:
    """Return the clusters of merges made unasked: none beyond `clusters`, none against the odds."""
    inside = edges.at(clusters[edges.pairs.left] == clusters[edges.pairs.right])
    doubtful = inside.vetoed | (inside.bits < _DOUBT)
    return clustered(count, Edges(inside.pairs, inside.bits, doubtful), said, least=merge)
