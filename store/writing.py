"""What one file said, written as a whole in place of what it said before."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from sqlalchemy import delete, insert, select, update

from contacts import frames
from contacts.extraction import Extraction
from contacts.identifiers import folded_name
from contacts.sources import FileState
from store import bulk, owner
from store.bulk import storable
from store.current import counts, current, same_observation
from store.database import Transaction
from store.statements import Statements, statements
from store.tables import (
    claims,
    crops,
    interactions,
    lists,
    memberships,
    notices,
    observations,
    owner_events,
    owner_periods,
    owners,
    records,
    rejections,
    sentences,
    source_files,
)

_DAY = len("2026-06-30")
_OF_A_FILE = (
    crops,
    claims,
    observations,
    interactions,
    sentences,
    owners,
    owner_periods,
    owner_events,
    rejections,
    notices,
    lists,
)


def write(tx: Transaction, sha256: str, extraction: Extraction) -> dict[str, int]:
    """Write what a file said and mark the file as read; return how its rows are accounted for.

    `new` are records nobody spoke of before, `updated` those whose current claims change by this
    file, `unchanged` the rest of its rows, `rejected` the rows not taken in.

    Raises:
        ValueError: the file was never noted, or claims are of records without an observation.
    """
    file_id = tx.scalar(select(source_files.c.file_id).where(source_files.c.sha256 == sha256))
    if file_id is None:
        raise ValueError(f"the file {sha256} was never noted")
    said = statements(extraction)
    record_ids = said.observed["record_id"].tolist()
    before = _current_digests(tx, record_ids)
    said_before = _forget(tx, file_id)
    _write_records(tx, said.observed, {*before, *_silent(tx, record_ids)})
    _write_statements(tx, file_id, said)
    _write_rest(tx, file_id, extraction)
    owner.write(tx, file_id, extraction)
    _write_list(tx, file_id, extraction)
    _remove_orphans(tx, said_before - set(record_ids))
    _mark_read(tx, file_id, extraction)
    return _accounted(tx, record_ids, before, extraction)


def _current_digests(tx: Transaction, record_ids: Sequence[str]) -> dict[str, str]:
    """Return the digests of the records that are known; of very many, all are looked at."""
    parts = [*bulk.in_parts(record_ids)]
    wanted = set(record_ids)
    found: dict[str, str] = {}
    for part in parts if len(parts) == 1 else [None] * bool(parts):
        chosen = current(tx, part)
        query = select(observations.c.record_id, observations.c.digest).join(
            chosen, same_observation(chosen, observations)
        )
        found.update(row for row in tx.execute(query) if row[0] in wanted)
    return found


def _forget(tx: Transaction, file_id: int) -> set[str]:
    """Delete what the file said before, and return of which records it was."""
    of_file = select(observations.c.record_id).where(observations.c.file_id == file_id)
    said_before = set(tx.scalars(of_file))
    for table in _OF_A_FILE:
        tx.execute(delete(table).where(table.c.file_id == file_id))
    return said_before


def _silent(tx: Transaction, record_ids: Sequence[str]) -> set[str]:
    """Return those of the records that only files speak of whose import was taken back."""
    silent = select(observations.c.record_id).where(~counts(tx, observations))
    return set(record_ids).intersection(tx.scalars(silent))


def _write_records(tx: Transaction, observed: pd.DataFrame, known: Iterable[str]) -> None:
    unknown = ~observed["record_id"].isin(set(known))
    bulk.write(tx, records, observed.loc[unknown, ["record_id", "source"]])


def _write_statements(tx: Transaction, file_id: int, said: Statements) -> None:
    for observed, claimed in said.parts():
        for table, columns in ((observations, observed), (claims, claimed)):
            size = len(columns["record_id"])
            bulk.insert_columns(tx, table, {"file_id": [file_id] * size, **columns})


def _write_rest(tx: Transaction, file_id: int, extraction: Extraction) -> None:
    found = frames.INTERACTIONS.check(extraction.interactions)
    bulk.write(tx, interactions, found.assign(file_id=file_id, place=np.arange(len(found))))
    said = frames.SENTENCES.check(extraction.sentences)
    bulk.write(tx, sentences, said.assign(file_id=file_id, place=np.arange(len(said))))
    rejected = [
        {"file_id": file_id, "place": place, "file": storable(item.file), "line": item.line}
        | {"reason": storable(item.reason)}
        for place, item in enumerate(extraction.rejected)
    ]
    noticed = [
        {"file_id": file_id, "place": place, "file": storable(item.file), "line": item.line}
        | {"kind": item.kind, "text": storable(item.text)}
        for place, item in enumerate(extraction.notices)
    ]
    pictures = [
        {"file_id": file_id, "record_id": record_id, "jpeg": jpeg}
        for record_id, jpeg in extraction.crops.items()
    ]
    for table, rows in ((rejections, rejected), (notices, noticed), (crops, pictures)):
        if rows:
            tx.execute(insert(table), rows)


def _write_list(tx: Transaction, file_id: int, extraction: Extraction) -> None:
    """Note a file that holds all connections of its owner: nobody else was one on its last day."""
    if extraction.is_whole_list and extraction.listed:
        whose = extraction.owner
        days = extraction.observations["dated"].iloc[: extraction.listed].dropna()
        until = min(max(days, default=""), extraction.as_of[:_DAY])  # a typing error may be 2099
        row = {"owner_name": folded_name(whose.name), "owner_profile": whose.profile}
        tx.execute(insert(lists), row | {"file_id": file_id, "until": until})


def _remove_orphans(tx: Transaction, record_ids: set[str]) -> None:
    """Delete those of the records of which no file speaks any more."""
    for part in bulk.in_parts(sorted(record_ids)):
        spoken_of = select(observations.c.record_id).where(observations.c.record_id.in_(part))
        gone = sorted(set(part) - set(tx.scalars(spoken_of)))
        for table in (memberships, records):
            tx.execute(delete(table).where(table.c.record_id.in_(gone)))


def _mark_read(tx: Transaction, file_id: int, extraction: Extraction) -> None:
    rejected, reason, next_step = extraction.rejected, "", ""
    if rejected:
        count = f"{len(rejected)} of {extraction.read}"
        first = (
            f"{rejected[0].file}: {rejected[0].reason}" if rejected[0].file else rejected[0].reason
        )
        reason = storable(f"{count} not taken in; the first, {first}")
        next_step = "mend what is named and drop the file again"
    tx.execute(
        update(source_files)
        .where(source_files.c.file_id == file_id)
        .values(
            state=(FileState.PARTLY if rejected else FileState.DONE).value,
            reason=reason,
            next_step=next_step,
            extractor=extraction.extractor,
            version=extraction.version,
            as_of=extraction.as_of,
            read=extraction.read,
            taken=len(extraction.observations) - extraction.counts.get("gone", 0),
            rejected=len(rejected),
        )
    )


def _accounted(
    tx: Transaction, record_ids: Sequence[str], before: dict[str, str], extraction: Extraction
) -> dict[str, int]:
    after = _current_digests(tx, sorted(before))
    new = len(record_ids) - len(before)
    updated = sum(after[record_id] != digest for record_id, digest in before.items())
    return {
        "new": new,
        "updated": updated,
        "unchanged": len(extraction.observations) - new - updated,
        "rejected": len(extraction.rejected),
    }
