"""Read card photos in a pool of processes; store each as soon as it is read."""

from collections.abc import Iterable
from functools import partial

import store
from contacts.errors import WeaktiesError
from contacts.readings import PhotoReading
from contacts.sources import SourceKind
from extractors import card_records
from extractors.card.version import EXTRACTOR
from extractors.photo import read_named
from flows.clock import utc_now
from flows.home import Options
from flows.pool import run_chunks
from flows.progress import progress
from flows.stages.archives import Outcome
from flows.stages.scan import Found

_NO_ANSWER = "try the photo again with: weakties run --retry"


def read_cards(
    database: store.Database, waiting: Iterable[Found], options: Options
) -> tuple[Outcome, ...]:
    """Read and store the photos, a transaction each, so that a killed run loses none it finished.

    A photo that cannot be read, hangs or kills its process fails with that reason; it stops no
    other.
    """
    photos = [item for item in waiting if item.file.kind is SourceKind.CARD_PHOTO]
    progress().stage("Reading cards", len(photos))
    read = partial(
        read_named, ocr=options.ocr, region=options.region, languages=options.languages
    )  # of a module without pandas: a worker's memory is its engine's
    outcomes = []
    for done in run_chunks(
        read,
        [(str(item.paths[0]), item.file.name) for item in photos],
        workers=options.workers,
        timeout_seconds=options.photo_timeout,
    ):
        outcomes.append(_store(database, photos[done.index], done.value, done.failure))
        progress().advance()
    return tuple(outcomes)


def _store(
    database: store.Database,
    item: Found,
    readings: tuple[PhotoReading, ...] | None,
    failure: str | None,
) -> Outcome:
    file = item.file
    error = _error(file.name, readings, failure)
    with database.write() as tx:
        if error is not None:
            store.sources.fail(tx, file.sha256, error.reason, error.next_step, EXTRACTOR, "")
            return Outcome(file.name, {}, error.reason, error.next_step)
        before = store.observed.of_file(tx, file.sha256)
        extraction = card_records.extraction(readings or (), file.sha256, file.names, before)
        receipt = store.imports.write(tx, file.sha256, extraction, utc_now())
    return Outcome(file.name, receipt.accounting, number=receipt.number)


def _error(
    name: str, readings: tuple[PhotoReading, ...] | None, failure: str | None
) -> WeaktiesError | None:
    """Return why nothing at all could be read of a photo, None if something could."""
    if readings is None:
        return WeaktiesError(name, failure or "the reader gave no answer", _NO_ANSWER)
    if all(reading.error for reading in readings):
        first = readings[0]
        return WeaktiesError(name, first.error or "it has no pages", first.next_step)
    return None
