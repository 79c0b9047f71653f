"""The people of the invented world, and its owner: what there is to know of each."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from weakties.demo.careers import Job, Schooling, job_on
from weakties.demo.encounters import Event, Meeting
from weakties.demo.letters import Message
from weakties.demo.names import PersonName, plain
from weakties.demo.places import PhoneStyle
from weakties.demo.tables import City, Country


class Role(StrEnum):
    """What makes somebody appear in the owner's files."""

    CONNECTION = "connection"
    CARD_ONLY = "card_only"  # met, never connected
    WRITER = "writer"  # wrote or was written to, never connected
    PENDING = "pending"  # invited, not yet accepted
    PHONE_BOOK = "phone_book"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose world it is."""

    name: PersonName
    country: Country
    city: City
    slug: str
    member_id: str
    emails: tuple[str, ...]
    mobile: str
    jobs: tuple[Job, ...]
    schools: tuple[Schooling, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation to connect; `out` where the owner sent it."""

    at: datetime
    out: bool
    note: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation; `given` where the owner wrote it."""

    at: datetime
    given: bool
    text: str


@dataclass(frozen=True, slots=True)
class Endorsement:
    """A click on a skill; `given` where the owner clicked."""

    at: datetime
    given: bool
    skill: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """A meeting in the calendar."""

    at: datetime
    minutes: int
    subject: str
    place: str


@dataclass(frozen=True, slots=True)
class HandedCard:
    """A card that the person gave the owner; what is on it was so on that day."""

    on: date
    event: Event | None
    style: PhoneStyle
    seed: int


@dataclass(frozen=True, slots=True)
class Life:
    """Somebody. What lies in the files of the owner is a part of it.

    `maiden_until` is the day of the marriage that changed the name. `in_address_book` is the day
    on which the owner saved the address.
    """

    key: str
    role: Role
    name: PersonName
    country: Country
    jobs: tuple[Job, ...]
    met: Meeting
    slug: str
    email: str
    mobile: str
    warmth: float
    language: str
    connected_on: date | None = None
    maiden_until: date | None = None
    in_address_book: date | None = None
    namesake_of: str = ""
    invitation: Invitation | None = None
    messages: tuple[Message, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    endorsements: tuple[Endorsement, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    cards: tuple[HandedCard, ...] = ()

    def family_on(self, day: date) -> str:
        """Return the family name as it was on a day."""
        before = self.maiden_until is not None and day < self.maiden_until
        return self.name.maiden if before else self.name.family

    def full_name_on(self, day: date) -> str:
        """Return the whole name as it was on a day."""
        parts = (self.name.given, self.family_on(day), self.name.suffix)
        return " ".join(part for part in parts if part)

    def work_email_on(self, day: date) -> str:
        """Return the address at the job of a day."""
        given, family = plain(self.name.given), plain(self.family_on(day))
        company = job_on(self.jobs, day).company
        forms = (f"{given}.{family}", f"{given[:1]}.{family}", f"{given[:1]}{family}")
        return f"{forms[len(company.name) % len(forms)]}@{company.domain}"  # a house has one form
