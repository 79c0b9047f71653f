"""The order of work: normalise, block, compare, weigh, cluster."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contacts.frames import CLUSTERS, PAIRS, RECORDS
from contacts.judgements import Judgement, Zone
from dedupe.arrays import Ids, Shares, among
from dedupe.block import Pairs
from dedupe.cluster import clustered, components, within
from dedupe.compare import compared
from dedupe.copies import stand_ins
from dedupe.edges import Edges, candidate_edges, codes, copy_edges, marked, weighed_edges
from dedupe.frequencies import Frequencies, frequencies
from dedupe.limits import Limits
from dedupe.normalise import cleaned
from dedupe.reasons import reasons
from dedupe.values import Cleaned
from dedupe.vetoes import Judged, judged, with_joined_profiles
from dedupe.weigh import weighed

_DOUBT = 2.0
"""Bits below which a pair keeps two groups from being merged unasked (odds of 4 to 1)."""
_STRANGERS = -9.0
"""Bits below which two records of one cluster part it, as a veto does."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    `pairs` (a `PAIRS` frame) are those in the merge and the ask zone. `clusters` (`CLUSTERS`) is
    the most probable partition, `unasked` that of merges made without asking; each cluster of
    `unasked` lies within one of `clusters`. A cluster is named by its smallest record id.
    """

    pairs: pd.DataFrame
    clusters: pd.DataFrame
    unasked: pd.DataFrame


def resolve(
    records: pd.DataFrame, judgements: Sequence[Judgement] = (), limits: Limits | None = None
) -> Resolution:
    """Return which records of a `RECORDS` frame are one person.

    `judgements` are the user's, oldest first; they win over everything, and where they contradict
    one another two that differ stay apart. What names an unknown record is passed over.

    Raises:
        ValueError: the frame is not of the documented shape, or a record id stands there twice.
    """
    zones = limits or Limits()
    merge = _bits(zones.merge)
    values = cleaned(_checked(records))
    said = judged(values, judgements)
    values = with_joined_profiles(values, said.same)
    common = frequencies(values)
    stand_in = stand_ins(values, common, merge, said.rows)
    alone = stand_in == np.arange(len(values))
    edges = candidate_edges(values, common, said, alone, merge)
    edges, clusters = _partition(values, common, said, edges)
    unasked = _without_doubt(len(values), edges, said, clusters, merge)
    every = edges.plus(copy_edges(values, common, stand_in))
    return Resolution(
        pairs=_pairs(values, common, every, zones),
        clusters=_named(values, clusters[stand_in]),
        unasked=_named(values, unasked[stand_in]),
    )


def _checked(records: pd.DataFrame) -> pd.DataFrame:
    twice = RECORDS.check(records)["record_id"].duplicated()
    if twice.any():
        raise ValueError(f"record id {records['record_id'][twice].iloc[0]!r} stands there twice")
    return records


def _bits(probability: float) -> float:
    return float(np.log2(probability / (1 - probability)))


def _partition(
    values: Cleaned, common: Frequencies, said: Judged, edges: Edges
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
        found = weighed_edges(values, common, Pairs(pairs.left[new], pairs.right[new]))
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


def _pairs(values: Cleaned, common: Frequencies, edges: Edges, zones: Limits) -> pd.DataFrame:
    """Return the pairs of the merge and the ask zone with their reasons."""
    kept = np.flatnonzero((edges.bits >= _bits(zones.ask)) & ~edges.vetoed)
    pairs = Pairs(edges.pairs.left[kept], edges.pairs.right[kept])
    bits = edges.bits[kept]
    found = compared(values, pairs, common)
    weights = weighed(len(values), found)
    merged = bits >= _bits(zones.merge)
    order = np.lexsort((pairs.right, pairs.left))
    frame = pd.DataFrame(
        {
            "record_id_1": values.record_id[pairs.left],
            "record_id_2": values.record_id[pairs.right],
            "bits": bits,
            "probability": _probability(bits),
            "zone": np.where(merged, Zone.MERGE.value, Zone.ASK.value),
            "reasons": reasons(values, pairs, found, weights, bits),
        }
    )
    return PAIRS.typed(frame.iloc[order])


def _probability(bits: Shares) -> Shares:
    return np.asarray(1.0 / (1.0 + np.exp2(-bits)), dtype=np.float64)


def _named(values: Cleaned, labels: Ids) -> pd.DataFrame:
    """Return the partition by record ids; rows are in their order, so the first is the smallest."""
    frame = {"record_id": values.record_id, "cluster_id": values.record_id[labels]}
    return CLUSTERS.typed(pd.DataFrame(frame))
