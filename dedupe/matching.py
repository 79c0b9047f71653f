"""The order of work: normalise, block, compare, weigh, cluster."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from contacts.frames import RECORDS
from contacts.judgements import Evidence, Judgement
from dedupe.arrays import Flags, Ids, Shares, among
from dedupe.block import Pairs, candidates, fitted_keys, keys
from dedupe.cluster import clustered, components, excused, within
from dedupe.compare import compared
from dedupe.copies import stand_ins
from dedupe.edges import (
    Edges,
    codes,
    copy_edges,
    judged_edges,
    marked,
    weighed_edges,
    with_rows,
)
from dedupe.frequencies import counted, frequencies
from dedupe.learning import Answer, learnt
from dedupe.limits import Limits
from dedupe.model import Model
from dedupe.normalise import Columns, cleaned_columns, columns_of
from dedupe.priors import learnt_priors, priors_of
from dedupe.reasons import evidence
from dedupe.values import Cleaned
from dedupe.vetoes import Judged, joined_profiles, judged, profiles_of, vetoed, with_joined_profiles
from dedupe.weigh import weighed

_DOUBT = 2.0
"""Bits below which a pair keeps two groups from being merged unasked (odds of 4 to 1)."""
_STRANGERS = -9.0
"""Bits below which two records of one cluster part it, as a veto does."""


@dataclass(frozen=True, slots=True)
class Material:
    """Clean records, and what the user said of them."""

    clean: Cleaned
    said: Judged

    @classmethod
    def of(
        cls,
        records: Columns,
        judgements: Sequence[Judgement],
        joined: Mapping[str, str] | None = None,
    ) -> "Material":
        """Return records cleaned, with what was said of them."""
        return cls.judged(cleaned_columns(records), judgements, joined)

    @classmethod
    def judged(
        cls,
        values: Cleaned,
        judgements: Sequence[Judgement],
        joined: Mapping[str, str] | None = None,
    ) -> "Material":
        """Return clean records with what was said of them.

        `joined` are the profiles that are one person's, where not all judged records are at hand.
        """
        said = judged(values, judgements)
        if joined is None:
            joined = joined_profiles(profiles_of(values, said.same))
        return cls(with_joined_profiles(values, joined), said)


@dataclass(frozen=True, slots=True)
class Matching:
    """What a resolution follows from: edges of all records, and the clusters as labels of rows.

    No edge that is worth a question leads out of a `component`.
    """

    clean: Cleaned
    model: Model
    said: Judged
    edges: Edges
    clusters: Ids
    unasked: Ids
    component: Ids
    stand_in: Ids

    def together(self, pairs: Pairs) -> Flags:
        """Return which pairs are one person by the merges made without asking."""
        return np.asarray(self.unasked[pairs.left] == self.unasked[pairs.right], dtype=np.bool_)

    def evidence(self, edges: Edges) -> list[tuple[Evidence, ...]]:
        """Return what speaks for and against each edge; it adds up to the edge's bits."""
        found = compared(self.clean, edges.pairs, frequencies(self.model, self.clean))
        weights = weighed(self.model, found, priors_of(self.model, self.clean, edges.pairs))
        return evidence(self.clean, edges.pairs, found, weights, edges.bits, self.said)


def fitted(
    values: Cleaned, limits: Limits, answers: Sequence[Answer] = ()
) -> tuple[Model, Edges | None]:
    """Return the model of these records, and their candidate pairs as it weighs them.

    What the user said decides nothing here; with enough `answers` weights are learnt from them, and
    the pairs are to be weighed anew.
    """
    count = len(values)
    draft = Model(records=count, limits=limits, counts=counted(values))
    held, common = fitted_keys(values, stand_ins(values, draft, ()) == np.arange(count))
    pairs = candidates(held, count)
    found = compared(values, pairs, frequencies(draft, values))
    apart = vetoed(found)
    weights = weighed(draft, found, priors_of(draft, values, pairs))
    priors = learnt_priors(draft, values, pairs, weights.bits, apart)
    model = replace(draft, common=common, priors=priors)
    if answers:
        model = replace(model, learnt=learnt(model, values, answers))
    if model.learnt.factors:
        return model, None
    return model, Edges(pairs, weights.evidence + priors_of(model, values, pairs), apart)


