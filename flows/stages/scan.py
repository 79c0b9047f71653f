"""What lies in the inbox: settled, regular files, known by their content.

Files are listed and looked at, never moved. A file whose size, times and inode are those of the
last look is not hashed again. What is passed over is said with its reason.
"""

import hashlib
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from contacts.sources import SourceFile, SourceKind
from flows.stages.kinds import kind_of, lists_connections
from store.sources import Sighting

JUNK = (".part", ".crdownload", ".tmp", ".download", ".partial", ".swp")
_BLOCK = 1 << 20
_DEEPEST = 40  # folders
_LONGEST_NAME = 400  # characters of a path that is only shown
_SURER = (  # whose reader can tell best that a file is its own comes first
    SourceKind.LINKEDIN,
    SourceKind.VCARD,
    SourceKind.ADDRESS_BOOK,
    SourceKind.CALENDAR,
    SourceKind.CARD_PHOTO,
    SourceKind.UNKNOWN,
)
_WAIT_STEP = 0.25  # seconds between two looks at files that are still being written


@dataclass(frozen=True, slots=True)
class Passed:
    """A path that was not read, and why."""

    path: str
    reason: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Found:
    """A source file and where its content lies now; an unzipped archive has several paths."""

    file: SourceFile
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """One look at the inbox."""

    found: tuple[Found, ...]
    sightings: tuple[Sighting, ...]
    passed: tuple[Passed, ...]


def scan(inbox: Path, known: Mapping[str, Sighting], *, settle_seconds: float) -> Scan:
    """Return what the inbox holds.

    Waits until files written to within the last `settle_seconds` have settled, at most twice that
    time; what is still growing then is passed over till the next run.
    """
    passed: list[Passed] = []
    paths = _settled(list(_regular(inbox, passed)), inbox, settle_seconds, passed)
    sightings: dict[Path, Sighting] = {}
    kinds: dict[Path, SourceKind] = {}
    for path in paths:
        try:
            kinds[path] = kind_of(path, inbox)
            sightings[path] = _sighting(path, inbox, known)
        except OSError as error:
            passed.append(_unreadable(path, inbox, error))
    found = _merged(_sources(inbox, sightings, kinds))
    return Scan(found, tuple(sightings.values()), tuple(passed))


def _name(path: Path, inbox: Path) -> str:
    """Return a path below the inbox as text; bytes that are none are spelled out."""
    below = path.relative_to(inbox).as_posix()
    return below.encode("utf-8", "backslashreplace").decode()


def is_junk(name: str) -> bool:
    """Return whether a file is hidden, a system's own or a download under way."""
    lowered = name.casefold()
    return (
        lowered.startswith((".", "~$", "~syncthing"))
        or lowered in {"thumbs.db", "desktop.ini", "__macosx"}
        or lowered.endswith(JUNK)
    )


def _regular(inbox: Path, passed: list[Passed]) -> Iterator[Path]:
    folders = [inbox]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            passed.append(_unreadable(folder, inbox, error))
            continue
        for path in entries:
            if is_junk(path.name):
                continue
            mode = path.lstat().st_mode
            if stat.S_ISLNK(mode):
                passed.append(Passed(_name(path, inbox), "a link", "drop the file itself"))
            elif stat.S_ISREG(mode):
                yield path
            elif not stat.S_ISDIR(mode):
                passed.append(Passed(_name(path, inbox), "no regular file", "remove it"))
            elif len(path.relative_to(inbox).parts) > _DEEPEST:
                reason = f"more than {_DEEPEST} folders deep"
                passed.append(Passed(_name(path, inbox)[:_LONGEST_NAME], reason, "move it up"))
            else:
                folders.append(path)


def _unreadable(path: Path, inbox: Path, error: OSError) -> Passed:
    reason = (error.strerror or "cannot be read").lower()
    return Passed(_name(path, inbox)[:_LONGEST_NAME], reason, "check its permissions")


def _settled(
    paths: list[Path], inbox: Path, settle_seconds: float, passed: list[Passed]
) -> list[Path]:
    """Return the files nothing was written to for a while.

    The change time moves with every write and, unlike the modification time, cannot be set.
    """
    deadline = time.monotonic() + 2 * settle_seconds
    while True:
        growing = {path for path in paths if _age(path) < settle_seconds}
        if not growing or time.monotonic() > deadline:
            break
        time.sleep(_WAIT_STEP)
    passed += [
        Passed(_name(path, inbox), "still being written", "run again later")
        for path in sorted(growing)
    ]
    return [path for path in paths if path not in growing]


