"""`weakties cards`: read card photos without a store."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.session import Session

if TYPE_CHECKING:
    from contacts.readings import CardReading, PhotoReading
    from extractors.ocr import EngineName

app = typer.Typer(help="Read business cards.", no_args_is_help=True)

_BAD_INPUT, _WITH_REJECTS = 3, 4
_SECONDS_A_PHOTO = 120.0


@app.callback()
def cards() -> None:
    """Read business cards."""


@app.command()
def read(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Photos or PDF files.", show_default=False)],
    json_lines: Annotated[bool, typer.Option("--json", help="One JSON line a photo.")] = False,
    ocr: Annotated[str | None, typer.Option(help="auto, rapidocr or tesseract.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="Processes.")] = None,
) -> None:
    """Read photos and print their fields; nothing is stored.

    Exit code 0: all were read; 4: some failed; 3: all failed.
    """
    from extractors.card.sides import paired
    from extractors.ocr import engine_version, missing_languages

    session: Session = context.obj or Session.of(None, quiet=False)
    settings = session.settings(ocr=ocr, workers=workers)
    engine_version(settings.ocr, settings.languages)  # a missing engine is said before work
    for language in missing_languages(settings.ocr, settings.languages):
        session.say(
            f"weakties: tesseract has no {language!r}, reading without it "
            f"(sudo apt install tesseract-ocr-{language})"
        )
    found = _read_all(paths, settings.ocr, settings.region, settings.languages, settings.workers)
    failed = good = 0
    for reading, partner in paired(found):
        if reading.error:
            failed += 1
            session.say(f"weakties: {reading.file}: {_error(reading)}")
        else:
            good += 1
        if json_lines:
            sys.stdout.write(json.dumps(_as_json(reading, partner), ensure_ascii=False) + "\n")
            sys.stdout.flush()
        else:
            _show(reading, partner)
    if failed:
        raise typer.Exit(_WITH_REJECTS if good else _BAD_INPUT)


def _read_all(
    paths: Sequence[Path], ocr: "EngineName", region: str, languages: str, workers: int
) -> Iterator["PhotoReading"]:
    """Yield the readings in the order of the paths; one photo alone needs no second process."""
    from functools import partial

    from contacts.readings import PhotoReading
    from extractors.photo import read_named
    from flows.pool import run_chunks

    read_one = partial(read_named, ocr=ocr, region=region, languages=languages)
    if len(paths) == 1:
        yield from read_one((str(paths[0]), str(paths[0])))
        return
    photos = [(str(path), str(path)) for path in paths]
    done: dict[int, tuple[PhotoReading, ...]] = {}
    turn = 0
    for one in run_chunks(read_one, photos, workers=workers, timeout_seconds=_SECONDS_A_PHOTO):
        file = photos[one.index][1]
        lost = PhotoReading(file, ocr, 0.0, error=one.failure, next_step="read it alone")
        done[one.index] = (lost,) if one.value is None else one.value
        while turn in done:
            yield from done.pop(turn)
            turn += 1


def _error(reading: "PhotoReading") -> str | None:
    """Return in one line what went wrong and what to do."""
    return f"{reading.error} ({reading.next_step})" if reading.next_step else reading.error


def _as_json(reading: "PhotoReading", partner: str | None) -> dict[str, object]:
    return {
        "file": reading.file,
        "page": reading.page,
        "engine": reading.engine.split(" ")[0],
        "engine_version": reading.engine,
        "seconds": reading.seconds,
        "taken_at": reading.taken_at.isoformat() if reading.taken_at else None,
        "cards": [_card_as_json(card) for card in reading.cards],
        "pairs_with": partner,
        "error": _error(reading),
    }


def _card_as_json(card: "CardReading") -> dict[str, object]:
    from dataclasses import asdict

    fields = asdict(card)
    fields["confidence"] = dict(card.confidence)
    fields["phones_typed"] = [
        {"type": phone.kind, "printed": phone.printed, "e164": phone.e164}
        for phone in card.phones_typed
    ]
    return fields


def _show(reading: "PhotoReading", partner: str | None) -> None:
    """Print what was read as a table for people."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    page = f", page {reading.page}" if reading.page else ""
    pair = f" (other side: {partner})" if partner else ""
    if not reading.error and not reading.cards:
        console.print(Text(f"{reading.file}{page}: no card was found on this picture"))
    for card in reading.cards:
        table = Table(title=Text(f"{reading.file}{page}{pair}"), title_justify="left")
        for heading in ("field", "value", "sure"):
            table.add_column(heading)
        for field, value in _rows(card):
            sure = f"{card.confidence[field]:.2f}" if field in card.confidence else ""
            mark = " ?" if field in card.needs_review else ""
            table.add_row(field, Text(value), sure + mark)
        console.print(table)


def _rows(card: "CardReading") -> Iterator[tuple[str, str]]:
    for field in ("name", "title", "department", "company", "emails", "urls", "address"):
        value = getattr(card, field)
        if value:
            yield field, value if isinstance(value, str) else "\n".join(value)
    if card.phones_typed:
        yield "phones", "\n".join(f"{one.printed} ({one.kind})" for one in card.phones_typed)
