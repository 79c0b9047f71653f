"""Read LinkedIn archives, vCards and calendars, all that is no photo; store what they say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import store
from contacts.errors import WeaktiesError
from contacts.extraction import Extraction
from contacts.sources import SourceKind
from extractors import addressbook, calendar, linkedin, vcard
from extractors.linkedin.difference import with_list
from extractors.linkedin.extraction import VERSION as LINKEDIN_VERSION
from flows.clock import utc_now
from flows.home import Options
from flows.progress import progress
from flows.stages.scan import Found

_UNKNOWN = (
    "no card photo, LinkedIn archive, address book or calendar",
    "photos go to cards/, archives to linkedin/, address books to contacts/, .ics to calendar/",
)
_LONGEST_REASON = 120  # characters of somebody else's words


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a file ended; `accounting` counts its records as new, updated, unchanged, rejected.

    `number` is that of its import, 0 where nothing was read.
    """

    file: str
    accounting: Mapping[str, int]
    error: str = ""
    next_step: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of a kind are read; `version` changes whenever they may say something else."""

    read: Callable[[tuple[Path, ...], Options], Extraction]
    version: Callable[[Options], str]


READERS: Mapping[SourceKind, Reader] = {
    SourceKind.LINKEDIN: Reader(
        lambda paths, options: with_list(
            linkedin.extract(
                paths,
                me=options.owner or None,
                date_order=options.date_order,
                keep=options.messages,
                today=date.fromisoformat(utc_now()[:10]),
            )
        ),
        lambda options: " ".join(
            (LINKEDIN_VERSION, options.messages, options.owner, options.date_order or "")
        ),
    ),
    SourceKind.VCARD: Reader(
        lambda paths, _: vcard.extract(paths[0]),
        lambda _: vcard.VERSION,
    ),
    SourceKind.ADDRESS_BOOK: Reader(
        lambda paths, _: addressbook.extract(paths[0]),
        lambda _: addressbook.VERSION,
    ),
    SourceKind.CALENDAR: Reader(
        lambda paths, options: calendar.extract(
            paths[0], owner=options.owner, time_zone=options.time_zone
        ),
        lambda options: f"{calendar.VERSION} {options.owner} {options.time_zone}",
    ),
}


def reading_version(kind: SourceKind, options: Options) -> str:
    """Return the version under which a file of this kind is read with these options."""
    return READERS[kind].version(options).strip()


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
    if item.file.kind not in READERS:
        return _failed(database, item, *_UNKNOWN)
    try:
        extraction = READERS[item.file.kind].read(item.paths, options)
    except WeaktiesError as error:
        return _failed(database, item, error.reason, error.next_step)
    except Exception as error:  # noqa: BLE001 - law 8: one bad file never stops the rest
        told = " ".join(str(error).split())[:_LONGEST_REASON]
        reason = f"something in it cannot be read ({type(error).__name__}: {told})"
        return _failed(database, item, reason, "export it again, or take that entry out")
    read_as = replace(extraction, version=reading_version(item.file.kind, options))
    with database.write() as tx:
        receipt = store.imports.write(tx, item.file.sha256, read_as, utc_now())
    return Outcome(item.file.name, receipt.accounting, number=receipt.number)


def _failed(database: store.Database, item: Found, reason: str, next_step: str) -> Outcome:
    with database.write() as tx:
        store.sources.fail(tx, item.file.sha256, reason, next_step, "", "")
    return Outcome(item.file.name, {}, reason, next_step)
