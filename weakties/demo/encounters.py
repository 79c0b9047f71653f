"""Where the owner goes and meets people: fairs, conferences, dinners, with place and days."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from weakties.demo.tables import City, countries

_YEARS = 8
_NOT_IN_SUMMER = (1, 2, 3, 4, 5, 6, 9, 10, 11)


class How(StrEnum):
    """How the owner and somebody met."""

    EVENT = "event"
    COLLEAGUE = "colleague"
    CLASSMATE = "classmate"
    CLIENT = "client"
    INTRODUCED = "introduced"
    ONLINE = "online"
    RECRUITER = "recruiter"
    FRIEND = "friend"


class Gathering(StrEnum):
    """What kind of event it was; a dinner leaves more than a fair."""

    FAIR = "fair"
    CONFERENCE = "conference"
    DINNER = "dinner"
    MEETUP = "meetup"
    WORKSHOP = "workshop"


@dataclass(frozen=True, slots=True)
class Event:
    """An event that the owner went to, from `start` to `end`."""

    name: str
    gathering: Gathering
    place: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Meeting:
    """How, when and where the owner met somebody.

    `shared` is the company or school of both, `by` who made the introduction (`person` its key).
    """

    how: How
    on: date
    event: Event | None = None
    place: str = ""
    shared: str = ""
    by: str = ""
    by_person: str = ""

    @property
    def words(self) -> str:
        """How you met, in one line."""
        when = f"{self.on:%B %Y}"
        where = f" in {self.place}" if self.place else ""
        event = self.event.name if self.event else ""
        return {
            How.EVENT: f"You met at {event}{where}, {when}.",
            How.COLLEAGUE: f"You worked together at {self.shared}, {when}.",
            How.CLASSMATE: f"You studied together at {self.shared}, {when}.",
            How.CLIENT: f"You met on a visit{where}, {when}.",
            How.INTRODUCED: f"{self.by} introduced you, {when}.",
            How.ONLINE: f"You met online, {when}.",
            How.RECRUITER: f"A recruiter wrote to you, {when}.",
            How.FRIEND: f"A friend of the family, since {when}.",
        }[self.how]


_TITLES: dict[Gathering, tuple[str, ...]] = {
    Gathering.FAIR: ("Werkform Expo", "Fair of Small Machines", "Salon Matière", "Harvest & Pack"),
    Gathering.CONFERENCE: ("Open Harbour Conf", "DataCraft Days", "Quiet Systems", "LibraryNext"),
    Gathering.DINNER: ("Dinner at the Old Mill", "Supper Club Lantern", "Founders' Table"),
    Gathering.MEETUP: ("Evening of Makers", "Coffee & Contracts", "Tram Night"),
    Gathering.WORKSHOP: ("Negotiation Workshop", "Writing Retreat", "Glass Workshop"),
}
_DAYS: dict[Gathering, tuple[int, int]] = {
    Gathering.FAIR: (2, 4),
    Gathering.CONFERENCE: (1, 3),
    Gathering.DINNER: (1, 1),
    Gathering.MEETUP: (1, 1),
    Gathering.WORKSHOP: (1, 2),
}


def draw_events(count: int, home: City, today: date, rng: Random) -> tuple[Event, ...]:
    """Return up to `count` events of the last years, by date; two never share a name."""
    found: dict[str, Event] = {}
    for _ in range(count):
        event = _event(home, today, rng)
        if event.end < today - timedelta(days=10):
            found.setdefault(event.name, event)
    return tuple(sorted(found.values(), key=lambda event: (event.start, event.name)))


def _event(home: City, today: date, rng: Random) -> Event:
    gathering = rng.choice(list(Gathering))
    year = today.year - int(_YEARS * rng.random() ** 1.5)
    start = date(year, rng.choice(_NOT_IN_SUMMER), rng.randint(1, 26))
    days = rng.randint(*_DAYS[gathering])
    title = rng.choice(_TITLES[gathering])
    name = f"{title} {start:%b %Y}" if gathering is Gathering.DINNER else f"{title} {year}"
    return Event(name, gathering, _place(home, rng), start, start + timedelta(days=days - 1))


def _place(home: City, rng: Random) -> str:
    if rng.random() < 0.4:
        return home.name.split(",", maxsplit=1)[0]
    abroad = rng.choice(list(countries().values()))
    return rng.choice(abroad.cities).name.split(",", maxsplit=1)[0]
