"""Which records are one person, by the model in the store: what is new is added, or all made anew.

A model is fitted again when the rules changed, when the records grew or shrank by a tenth since,
when the answers taught it too little, and where a key outgrew it. On few records it is fitted at
every change: it takes a second, and so the same files in any order leave the same people.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

import dedupe
import store
from contacts import frames
from contacts.judgements import Judgement, Verdict
from dedupe.learning import ENOUGH

FEW = 10_000
"""Records up to which a model is fitted at every change."""
GROWTH = 0.1
"""Share of the records by which they may grow or shrink before a model is fitted again."""
_MORE_ANSWERS = 1.5  # times those that a model has learnt from
_MANY = 0.05  # share of the records from which on it is quicker to match all


@dataclass(frozen=True, slots=True)
class Matched:
    """Who is who now.

    `clusters` and `pairs` are of everybody. `touched` are the records of which anything may differ
    from what the store has, None for all of them; `places` are theirs, `gone` those without one.
    `fitted` is a model that the store does not have yet.
    """

    clusters: pd.DataFrame
    pairs: pd.DataFrame
    places: pd.DataFrame
    touched: frozenset[str] | None
    gone: frozenset[str]
    fitted: dedupe.Model | None
    said: Sequence[Judgement]

    def write(
        self, tx: store.Transaction, noted: pd.DataFrame, as_of: str, changes: Mapping[str, Any]
    ) -> None:
        """Write the model where it is new, the places, and the pairs with those `noted` besides."""
        if self.fitted is not None:
            store.models.write(tx, self.fitted.as_json(), changes, as_of)
        pairs = self.pairs
        if self.touched is not None:
            pairs = pairs[pairs["record_id_1"].isin(self.touched)].reset_index(drop=True)
        store.people.write_pairs(tx, pairs, noted, self.touched)
        gone = None if self.touched is None else self.gone
        store.models.write_places(tx, self.places, gone)
        store.models.write_judgements(tx, self.said)


def stored_model(tx: store.Transaction) -> dedupe.Model | None:
    """Return the model by which everybody was resolved last; None where its rules are not ours."""
    newest = store.models.newest(tx)
    if newest is None or newest.version != dedupe.VERSION:
        return None
    return dedupe.Model.from_json(newest.content)


def answers(tx: store.Transaction) -> list[dedupe.Answer]:
    """Return what may be learnt from: what the user said of pairs, 1 in all for each act."""
    verdicts = {
        pair: said
        for pair, said in store.acts.verdicts(tx).items()
        if said.verdict is not Verdict.UNSURE
    }
    pairs = pd.Series([said.act for said in verdicts.values()]).value_counts()
    return [
        dedupe.Answer(*pair, same=said.verdict is Verdict.SAME, weight=1 / int(pairs[said.act]))
        for pair, said in verdicts.items()
    ]


def match(
    tx: store.Transaction, records: pd.DataFrame, said: Sequence[Judgement], *, refit: bool = False
) -> Matched:
    """Return who is who among a `RECORDS` frame: by the model in the store, or a fresh one."""
    model, taught = stored_model(tx), answers(tx)
    if refit or model is None:
        return _fitted(records, said, taught)
    places = store.models.places(tx)
    fresh, gone = _differing(records, places)
    before = store.models.judgements(tx)
    changed, same = bool(len(fresh) or gone), list(said) == before
    if _is_stale(model, len(records), taught, changed=changed, same=same):
        return _fitted(records, said, taught)
    if not changed and same:
        return _unchanged(tx, records, said)
    try:
        differing = gone.union(fresh["record_id"])
        if len(fresh) > _MANY * len(records) or differing & _called_the_same(before):
            return _whole(dedupe.settled(records, said, model=model), None, said)
        index = dedupe.Index(model, records, places, before)
        return _added(tx, index.add(fresh, gone, said), records, said)
    except dedupe.OutgrownError:
        return _fitted(records, said, taught)


def _called_the_same(said: Sequence[Judgement]) -> set[str]:
    same = (one for one in said if one.verdict is Verdict.SAME)
    return {record_id for one in same for record_id in (one.first, one.second)}


def _is_stale(
    model: dedupe.Model,
    records: int,
    taught: Sequence[dedupe.Answer],
    *,
    changed: bool,
    same: bool,
) -> bool:
    """Return whether a model is to be fitted again.

    `changed` is whether the records are others than before, `same` whether the judgements are not.
    """
    told = round(sum(one.weight for one in taught))
    if records <= FEW:
        return changed or (not same and max(told, model.learnt.answers) >= ENOUGH)
    if abs(records - model.records) >= GROWTH * model.records:
        return True
    learnt = model.learnt.answers
    if learnt >= ENOUGH and told < learnt:
        return True  # some were taken back
    return told >= max(ENOUGH, _MORE_ANSWERS * learnt)


def _differing(records: pd.DataFrame, places: pd.DataFrame) -> tuple[pd.DataFrame, frozenset[str]]:
    """Return the records that are new or changed since they were placed, and who is gone."""
    digests = pd.Series(dedupe.digests(records), index=records["record_id"])
    before = pd.Series(places["digest"].to_numpy(), index=places["record_id"])
    as_before = before.reindex(digests.index) == digests
    gone = frozenset(before.index.difference(digests.index))
    return records[~as_before.to_numpy()].reset_index(drop=True), gone


def _fitted(
    records: pd.DataFrame, said: Sequence[Judgement], taught: Sequence[dedupe.Answer]
) -> Matched:
    found = dedupe.settled(records, said, taught)
    return _whole(found, found.model, said)


def _whole(
    found: dedupe.Settled, fitted: dedupe.Model | None, said: Sequence[Judgement]
) -> Matched:
    clusters, pairs = found.found.unasked, found.found.pairs
    return Matched(clusters, pairs, found.places, None, frozenset(), fitted, said)


def _added(
    tx: store.Transaction, change: dedupe.Change, records: pd.DataFrame, said: Sequence[Judgement]
) -> Matched:
    """Return what a change leaves of what the store has, with what it brings."""
    found, gone = change.found, frozenset(change.gone)
    touched = frozenset(found.unasked["record_id"]) | gone
    pairs = store.people.compared_pairs(tx)
    stay = ~pairs["record_id_1"].isin(touched) & ~pairs["record_id_2"].isin(touched)
    return Matched(
        clusters=_joined(frames.CLUSTERS, _clusters(tx, records, touched), found.unasked),
        pairs=_joined(frames.PAIRS, pairs[stay], found.pairs),
        places=change.places,
        touched=touched,
        gone=gone,
        fitted=None,
        said=said,
    )


def _unchanged(tx: store.Transaction, records: pd.DataFrame, said: Sequence[Judgement]) -> Matched:
    nobody: frozenset[str] = frozenset()
    clusters = _clusters(tx, records, nobody)
    pairs = store.people.compared_pairs(tx)
    return Matched(clusters, pairs, frames.PLACES.empty(), nobody, nobody, None, said)


def _clusters(
    tx: store.Transaction, records: pd.DataFrame, touched: Collection[str]
) -> pd.DataFrame:
    """Return the persons of the records that were compared, those touched excepted."""
    clusters = store.people.memberships(tx)
    compared = clusters["record_id"].isin(records["record_id"])
    return clusters[compared & ~clusters["record_id"].isin(touched)]


def _joined(shape: frames.Table, kept: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    first = shape.names[:2]
    return shape.typed(pd.concat([kept, found]).sort_values(first, kind="stable"))
