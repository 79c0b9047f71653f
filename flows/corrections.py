"""A field put right by the user: one act, in one short transaction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import store
from contacts import frames
from contacts.claims import Property
from contacts.errors import UsageError
from extractors.card.entered import Entered, entered
from extractors.card_history import is_gone
from flows.stages.named_photos import photo_named
from flows.stages.unsure import is_unsure

_RECORD_ID: Final = re.compile(r"[clvm][0-9a-f]{16}")
_SHOWN: Final = 9


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a record said of a property and what it says now; `act` is 0 if that is so already."""

    record_id: str
    property: Property
    before: tuple[str, ...]
    after: tuple[str, ...]
    act: int


def correct(
    database: store.Database,
    inbox: Path,
    which: str,
    property_: Property,
    words: Sequence[str],
    at: str,
    *,
    region: str | None = None,
    kind: str = "",
) -> Corrected:
    """Let a property of a record have these values and no others, until that is undone.

    `which` is a record id, or a photo with one card; `words`, `region` and `kind` are those of
    `entered`. A value that the record has already keeps its kind unless another is given.

    Raises:
        UsageError: it is neither, or the photo has several cards (the error tells their ids), or a
            value is not of the property's form.
    """
    typed = entered(property_, words, region=region, kind=kind)
    with database.write() as tx:
        record_id = _record(tx, which, inbox)
        held = _held(tx, record_id, property_)
        kinds = {} if kind else dict(held)
        values = tuple(Entered(one.value, kinds.get(one.value, one.kind)) for one in typed)
        act = 0
        if held != values or is_unsure(tx, record_id, property_):
            said = [{"value": one.value, "kind": one.kind} for one in values]
            payload = {"record_id": record_id, "property": property_.value, "values": said}
            act = store.acts.append(tx, store.acts.CORRECTION, payload, at)
    before, after = (tuple(one.value for one in group) for group in (held, values))
    return Corrected(record_id, property_, before, after, act)


def _held(tx: store.Transaction, record_id: str, property_: Property) -> tuple[Entered, ...]:
    claims = frames.rows(store.records.claimed(tx, [record_id]))
    return tuple(
        Entered(str(row["value"]), str(row["kind"]))
        for row in claims
        if row["property"] == property_.value
    )


def _record(tx: store.Transaction, which: str, inbox: Path) -> str:
    if _RECORD_ID.fullmatch(which):
        if store.records.claimed(tx, [which]).empty:
            raise UsageError(which, "is no record", "name the photo instead")
        return which
    photo = photo_named(tx, which, inbox)
    cards = [one for one in store.observed.of_file(tx, photo.file.sha256) if not is_gone(one)]
    if not cards:
        raise UsageError(photo.file.name, "has no card", "weakties cards show FILE tells why")
    if len(cards) > 1:
        told = ", ".join(
            f"{one.record_id} ({one.claims[0].value})" for one in cards[:_SHOWN] if one.claims
        )
        raise UsageError(photo.file.name, f"has {len(cards)} cards: {told}", "give one of the ids")
    return cards[0].record_id
