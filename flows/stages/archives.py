"""Read LinkedIn archives, vCards and calendars, all that is no photo; store what they say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import store
from contacts.errors import WeaktiesError
from contacts.extraction import Extraction
from contacts.sources import SourceKind
from extractors import calendar, linkedin, vcard
from flows.home import Options
from flows.progress import progress
from flows.stages.scan import Found


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a file ended; `accounting` counts its records as new, updated, unchanged, rejected."""

    file: str
    accounting: Mapping[str, int]
    error: str = ""
    next_step: str = ""


def _read_linkedin(paths: tuple[Path, ...], options: Options) -> Extraction:
    return linkedin.extract(paths, me=options.owner or None)


def _read_vcard(paths: tuple[Path, ...], _options: Options) -> Extraction:
    return vcard.extract(paths[0])


def _read_calendar(paths: tuple[Path, ...], options: Options) -> Extraction:
    return calendar.extract(paths[0], owner=options.owner, time_zone=options.time_zone)


_READERS: Mapping[SourceKind, Callable[[tuple[Path, ...], Options], Extraction]] = {
    SourceKind.LINKEDIN: _read_linkedin,
    SourceKind.VCARD: _read_vcard,
    SourceKind.CALENDAR: _read_calendar,
}


def read_archives(
    database: store.Database, waiting: Iterable[Found], options: Options
) -> tuple[Outcome, ...]:
    """Read and store the files that are no photos, a transaction each; a bad one stops no other."""
    found = [item for item in waiting if item.file.kind is not SourceKind.CARD_PHOTO]
    progress().stage("Reading archives", len(found))
    outcomes = []
    for item in found:
        outcomes.append(_read_one(database, item, options))
        progress().advance()
    return tuple(outcomes)


def _read_one(database: store.Database, item: Found, options: Options) -> Outcome:
    try:
        reader = _READERS.get(item.file.kind)
        if reader is None:
            raise _unknown(item)
        extraction = reader(item.paths, options)
    except WeaktiesError as error:
        with database.write() as tx:
            store.sources.fail(tx, item.file.sha256, error.reason, error.next_step, "", "")
        return Outcome(item.file.name, {}, error.reason, error.next_step)
    with database.write() as tx:
        accounting = store.records.write(tx, item.file.sha256, extraction)
    return Outcome(item.file.name, accounting)


def _unknown(item: Found) -> WeaktiesError:
    return WeaktiesError(
        item.file.name,
        "no card photo, LinkedIn archive, vCard or calendar",
        "photos go to cards/, archives to linkedin/, vCards to contacts/, .ics to calendar/",
    )
