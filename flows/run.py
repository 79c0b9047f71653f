"""A run as the user asks for it: under the lock, and through Prefect only if something is new."""

import os
from contextlib import chdir

import store
from contacts.sources import SourceKind
from extractors.ocr import language_warnings
from extractors.photo import version
from flows.clock import utc_now
from flows.home import Home, Options
from flows.locking import locked
from flows.network import forbid_network
from flows.order import Look, carry_out, look
from flows.orphans import adopt
from flows.progress import progress
from flows.receipt import Receipt, added_up, counted, troubles
from flows.stages.assess import class_counts, is_current
from flows.stages.report import is_written
from flows.stages.resolve import resolved_counts

SECONDS_A_PHOTO = 1.2  # of one process, seen on a plain core; an estimate is all it is for
PREFECT_SETTINGS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",  # 14 s were seen, more under load
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}


def run(home: Home, options: Options, *, retry: bool = False) -> Receipt:
    """Read what is new and bring the report up to date.

    Raises:
        StoreLockedError: another run is under way in this home.
        MissingToolError: there are photos to read, and the engine asked for is not installed.
    """
    forbid_network()
    with locked(home, options) as database:
        seen = look(database, home, options, retry=retry)
        if not seen.waiting:
            return _without_prefect(database, home, options, seen)
        _check_engine(seen, options)
        progress().say(estimated(seen, options.workers))
        number = _begin(database)
        receipt = _through_prefect(home, options)
        _finish(database, number, receipt)
        return receipt


def _check_engine(seen: Look, options: Options) -> None:
    """Raise MissingToolError before anything is read, rather than once for every photo.

    A language that no engine here reads is said.
    """
    if any(item.file.kind is SourceKind.CARD_PHOTO for item in seen.waiting):
        version(options.ocr, options.languages)
        for warning in language_warnings(options.ocr, options.languages):
            progress().say(warning)


def estimated(seen: Look, workers: int) -> str:
    """Return in words what is to be read and how long that may take."""
    photos = sum(item.file.kind is SourceKind.CARD_PHOTO for item in seen.waiting)
    minutes = round(photos * SECONDS_A_PHOTO / workers / 60)
    about = f", about {minutes} min" if minutes else ""
    others = len(seen.waiting) - photos
    return f"To read: {counted(photos, 'photo')}, {counted(others, 'other file')}{about}."


def look_only(home: Home, options: Options, *, retry: bool = False) -> Look:
    """Return what a run would read; nothing is read or noted."""
    with locked(home, options) as database:
        return look(database, home, options, retry=retry, dry=True)


def _without_prefect(database: store.Database, home: Home, options: Options, seen: Look) -> Receipt:
    with database.read() as tx:
        current = is_current(tx, options) and is_written(tx, home.reports)
        counts = resolved_counts(tx) | class_counts(store.ties.ties(tx))
    report = home.reports / "report.html"
    if current:
        trouble = troubles((), seen.scan.passed)
        as_of = options.as_of.isoformat()
        return Receipt(
            as_of=as_of,
            nothing_new=True,
            accounting=added_up(()),
            counts=counts,
            trouble=trouble,
            report=str(report),
        )
    return carry_out(database, home, options, seen)


def _through_prefect(home: Home, options: Options) -> Receipt:
    """Run the line as a flow; no setting of another Prefect, and no proxy, has a say in it."""
    adopt()
    for name in list(os.environ):
        if name.startswith("PREFECT_") or name.casefold().endswith("_proxy"):
            del os.environ[name]
    os.environ.update(PREFECT_SETTINGS | {"PREFECT_HOME": str(home.prefect)})
    with chdir(home.prefect):  # Prefect obeys a .env and a prefect.toml of the working folder
        from flows.line import run_line  # noqa: PLC0415 - reads the settings when it is imported

        return run_line(home, options)


def _begin(database: store.Database) -> int:
    with database.write() as tx:
        return store.runs.begin(tx, utc_now())


def _finish(database: store.Database, number: int, receipt: Receipt) -> None:
    with database.write() as tx:
        store.runs.finish(tx, number, utc_now(), receipt.as_json())
