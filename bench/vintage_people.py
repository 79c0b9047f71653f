"""People of an invented LinkedIn archive, and what happened with them, drawn from a seed."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

OWNER = ("Mira", "Okonkwo", "mira-okonkwo")
NEWEST = date(2026, 6, 20)
_GIVEN = "Ada Bao Chidi Dana Élise Farid Günther Hana Ivo Jürgen Kofi Łukasz Noémie Ravi Søren Zoë"
_FAMILY = "Adler Brandt Chen Díaz Eze Fujita Øster Hansen Ito Lund Müller Núñez Okafor Petit Şahin"
_TRICKS: tuple[Callable[[str, str], tuple[str, str]], ...] = (
    lambda first, last: (first, f"{last}, PMP, MBA"),
    lambda first, last: (f"Dr. {first}", last),
    lambda first, last: (first, f"{last} (she/her)"),
    lambda first, last: (f"{first} ", f" {last}"),
    lambda first, last: (f"{first} 🚀", last),
    lambda first, last: (first.upper(), last.upper()),
    lambda first, last: (first, f"{last}\u200b"),
    lambda first, last: (first, last),
)
_FOREIGN = (
    ("小明", "王", "王小明"),
    ("ياسمين", "حداد", "ياسمين حداد"),
    ("Анна", "Орлова", "Анна Орлова"),
)
_FIRMS = ("Bolt, Inc.", "Fjord AS", "Käse & Söhne GmbH", "=Formula Labs", "Nan Null", "007", "")
_JOBS = ("CTO", "Head of Quality, EMEA", 'Chief "Happiness" Officer', "Gérant", "")
_WORDS = (
    "thank you for the talk",
    "Grüße aus Köln",
    'say "hello"',
    "a, b; c\td",
    "merci\nbeaucoup",
)
_TALK = (*_WORDS, "two\u2028parts", "")


class Said(NamedTuple):
    """A message: when, whether the owner wrote it, and its words."""

    at: datetime
    out: bool
    words: str


@dataclass
class Person:
    """A connection, or somebody who wrote without being one (`connected` is None)."""

    first: str
    last: str
    clean: str
    slug: str
    company: str = ""
    position: str = ""
    email: str = ""
    connected: date | None = None
    messages: list[Said] = field(default_factory=list)
    invited: tuple[bool, datetime, str] | None = None
    praised: tuple[bool, bool] = (False, False)  # by me, me
    endorsed: tuple[bool, bool] = (False, False)

    @property
    def name(self) -> str:
        """As messages and invitations name them."""
        return f"{self.first.strip()} {self.last.strip()}"


@dataclass
class World:
    """The people, and how many members are hidden."""

    people: list[Person]
    hidden: int


def draw(seed: str, encoding: str) -> World:
    """Return an invented world that a table of this encoding can tell."""
    rng = random.Random(seed)  # noqa: S311 - invented data
    people = [one for number in range(30) if _survives(one := _person(number, rng), encoding)]
    strangers = [one for number in (900, 901) if _survives(one := _person(number, rng), encoding)]
    for one in (*people, *strangers):
        _live(one, rng)
    for one in strangers:
        one.connected, one.company, one.position, one.email = None, "", "", ""
        one.praised, one.endorsed = (False, False), (False, False)
        one.messages = one.messages or [Said(_moment(rng), False, "hello")]
    return World([*people, *strangers], 2)


def _person(number: int, rng: random.Random) -> Person:
    first, last = rng.choice(_GIVEN.split()), f"{rng.choice(_FAMILY.split())}{_tail(number)}"
    clean = f"{first} {last}"
    if number % 10 == 3:
        first, last, clean = _FOREIGN[number // 10 % 3]
    else:
        first, last = rng.choice(_TRICKS)(first, last)
    slug = f"{clean.split()[0].casefold()}-{number:x}"
    url_mail = f"p{number}@mail.example" if rng.random() < 0.1 else ""
    day = NEWEST - timedelta(days=rng.randrange(5000))
    return Person(
        first, last, clean, slug, rng.choice(_FIRMS), rng.choice(_JOBS), url_mail, connected=day
    )


def _tail(number: int) -> str:
    """Return an ending that no other number has, so that each name is one person's."""
    syllables = ("ba", "ko", "li", "mu", "ra", "se", "ti", "vo", "ne", "du")
    return "".join(syllables[int(digit)] for digit in f"{number:02}")


def _survives(one: Person, encoding: str) -> bool:
    try:
        f"{one.first}{one.last}{one.company}{one.position}".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _moment(rng: random.Random) -> datetime:
    day = NEWEST - timedelta(days=rng.randrange(1, 3000))
    return datetime(day.year, day.month, day.day, rng.randrange(24), rng.randrange(60), tzinfo=UTC)


def _live(one: Person, rng: random.Random) -> None:
    """Let something happen with somebody."""
    if rng.random() < 0.4:
        count = rng.randrange(1, 6)
        one.messages = [
            Said(_moment(rng), rng.random() < 0.5, rng.choice(_TALK)) for _ in range(count)
        ]
    if rng.random() < 0.3:
        note = "We met at the fair, " + rng.choice(_WORDS) if rng.random() < 0.5 else ""
        one.invited = (rng.random() < 0.5, _moment(rng), note)
    one.praised = (rng.random() < 0.1, rng.random() < 0.1)
    one.endorsed = (rng.random() < 0.15, rng.random() < 0.15)
