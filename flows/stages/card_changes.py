"""What another reading of a photo changed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from contacts.claims import ContactRecord, Property
from extractors.card_history import is_gone

What = Literal["changed", "new", "gone"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A property before and after; `corrected` where the user's own word holds all the same."""

    property: Property
    before: tuple[str, ...]
    after: tuple[str, ...]
    corrected: bool


@dataclass(frozen=True, slots=True)
class CardChange:
    """A card that says something else now."""

    file: str
    card: str  # its locator
    record_id: str
    what: What
    fields: tuple[FieldChange, ...]


def card_changes(
    file: str,
    before: Sequence[ContactRecord],
    after: Sequence[ContactRecord],
    corrected: Collection[tuple[str, str]],
) -> Iterator[CardChange]:
    """Yield the cards of a file that were read otherwise, in their order.

    `corrected` are the record ids and properties of which the user said what they are.
    """
    old = {record.record_id: record for record in before if not is_gone(record)}
    new = {record.record_id: record for record in after if not is_gone(record)}
    for record in sorted((old | new).values(), key=lambda one: (len(one.locator), one.locator)):
        pair = old.get(record.record_id), new.get(record.record_id)
        fields = tuple(_field_changes(*pair, corrected))
        if None in pair or fields:
            what: What = "new" if pair[0] is None else "gone" if pair[1] is None else "changed"
            yield CardChange(file, record.locator, record.record_id, what, fields)


def _field_changes(
    old: ContactRecord | None,
    new: ContactRecord | None,
    corrected: Collection[tuple[str, str]],
) -> Iterator[FieldChange]:
    record = new or old
    for property_ in Property:
        before, after = _values(old, property_), _values(new, property_)
        if record and before != after:
            held = (record.record_id, property_.value) in corrected
            yield FieldChange(property_, before, after, held)


def _values(record: ContactRecord | None, property_: Property) -> tuple[str, ...]:
    claims = record.claims if record else ()
    return tuple(claim.value for claim in claims if claim.property is property_)
