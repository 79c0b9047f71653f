"""What an extractor makes of a file: rows, each accounted for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from contacts import frames
from contacts.claims import ContactRecord
from contacts.interactions import Interaction
from contacts.owner import OwnerEvent, OwnerPeriod


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row or page that was not taken in, and why; `line` is None for a whole file."""

    file: str
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know of a file that was taken in; `kind` is one stable word."""

    file: str
    line: int | None
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose archive it is; empty where that cannot be known. `profile` is a slug."""

    name: str = ""
    profile: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()  # as written


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one file said.

    `read` counts the rows (cards, vCards) that were looked at: those taken in, those that say
    nothing of anybody (`counts`), and the rejected add up to it. `as_of` is the newest day the file
    speaks of, from its content, and behind a blank the time it was made, where the file says so: of
    two files on one record the one whose text is greater is current. `periods` and `events` are the
    owner's own; `sentences` are what is kept of the middle of messages. The first `listed` of the
    observations stand in a list of the owner's connections; `is_whole_list` says that nobody of
    that list was lost, so that whoever does not stand in it is no connection.
    """

    observations: pd.DataFrame
    claims: pd.DataFrame
    interactions: pd.DataFrame
    extractor: str
    version: str
    as_of: str = ""
    read: int = 0
    rejected: tuple[Rejection, ...] = ()
    notices: tuple[Notice, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    owner: Owner = Owner()
    crops: Mapping[str, bytes] = field(default_factory=dict)  # record id: upright card as JPEG
    periods: tuple[OwnerPeriod, ...] = ()
    events: tuple[OwnerEvent, ...] = ()
    sentences: pd.DataFrame = field(default_factory=frames.SENTENCES.empty)
    listed: int = 0
    is_whole_list: bool = False


def gathered(
    records: Iterable[ContactRecord],
    interactions: Iterable[Interaction],
    *,
    extractor: str,
    version: str,
    read: int,
    rejected: tuple[Rejection, ...] = (),
    notices: tuple[Notice, ...] = (),
    crops: Mapping[str, bytes] | None = None,
) -> Extraction:
    """Return records and interactions that were read one by one as an `Extraction`."""
    kept = tuple(records)
    found = tuple(interactions)
    days = [record.dated for record in kept if record.dated]
    days += [item.on for item in found if item.on]
    return Extraction(
        observations=frames.observations(kept),
        claims=frames.claims(kept),
        interactions=frames.interactions(found),
        extractor=extractor,
        version=version,
        as_of=max(days).isoformat() if days else "",
        read=read,
        rejected=rejected,
        notices=notices,
        crops=crops or {},
    )
