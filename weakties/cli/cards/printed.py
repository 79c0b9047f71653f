"""What was read on a photo, printed for machines and for people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weakties.cli.session import printable

if TYPE_CHECKING:
    from contacts.readings import CardReading, PhotoReading

_SHOWN = ("name", "title", "department", "company", "phones", "emails", "urls", "address")


def error_line(reading: "PhotoReading") -> str | None:
    """Return in one line what went wrong and what to do."""
    return f"{reading.error} ({reading.next_step})" if reading.next_step else reading.error


def as_json(reading: "PhotoReading", partner: str | None) -> dict[str, object]:
    """Return a reading as plain values: the keys of the machine door."""
    return {
        "file": _writable(reading.file),
        "page": reading.page,
        "engine": reading.engine.split(" ")[0],
        "engine_version": reading.engine,
        "seconds": reading.seconds,
        "taken_at": reading.taken_at.isoformat() if reading.taken_at else None,
        "taken_where": reading.taken_where,
        "cards": [_card_as_json(card) for card in reading.cards],
        "pairs_with": partner and _writable(partner),
        "error": error_line(reading),
    }


def _writable(name: str) -> str:
    """Return a file's name as text; bytes of it that are none are spelled out."""
    return name.encode("utf-8", "backslashreplace").decode()


def _card_as_json(card: "CardReading") -> dict[str, object]:
    from dataclasses import asdict

    fields = asdict(card)
    del fields["field_lines"]  # places in a list that is not printed
    fields["phones_typed"] = [
        {"type": phone.kind, "printed": phone.printed, "e164": phone.e164}
        for phone in card.phones_typed
    ]
    return fields


def show_table(reading: "PhotoReading", partner: str | None) -> None:
    """Print what was read as a table for people."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    page = f", page {reading.page}" if reading.page else ""
    pair = f" (other side: {partner})" if partner else ""
    title = Text(printable(f"{reading.file}{page}{pair}"))
    if not reading.error and not reading.cards:
        console.print(title + Text(": no card was found on this picture"))
    for card in reading.cards:
        table = Table(title=title, title_justify="left")
        for heading in ("field", "value", "sure"):
            table.add_column(heading)
        for field, values in _rows(card):
            sure = f"{card.confidence[field]:.2f}" if field in card.confidence else ""
            mark = " ?" if field in card.needs_review else ""
            table.add_row(field, Text("\n".join(map(printable, values))), sure + mark)
        console.print(table)


def _rows(card: "CardReading") -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in _SHOWN:
        values = _values(card, field)
        if values:
            yield field, values
    if card.name_parts:
        yield "name parts", tuple(_name_parts(card))
    written = (card.country, *card.languages, *card.scripts)
    if any(written):
        yield "written in", (", ".join(filter(None, written)),)
    for one in card.disagreements:
        yield f"{one.field}?", (f"printed: {one.printed}", f"QR code: {one.encoded}")


def _values(card: "CardReading", field: str) -> tuple[str, ...]:
    if field == "phones":
        return tuple(f"{one.printed} ({one.kind})" for one in card.phones_typed)
    if field == "address" and card.address_lines:
        return card.address_lines
    value: str | tuple[str, ...] | None = getattr(card, field)
    return (value,) if isinstance(value, str) else value or ()


def _name_parts(card: "CardReading") -> Iterator[str]:
    parts = card.name_parts
    assert parts is not None
    degrees = ", ".join(parts.degrees)
    for word, value in (
        ("given", parts.given),
        ("family", parts.family),
        ("title", parts.honorific),
        ("degrees", degrees),
    ):
        if value:
            yield f"{word}: {value}"
