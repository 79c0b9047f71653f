"""What is shown of a card beside its photo."""

from collections.abc import Iterator
from dataclasses import dataclass

from contacts.readings import CardReading, PhotoReading
from exporters.annotated.colours import FIELDS, Colour


@dataclass(frozen=True, slots=True)
class Row:
    """A field as it is shown; `sure` is None where that is not known, `warns` of a disagreement."""

    label: str
    values: tuple[str, ...]
    colour: Colour | None = None
    sure: float | None = None
    review: bool = False
    warns: bool = False


def rows(card: CardReading) -> Iterator[Row]:
    """Yield the fields that a card has, what speaks against them, and how it is written."""
    for field in FIELDS:
        values = _values(card, field.name)
        if values:
            sure, review = card.confidence.get(field.name), field.name in card.needs_review
            yield Row(field.label, values, field.colour, sure, review)
    for found in card.disagreements:
        said = (f"printed: {found.printed}", f"QR code: {found.encoded}")
        yield Row(f"{found.field}?", said, warns=True)
    known = (card.country or "", *card.languages, *card.scripts)
    if any(known):
        yield Row("written in", (", ".join(filter(None, known)),))


def about(reading: PhotoReading) -> tuple[str, ...]:
    """Return what is to be said of the photo as a whole, a line each."""
    page = f", page {reading.page}" if reading.page else ""
    when = f", taken {reading.taken_at:%Y-%m-%d %H:%M}" if reading.taken_at else ""
    used = {at for card in reading.cards for found in card.field_lines.values() for at in found}
    lines = [
        f"{reading.file}{page}{when}",
        f"lines of text: {len(reading.lines)}, of them in a field: {len(used)}",
        f"read by {reading.engine}",
    ]
    if any(card.needs_review for card in reading.cards):
        lines.append("? wants a look")
    return tuple(lines)


def _values(card: CardReading, name: str) -> tuple[str, ...]:
    if name == "phones" and card.phones_typed:
        return tuple(f"{one.printed} ({one.kind})" for one in card.phones_typed)
    if name == "address" and card.address_lines:
        return card.address_lines
    if name == "name" and card.name and card.name_parts:
        parts = card.name_parts
        return (" ".join(filter(None, (parts.honorific, card.name, ", ".join(parts.degrees)))),)
    value: str | tuple[str, ...] | None = getattr(card, name)
    return (value,) if isinstance(value, str) else value or ()
