"""Opens a zip, a folder or bare tables as one archive; nothing is extracted, no link followed."""

import io
import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from contacts.errors import UnreadableSourceError
from contacts.extraction import Notice
from extractors.lines import CHUNK, LineReader
from extractors.linkedin import foreign
from extractors.linkedin.header import LAYOUTS, no_header, role_by_header
from extractors.linkedin.records import head_rows
from extractors.linkedin.roles import CANONICAL, Role, is_decoy, is_known_other, role_of

_LARGEST = 1 << 30  # bytes of one table, or of all of a zip: eight million connections
_LARGEST_RATIO = 250  # real tables shrink to a tenth
_SMALL = 10 << 20  # no ratio is asked of what is small anyway
_MOST_MEMBERS = 20_000
_DEEPEST = 4  # folders below the one that was given
_ENCRYPTED = 0x1
_HEAD = 1 << 16
_FIRST_YEAR = 2003  # LinkedIn's own; 1980 is what a zip says that knows no date

_AGAIN = "download or copy it again"
_ALONE = "give the archive as downloaded, or the folder that holds Connections.csv"
_TROUBLE = (  # all that the standard library fails with on a zip that is none
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A table of the archive.

    `name` is what the user knows it by, `label` LinkedIn's own name for it, by which its rows are
    found again whatever it is called; `bare` if it was given alone. `made` is when LinkedIn wrote
    it, in local time and ISO form, as far as the archive says. `checksum` is asked of those tables
    alone that may be one under two names.
    """

    name: str
    role: Role
    size: int
    checksum: Callable[[], int]
    source: str
    opener: Callable[[], AbstractContextManager[IO[bytes]]]
    bare: bool = False
    label: str = ""
    made: str = ""

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open the table; what is wrong with the file is an `UnreadableSourceError`."""
        try:
            with self.opener() as stream:
                yield stream
        except _TROUBLE as error:
            raise UnreadableSourceError(self.name, f"is damaged: {error}", _AGAIN) from error


@dataclass(slots=True)
class Gathered:
    """The tables of one archive, and what of it cannot be used."""

    members: list[Member] = field(default_factory=list)
    failures: list[UnreadableSourceError] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    skipped: int = 0


def gather(paths: Iterable[Path]) -> Gathered:
    """Return the tables that lie in all of these zips, folders and files, each content once.

    A path that cannot be read is a failure and stops no other.
    """
    gathered = Gathered()
    for path in paths:
        try:
            _add(path, gathered)
        except UnreadableSourceError as error:
            gathered.failures.append(error)
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            gathered.failures.append(UnreadableSourceError(path.name, reason, "check the path"))
    _drop_twins(gathered)
    _tell_apart(gathered)
    return gathered


def _add(path: Path, gathered: Gathered) -> None:
    mode = path.lstat().st_mode
    if stat.S_ISLNK(mode):
        raise UnreadableSourceError(path.name, "is a symbolic link", "give the file itself")
    if stat.S_ISDIR(mode):
        _add_folder(path, gathered)
    elif stat.S_ISREG(mode):
        with _opened(path) as stream:
            head = stream.read(_HEAD)
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            _add_zip(path, gathered)
        else:
            _add_bare(path, head, gathered)
    else:
        raise UnreadableSourceError(path.name, "is no regular file", "give a file or a folder")


def _opened(path: Path) -> IO[bytes]:
    """Open a file that must be one: not a link, a pipe or a device that took its place."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnreadableSourceError(path.name, "is no regular file", "give a file or a folder")
    return os.fdopen(descriptor, "rb")


def _add_folder(folder: Path, gathered: Gathered) -> None:
    before = len(gathered.members)
    looked_at = 0
    for parent, folders, names in os.walk(folder, followlinks=False):
        if len(Path(parent).relative_to(folder).parts) >= _DEEPEST:
            folders.clear()
        folders[:] = sorted(name for name in folders if name != "__MACOSX")
        looked_at += len(names)
        if looked_at > _MOST_MEMBERS:
            raise UnreadableSourceError(folder.name, f"holds over {_MOST_MEMBERS} files", _ALONE)
        for name in sorted(names):
            path = Path(parent, name)
            role = role_of(name)
            if role is None:
                gathered.skipped += 1
            elif path.is_symlink() or not path.is_file():
                trouble = UnreadableSourceError(name, "is a symbolic link", "give the file itself")
                gathered.failures.append(trouble)
            else:
                gathered.members.append(_on_disk(path, name, role, folder.name))
    if len(gathered.members) == before:
        raise UnreadableSourceError(folder.name, "holds no file of a LinkedIn archive", _ALONE)


def _add_zip(path: Path, gathered: Gathered) -> None:
    try:
        with _opened(path) as stream, zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except _TROUBLE as error:
        raise UnreadableSourceError(path.name, f"is no whole zip: {error}", _AGAIN) from error
    if len(entries) > _MOST_MEMBERS:
        raise UnreadableSourceError(path.name, f"holds over {_MOST_MEMBERS} files", _ALONE)
    found = [
        (entry, role)
        for entry in entries
        if not entry.is_dir() and (role := role_of(entry.filename))
    ]
    if not found:
        raise UnreadableSourceError(path.name, _what_zip([e.filename for e in entries]), _ALONE)
    gathered.skipped += len(entries) - len(found)
    unpacked = packed = 0
    for entry, role in found:
        name = PurePosixPath(entry.filename.replace("\\", "/")).name
        try:
            _check(entry, name, unpacked + entry.file_size, packed + entry.compress_size)
        except UnreadableSourceError as error:
            gathered.failures.append(error)
        else:
            unpacked += entry.file_size
            packed += entry.compress_size
            member = Member(
                name,
                role,
                entry.file_size,
                partial(int, entry.CRC),
                path.name,
                partial(_in_zip, path, entry),
                made=_made(entry),
            )
            gathered.members.append(member)


def _made(entry: zipfile.ZipInfo) -> str:
    """Return when a member was written; "" where the clock of its writer was never set."""
    try:
        at = datetime(*entry.date_time)  # noqa: DTZ001 - a zip does not say where its writer was
    except ValueError:
        return ""
    return at.isoformat() if at.year >= _FIRST_YEAR else ""


def _what_zip(names: Sequence[str]) -> str:
    if "[Content_Types].xml" in names:
        return "is an Office document (a spreadsheet saved as .xlsx?), not a LinkedIn archive"
    if any(name.casefold().endswith(".zip") for name in names):
        return "holds another zip: unpack the outer one"
    return "holds no file of a LinkedIn archive"


def _check(entry: zipfile.ZipInfo, name: str, unpacked: int, packed: int) -> None:
    """Refuse a member that cannot be read, or with which the zip as a whole becomes too large.

    `unpacked` and `packed` are the bytes of all members so far and of this one.
    """
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableSourceError(name, "is encrypted", "unpack it and give the folder")
    if entry.file_size > _LARGEST:
        raise UnreadableSourceError(name, f"would be {entry.file_size} bytes unpacked", _AGAIN)
    if entry.file_size > max(_SMALL, _LARGEST_RATIO * entry.compress_size):
        raise UnreadableSourceError(
            name, f"unpacks to {entry.file_size} bytes from {entry.compress_size}", _AGAIN
        )
    if unpacked > min(_LARGEST, max(_SMALL, _LARGEST_RATIO * packed)):
        raise UnreadableSourceError(
            name, f"unpacks, with the tables before it, to {unpacked} bytes from {packed}", _AGAIN
        )


@contextmanager
def _in_zip(path: Path, entry: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    """Read a member, by its entry and never by its name; it yields no more than it declares."""
    with (
        _opened(path) as raw,
        zipfile.ZipFile(raw) as archive,
        archive.open(entry) as stream,
    ):
        yield stream


def _on_disk(path: Path, name: str, role: Role, source: str, *, bare: bool = False) -> Member:
    size = path.stat().st_size
    if size > _LARGEST:
        raise UnreadableSourceError(name, f"is over {_LARGEST} bytes", _AGAIN)
    return Member(
        name, role, size, partial(_checksum, path), source, partial(_opened, path), bare=bare
    )


def _checksum(path: Path) -> int:
    checksum = 0
    with _opened(path) as stream:
        while chunk := stream.read(CHUNK):
            checksum = zlib.crc32(chunk, checksum)
    return checksum


def _add_bare(path: Path, head: bytes, gathered: Gathered) -> None:
    """Add a table given by itself, which is what its header says, whatever it is called."""
    if not head.strip():
        raise UnreadableSourceError(path.name, "is empty", _AGAIN)
    if said := foreign.kind_of(head):
        reason = f"is {said}, no table of a LinkedIn archive"
        raise UnreadableSourceError(path.name, reason, foreign.next_step(said) or _ALONE)
    rows = head_rows(next(iter(LineReader(io.BytesIO(head))), []))
    by_name = role_of(path.name)
    role = role_by_header(rows)
    if not role and by_name is Role.OUTLOOK:  # the header is Outlook's, the name LinkedIn's
        role = by_name
    if role and not (role is Role.MESSAGES and is_decoy(path.name)):
        gathered.members.append(_on_disk(path, path.name, role, path.name, bare=True))
    elif product := foreign.product_of(rows):
        reason = f"is an export of {product}, not of LinkedIn"
        raise UnreadableSourceError(path.name, reason, foreign.next_step(product) or _ALONE)
    elif by_name:  # its reader says what is missing
        gathered.members.append(_on_disk(path, path.name, by_name, path.name, bare=True))
    elif is_known_other(path.name):
        gathered.skipped += 1
    else:
        raise no_header(path.name, LAYOUTS[Role.CONNECTIONS], rows)


def _drop_twins(gathered: Gathered) -> None:
    """Keep each content once: browsers and LinkedIn give one file several names."""
    alike: dict[tuple[Role, int], list[Member]] = {}
    kept = []
    for member in gathered.members:
        others = alike.setdefault((member.role, member.size), [])
        twin = next((other for other in others if other.checksum() == member.checksum()), None)
        if twin:
            text = f"the same file as {twin.name}; read once"
            gathered.notices.append(Notice(member.name, None, "duplicate_file", text))
        else:
            others.append(member)
            kept.append(member)
    gathered.members = kept


def _tell_apart(gathered: Gathered) -> None:
    """Put the source before the name of tables that several sources have, and label them all.

    Of several tables of one role the contents decide which is the second, not what they are called.
    """
    count = Counter(member.name for member in gathered.members)
    gathered.members = [
        replace(m, name=f"{m.source}/{m.name}") if count[m.name] > 1 and m.source != m.name else m
        for m in gathered.members
    ]
    for role in {member.role for member in gathered.members}:
        alike = [place for place, m in enumerate(gathered.members) if m.role is role]
        if len(alike) > 1:
            alike.sort(key=lambda place: _by_content(gathered.members[place]))
        for number, place in enumerate(alike, start=1):
            label = CANONICAL[role] if number == 1 else f"{CANONICAL[role]} ({number})"
            gathered.members[place] = replace(gathered.members[place], label=label)


def _by_content(member: Member) -> tuple[int, int]:
    """Return where a table stands among those of its role: the largest first."""
    return -member.size, member.checksum()
