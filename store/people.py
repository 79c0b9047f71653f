"""Which records are one person, under ids that stay; and the values that survived."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
from sqlalchemy import bindparam, delete, func, select, update

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


def assign(
    tx: Transaction, clusters: pd.DataFrame, gone: Collection[str] | None = None
) -> pd.DataFrame:
    """Write who is who, and return the clusters with the ids of persons, by record id.

    The clusters are of all records there are; or, with those that are `gone`, of some that are
    whole persons, and all others stay what they are.

    A person goes where most of the records went, of equal parts to the one with the smallest
    record id. Where several persons meet, the oldest stays; the ids of the others are reserved, and
    come back if the record they were minted of stands alone again. Other clusters are new persons.
    """
    clusters = frames.CLUSTERS.check(clusters).sort_values("record_id", ignore_index=True)
    concerned = None if gone is None else {*clusters["record_id"], *gone}
    had = _memberships(tx, concerned).rename(columns={"cluster_id": "person"})
    sequences = _sequences(tx, None if gone is None else set(had["person"]))
    heirs = _heirs(had, clusters)
    rulers = _rulers(heirs, sequences)
    minted = _minted(tx, clusters, rulers)
    persons = rulers | minted
    _write_people(tx, minted)
    _write_merges(tx, heirs, persons)
    assigned = clusters.assign(cluster_id=clusters["cluster_id"].map(persons).astype("str"))
    _write_memberships(tx, had, assigned)
    return frames.CLUSTERS.check(assigned)


def _memberships(tx: Transaction, record_ids: Collection[str] | None) -> pd.DataFrame:
    if record_ids is None:
        return memberships(tx)
    table = memberships_table.c
    found = [
        row
        for part in bulk.in_parts(sorted(record_ids))
        for row in tx.execute(
            select(table.record_id, table.person).where(table.record_id.in_(part))
        )
    ]
    rows = ({"record_id": record_id, "cluster_id": person} for record_id, person in sorted(found))
    return frames.CLUSTERS.build(rows)


def _sequences(tx: Transaction, persons: Collection[str] | None) -> dict[str, int]:
    """Return which of them is older: of some persons who are there, or of all."""
    query = select(people.c.person, people.c.sequence)
    if persons is None:
        return dict(row for row in tx.execute(query))
    parts = bulk.in_parts(sorted(persons))
    return {
        one: age
        for part in parts
        for one, age in tx.execute(query.where(people.c.person.in_(part)))
    }


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


def write_values(
    tx: Transaction, survived: pd.DataFrame, persons: Collection[str] | None = None
) -> None:
    """Write the values that survived, in place of those of everybody, or of some `persons`."""
    if persons is None:
        tx.execute(delete(person_values))
    for part in bulk.in_parts(sorted(persons or ())):
        tx.execute(delete(person_values).where(person_values.c.person.in_(part)))
    bulk.write(tx, person_values, frames.VALUES.check(survived))


def pairs(tx: Transaction) -> pd.DataFrame:
    """Return the pairs of records that were judged worth a decision, as `PAIRS`."""
    table = pairs_table.c
    query = select(*(table[name] for name in frames.PAIRS.names))
    return bulk.read(tx, query.order_by(table.record_id_1, table.record_id_2), frames.PAIRS)


def compared_pairs(tx: Transaction) -> pd.DataFrame:
    """Return those of the pairs that were found by comparing records, as `PAIRS`."""
    table = pairs_table.c
    query = select(*(table[name] for name in frames.PAIRS.names)).where(table.by_model == 1)
    return bulk.read(tx, query.order_by(table.record_id_1, table.record_id_2), frames.PAIRS)


def write_pairs(
    tx: Transaction,
    compared: pd.DataFrame,
    noted: pd.DataFrame | None = None,
    touched: Collection[str] | None = None,
) -> None:
    """Write the pairs that were found by comparing records, and those `noted` otherwise.

    They take the place of all of before; with `touched` those compared take that of the pairs of
    these records, none of which was compared with any other. Without `noted` those stay.
    """
    table = pairs_table
    if noted is not None:
        tx.execute(delete(table).where(table.c.by_model == 0))
    if touched is None:
        tx.execute(delete(table).where(table.c.by_model == 1))
    for part in bulk.in_parts(sorted(touched or ())):
        tx.execute(delete(table).where(table.c.record_id_1.in_(part)))
    bulk.write(tx, table, frames.PAIRS.check(compared).assign(by_model=1))
    if noted is not None:
        bulk.write(tx, table, frames.PAIRS.check(noted).assign(by_model=0))


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


def _minted(tx: Transaction, clusters: pd.DataFrame, rulers: Mapping[str, str]) -> dict[str, str]:
    """Return an id for each cluster that nobody of before went to, by cluster."""
    new = clusters[~clusters["cluster_id"].isin(set(rulers))].drop_duplicates("cluster_id")
    first = [minted_person_id(RecordId(smallest)) for smallest in new["record_id"]]
    present = _present(tx, first)
    return {
        cluster: _minted_beside(tx, smallest) if person in present else person
        for cluster, smallest, person in zip(
            new["cluster_id"], new["record_id"], first, strict=True
        )
    }


def _present(tx: Transaction, persons: Sequence[str]) -> set[str]:
    """Return those of the persons who have records just now."""
    held = memberships_table.c.person
    parts = bulk.in_parts(sorted(persons))
    return {one for part in parts for one in tx.scalars(select(held).where(held.in_(part)))}


def _minted_beside(tx: Transaction, record_id: str) -> str:
    """Return a second id of a record that left the person who was minted of it."""
    ordinal = 2
    while _sequences(tx, [person := minted_person_id(RecordId(f"{record_id}#{ordinal}"))]):
        ordinal += 1
    return person


def _write_people(tx: Transaction, minted: Mapping[str, str]) -> None:
    known = _sequences(tx, minted.values())
    returned = [{"who": person} for person in minted.values() if person in known]
    if returned:
        again = update(people).where(people.c.person == bindparam("who"))
        tx.execute(again.values(merged_into=None), returned)
    new = [person for person in minted.values() if person not in known]
    first = (tx.scalar(select(func.max(people.c.sequence))) or 0) + 1
    frame = pd.DataFrame({"person": pd.array(new, dtype="str")})
    bulk.write(tx, people, frame.assign(sequence=range(first, first + len(new))))


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
