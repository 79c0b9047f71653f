"""The triage report as values: what every rendering of it, and `--json`, has in common."""

from collections.abc import Mapping
from dataclasses import dataclass

from contacts.identifiers import PersonId, ProfileSlug
from contacts.ties import TieClass


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value or a record was read: the file's name below the inbox, and where in it."""

    file: str
    locator: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class ShownHint:
    """One line that brings back how you know somebody."""

    kind: str
    text: str
    date: str | None
    source: Origin


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as the report shows them.

    `p_known` is 0 to 1 (4 places), None where nothing is dated; `reasons` say why the class is what
    it is; `crop` is the upright card as JPEG.
    """

    person: PersonId
    records: tuple[Origin, ...]
    name: str | None
    company: str | None
    title: str | None
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    profile: ProfileSlug | None
    p_known: float | None
    tie_class: TieClass
    last_contact: str | None
    reasons: tuple[str, ...] = ()
    hints: tuple[ShownHint, ...] = ()
    why_today: str | None = None
    crop: bytes | None = None


@dataclass(frozen=True, slots=True)
class CueGroup:
    """People of whom too little is known, who share a cue (`company`, `year`, `same_day`)."""

    cue: str
    label: str
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file and the state it ended in; `records` counts what was taken from it."""

    name: str
    kind: str
    state: str
    reason: str
    next_step: str
    records: int
    rejected: int


@dataclass(frozen=True, slots=True)
class GrowthPoint:
    """How many people the user had met or connected with by the end of a year."""

    year: int
    people: int
    added: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report as of a day.

    `people` are ordered by name, `today` is the day's queue in its order, `groups` cover the
    cannot-tells once each. `counts` has `people`, `known`, `weak`, `cannot_tell`, `records` and a
    count a source.
    """

    as_of: str
    counts: Mapping[str, int]
    people: tuple[PersonRow, ...]
    today: tuple[PersonId, ...]
    groups: tuple[CueGroup, ...] = ()
    growth: tuple[GrowthPoint, ...] = ()
    files: tuple[FileRow, ...] = ()
    questions: int = 0  # pairs of records that only the user can judge
    basis: str = ""  # a hash of what it follows from: equal ones are the same report
