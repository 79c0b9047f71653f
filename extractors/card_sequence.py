"""Front and back of one card on two photos in a row, or on two pages in a row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from contacts.identifiers import RecordId
from contacts.readings import CardReading
from extractors.card.sides import sides_agreement
from extractors.card.text import is_cjk, squeezed

_AT_ONCE: Final = timedelta(minutes=10)  # judgement: nobody turns a card over for longer
_NUMBER: Final = re.compile(r"(\d+)")

NaturalKey = tuple[tuple[int, int | str], ...]


@dataclass(frozen=True, slots=True)
class CardPhoto:
    """A photo or page that shows one card.

    `names` are the paths of its file below the inbox, `taken_at` is the camera's local time.
    """

    record_id: RecordId
    names: tuple[str, ...]
    page: int | None
    taken_at: datetime | None
    card: CardReading


@dataclass(frozen=True, slots=True)
class SidePair:
    """Two records that are the sides of one card, surely or perhaps; the front names the person."""

    front: RecordId
    back: RecordId
    sure: bool

    @property
    def records(self) -> tuple[RecordId, RecordId]:
        """Both records, the smaller id first."""
        return min(self.front, self.back), max(self.front, self.back)


def side_pairs(photos: Iterable[CardPhoto]) -> tuple[SidePair, ...]:
    """Return the sides of one card among photos in a row; a card has two sides at most.

    In a row are neighbours by capture time, at most ten minutes apart, and where one of two has
    none, neighbours by file name in natural order; in one folder both times. What is sure comes
    before what may be, and a back after its front before one ahead of it.
    """
    found = [(one, other, _agreement(one, other)) for one, other in _in_a_row(list(photos))]
    found.sort(key=lambda pair: (pair[2] != "sure", not _is_front(pair[0].card, pair[1].card)))
    taken: set[RecordId] = set()
    pairs = []
    for one, other, agreement in found:
        if agreement != "no" and taken.isdisjoint({one.record_id, other.record_id}):
            taken |= {one.record_id, other.record_id}
            front, back = (one, other) if _is_front(one.card, other.card) else (other, one)
            pairs.append(SidePair(front.record_id, back.record_id, sure=agreement == "sure"))
    return tuple(sorted(pairs, key=lambda pair: pair.records))


def _is_front(one: CardReading, other: CardReading) -> bool:
    """Return whether the earlier of two sides is the front: it is, unless the later one names more.

    A name in Latin letters is what other sources know somebody by.
    """
    named, other_named = _is_named(one, other), _is_named(other, one)
    if named and other_named:
        return not is_cjk(one.name or "") or is_cjk(other.name or "")
    return named or not other_named


def _is_named(side: CardReading, other: CardReading) -> bool:
    return bool(side.name) and not is_company_as_name(side.name or "", [other.company or ""])


def _agreement(one: CardPhoto, other: CardPhoto) -> str:
    """Return how sure two photos show one card; a side that may be somebody else's is asked about.

    A side without a name but with a title or a mailbox of its own may be a person whose name was
    not read.
    """
    agreement = sides_agreement(one.card, other.card)
    unread = _is_unread(one.card, other.card) or _is_unread(other.card, one.card)
    return "perhaps" if agreement == "sure" and unread else agreement


def _is_unread(side: CardReading, other: CardReading) -> bool:
    if side.name:
        return False
    strange = {mail.casefold() for mail in side.emails} - {mail.casefold() for mail in other.emails}
    return bool(side.title and side.title != other.title) or bool(strange and other.emails)


def is_company_as_name(name: str, companies: Iterable[str]) -> bool:
    """Return whether the name read on one side is the company of the other."""
    return squeezed(name) in {squeezed(company) for company in companies}


def _in_a_row(photos: Sequence[CardPhoto]) -> Iterator[tuple[CardPhoto, CardPhoto]]:
    for folder in sorted({parent for photo in photos for parent in _folders(photo)}):
        here = [photo for photo in photos if folder in _folders(photo)]
        timed = [photo for photo in here if photo.taken_at]
        timed.sort(key=lambda photo: (photo.taken_at, _natural(photo, folder)))
        for one, other in pairwise(timed):
            assert one.taken_at is not None
            assert other.taken_at is not None
            if other.taken_at - one.taken_at <= _AT_ONCE:
                yield one, other
        for one, other in pairwise(sorted(here, key=lambda photo: _natural(photo, folder))):
            if not (one.taken_at and other.taken_at):
                yield one, other


def _folders(photo: CardPhoto) -> set[str]:
    return {PurePosixPath(name).parent.as_posix() for name in photo.names}


def _natural(photo: CardPhoto, folder: str) -> tuple[NaturalKey, int]:
    """Return what sorts IMG_9 before IMG_10, and the pages of a file in their order."""
    names = [name for name in photo.names if PurePosixPath(name).parent.as_posix() == folder]
    parts = _NUMBER.split(PurePosixPath(min(names)).name.casefold())
    key = tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)
    return key, photo.page or 0
