"""What a file says of one contact twice or oftener, said once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from contacts.claims import Claim, ContactRecord, Property


def merged(records: Iterable[ContactRecord]) -> list[ContactRecord]:
    """Return the records so that one of each id claims all, what was changed last coming first.

    The others of its id claim nothing more: each is still a row to account for.
    """
    alike: dict[str, list[ContactRecord]] = {}
    for record in records:
        alike.setdefault(record.record_id, []).append(record)
    return [record for same in alike.values() for record in _joined(same)]


def _joined(same: list[ContactRecord]) -> list[ContactRecord]:
    if len(same) == 1:
        return same
    newest_first = sorted(same, key=lambda record: record.dated or date.min, reverse=True)
    values: dict[tuple[Property, str, str], Claim] = {}
    for record in newest_first:
        for claim in record.claims:
            located = replace(claim, locator=claim.locator or record.locator)
            values.setdefault((claim.property, claim.value, claim.kind), located)
    first, *others = newest_first
    whole = replace(first, claims=tuple(values.values()))
    return [whole, *(replace(other, claims=()) for other in others)]
