"""What the files said of records: written a file at a time, read as whole tables."""

from collections.abc import Iterable, Sequence

import pandas as pd
from sqlalchemy import Subquery, exists, func, select

from contacts import frames
from contacts.claims import RecordSource
from store import acts, bulk
from store.corrections import corrected
from store.current import counts, current, same_observation
from store.database import Transaction
from store.tables import (
    claims,
    interactions,
    memberships,
    observations,
    records,
    sentences,
    source_files,
    source_names,
)
from store.tables import (
    crops as crops_table,
)
from store.writing import write

__all__ = [
    "CARDS",
    "ORIGINS",
    "cards",
    "claimed",
    "crops",
    "current_claims",
    "evidence",
    "origins",
    "photos_of_nobody",
    "said",
    "write",
]

ORIGINS = frames.Table(
    "origins",
    (
        frames.Column("person"),
        frames.Column("record_id"),
        frames.Column("source"),  # RecordSource
        frames.Column("file"),  # the first name of the file
        frames.Column("locator"),
    ),
)
CARDS = frames.Table(
    "cards",
    (
        frames.Column("record_id"),
        frames.Column("sha256"),  # of the photo
        frames.Column("locator"),
        frames.Column("raw"),  # what was read, as JSON
    ),
)
_CLAIMED = frames.Table("claimed", (*frames.CURRENT_CLAIMS.columns, frames.Column("locator")))
_TOLD = frames.Table(
    "told",
    (
        *frames.EVIDENCE.columns,
        frames.Column("at", nullable=True),
        frames.Column("file_id", "count"),
    ),
)
_SAME_INTERACTION = ["kind", "direction", "at", "on", "digest"]


def current_claims(tx: Transaction) -> pd.DataFrame:
    """Return of each record what holds of it, as `CURRENT_CLAIMS`."""
    return frames.CURRENT_CLAIMS.typed(claimed(tx))


def claimed(tx: Transaction, record_ids: Sequence[str] | None = None) -> pd.DataFrame:
    """Return what holds of each record (or of a few of them), as `CURRENT_CLAIMS` with locators.

    That is what its newest observation claims, as the user corrected it.
    """
    chosen = current(tx, record_ids)
    query = (
        select(
            records.c.record_id,
            records.c.source,
            observations.c.dated,
            claims.c.property,
            claims.c.value,
            claims.c.kind,
            claims.c.confidence,
            claims.c.locator,
        )
        .join_from(chosen, observations, same_observation(chosen, observations))
        .join(claims, same_observation(chosen, claims))
        .join(records, records.c.record_id == chosen.c.record_id)
        .order_by(claims.c.record_id, claims.c.place)
    )
    return corrected(bulk.read(tx, query, _CLAIMED), acts.corrections(tx))


def evidence(tx: Transaction) -> pd.DataFrame:
    """Return the interactions with each person, as `EVIDENCE`, those of the newest files first.

    What two archives both tell of is there once, as the newer one tells it; what one file tells
    twice (two endorsements of a day) happened twice.
    """
    first = _first_names()
    query = (
        select(
            memberships.c.person,
            interactions.c.record_id,
            records.c.source,
            interactions.c.kind,
            interactions.c.direction,
            interactions.c.on,
            interactions.c.recipients,
            interactions.c.text,
            interactions.c.digest,
            first.c.name,
            interactions.c.locator,
            interactions.c.at,
            interactions.c.file_id,
        )
        .join_from(interactions, memberships, memberships.c.record_id == interactions.c.record_id)
        .join(records, records.c.record_id == interactions.c.record_id)
        .join(source_files, source_files.c.file_id == interactions.c.file_id)
        .join(first, first.c.file_id == interactions.c.file_id)
        .where(counts(tx, interactions))
        .order_by(source_files.c.as_of.desc(), source_files.c.sha256.desc(), interactions.c.place)
    )
    return frames.EVIDENCE.typed(_told_once(bulk.read(tx, query, _TOLD)))


