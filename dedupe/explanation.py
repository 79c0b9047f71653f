"""Why records are one person, and why others that look alike are not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contacts.identifiers import RecordId
from contacts.judgements import ComparedPair, Judgement, Veto, Zone
from dedupe.arrays import Ids, among
from dedupe.block import OutgrownError, Pairs
from dedupe.compare import compared
from dedupe.edges import Edges, codes, weighed_edges
from dedupe.frequencies import frequencies
from dedupe.matching import Matching, matching_of, probability_of
from dedupe.model import Model
from dedupe.questions import questions
from dedupe.vetoes import Rows, veto_words

_MOST = 60  # records of one person that are compared with one another
_YOUR_WORD = "you said they are two"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The pairs within some records, and those of one of them with another, the likeliest first."""

    within: tuple[ComparedPair, ...]
    near: tuple[ComparedPair, ...]


def explained(
    records: pd.DataFrame,
    judgements: Sequence[Judgement],
    chosen: Collection[str],
    *,
    most_near: int,
    model: Model | None = None,
) -> Explanation:
    """Return why some records of a `RECORDS` frame are or are not one person.

    All other arguments are as `resolve` takes them, so the bits are those that it decided by. Of
    somebody with very many records the first 60 are compared. `near` has the strongest pair with
    each of the `most_near` other persons who come closest.
    """
    try:
        found = matching_of(records, judgements, model)
    except OutgrownError:  # new records that a run at work has yet to match
        found = matching_of(records, judgements, None)
    rows = np.flatnonzero(np.isin(found.clean.record_id, list(chosen)))
    asked = questions(found)
    return Explanation(
        within=_compared(found, _within(found, rows[:_MOST]), asked),
        near=_compared(found, _near(found, rows, most_near), asked),
    )


def _within(found: Matching, rows: Ids) -> Edges:
    """Return every pair of some rows: as it was weighed, else weighed now."""
    one, other = np.triu_indices(len(rows), 1)
    pairs, count = Pairs(rows[one], rows[other]), len(found.clean)
    seen = found.edges.at(among(codes(found.edges.pairs, count), codes(pairs, count)))
    new = ~among(codes(pairs, count), codes(seen.pairs, count))
    unseen = Pairs(pairs.left[new], pairs.right[new])
    return seen.plus(weighed_edges(found.clean, found.model, unseen))


def _near(found: Matching, rows: Ids, most: int) -> Edges:
    """Return the strongest pairs of some rows with others, one for each other person."""
    edges = found.edges
    ours = among(edges.pairs.left, rows), among(edges.pairs.right, rows)
    at = np.flatnonzero((ours[0] != ours[1]) & ~found.together(edges.pairs))
    strongest = at[np.lexsort((edges.pairs.right[at], edges.pairs.left[at], -edges.bits[at]))]
    theirs = np.where(ours[0], edges.pairs.right, edges.pairs.left)[strongest]
    _, first = np.unique(found.unasked[theirs], return_index=True)
    return edges.at(strongest[np.sort(first)[:most]])


def _compared(found: Matching, edges: Edges, asked: Ids) -> tuple[ComparedPair, ...]:
    count, pairs = len(found.clean), edges.pairs
    is_asked = among(codes(pairs, count), codes(found.edges.pairs, count)[asked])
    zones = np.where(is_asked, Zone.ASK.value, Zone.APART.value)
    zones = np.where(found.together(pairs), Zone.MERGE.value, zones)
    ids = found.clean.record_id
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    made = [
        ComparedPair(
            first=RecordId(str(ids[one])),
            second=RecordId(str(ids[other])),
            evidence=evidence,
            bits=float(bits),
            probability=float(probability_of(bits)),
            zone=Zone(zone),
            veto=None if zone == Zone.MERGE else _veto(found, one, other),
        )
        for (one, other), evidence, bits, zone in zip(
            rows, found.evidence(edges), edges.bits, zones, strict=True
        )
    ]
    return tuple(sorted(made, key=lambda pair: (-pair.bits, pair.first, pair.second)))


def _veto(found: Matching, one: int, other: int) -> Veto | None:
    """Return what parts the persons of two rows: the two rows themselves before others."""
    persons = {found.unasked[one], found.unasked[other]}
    said = [pair for pair in found.said.different if set(found.unasked[list(pair)]) == persons]
    parting = found.edges.at(found.edges.vetoed).pairs
    between = [
        pair
        for pair in zip(parting.left.tolist(), parting.right.tolist(), strict=True)
        if set(found.unasked[list(pair)]) == persons
    ]
    if not said and not between:
        return None
    pair = min((*said, *between), key=lambda pair: (set(pair) != {one, other}, pair not in said))
    ids = found.clean.record_id
    words = _YOUR_WORD if pair in said else _veto_words(found, pair)
    return Veto(RecordId(str(ids[pair[0]])), RecordId(str(ids[pair[1]])), words)


def _veto_words(found: Matching, pair: Rows) -> str:
    one, other = (np.array([row]) for row in pair)
    return veto_words(
        compared(found.clean, Pairs(one, other), frequencies(found.model, found.clean))
    )
