"""The triage report as values: what every rendering of it, and `--json`, has in common."""

from collections.abc import Mapping
from dataclasses import dataclass

from contacts.identifiers import PersonId, ProfileSlug, RecordId
from contacts.owed import PromiseState
from contacts.ties import TieClass

_SETTLED = frozenset({PromiseState.KEPT, PromiseState.BROKEN, PromiseState.DISMISSED})


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
class CompanyRow:
    """A company whose card names nobody: a contact, but no person to remember."""

    contact: PersonId
    company: str | None
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    records: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class EncounterRow:
    """Cards photographed in one sitting: which event was it?

    `began` and `ended` are the camera's local time (`2026-05-03T19:05:00`), `names` those on the
    cards, `suggestions` the events of the same hours and days that files name. `command` is what to
    type, up to the event's name.
    """

    number: int
    began: str
    ended: str
    cards: int
    names: tuple[str, ...]
    places: tuple[str, ...]
    suggestions: tuple[str, ...]
    command: str


@dataclass(frozen=True, slots=True)
class UnsureField:
    """A field that may have been misread; `command` puts it right, up to the right value."""

    field: str
    value: str
    command: str


@dataclass(frozen=True, slots=True)
class UnsureCard:
    """A card with fields that want a look; `crop` is the upright card as JPEG."""

    record: RecordId
    source: Origin
    fields: tuple[UnsureField, ...]
    crop: bytes | None = None


@dataclass(frozen=True, slots=True)
class NewsRow:
    """What the newest list of connections says otherwise than the one before; `text` in words.

    `kind` is a `NewsKind`; `old` and `new` are jobs, names or profile addresses.
    """

    person: PersonId
    name: str | None
    kind: str
    old: str | None
    new: str | None
    as_of: str | None
    text: str
    source: Origin


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to do for somebody: an answer, a promise, a return, an introduction.

    `what` is a `FollowUp`, `key` stays for good, `handle` is the part of it that a command needs.
    `kind` is an `OwedKind` or `IntroductionReason`, `state` a `LoopState` or `PromiseState`, empty
    where there is none. `names` are those of `people`. `text` says it in one line; `words` are the
    sentence in it, where there is one. `due` is the day the words name.
    """

    what: str
    key: str
    handle: str
    people: tuple[PersonId, ...]
    names: tuple[str, ...]
    text: str
    kind: str = ""
    state: str = ""
    on: str | None = None
    due: str | None = None
    words: str | None = None
    source: Origin | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.state not in _SETTLED


@dataclass(frozen=True, slots=True)
class PairSide:
    """One of two who may be one person; `about` is what tells them apart."""

    person: PersonId
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two who may be one person: only the user can tell.

    `probability` is 0 to 1 (4 places), `reasons` are what speaks for and against it with its bits.
    `same` and `different` are what to type.
    """

    first: PairSide
    second: PairSide
    probability: float
    reasons: tuple[str, ...]
    same: str
    different: str


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
class MemoryPoint:
    """How many people with a dated piece were of each class on a day.

    A day after the report's own is `ahead`: what becomes of them if nothing more happens.
    """

    on: str
    known: int
    weak: int
    cannot_tell: int
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class FadingRow:
    """Somebody known today who is a weak tie by a day, if nothing more happens."""

    person: PersonId
    by: str


@dataclass(frozen=True, slots=True)
class CohortRow:
    """Those whom the user first met or connected with in one year, by what they are today."""

    year: int
    known: int
    weak: int
    cannot_tell: int


@dataclass(frozen=True, slots=True)
class BeginningRow:
    """How ties began (an `InteractionKind`; empty: nothing is on record), and how many live on."""

    kind: str
    people: int
    known: int


@dataclass(frozen=True, slots=True)
class BurnDownPoint:
    """How many of today's open cases were left to ask about at the end of a day."""

    on: str
    weak: int
    cannot_tell: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report as of a day.

    `people` are ordered by name, `today` is the day's queue in its order, `groups` cover the
    cannot-tells once each, `weak_groups` those weak ties that share an event or a company.
    `memory`, `cohorts`, `beginnings` and `burn_down` are what the pictures show, `fading` are those
    about to be forgotten, the first to go first.
    `counts` has `people`, `known`, `weak`, `cannot_tell`, `companies`, `own_photos` (of the owner's
    own card, which is no contact), `gone` (who is no connection any more), `archived` (whom the
    user let go), `records` and a count a source.
    `owed` are matters that are open: loops first, then promises, returns, introductions.
    `encounters`, `unsure` and `pairs` (best first) are questions that a command answers.
    """

    as_of: str
    counts: Mapping[str, int]
    people: tuple[PersonRow, ...]
    today: tuple[PersonId, ...]
    groups: tuple[CueGroup, ...] = ()
    growth: tuple[GrowthPoint, ...] = ()
    files: tuple[FileRow, ...] = ()
    companies: tuple[CompanyRow, ...] = ()
    encounters: tuple[EncounterRow, ...] = ()
    unsure: tuple[UnsureCard, ...] = ()
    news: tuple[NewsRow, ...] = ()
    pairs: tuple[OpenPair, ...] = ()
    owed: tuple[Matter, ...] = ()
    questions: int = 0  # how many pairs there are
    weak_groups: tuple[CueGroup, ...] = ()
    memory: tuple[MemoryPoint, ...] = ()
    fading: tuple[FadingRow, ...] = ()
    cohorts: tuple[CohortRow, ...] = ()
    beginnings: tuple[BeginningRow, ...] = ()
    burn_down: tuple[BurnDownPoint, ...] = ()
    basis: str = ""  # a hash of what it follows from: equal ones are the same report
