"""What the store keeps of each card beside its claims: the photo, the time, the doubts."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

import pandas as pd

import store
from contacts import frames
from contacts.claims import RecordSource
from contacts.identifiers import RecordId

ClaimRow: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class KeptCard:
    """A card as it was read; `names` are its photo's paths below the inbox.

    `taken_at` is the camera's local time. `doubts` are the fields that want a look, as printed.
    """

    record_id: RecordId
    sha256: str
    names: tuple[str, ...]
    locator: str
    page: int | None
    taken_at: datetime | None
    doubts: Mapping[str, str]


def kept_cards(tx: store.Transaction) -> dict[RecordId, KeptCard]:
    """Return all cards of the store, by record id; not those that are found no more."""
    names = {one.file.sha256: one.file.names for one in store.sources.statuses(tx)}
    found = {}
    for row in frames.rows(store.records.cards(tx)):
        record_id, sha256 = RecordId(str(row["record_id"])), str(row["sha256"])
        raw = json.loads(str(row["raw"]))
        taken_at = raw.get("taken_at")
        found[record_id] = KeptCard(
            record_id=record_id,
            sha256=sha256,
            names=names[sha256],
            locator=str(row["locator"]),
            page=raw.get("page"),
            taken_at=datetime.fromisoformat(taken_at) if taken_at else None,
            doubts={field: _shown(raw.get(field)) for field in raw.get("needs_review") or ()},
        )
    return found


def _shown(value: str | list[str] | None) -> str:
    return "; ".join(value) if isinstance(value, list) else value or ""


def card_claims(claims: pd.DataFrame) -> dict[RecordId, list[ClaimRow]]:
    """Return the claims of the cards in a `CURRENT_CLAIMS` frame, by record id."""
    return claims_by_record(claims[claims["source"] == RecordSource.CARD.value])


def claims_by_record(claims: pd.DataFrame) -> dict[RecordId, list[ClaimRow]]:
    """Return the rows of a frame of claims, by record id."""
    found: defaultdict[RecordId, list[ClaimRow]] = defaultdict(list)
    for row in frames.rows(claims):
        found[RecordId(str(row["record_id"]))].append(row)
    return dict(found)


def values_of(rows: list[ClaimRow]) -> dict[str, list[str]]:
    """Return the values that some claims make, by property."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[str(row["property"])].append(str(row["value"]))
    return dict(found)
