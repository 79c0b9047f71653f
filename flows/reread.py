"""Photos read again when the user says so: what another reader makes of them.

A card that is found again keeps its record, and what the user corrected holds whatever is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import store
from contacts.claims import ContactRecord
from contacts.sources import FileState, SourceKind
from extractors.photo import version
from flows.home import Home, Options
from flows.locking import locked
from flows.network import forbid_network
from flows.order import Look, carry_out, look
from flows.orphans import adopt
from flows.progress import progress
from flows.receipt import Receipt, counted
from flows.stages.card_changes import CardChange, card_changes
from flows.stages.named_photos import photo_named
from flows.stages.scan import Found
from store.sources import FileStatus

_READ = frozenset({FileState.DONE, FileState.PARTLY})


@dataclass(frozen=True, slots=True)
class Choice:
    """Which photos: all, the one of a name, or by default those that another reader read."""

    every: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be read again, and what would be if it were still in the inbox."""

    look: Look
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rereading:
    """What was planned and what became of it; no receipt where there was nothing to read."""

    plan: Plan
    receipt: Receipt | None = None
    changes: tuple[CardChange, ...] = ()


def reread(home: Home, options: Options, choice: Choice, *, dry: bool = False) -> Rereading:
    """Read photos again, a transaction each, and bring the report up to date.

    With `dry` nothing is read or noted.

    Raises:
        UsageError: no photo, or more than one, has the name.
        MissingToolError: the engine is not installed.
        StoreLockedError: another run is under way in this home.
    """
    forbid_network()
    adopt()
    with locked(home, options) as database:
        plan = _plan(database, home, options, choice)
        photos = plan.look.waiting
        if dry or not photos:
            return Rereading(plan)
        progress().say(f"To read again: {counted(len(photos), 'photo')}.")
        before = _said(database, photos)
        receipt = carry_out(database, home, options, plan.look)
        after = _said(database, photos)
        with database.read() as tx:
            corrected = set(store.acts.corrections(tx))
    changes = tuple(
        change
        for item in photos
        for change in card_changes(
            item.file.name, before[item.file.sha256], after[item.file.sha256], corrected
        )
    )
    return Rereading(plan, receipt, changes)


def _plan(database: store.Database, home: Home, options: Options, choice: Choice) -> Plan:
    current = version(options.ocr, options.languages)
    seen = look(database, home, options, dry=True).scan
    there = {item.file.sha256: item for item in seen.found}
    with database.read() as tx:
        wanted = _wanted(tx, home, choice, current)
    chosen = tuple(
        Found(status.file, there[status.file.sha256].paths)
        for status in wanted
        if status.file.sha256 in there
    )
    absent = tuple(status.file.name for status in wanted if status.file.sha256 not in there)
    return Plan(Look(replace(seen, passed=()), chosen), absent)  # no other file is at fault


def _wanted(
    tx: store.Transaction, home: Home, choice: Choice, current: str
) -> Sequence[FileStatus]:
    if choice.name is not None:
        return [photo_named(tx, choice.name, home.inbox)]
    return [
        status
        for status in store.sources.statuses(tx)
        if status.file.kind is SourceKind.CARD_PHOTO
        and status.state in _READ
        and (choice.every or status.version != current)
    ]


def _said(
    database: store.Database, photos: Sequence[Found]
) -> Mapping[str, tuple[ContactRecord, ...]]:
    with database.read() as tx:
        return {item.file.sha256: store.observed.of_file(tx, item.file.sha256) for item in photos}
