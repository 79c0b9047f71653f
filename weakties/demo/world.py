"""The invented world as a whole: built from a seed, written into a home as its owner would.

The home then has `inbox/cards`, `inbox/linkedin`, `inbox/contacts` and `inbox/calendar`, and beside
the inbox `truth.json`: what the product must find out without having read it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from weakties.demo.addressbook import address_books
from weakties.demo.album import Album, CardPhoto, Shot, numbered
from weakties.demo.archive import archive, archive_name
from weakties.demo.calendar import calendar
from weakties.demo.chance import generator
from weakties.demo.companies import found_market
from weakties.demo.encounters import draw_events
from weakties.demo.lives import Life, Role
from weakties.demo.meetings import Stage
from weakties.demo.names import NameGiver
from weakties.demo.owner import draw_owner
from weakties.demo.population import Population
from weakties.demo.print.photo import photograph, photograph_back, scan
from weakties.demo.ready_photos import CONFERENCE, ready_photos
from weakties.demo.truth import Json, told

TODAY = date(2026, 6, 30)
_PHOTOS_PER_CONNECTION = 0.14
_WITH_HEIC = 8  # photos; three of them are committed ones
_SETTLED = timedelta(days=10)
_OTHERS = {Role.WRITER: 0.04, Role.PENDING: 0.03, Role.PHONE_BOOK: 0.05}  # for each connection
_SAMPLE_SEED, _SAMPLE_SIZE, _SAMPLE_PHOTOS = 35, 40, 9


@dataclass(frozen=True, slots=True)
class World:
    """A world: what it plays on, everybody in it, and the photos of their cards."""

    stage: Stage
    lives: tuple[Life, ...]
    photos: tuple[CardPhoto, ...]


def build(seed: int, size: int, today: date = TODAY, *, cards: int | None = None) -> World:
    """Return the world of a seed with `size` connections and `cards` photos of cards.

    Without a number of photos there are fourteen for a hundred connections. Hidden connections,
    people met without connecting, people who wrote, and the address book come on top.

    Raises:
        ValueError: `size` is below 1 or `cards` below 0.
    """
    count = round(size * _PHOTOS_PER_CONNECTION) if cards is None else cards
    if size < 1 or count < 0:
        raise ValueError(f"a world of {size} connections and {count} photos: want 1 and 0 or more")
    market = found_market(14 + size // 4, generator(seed, "market"))
    names = NameGiver(seed)
    owner = draw_owner(seed, market, names, today)
    visits = min(12 + size // 20, 120)
    events = draw_events(visits, owner.city, today, generator(seed, "events"))
    if today > CONFERENCE.end + _SETTLED:
        events = (*events, CONFERENCE)
    stage = Stage(seed, today, owner, market, events)
    population = Population(stage, names)
    for _ in range(size):
        population.add(Role.CONNECTION)
    for role, share in _OTHERS.items():
        for _ in range(max(2, round(size * share))):
            population.add(role)
    album = Album(stage, population)
    ready = ready_photos(population) if count >= _WITH_HEIC and CONFERENCE in events else []
    photos = numbered([*ready, *album.fill(count - len(ready))])
    return World(stage, tuple(population.lives), photos)


def write(world: World, home: Path, *, photos: int | None = None) -> None:
    """Write the world into a home; of the photos the first `photos` alone, all of them by default.

    Raises:
        OSError: the folder cannot be written.
    """
    taken = world.photos[:photos]
    for name, content in _files(world):
        _put(home / "inbox" / name, content)
    for photo in taken:
        _put(home / "inbox" / photo.name, picture(photo))
    text = json.dumps(truth(world, photos=photos), ensure_ascii=False, indent=1)
    _put(home / "truth.json", f"{text}\n".encode())


def sample() -> World:
    """Return the small world that is committed in `data/sample`: 40 connections, 9 photos."""
    return build(_SAMPLE_SEED, _SAMPLE_SIZE, cards=_SAMPLE_PHOTOS)


def write_sample(folder: Path) -> None:
    """Write the small world into a folder; it takes less than 3 MB."""
    write(sample(), folder)


def truth(world: World, *, photos: int | None = None) -> Json:
    """Return what is so in the world, of which the first `photos` photos exist."""
    return told(world.stage, world.lives, world.photos[:photos])


def picture(photo: CardPhoto) -> bytes:
    """Return the bytes of a photo."""
    if photo.content is not None:
        return photo.content
    cards = [card.printed for card in photo.cards]
    if photo.shot is Shot.BACK:
        return photograph_back(cards[0], seed=photo.seed, taken_at=photo.taken_at)
    if photo.shot is Shot.SCAN:
        return scan(cards[0], seed=photo.seed)
    both_sides = photo.shot is Shot.BOTH_SIDES
    return photograph(cards, seed=photo.seed, taken_at=photo.taken_at, both_sides=both_sides)


def _files(world: World) -> Iterator[tuple[str, bytes]]:
    """Yield all but the photos: path below the inbox, and content."""
    yield f"linkedin/{archive_name(world.stage)}", archive(world.stage, world.lives)
    for name, content in address_books(world.lives).items():
        yield f"contacts/{name}", content
    yield "calendar/calendar.ics", calendar(world.stage, world.lives)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
