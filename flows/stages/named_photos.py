"""Which photo the user means."""

from collections.abc import Sequence
from pathlib import Path

import store
from contacts.errors import UsageError
from contacts.sources import SourceKind
from store.sources import FileStatus

_SHOWN = 5


def photo_named(tx: store.Transaction, name: str, inbox: Path) -> FileStatus:
    """Return the photo of this name: its path, its path below the inbox, or the end of that.

    Raises:
        UsageError: no photo has that name, or several have.
    """
    photos = [
        status for status in store.sources.statuses(tx) if status.file.kind is SourceKind.CARD_PHOTO
    ]
    found = _named(photos, _below(name, inbox))
    if not found:
        raise UsageError(repr(name), "is no photo that was ever read", "weakties status lists them")
    if len(found) > 1:
        listed = ", ".join(status.file.name for status in found[:_SHOWN])
        raise UsageError(repr(name), f"may be {listed}", "give more of the path")
    return found[0]


def _below(name: str, inbox: Path) -> str:
    path = Path(name).absolute()
    return path.relative_to(inbox).as_posix() if path.is_relative_to(inbox) else name


def _named(photos: Sequence[FileStatus], name: str) -> list[FileStatus]:
    exact = [photo for photo in photos if name in photo.file.names]
    ends = [photo for photo in photos if any(one.endswith(f"/{name}") for one in photo.file.names)]
    return exact or ends
