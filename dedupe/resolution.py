"""Who is who as tables: people, and the pairs to merge or to ask about."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contacts.frames import CLUSTERS, PAIRS
from contacts.judgements import Judgement, Zone
from dedupe.arrays import Flags, Ids, among
from dedupe.learning import Answer
from dedupe.limits import Limits
from dedupe.matching import Matching, checked, fitted, matching_of, probability_of
from dedupe.model import Model
from dedupe.normalise import cleaned_columns
from dedupe.places import places_of
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

    @classmethod
    def of(cls, found: Matching, focus: Flags | None = None) -> "Resolution":
        """Return a matching as tables: of all rows, or of those that are marked."""
        rows = np.ones(len(found.clean), dtype=np.bool_) if focus is None else focus
        return cls(
            pairs=_pairs(found, rows),
            clusters=_named(found.clean, found.clusters, rows),
            unasked=_named(found.clean, found.unasked, rows),
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """A resolution with the model it is by, and the `PLACES` of its records: see `Index`."""

    model: Model
    found: Resolution
    places: pd.DataFrame


def fit(
    records: pd.DataFrame, answers: Sequence[Answer] = (), limits: Limits | None = None
) -> Model:
    """Return the model of a `RECORDS` frame, with what the user's answers teach.

    Raises:
        ValueError: the frame is not of the documented shape, or a record id stands there twice.
    """
    return fitted(cleaned_columns(checked(records)), limits or Limits(), answers)[0]


def resolve(
    records: pd.DataFrame,
    judgements: Sequence[Judgement] = (),
    limits: Limits | None = None,
    model: Model | None = None,
) -> Resolution:
    """Return which records of a `RECORDS` frame are one person.

    `judgements` are the user's, oldest first; they win over everything, and where they contradict
    one another two that differ stay apart. What names an unknown record is passed over. Without a
    `model` one is fitted on these records, with these `limits`.

    Raises:
        ValueError: the frame is not of the documented shape, or a record id stands there twice.
        OutgrownError: the records are too many for the model.
    """
    return Resolution.of(matching_of(records, judgements, model, limits))


def settled(
    records: pd.DataFrame,
    judgements: Sequence[Judgement] = (),
    answers: Sequence[Answer] = (),
    model: Model | None = None,
) -> Settled:
    """Return what `resolve` does, with what is needed to add more records to it.

    Without a `model` one is fitted, with what the user's `answers` teach.
    """
    found = matching_of(records, judgements, model, answers=answers)
    return Settled(found.model, Resolution.of(found), places_of(found))


def _pairs(found: Matching, rows: Flags) -> pd.DataFrame:
    """Return the pairs in the merge and the ask zone with their reasons."""
    edges = found.edges
    likely = (edges.bits >= found.model.limits.ask_bits) & ~edges.vetoed
    merged = np.flatnonzero(likely & found.together(edges.pairs))
    asked = questions(found)
    kept = np.concatenate([merged, asked])
    kept = kept[rows[edges.pairs.left[kept]]]
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


def _named(values: Cleaned, labels: Ids, rows: Flags) -> pd.DataFrame:
    """Return the partition by record ids; rows are in their order, so the first is the smallest."""
    named = values.record_id[labels]
    frame = {"record_id": values.record_id[rows], "cluster_id": named[rows]}
    return CLUSTERS.typed(pd.DataFrame(frame))
