"""What the lists of connections change for the resolution of who is who, and the news of it."""

from collections.abc import Mapping, Sequence

import pandas as pd

import store
from contacts.claims import Property
from contacts.frames import CURRENT_CLAIMS, NEWS, PAIRS
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict, Zone
from contacts.news import NewsKind
from flows.stages.connection_lists import ListChanges, Pair
from store.acts import Corrections

_PERHAPS = "one of your connections is gone, one of the same name is new"
_SEVERAL = frozenset({Property.EMAIL.value, Property.PHONE.value})  # the old ones may reach them


def up_to_date(
    claims: pd.DataFrame, same: Sequence[Pair], corrections: Corrections, people: pd.DataFrame
) -> pd.DataFrame:
    """Return `CURRENT_CLAIMS` without what a connection's later record says anew.

    What the user corrected stays, on whichever of the records. `people` are the persons, as
    `CLUSTERS`: records of two persons are left as they are.
    """
    person = dict(zip(people["record_id"], people["cluster_id"], strict=True))
    later = {old: new for old, new in same if person.get(old) == person.get(new)}
    if not later:
        return claims
    involved = claims[claims["record_id"].isin({*later, *later.values()})]
    said = set(zip(involved["record_id"], involved["property"], strict=True))
    stale = set()
    for old, kind in said:
        newest = _newest(old, later)
        if newest != old and kind not in _SEVERAL and (newest, kind) in said:
            kept = (old, kind) in corrections and (newest, kind) not in corrections
            stale.add((newest if kept else old, kind))
    is_stale = pd.MultiIndex.from_frame(claims[["record_id", "property"]]).isin(list(stale))
    return CURRENT_CLAIMS.typed(claims[~is_stale])


def _newest(record_id: RecordId, later: Mapping[RecordId, RecordId]) -> RecordId:
    while record_id in later:
        record_id = later[record_id]
    return record_id


def with_questions(
    pairs: pd.DataFrame,
    perhaps: Sequence[Pair],
    judgements: Sequence[Judgement],
    clusters: pd.DataFrame,
) -> pd.DataFrame:
    """Return `PAIRS` with those who may be one connection under two profile addresses."""
    known = set(zip(pairs["record_id_1"], pairs["record_id_2"], strict=True))
    known |= {(one.first, one.second) for one in judgements if one.verdict is not Verdict.UNSURE}
    person = dict(zip(clusters["record_id"], clusters["cluster_id"], strict=True))
    asked = {
        (min(old, new), max(old, new))
        for old, new in perhaps
        if old in person and new in person and person[old] != person[new]
    }
    added = [
        {
            "record_id_1": first,
            "record_id_2": second,
            "bits": 0.0,  # no evidence of the records themselves
            "probability": 0.5,
            "zone": Zone.ASK.value,
            "reasons": _PERHAPS,
        }
        for first, second in asked - known
    ]
    whole = pd.concat([pairs, PAIRS.build(added)])
    return PAIRS.typed(whole.sort_values(["record_id_1", "record_id_2"], kind="stable"))


def news(changes: ListChanges, people: pd.DataFrame) -> pd.DataFrame:
    """Return the `NEWS` of persons, oldest first; `people` are the persons, as `CLUSTERS`.

    Nobody is gone who is still a connection under another record, and nobody new who was one
    before.
    """
    person = dict(zip(people["record_id"], people["cluster_id"], strict=True))
    first: dict[str, int] = {}
    for record_id, place in changes.first.items():
        if record_id in person:
            first[person[record_id]] = min(place, first.get(person[record_id], place))
    present = {person.get(record_id) for record_id in changes.present}
    told = []
    for row in changes.rows:
        record_id = str(row["record_id"])
        who = person.get(record_id)
        is_back = row["kind"] == NewsKind.GONE and who in present
        was_there = row["kind"] == NewsKind.NEW_CONNECTION and (
            who is not None and first[who] < changes.first[record_id]
        )
        if who is not None and not is_back and not was_there:
            told.append({"person": who, **row})
    return NEWS.build(told)


def newest_news(tx: store.Transaction) -> pd.DataFrame:
    """Return the `NEWS` of the newest list of connections alone."""
    lists, found = store.lists.lists(tx), store.lists.news(tx)
    if not lists:
        return found
    return NEWS.typed(found[found["as_of"] == lists[-1].as_of[: len("2026-06-30")]])


def gone(tx: store.Transaction) -> int:
    """Return how many people are no longer among the connections; they are kept."""
    found = store.lists.news(tx)
    return int(found.loc[found["kind"] == NewsKind.GONE.value, "person"].nunique())
