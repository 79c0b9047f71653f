"""The photos the owner took of cards: which cards lie on each, in which folder, taken when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from weakties.demo.careers import job_on
from weakties.demo.chance import generator
from weakties.demo.encounters import Event
from weakties.demo.lives import HandedCard, Life, Role
from weakties.demo.meetings import Stage
from weakties.demo.places import PHONE_STYLES
from weakties.demo.population import Population
from weakties.demo.print.face import PrintedCard
from weakties.demo.printing import printed

_SECOND_CARD = 0.08  # photos of the new card of somebody whose old one is here
_UNSORTED = 0.12  # photos in no folder, taken in one sitting long after
_UNDATED = 0.06  # photos that lost their date
_CONNECTED = 0.65  # card givers who are connections too
_FOLLOWED_UP = 0.6  # of those, drawn from the ones who wrote: a card is a reason to
_CARDS_PER_EVENT = 5


class Shot(StrEnum):
    """What the picture shows."""

    FRONT = "front"
    SEVERAL = "several"  # two to four cards, face up
    BOTH_SIDES = "both_sides"
    BACK = "back"  # of the card on the photo before
    SCAN = "scan"  # by a flatbed scanner, which gives no date


_SHARES = {Shot.SEVERAL: 0.12, Shot.BOTH_SIDES: 0.07, Shot.BACK: 0.06, Shot.SCAN: 0.06}
_ALL_SHOTS = 5  # from so many photos on, each kind occurs


@dataclass(frozen=True, slots=True)
class PhotoCard:
    """A card on a photo, and whose it is."""

    person: str
    given_on: date
    printed: PrintedCard


@dataclass(frozen=True, slots=True)
class CardPhoto:
    """A photo; `name` is its path below the inbox (until it is numbered, its folder's).

    `event` is the folder's event, empty for a photo in none. `taken_at` is the camera's local
    time. `content` are the bytes of a photo that was made beforehand, None for one still to take.
    """

    name: str
    event: str
    taken_at: datetime | None
    cards: tuple[PhotoCard, ...]
    seed: int
    shot: Shot = Shot.FRONT
    content: bytes | None = None


class Album:
    """Collects the cards of a population and lays them out for the camera."""

    def __init__(self, stage: Stage, population: Population) -> None:
        self._stage = stage
        self._population = population
        self._rng = generator(stage.seed, "album")
        self._without: dict[str, list[Life]] = {}
        for life in population.lives:
            if life.met.event and life.role is Role.CONNECTION:
                self._without.setdefault(life.met.event.name, []).append(life)

    def fill(self, count: int) -> list[CardPhoto]:
        """Return `count` photos, not yet numbered; people without a card get one."""
        events = self._stage.events
        visited = self._rng.sample(events, min(len(events), 2 + count // _CARDS_PER_EVENT))
        sitting = self._stage.today - timedelta(days=self._rng.randint(40, 90))
        photos: list[CardPhoto] = []
        for shot in self._plan(count):
            event, cards = self._sheet(self._rng.choice(visited), shot)
            photos += self._taken(event, cards, shot, sitting)
        return photos

    def _plan(self, count: int) -> list[Shot]:
        """Return what to take; a back is two photos."""
        shots: list[Shot] = []
        if count >= _ALL_SHOTS:
            for shot, share in _SHARES.items():
                shots += [shot] * max(1, round(share * count))
        shots += [Shot.FRONT] * (count - len(shots) - shots.count(Shot.BACK))
        self._rng.shuffle(shots)
        return shots

    def _sheet(self, event: Event, shot: Shot) -> tuple[Event, tuple[PhotoCard, ...]]:
        """Return the cards for one photo, all of one event."""
        if shot is Shot.FRONT and self._rng.random() < _SECOND_CARD:
            again = self._second_card()
            if again:
                return again
        several = self._rng.randint(2, 4) if shot is Shot.SEVERAL else 1
        givers = [self._giver(event) for _ in range(several)]
        return event, tuple(self._handed(life, life.met.on, event) for life in givers)

    def _giver(self, event: Event) -> Life:
        known = self._without.get(event.name, [])
        if known and self._rng.random() < _CONNECTED:
            wrote = [life for life in known if life.messages]
            followed_up = wrote and self._rng.random() < _FOLLOWED_UP
            giver = self._rng.choice(wrote if followed_up else known)
            known.remove(giver)
            return giver
        return self._population.add(Role.CARD_ONLY, event)

    def _second_card(self) -> tuple[Event, tuple[PhotoCard, ...]] | None:
        """Return a card that somebody gave again, at a later event, after a change of job."""
        for life in self._population.lives:
            if len(life.cards) != 1:
                continue
            old = job_on(life.jobs, life.cards[0].on)
            for event in self._stage.events:
                if event.start > life.cards[0].on and job_on(life.jobs, event.start) != old:
                    return event, (self._handed(life, event.start, event),)
        return None

    def _handed(self, life: Life, on: date, event: Event) -> PhotoCard:
        card = HandedCard(on, event, self._rng.choice(PHONE_STYLES), self._rng.getrandbits(48))
        self._population.give(life, card)
        return PhotoCard(life.key, on, printed(life, card))

    def _taken(
        self, event: Event, cards: tuple[PhotoCard, ...], shot: Shot, sitting: date
    ) -> list[CardPhoto]:
        """Return the photo of some cards, a back after its front."""
        rng = self._rng
        unsorted = shot is Shot.SCAN or rng.random() < _UNSORTED
        day = sitting if unsorted else max(card.given_on for card in cards)
        hour = time(rng.randint(19, 20) if unsorted else rng.randint(10, 22), rng.randrange(60))
        undated = shot is Shot.SCAN or (shot is not Shot.BACK and rng.random() < _UNDATED)
        at = datetime.combine(day, hour)
        photo = CardPhoto(
            name="cards/" if unsorted else f"cards/{event.name}/",
            event="" if unsorted else event.name,
            taken_at=None if undated else at,
            cards=cards,
            seed=rng.getrandbits(32),
            shot=shot,
        )
        if shot is not Shot.BACK:
            return [photo]
        return [
            replace(photo, shot=Shot.FRONT),
            replace(photo, taken_at=at + timedelta(seconds=20)),
        ]


def numbered(photos: Sequence[CardPhoto]) -> tuple[CardPhoto, ...]:
    """Return the photos by time, the undated last, named as a camera does: IMG_0001 and on."""
    ordered = sorted(
        photos, key=lambda photo: (photo.taken_at is None, str(photo.taken_at), photo.seed)
    )
    return tuple(
        replace(photo, name=f"{photo.name}IMG_{number:04d}.{'HEIC' if photo.content else 'jpg'}")
        for number, photo in enumerate(ordered, 1)
    )
