"""`weakties cards read`: photos to fields, without a store."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from weakties.cli.cards.printed import as_json, error_line, show_table
from weakties.cli.session import Session

if TYPE_CHECKING:
    from contacts.readings import PhotoReading
    from extractors.ocr import EngineName

_BAD_INPUT, _WITH_REJECTS = 3, 4
_SECONDS_A_PHOTO = 120.0


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
    from extractors.ocr import engine_version, language_warnings

    session: Session = context.obj or Session.of(None, quiet=False)
    settings = session.settings(ocr=ocr, workers=workers)
    engine_version(settings.ocr, settings.languages)  # a missing engine is said before work
    for warning in language_warnings(settings.ocr, settings.languages):
        session.say(f"weakties: {warning}")
    found = _read_all(paths, settings.ocr, settings.region, settings.languages, settings.workers)
    failed = good = 0
    for reading, partner in paired(found):
        if reading.error:
            failed += 1
            session.say(f"weakties: {reading.file}: {error_line(reading)}")
        else:
            good += 1
        if json_lines:
            sys.stdout.write(json.dumps(as_json(reading, partner), ensure_ascii=False) + "\n")
            sys.stdout.flush()
        else:
            show_table(reading, partner)
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