def _age(path: Path) -> float:
    try:
        found = path.lstat()
    except OSError:
        return 0.0
    return time.time() - found.st_ctime


def _sighting(path: Path, inbox: Path, known: Mapping[str, Sighting]) -> Sighting:
    name = _name(path, inbox)
    found = path.lstat()
    before = known.get(name)
    look = (found.st_size, found.st_mtime_ns, found.st_ino)
    if before and (before.size, before.mtime_ns, before.inode) == look:
        return before
    return Sighting(name, *look, _sha256(path))


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _sources(
    inbox: Path, sightings: Mapping[Path, Sighting], kinds: Mapping[Path, SourceKind]
) -> Iterator[Found]:
    """Yield every file as a source, the tables of one unzipped archive as one."""
    archives: dict[Path, list[Path]] = {}
    for path, sighting in sightings.items():
        if kinds[path] is SourceKind.LINKEDIN and path.suffix.casefold() != ".zip":
            archives.setdefault(_archive_folder(path, inbox), []).append(path)
        else:
            names = (_name(path, inbox),)
            yield Found(SourceFile(sighting.sha256, kinds[path], sighting.size, names), (path,))
    for folder, paths in archives.items():
        tables = [path for path in paths if path.suffix.casefold() == ".csv"]
        for archive in _by_export(folder, tables or paths, inbox, sightings):
            yield _unzipped(folder, archive, inbox, sightings)


def _by_export(
    folder: Path, tables: list[Path], inbox: Path, sightings: Mapping[Path, Sighting]
) -> Iterator[list[Path]]:
    """Yield the tables that are one archive.

    Two lists of connections that lie loose in the inbox are of two exports, each by itself.
    """
    is_loose = folder.parent != inbox / "linkedin"
    lists: dict[str, list[Path]] = {}
    for path in tables if is_loose else ():
        if lists_connections(path):
            lists.setdefault(sightings[path].sha256, []).append(path)
    several = lists if len(lists) > 1 else {}
    yield from several.values()
    rest = [path for path in tables if sightings[path].sha256 not in several]
    if rest:
        yield rest


def _merged(sources: Iterable[Found]) -> tuple[Found, ...]:
    """Return equal contents as one source with all its names, whatever the folders it lies in.

    It is what the first kind of `_SURER` says that one of its folders makes of it.
    """
    alike: dict[str, list[Found]] = {}
    for source in sources:
        alike.setdefault(source.file.sha256, []).append(source)
    merged = []
    for sha256, copies in alike.items():
        best = min(copies, key=lambda copy: _SURER.index(copy.file.kind))
        names = tuple(sorted({name for copy in copies for name in copy.file.names}))
        file = SourceFile(sha256, best.file.kind, best.file.size, names)
        merged.append(Found(file, best.paths))
    return tuple(merged)


def _archive_folder(path: Path, inbox: Path) -> Path:
    """Return the folder whose tables are one archive: the highest one below `linkedin/`."""
    top = inbox / "linkedin"
    if top not in path.parents:
        return path.parent
    below = path.relative_to(top).parts
    return top / below[0] if len(below) > 1 else top


def _unzipped(
    folder: Path, paths: list[Path], inbox: Path, sightings: Mapping[Path, Sighting]
) -> Found:
    """Return the tables of one folder as one source, whose hash is that of names and contents.

    Of a table that lies there twice, as browsers number a second download, the shorter name counts.
    """
    once: dict[str, Path] = {}
    for path in sorted(paths, key=lambda path: (len(path.name), path.name)):
        once.setdefault(sightings[path].sha256, path)
    kept = sorted(once.values())
    size = sum(sightings[path].size for path in kept)
    if len(kept) == 1:
        names = tuple(sorted(_name(path, inbox) for path in paths))
        sha256 = sightings[kept[0]].sha256
        return Found(SourceFile(sha256, SourceKind.LINKEDIN, size, names), (kept[0],))
    tables = sorted((_name(path, path.parent), sightings[path].sha256) for path in kept)
    digest = hashlib.sha256("\n".join(f"{name}\t{sha}" for name, sha in tables).encode())
    names = (_name(folder, inbox) + "/",)
    whole = folder != inbox / "linkedin" and folder != inbox
    return Found(
        SourceFile(digest.hexdigest(), SourceKind.LINKEDIN, size, names),
        (folder,) if whole else tuple(kept),
    )
