"""Fields of cards that may have been misread, each with the command that puts it right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import store
from contacts.claims import Property
from contacts.identifiers import RecordId
from contacts.report import Origin, UnsureCard, UnsureField
from extractors.card.entered import FIELDS
from flows.stages.kept_cards import KeptCard, kept_cards

_COMMAND: Final = "weakties cards correct"
_WITH_CROP: Final = 12  # a picture is about 100 kB of the report


def unsure_cards(tx: store.Transaction) -> tuple[UnsureCard, ...]:
    """Return the cards with doubtful fields that nobody has corrected, by file.

    The first dozen come with their crops; the owner's own card wants no look.
    """
    cards = sorted(kept_cards(tx).values(), key=lambda card: (card.names[0], card.locator))
    if not cards:
        return ()  # and no look at everybody
    corrected = store.acts.corrections(tx)
    contacts = set(store.people.memberships(tx)["record_id"])
    found = []
    for card in cards:
        fields = tuple(_unsure(card, corrected)) if card.record_id in contacts else ()
        if fields:
            origin = Origin(card.names[0], card.locator, "card")
            found.append(UnsureCard(card.record_id, origin, fields))
    return _with_crops(tx, found)


def is_unsure(tx: store.Transaction, record_id: str, property_: Property) -> bool:
    """Return whether a field wants a look: to say what it says already settles it."""
    card = kept_cards(tx).get(RecordId(record_id))
    fields = _unsure(card, store.acts.corrections(tx)) if card else ()
    return any(FIELDS[one.field] is property_ for one in fields)


def _unsure(card: KeptCard, corrected: store.acts.Corrections) -> Iterator[UnsureField]:
    for field, value in card.doubts.items():
        name = field if field in FIELDS else field.removesuffix("s")
        if value and name in FIELDS and (card.record_id, FIELDS[name].value) not in corrected:
            yield UnsureField(name, value, f"{_COMMAND} {card.record_id} {name}")


def _with_crops(tx: store.Transaction, found: Sequence[UnsureCard]) -> tuple[UnsureCard, ...]:
    crops = store.records.crops(tx, [card.record for card in found[:_WITH_CROP]])
    return tuple(replace(card, crop=crops.get(card.record)) for card in found)