def candidate_edges(given: Material, model: Model, stand_in: Ids, focus: Flags | None) -> Edges:
    """Return the pairs that share a key, and those judged the same, as the model weighs them.

    With `focus` only pairs of which a row is marked.

    Raises:
        OutgrownError: there are too many of them: the model is to be fitted anew.
    """
    count = len(given.clean)
    held = keys(given.clean, stand_in == np.arange(count), model.common)
    pairs = with_rows(candidates(held, count), given.said.same, count)
    if focus is not None:
        chosen = focus[pairs.left] | focus[pairs.right]
        pairs = Pairs(pairs.left[chosen], pairs.right[chosen])
    return weighed_edges(given.clean, model, pairs)


def matched(
    given: Material,
    model: Model,
    weighed_already: Edges | None = None,
    focus: Flags | None = None,
) -> Matching:
    """Return who is who as numbers, by a model.

    What was weighed while it was fitted may be given. With `focus` what is found holds for the rows
    that are marked, of which whole components are; the others are there as rivals.

    Raises:
        OutgrownError: the model is to be fitted anew.
    """
    values, said, count = given.clean, given.said, len(given.clean)
    stand_in = stand_ins(values, model, said.rows)
    raw = weighed_already or candidate_edges(given, model, stand_in, focus)
    edges = judged_edges(values, raw, said, model)
    worth_asking = Edges(raw.pairs, raw.bits, edges.vetoed)
    component = components(count, worth_asking, said, model.limits.ask_bits)
    edges, clusters = _partition(given, model, edges, component)
    unasked = _without_doubt(count, edges, said, clusters, model.limits.merge_bits)
    void = excused(count, edges, said, least=0.0)
    edges = Edges(edges.pairs, edges.bits, edges.vetoed & ~void)
    return Matching(
        clean=values,
        model=model,
        said=said,
        edges=edges.plus(copy_edges(values, model, stand_in)),
        clusters=clusters[stand_in],
        unasked=unasked[stand_in],
        component=component[stand_in],
        stand_in=stand_in,
    )


def matching_of(
    records: pd.DataFrame,
    judgements: Sequence[Judgement],
    model: Model | None,
    limits: Limits | None = None,
    answers: Sequence[Answer] = (),
) -> Matching:
    """Return who is who as numbers; the arguments are those of `resolve`."""
    values = cleaned_columns(checked(records))
    given = Material.judged(values, judgements)
    if model is not None:
        return matched(given, model)
    fresh, edges = fitted(values, limits or Limits(), answers)
    return matched(given, fresh, None if judgements else edges)


def checked(records: pd.DataFrame) -> Columns:
    """Return the columns of a `RECORDS` frame.

    Raises:
        ValueError: the frame is not of the documented shape, or a record id stands there twice.
    """
    twice = RECORDS.check(records)["record_id"].duplicated()
    if twice.any():
        raise ValueError(f"record id {records['record_id'][twice].iloc[0]!r} stands there twice")
    return columns_of(records)


def probability_of(bits: Shares) -> Shares:
    """Return the probability (0 to 1) of odds in bits."""
    return np.asarray(1.0 / (1.0 + np.exp2(-bits)), dtype=np.float64)


def _partition(given: Material, model: Model, edges: Edges, component: Ids) -> tuple[Edges, Ids]:
    """Return all edges within clusters, and the most probable clusters.

    Records that share no key may still come together through a third. Such pairs are compared too,
    and the clusters of their component made anew, until every pair within one is known.
    """
    said, count = given.said, len(given.clean)
    labels = clustered(count, edges, said, least=0.0)
    pairs = within(labels)
    while True:
        new = ~among(codes(pairs, count), codes(edges.pairs, count))
        if not new.any():
            return edges, labels
        unseen = Pairs(pairs.left[new], pairs.right[new])
        found = weighed_edges(given.clean, model, unseen)
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
