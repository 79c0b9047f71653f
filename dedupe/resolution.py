"""Who is who as tables: people, and the pairs to merge or to ask about."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contacts.frames import CLUSTERS, PAIRS
from contacts.judgements import Judgement, Zone
from dedupe.arrays import Ids, among
from dedupe.limits import Limits
from dedupe.matching import Matching, bits_of, matched, probability_of
from dedupe.questions import questions
from dedupe.reasons import in_line
from dedupe.values import Cleaned


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    `clusters` (`CLUSTERS`) is the most probable partition, `unasked` that of merges made without
    asking; each cluster of `unasked` lies within one of `clusters`. A cluster is named by its
    smallest record id. `pairs` (`PAIRS`) are those within a cluster of `unasked`, and of each two
    such clusters that may be one person the most probable pair, to be asked about.
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
    found = matched(records, judgements, zones)
    return Resolution(
        pairs=_pairs(found, zones),
        clusters=_named(found.clean, found.clusters),
        unasked=_named(found.clean, found.unasked),
    )


def _pairs(found: Matching, limits: Limits) -> pd.DataFrame:
    """Return the pairs in the merge and the ask zone with their reasons."""
    edges = found.edges
    likely = (edges.bits >= bits_of(limits.ask)) & ~edges.vetoed
    merged = np.flatnonzero(likely & found.together(edges.pairs))
    asked = questions(found, bits_of(limits.ask))
    kept = np.concatenate([merged, asked])
    kept = kept[np.lexsort((edges.pairs.right[kept], edges.pairs.left[kept]))]
    chosen = edges.at(kept)
    ids = found.clean.record_id
    frame = {
        "record_id_1": ids[chosen.pairs.left],
        "record_id_2": ids[chosen.pairs.right],
        "bits": chosen.bits,
        "probability": probability_of(chosen.bits),
        "zone": np.where(among(kept, asked), Zone.ASK.value, Zone.MERGE.value),
        "reasons": [in_line(pieces) for pieces in found.evidence(chosen)],
    }
    return PAIRS.typed(pd.DataFrame(frame))


def _named(values: Cleaned, labels: Ids) -> pd.DataFrame:
    """Return the partition by record ids; rows are in their order, so the first is the smallest."""
    frame = {"record_id": values.record_id, "cluster_id": values.record_id[labels]}
    return CLUSTERS.typed(pd.DataFrame(frame))
