"""What one file says, record by record, as it was read and before any correction."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select

from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.identifiers import RecordId
from store import acts
from store.database import Transaction
from store.tables import claims, observations, records, source_files


def of_file(tx: Transaction, sha256: str) -> tuple[ContactRecord, ...]:
    """Return what a file says of each record; nothing if it was never read, or was taken back."""
    if sha256 in acts.reverts(tx):
        return ()
    file_id = tx.scalar(select(source_files.c.file_id).where(source_files.c.sha256 == sha256))
    said: defaultdict[str, list[Claim]] = defaultdict(list)
    of_this = select(claims).where(claims.c.file_id == file_id)
    for row in tx.execute(of_this.order_by(claims.c.record_id, claims.c.place)):
        claim = Claim(Property(row.property), row.value, row.kind, row.locator, row.confidence)
        said[row.record_id].append(claim)
    observed = (
        select(observations, records.c.source)
        .join(records, records.c.record_id == observations.c.record_id)
        .where(observations.c.file_id == file_id)
        .order_by(observations.c.record_id)
    )
    return tuple(
        ContactRecord(
            RecordId(row.record_id),
            RecordSource(row.source),
            row.locator,
            tuple(said[row.record_id]),
            date.fromisoformat(row.dated) if row.dated else None,
            row.raw,
        )
        for row in tx.execute(observed)
    )
