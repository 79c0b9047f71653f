"""Find out which records are one person, and what is known of each person."""

from collections.abc import Mapping

import pandas as pd

import dedupe
import store
from contacts.judgements import Zone
from dedupe import merge
from flows.progress import progress


def resolve(database: store.Database) -> Mapping[str, int]:
    """Match all records and write persons, their values and the open questions.

    Returns counts of `records`, `people` and `questions` (pairs that only the user can judge).
    """
    progress().stage("Finding who is who", 1)
    with database.read() as tx:
        claims = store.records.current_claims(tx)
        judgements = store.acts.judgements(tx)
    resolution = dedupe.resolve(merge.records(claims), judgements)
    with database.write() as tx:
        people = store.people.assign(tx, resolution.unasked)
        store.people.write_values(tx, merge.survivors(claims, people))
        store.people.write_pairs(tx, resolution.pairs)
    progress().advance()
    return people_counts(people, resolution.pairs)


def people_counts(people: pd.DataFrame, pairs: pd.DataFrame) -> dict[str, int]:
    """Return the counts of CLUSTERS and PAIRS: `records`, `people` and `questions`."""
    return {
        "records": len(people),
        "people": int(people["cluster_id"].nunique()),
        "questions": int((pairs["zone"] == Zone.ASK.value).sum()),
    }
