"""What lies in the inbox: settled, regular files, known by their content.

Files are listed and looked at, never moved. A file whose size, times and inode are those of the
last look is not hashed again. What is passed over is said with its reason.
"""

import hashlib
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from contacts.sources import SourceFile, SourceKind
from flows.stages.kinds import kind_of
from store.sources import Sighting

JUNK = (".part", ".crdownload", ".tmp", ".download", ".partial", ".swp")
_BLOCK = 1 << 20
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
    for path in paths:
        try:
            sightings[path] = _sighting(path, inbox, known)
        except OSError as error:
            reason = error.strerror or "cannot be read"
            passed.append(Passed(_name(path, inbox), reason.lower(), "check its permissions"))
    return Scan(tuple(_sources(inbox, sightings)), tuple(sightings.values()), tuple(passed))


def _name(path: Path, inbox: Path) -> str:
    return path.relative_to(inbox).as_posix()


def is_junk(name: str) -> bool:
    """Return whether a file is hidden, a system's own or a download under way."""
    lowered = name.casefold()
    return (
        lowered.startswith((".", "~$", "~syncthing"))
        or lowered in {"thumbs.db", "desktop.ini", "__macosx"}
        or lowered.endswith(JUNK)
    )


def _regular(folder: Path, passed: list[Passed], inbox: Path | None = None) -> Iterator[Path]:
    root = inbox or folder
    for path in sorted(folder.iterdir()):
        if is_junk(path.name):
            continue
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            passed.append(Passed(_name(path, root), "a link", "drop the file itself"))
        elif stat.S_ISDIR(mode):
            yield from _regular(path, passed, root)
        elif stat.S_ISREG(mode):
            yield path
        else:
            passed.append(Passed(_name(path, root), "no regular file", "remove it"))


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


def _sources(inbox: Path, sightings: Mapping[Path, Sighting]) -> Iterator[Found]:
    """Yield the sources: equal contents as one, the tables of one unzipped archive as one."""
    contents: dict[str, list[Path]] = {}
    archives: dict[Path, list[Path]] = {}
    kinds: dict[str, SourceKind] = {}
    for path, sighting in sightings.items():
        kind = kinds.get(sighting.sha256) or kind_of(path, inbox)
        kinds[sighting.sha256] = kind
        if kind is SourceKind.LINKEDIN and path.suffix.casefold() != ".zip":
            archives.setdefault(_archive_folder(path, inbox), []).append(path)
        else:
            contents.setdefault(sighting.sha256, []).append(path)
    for sha256, paths in contents.items():
        names = tuple(sorted(_name(path, inbox) for path in paths))
        size = sightings[paths[0]].size
        yield Found(SourceFile(sha256, kinds[sha256], size, names), (paths[0],))
    for folder, paths in archives.items():
        tables = [path for path in paths if path.suffix.casefold() == ".csv"]
        yield _unzipped(folder, tables or paths, inbox, sightings)


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
    """Return the tables of one folder as one source, whose hash is that of names and contents."""
    if len(paths) == 1:
        only = sightings[paths[0]]
        file = SourceFile(only.sha256, SourceKind.LINKEDIN, only.size, (only.path,))
        return Found(file, (paths[0],))
    tables = sorted((path.name, sightings[path].sha256) for path in paths)
    digest = hashlib.sha256("\n".join(f"{name}\t{sha}" for name, sha in tables).encode())
    size = sum(sightings[path].size for path in paths)
    names = (_name(folder, inbox) + "/",)
    return Found(SourceFile(digest.hexdigest(), SourceKind.LINKEDIN, size, names), tuple(paths))
