"""Card photos of one sitting: "which event was this?" is one question for all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from contacts.identifiers import RecordId

GAP: Final = timedelta(hours=2)  # judgement: a longer break ends a sitting
LEAST: Final = 2  # cards; of one alone there is nothing to save


@dataclass(frozen=True, slots=True)
class TimedCard:
    """A card and when it was photographed, in the camera's local time.

    `holder` is whose card it is: of two sides of one card, and of two cards of one person, it is
    the same. `events` are those that its folders name.
    """

    record_id: RecordId
    holder: str
    taken_at: datetime
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Encounter:
    """Cards photographed in one sitting, in no event's folder.

    `number` counts all such sittings from 1, oldest first, so an answer to one renumbers none.
    `nearby` are the events of the folders of other cards of the sitting.
    """

    number: int
    began: datetime
    ended: datetime
    cards: tuple[TimedCard, ...]
    nearby: tuple[str, ...]

    @property
    def records(self) -> tuple[RecordId, ...]:
        """The records of all its cards."""
        return tuple(card.record_id for card in self.cards)

    @property
    def holders(self) -> tuple[str, ...]:
        """Whose cards they are, each once, in the order of the photos."""
        return tuple(dict.fromkeys(card.holder for card in self.cards))


def encounters(cards: Iterable[TimedCard]) -> tuple[Encounter, ...]:
    """Return the sittings with cards of two people or more that no folder gives an event."""
    ordered = sorted(cards, key=lambda card: (card.taken_at, card.record_id))
    found = [sitting for sitting in map(_encounter, _sittings(ordered)) if sitting]
    return tuple(
        Encounter(number, cards[0].taken_at, cards[-1].taken_at, cards, nearby)
        for number, (cards, nearby) in enumerate(found, start=1)
    )


def _sittings(ordered: Sequence[TimedCard]) -> Iterator[Sequence[TimedCard]]:
    breaks = [
        at
        for at, (one, other) in enumerate(pairwise(ordered), start=1)
        if other.taken_at - one.taken_at > GAP
    ]
    for start, end in pairwise([0, *breaks, len(ordered)]):
        yield ordered[start:end]


def _encounter(
    sitting: Sequence[TimedCard],
) -> tuple[tuple[TimedCard, ...], tuple[str, ...]] | None:
    loose = tuple(card for card in sitting if not card.events)
    if len({card.holder for card in loose}) < LEAST:
        return None
    return loose, tuple(dict.fromkeys(event for card in sitting for event in card.events))
