"""Who is still remembered in the invented world, and how surely.

Every occasion leaves a trace whose vividness depends on its kind. A trace fades exponentially, at a
rate that is the owner's for that one person, and the traces saturate: a tenth dinner adds little.
This is deliberately another law than the product's: it is what the product is judged by.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from weakties.demo.encounters import Gathering, How
from weakties.demo.letters import Intent
from weakties.demo.lives import Life

_HALF_LIFE_DAYS = 420.0  # median over people
_HALF_LIFE_SPREAD = 0.55  # of its logarithm
_PERSONAL_SPREAD = 0.45  # some people are more striking than others
_SATURATION = 1.15

_AT_EVENT = {
    Gathering.FAIR: 0.45,
    Gathering.CONFERENCE: 0.7,
    Gathering.MEETUP: 0.9,
    Gathering.WORKSHOP: 1.3,
    Gathering.DINNER: 1.6,
}
_ELSEWHERE = {
    How.COLLEAGUE: 4.0,
    How.CLASSMATE: 8.0,
    How.CLIENT: 1.0,
    How.INTRODUCED: 0.8,
    How.ONLINE: 0.08,
    How.RECRUITER: 0.05,
    How.FRIEND: 6.0,
}
_WRITTEN, _READ, _CLICKED, _PROMISED = 0.35, 0.2, 0.03, 0.6
_CONNECTED, _APPOINTMENT, _PRAISED = 0.04, 1.0, 1.4


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that left a trace; `vividness` about 1 for a good talk at an event."""

    on: date
    vividness: float


@dataclass(frozen=True, slots=True)
class Memory:
    """How likely the person would still be known today, and whether she is."""

    probability: float
    remembered: bool


def occasions(life: Life, today: date) -> tuple[Occasion, ...]:
    """Return all that left a trace of somebody; friends are seen every few months."""
    event = life.met.event
    first = _AT_EVENT[event.gathering] if event else _ELSEWHERE[life.met.how]
    found = [Occasion(life.met.on, first)]
    if life.met.how is How.FRIEND:
        found.append(Occasion(today - (today - life.met.on) / 8, 2.0))
    if life.connected_on:
        found.append(Occasion(life.connected_on, _CONNECTED))
    found += [Occasion(card.on, 0.5) for card in life.cards[1:]]
    found += [Occasion(one.at.date(), _APPOINTMENT) for one in life.appointments]
    found += [Occasion(one.at.date(), _PRAISED) for one in life.recommendations]
    found += [Occasion(one.at.date(), _CLICKED) for one in life.endorsements]
    for message in life.messages:
        vividness = _WRITTEN if message.out else _READ
        if message.intent in {Intent.ONE_TAP, Intent.EMPTY, Intent.INMAIL}:
            vividness = _CLICKED
        elif message.intent is Intent.PROMISE and message.out:
            vividness = _PROMISED
        found.append(Occasion(message.at.date(), vividness))
    return tuple(found)


def recall(occasions: Sequence[Occasion], today: date, rng: Random) -> Memory:
    """Return what is left of somebody today."""
    half_life = _HALF_LIFE_DAYS * math.exp(rng.gauss(0, _HALF_LIFE_SPREAD))
    striking = math.exp(rng.gauss(0, _PERSONAL_SPREAD))
    left = sum(
        occasion.vividness * 0.5 ** (max((today - occasion.on).days, 0) / half_life)
        for occasion in occasions
    )
    probability = 1 - math.exp(-_SATURATION * striking * left)
    return Memory(round(probability, 4), rng.random() < probability)
