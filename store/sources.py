"""The files of the inbox: what they are called, and the state each has come to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, delete, insert, select, update

from contacts.extraction import Notice, Rejection
from contacts.sources import FileState, SourceFile, SourceKind
from store import acts
from store.bulk import in_parts, storable
from store.current import counts
from store.database import Transaction
from store.tables import notices as notices_table
from store.tables import rejections as rejections_table
from store.tables import sightings as sightings_table
from store.tables import source_files, source_names

_WAITING = {"state": FileState.WAITING.value, "reason": "", "next_step": ""}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A file as the last scan saw it; while nothing of it changes it need not be hashed again.

    `path` is below the inbox, in POSIX form.
    """

    path: str
    size: int
    mtime_ns: int
    inode: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FileStatus:
    """A file and the state it ended in; the counts are of rows, cards or vCards."""

    file: SourceFile
    state: FileState
    reason: str
    next_step: str
    extractor: str
    version: str
    as_of: str
    read: int
    taken: int
    rejected: int


def sightings(tx: Transaction) -> dict[str, Sighting]:
    """Return what the last scan saw, by path."""
    return {
        row.path: Sighting(row.path, row.size, int(row.mtime_ns), int(row.inode), row.sha256)
        for row in tx.execute(select(sightings_table))
    }


def replace_sightings(tx: Transaction, seen: Iterable[Sighting]) -> None:
    """Keep what this scan saw instead of what the last one did."""
    rows = {
        storable(item.path): {
            "size": item.size,
            "mtime_ns": str(item.mtime_ns),
            "inode": str(item.inode),
            "sha256": item.sha256,
        }
        for item in seen
    }
    tx.execute(delete(sightings_table))
    if rows:
        tx.execute(insert(sightings_table), [{"path": path} | row for path, row in rows.items()])


def note(tx: Transaction, files: Iterable[SourceFile]) -> None:
    """Take up files: one that is new, or known to be of another kind now, waits to be read.

    Its names are all it ever had, so that the order in which copies arrive does not matter.
    """
    listed = list(files)
    given = {file.sha256: file for file in listed}.values()
    kinds = {row.sha256: row.kind for row in tx.execute(select(source_files))}
    first_sights = [_row(file) for file in given if file.sha256 not in kinds]
    if first_sights:
        tx.execute(insert(source_files), first_sights)
    for file in given:
        if kinds.get(file.sha256, file.kind) != file.kind:
            same = update(source_files).where(source_files.c.sha256 == file.sha256)
            tx.execute(same.values(**_WAITING, kind=file.kind.value))
    _add_names(tx, listed)


def wait(tx: Transaction, sha256s: Iterable[str]) -> None:
    """Let files be read again; what they said stays until then."""
    for part in in_parts(list(sha256s)):
        chosen = update(source_files).where(source_files.c.sha256.in_(part))
        tx.execute(chosen.values(**_WAITING))


def fail(
    tx: Transaction, sha256: str, reason: str, next_step: str, extractor: str, version: str
) -> None:
    """Mark a file of which nothing could be read; what was read of it before stays."""
    said = {"reason": storable(reason), "next_step": storable(next_step)}
    marked = tx.execute(
        update(source_files)
        .where(source_files.c.sha256 == sha256)
        .values(state=FileState.FAILED.value, extractor=extractor, version=version, **said)
    )
    if not marked.rowcount:
        raise ValueError(f"the file {sha256} was never noted")


def statuses(tx: Transaction) -> list[FileStatus]:
    """Return every file ever seen and its state, by its first name."""
    reverts = acts.reverts(tx)
    names: defaultdict[int, list[str]] = defaultdict(list)
    for file_id, name in tx.execute(select(source_names)):
        names[file_id].append(name)
    found = (
        FileStatus(
            SourceFile(sha256, SourceKind(kind), size, tuple(sorted(names[file_id]))),
            FileState(state),
            *outcome,
        )
        for file_id, sha256, kind, size, state, *outcome in tx.execute(select(source_files))
    )
    told = (_as_reverted(status, reverts.get(status.file.sha256)) for status in found)
    return sorted(told, key=lambda status: (status.file.names, status.file.sha256))


def rejections(tx: Transaction) -> list[tuple[str, Rejection]]:
    """Return the sha256 of a file and a row of it that was not taken in, file by file."""
    table = rejections_table.c
    query = (
        select(source_files.c.sha256, table.file, table.line, table.reason)
        .join(source_files, source_files.c.file_id == table.file_id)
        .where(counts(tx, rejections_table))
        .order_by(source_files.c.sha256, table.place)
    )
    return [(row.sha256, Rejection(row.file, row.line, row.reason)) for row in tx.execute(query)]


def notices(tx: Transaction) -> list[tuple[str, Notice]]:
    """Return the sha256 of a file and what the user should know of it, file by file."""
    table = notices_table.c
    query = (
        select(source_files.c.sha256, table.file, table.line, table.kind, table.text)
        .join(source_files, source_files.c.file_id == table.file_id)
        .where(counts(tx, notices_table))
        .order_by(source_files.c.sha256, table.place)
    )
    return [
        (row.sha256, Notice(row.file, row.line, row.kind, row.text)) for row in tx.execute(query)
    ]


def _as_reverted(status: FileStatus, act: int | None) -> FileStatus:
    """Return how a file stands whose import that act took back, if there is one."""
    if act is None:
        return status
    return replace(
        status,
        state=FileState.REVERTED,
        reason="its import was taken back",
        next_step=f"weakties undo {act} brings it back",
        taken=0,
        rejected=0,
    )


def _row(file: SourceFile) -> dict[str, object]:
    nothing = {"extractor": "", "version": "", "as_of": "", "read": 0, "taken": 0, "rejected": 0}
    about = {"sha256": file.sha256, "kind": file.kind.value, "size": file.size}
    return about | _WAITING | nothing


def _add_names(tx: Transaction, files: Iterable[SourceFile]) -> None:
    known = {
        (sha256, name)
        for sha256, name in tx.execute(
            select(source_files.c.sha256, source_names.c.name).join(source_names)
        )
    }
    given = {(file.sha256, storable(name)) for file in files for name in file.names}
    added = sorted(given - known)
    if added:
        file_id = (
            select(source_files.c.file_id)
            .where(source_files.c.sha256 == bindparam("of_file"))
            .scalar_subquery()
        )
        tx.execute(
            insert(source_names).values(file_id=file_id),
            [{"of_file": sha256, "name": name} for sha256, name in added],
        )
