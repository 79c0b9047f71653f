"""A dropped file and the state it ends in."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What a file is, by its content."""

    CARD_PHOTO = "card_photo"
    LINKEDIN = "linkedin"
    VCARD = "vcard"
    ADDRESS_BOOK = "address_book"
    CALENDAR = "calendar"
    UNKNOWN = "unknown"


class FileState(StrEnum):
    """Where a file stands; every file ends in one that a person can read."""

    WAITING = "waiting"  # seen, not yet read
    DONE = "done"  # read whole
    PARTLY = "partly"  # read, some rows or pages rejected
    FAILED = "failed"  # nothing of it could be read; the reason says why
    REVERTED = "reverted"  # read, and taken back by the user: nothing of it counts


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file in the inbox, known by its content.

    `names` are its paths below the inbox, in POSIX form, sorted: one content may lie in several.
    """

    sha256: str
    kind: SourceKind
    size: int
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The first of its names: what a person is shown."""
        return self.names[0]
