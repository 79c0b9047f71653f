"""Which records are one person, under ids that stay; and the values that survived."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import bindparam, delete, select, update

from contacts import frames
from contacts.identifiers import RecordId, minted_person_id
from store import bulk
from store.database import Transaction
from store.tables import memberships as memberships_table
from store.tables import pairs as pairs_table
from store.tables import people, person_values


def memberships(tx: Transaction) -> pd.DataFrame:
    """Return the person each record belongs to, as `CLUSTERS`, by record id."""
    table = memberships_table.c
    query = select(table.record_id, table.person).order_by(table.record_id)
    return bulk.read(tx, query, frames.CLUSTERS)


def assign(tx: Transaction, clusters: pd.DataFrame) -> pd.DataFrame:
    """Write who is who, and return the clusters with the ids of persons, by record id.

    A person goes where most of the records went, of equal parts to the one with the smallest
    record id. Where several persons meet, the oldest stays; the ids of the others are reserved, and
    come back if the record they were minted of stands alone again. Other clusters are new persons.
    """
    clusters = frames.CLUSTERS.check(clusters).sort_values("record_id", ignore_index=True)
    had = memberships(tx).rename(columns={"cluster_id": "person"})
    sequences = {row.person: row.sequence for row in tx.execute(select(people))}
    heirs = _heirs(had, clusters)
    rulers = _rulers(heirs, sequences)
    minted = _minted(clusters, rulers, set(had["person"]), sequences)
    persons = rulers | minted
    _write_people(tx, minted, sequences)
    _write_merges(tx, heirs, persons)
    assigned = clusters.assign(cluster_id=clusters["cluster_id"].map(persons).astype("str"))
    _write_memberships(tx, had, assigned)
    return frames.CLUSTERS.check(assigned)


def heirs(tx: Transaction) -> dict[str, str]:
    """Return whom each person who was merged into another is now."""
    into = {row.person: row.merged_into for row in tx.execute(select(people)) if row.merged_into}

    def now(person: str) -> str:
        while person in into:
            person = into[person]
        return person

    return {person: now(person) for person in into}


def values(tx: Transaction) -> pd.DataFrame:
    """Return the values that survived, as `VALUES`, in the order in which they are shown."""
    table = person_values.c
    query = select(*(table[name] for name in frames.VALUES.names))
    return bulk.read(tx, query.order_by(table.person, table.property, table.place), frames.VALUES)


def write_values(tx: Transaction, survived: pd.DataFrame) -> None:
    """Write the values that survived in place of those of before."""
    tx.execute(delete(person_values))
    bulk.write(tx, person_values, frames.VALUES.check(survived))


def pairs(tx: Transaction) -> pd.DataFrame:
    """Return the pairs of records that were judged worth a decision, as `PAIRS`."""
    table = pairs_table.c
    query = select(*(table[name] for name in frames.PAIRS.names))
    return bulk.read(tx, query.order_by(table.record_id_1, table.record_id_2), frames.PAIRS)


def write_pairs(tx: Transaction, compared: pd.DataFrame) -> None:
    """Write the pairs in place of those of before."""
    tx.execute(delete(pairs_table))
    bulk.write(tx, pairs_table, frames.PAIRS.check(compared))


def _heirs(had: pd.DataFrame, clusters: pd.DataFrame) -> pd.DataFrame:
    """Return the one cluster that each person of before goes to: `person`, `cluster_id`."""
    went = had.merge(clusters, on="record_id")  # both by record id: so is the result
    parts = went.groupby(["person", "cluster_id"], sort=False).size().reset_index(name="records")
    parts = parts.sort_values("records", ascending=False, kind="stable")
    return parts.drop_duplicates("person")[["person", "cluster_id"]]


def _rulers(heirs: pd.DataFrame, sequences: Mapping[str, int]) -> dict[str, str]:
    """Return the oldest of the persons who go to a cluster, by cluster."""
    aged = heirs.assign(sequence=heirs["person"].map(sequences)).sort_values("sequence")
    oldest = aged.drop_duplicates("cluster_id")
    return dict(zip(oldest["cluster_id"], oldest["person"], strict=True))


def _minted(
    clusters: pd.DataFrame,
    rulers: Mapping[str, str],
    present: set[str],
    sequences: Mapping[str, int],
) -> dict[str, str]:
    """Return an id for each cluster that nobody of before went to, by cluster.

    `present` are those who had records just now, `sequences` everybody there ever was.
    """
    new = clusters[~clusters["cluster_id"].isin(set(rulers))].drop_duplicates("cluster_id")
    minted: dict[str, str] = {}
    for cluster, smallest in zip(new["cluster_id"], new["record_id"], strict=True):
        person: str = minted_person_id(RecordId(smallest))
        if person in present:
            person = _minted_beside(smallest, sequences)
        minted[cluster] = person
    return minted


def _minted_beside(record_id: str, sequences: Mapping[str, int]) -> str:
    """Return a second id of a record that left the person who was minted of it."""
    ordinal = 2
    while (person := minted_person_id(RecordId(f"{record_id}#{ordinal}"))) in sequences:
        ordinal += 1
    return person


def _write_people(tx: Transaction, minted: Mapping[str, str], sequences: Mapping[str, int]) -> None:
    returned = [{"who": person} for person in minted.values() if person in sequences]
    if returned:
        again = update(people).where(people.c.person == bindparam("who"))
        tx.execute(again.values(merged_into=None), returned)
    new = [person for person in minted.values() if person not in sequences]
    next_sequence = max(sequences.values(), default=0) + 1
    frame = pd.DataFrame({"person": pd.array(new, dtype="str")})
    bulk.write(tx, people, frame.assign(sequence=range(next_sequence, next_sequence + len(new))))


def _write_merges(tx: Transaction, heirs: pd.DataFrame, persons: Mapping[str, str]) -> None:
    merged = [
        {"who": person, "into": persons[cluster]}
        for person, cluster in zip(heirs["person"], heirs["cluster_id"], strict=True)
        if persons[cluster] != person
    ]
    if merged:
        gone = update(people).where(people.c.person == bindparam("who"))
        tx.execute(gone.values(merged_into=bindparam("into")), merged)


def _write_memberships(tx: Transaction, had: pd.DataFrame, assigned: pd.DataFrame) -> None:
    of_before = assigned["record_id"].map(had.set_index("record_id")["person"])
    changed = assigned[of_before.isna() | (of_before != assigned["cluster_id"])]
    left = had["record_id"][~had["record_id"].isin(assigned["record_id"])]
    moved = changed["record_id"][of_before[changed.index].notna()]
    stale = [{"of_record": record_id} for record_id in pd.concat([left, moved])]
    if stale:
        table = memberships_table
        tx.execute(delete(table).where(table.c.record_id == bindparam("of_record")), stale)
    bulk.write(tx, memberships_table, changed.rename(columns={"cluster_id": "person"}))
