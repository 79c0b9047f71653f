"""What follows what: the one place that knows the order of the stages.

How a stage is called is an argument: plainly, or as a Prefect task (`flows.line`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import store
from contacts.sources import FileState, SourceFile
from extractors.card_records import events
from flows.home import Home, Options
from flows.receipt import Receipt, added_up, imported, troubles
from flows.stages.archives import READERS, read_archives, reading_version
from flows.stages.assess import assess, is_current, is_resolved
from flows.stages.cards import read_cards
from flows.stages.report import write_report
from flows.stages.resolve import resolve
from flows.stages.scan import Found, Scan, scan

Result = TypeVar("Result")


class Runner(Protocol):
    """Calls a stage and returns what it returns."""

    def __call__(self, name: str, stage: Callable[[], Result], /) -> Result:
        """`name` is what the stage is called where it is shown."""


def plainly(_name: str, stage: Callable[[], Result]) -> Result:
    """Call a stage, no more."""
    return stage()


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at the inbox showed, and which files are to be read."""

    scan: Scan
    waiting: tuple[Found, ...]


def look(
    database: store.Database,
    home: Home,
    options: Options,
    *,
    retry: bool = False,
    dry: bool = False,
) -> Look:
    """Look at the inbox and note every file; with `retry`, failed ones wait again.

    With `dry` nothing is noted: what is written in a reading transaction is thrown away.
    """
    with database.read() as tx:
        known = store.sources.sightings(tx)
    seen = scan(home.inbox, known, settle_seconds=options.settle_seconds)
    there = {item.file.sha256 for item in seen.found}
    with database.read() if dry else database.write() as tx:
        before = _events(tx)
        store.sources.note(tx, [item.file for item in seen.found])
        store.sources.replace_sightings(tx, seen.sightings)
        after = _events(tx)
        again = [sha256 for sha256, had in before.items() if had != after[sha256]]
        again += _read_otherwise(tx, options)
        again += _in_state(tx, FileState.FAILED) if retry else []
        store.sources.wait(tx, there.intersection(again))
        waiting = _in_state(tx, FileState.WAITING)
    found = tuple(
        Found(waiting[item.file.sha256], item.paths)
        for item in seen.found
        if item.file.sha256 in waiting
    )
    return Look(seen, found)


def _read_otherwise(tx: store.Transaction, options: Options) -> list[str]:
    """Return the files whose reader, or what it was told, is not that of today.

    Photos are not among them: they are read again only when the user says so.
    """
    return [
        status.file.sha256
        for status in store.sources.statuses(tx)
        if status.state in {FileState.DONE, FileState.PARTLY}
        and status.file.kind in READERS
        and status.version != reading_version(status.file.kind, options)
    ]


def _in_state(tx: store.Transaction, state: FileState) -> dict[str, SourceFile]:
    return {
        status.file.sha256: status.file
        for status in store.sources.statuses(tx)
        if status.state is state
    }


def _events(tx: store.Transaction) -> dict[str, frozenset[str]]:
    """Return the events that each file's folders name: a card in a new one has more to tell."""
    return {
        status.file.sha256: frozenset(events(status.file.names))
        for status in store.sources.statuses(tx)
    }


def carry_out(
    database: store.Database, home: Home, options: Options, seen: Look, run: Runner = plainly
) -> Receipt:
    """Read what waits, resolve, assess and write the report."""
    waiting: Sequence[Found] = seen.waiting
    archives = run("read archives", lambda: read_archives(database, waiting, options))
    cards = run("read cards", lambda: read_cards(database, waiting, options))
    outcomes = (*archives, *cards)
    counts = dict(run("resolve", lambda: resolve(database, options)))
    counts |= run("assess", lambda: assess(database, options))
    paths = run("report", lambda: write_report(database, home.reports, options.weights))
    return Receipt(
        as_of=options.as_of.isoformat(),
        read=len(outcomes),
        accounting=added_up(outcomes),
        imports=imported(archives),
        counts=counts,
        trouble=troubles(outcomes, seen.scan.passed),
        report=str(paths[0]),
    )


def bring_up_to_date(database: store.Database, options: Options) -> bool:
    """Resolve and assess anew what a file, an act or the day has made stale; returns whether any.

    A run that was killed after reading has left records that nobody was made of yet.
    """
    with database.read() as tx:
        if is_current(tx, options):
            return False
        resolved = is_resolved(tx, options)
    if not resolved:
        resolve(database, options)
    assess(database, options)
    return True