def said(tx: Transaction) -> pd.DataFrame:
    """Return the sentences that were kept of messages with each person, as `SAID`, newest first.

    What two archives both tell of is there once, as the newer one tells it.
    """
    first = _first_names()
    query = (
        select(
            memberships.c.person,
            sentences.c.record_id,
            sentences.c.kind,
            sentences.c.direction,
            sentences.c.on,
            sentences.c.at,
            sentences.c.text,
            first.c.name,
            sentences.c.locator,
        )
        .join_from(sentences, memberships, memberships.c.record_id == sentences.c.record_id)
        .join(source_files, source_files.c.file_id == sentences.c.file_id)
        .join(first, first.c.file_id == sentences.c.file_id)
        .where(counts(tx, sentences))
        .order_by(source_files.c.as_of.desc(), source_files.c.sha256.desc(), sentences.c.place)
    )
    told = bulk.read(tx, query, frames.SAID)
    return told.drop_duplicates(["person", "kind", "direction", "at", "text"], ignore_index=True)


def origins(tx: Transaction) -> pd.DataFrame:
    """Return where each record of each person stands in its newest file, as `ORIGINS`."""
    chosen, first = current(tx), _first_names()
    query = (
        select(
            memberships.c.person,
            records.c.record_id,
            records.c.source,
            first.c.name,
            observations.c.locator,
        )
        .join_from(chosen, observations, same_observation(chosen, observations))
        .join(records, records.c.record_id == chosen.c.record_id)
        .join(memberships, memberships.c.record_id == chosen.c.record_id)
        .join(first, first.c.file_id == chosen.c.file_id)
        .order_by(records.c.record_id)
    )
    return bulk.read(tx, query, ORIGINS)


def cards(tx: Transaction) -> pd.DataFrame:
    """Return of each card what was read of it last, and on which photo, as `CARDS`."""
    chosen = current(tx)
    query = (
        select(
            observations.c.record_id,
            source_files.c.sha256,
            observations.c.locator,
            observations.c.raw,
        )
        .join_from(chosen, observations, same_observation(chosen, observations))
        .join(records, records.c.record_id == chosen.c.record_id)
        .join(source_files, source_files.c.file_id == chosen.c.file_id)
        .where(records.c.source == RecordSource.CARD.value)
        .where(exists().where(same_observation(chosen, claims)))  # a card that is gone has none
        .order_by(observations.c.record_id)
    )
    return bulk.read(tx, query, CARDS)


def photos_of_nobody(tx: Transaction) -> list[str]:
    """Return the sha256 of the photos with cards that are no contact's: the owner's own."""
    chosen = current(tx)
    of_card = same_observation(chosen, claims)
    query = (
        select(source_files.c.sha256)
        .join_from(chosen, records, records.c.record_id == chosen.c.record_id)
        .join(source_files, source_files.c.file_id == chosen.c.file_id)
        .where(records.c.source == RecordSource.CARD.value)
        .where(exists().where(of_card))
        .where(~exists().where(memberships.c.record_id == chosen.c.record_id))
        .distinct()
        .order_by(source_files.c.sha256)
    )
    return list(tx.scalars(query))


def crops(tx: Transaction, record_ids: Iterable[str]) -> dict[str, bytes]:
    """Return the pictures of those of the records that have one: upright cards as JPEG."""
    table, counting = crops_table.c, counts(tx, crops_table)
    found: dict[str, bytes] = {}
    for part in bulk.in_parts(list(record_ids)):
        wanted = select(table.record_id, table.jpeg).where(table.record_id.in_(part), counting)
        found.update((record_id, jpeg) for record_id, jpeg in tx.execute(wanted))
    return found


def _first_names() -> Subquery:
    name = func.min(source_names.c.name).label("name")
    return select(source_names.c.file_id, name).group_by(source_names.c.file_id).subquery()


def _told_once(told: pd.DataFrame) -> pd.DataFrame:
    """Drop what an older file tells again; `told` has the newest file first.

    A connection may be another record in each archive: a profile address can change.
    """
    listed = told["source"] == RecordSource.LINKEDIN.value
    who = told["person"].where(listed, told["record_id"])
    keys = [who, *(told[name] for name in _SAME_INTERACTION)]
    alike = told.groupby(keys, dropna=False, sort=False).ngroup()
    if not alike.duplicated().any():
        return told
    times = told.groupby(["file_id", alike], sort=False).cumcount()
    return told[~pd.DataFrame({"alike": alike, "times": times}).duplicated()]
