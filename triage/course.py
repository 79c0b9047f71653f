"""What was, is and will be of each tie on any day, with the work that all days share done once.

A day is judged by today's weights and by what the answers have taught until today, on the evidence
and the answers up to that day: it is how the past looks from here. On the day itself it is what
`memory.assess` says, and later what that would say if nothing more happened.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from contacts.interactions import InteractionKind
from contacts.ties import TieClass
from triage.activation import Bools, Events, Floats, Ints, activations
from triage.answers import sigmoid
from triage.memory import ENOUGH_PIECES, KNOWN, KNOWN_FROM, recalls
from triage.pieces import HANDSHAKES, Pieces
from triage.weights import Weights

NEVER = np.iinfo(np.int64).min  # days ago
CLASSES = tuple(TieClass)
ABSENT = len(CLASSES)  # of those of whom nothing dated was there yet
_KNOWN, _WEAK, _CANNOT_TELL = (
    CLASSES.index(kind) for kind in (TieClass.KNOWN, TieClass.WEAK, TieClass.CANNOT_TELL)
)


@dataclass(frozen=True, slots=True)
class Course:
    """The ties as they were and will be; arrays in the order of the ties, days as days ago.

    `begun` is the day of the first dated piece, `enough` that from which there are enough of them
    to tell, `NEVER` where there is none.
    """

    person: pd.Index
    begun: Ints
    enough: Ints
    _told: Ints  # the places of those of whom there is enough
    _events: Events  # theirs
    _activation: Floats  # theirs today
    _logit: Floats  # of P_known, theirs today
    _answers: pd.DataFrame
    _as_of: date
    _slope: float
    _weights: Weights

    def classes(self, day: date) -> Ints:
        """Return the place in `CLASSES` of each tie at the end of a day, or `ABSENT`."""
        back = (self._as_of - day).days
        classes = np.full(self.person.size, _CANNOT_TELL)
        then = self.enough[self._told] >= back
        chance = self._chance(back)[then]
        classes[self._told[then]] = np.where(chance < KNOWN_FROM, _WEAK, _KNOWN)
        newest = recalls(self._answers, min(day, self._as_of))
        newest = newest.drop_duplicates("person", keep="last")
        place = self.person.get_indexer(pd.Index(newest["person"]))
        said = np.where(newest["answer"].isin(list(KNOWN)), _KNOWN, _WEAK)
        classes[place[place >= 0]] = said[place >= 0]
        classes[self.begun < back] = ABSENT
        return classes

    def _chance(self, back: int) -> Floats:
        """Return P_known of those of whom there is enough, so many days ago.

        All that stands beside activation in its logit is as today.
        """
        then = _activations(self._events, back, self._told, self._weights)
        return sigmoid(self._logit + self._slope * (then - self._activation))


def course(
    found: Pieces,
    ties: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    slope: float,
    weights: Weights,
) -> Course:
    """Return the course of the ties, a TIES frame as of a day.

    `found` are the pieces of evidence, owned by places in `ties`; `slope` is that of P_known.
    """
    begun, enough = _since(found, len(ties))
    told = np.flatnonzero(enough > NEVER)
    events = found.events.only(enough[found.events.owner] > NEVER)
    chance = ties["p_known"].to_numpy(dtype=np.float64)[told]
    with np.errstate(divide="ignore"):
        logit = np.log(chance) - np.log1p(-chance)
    return Course(
        person=pd.Index(ties["person"]),
        begun=begun,
        enough=enough,
        _told=told,
        _events=events,
        _activation=_activations(events, 0, told, weights),
        _logit=logit,
        _answers=answers,
        _as_of=as_of,
        _slope=slope,
        _weights=weights,
    )


def _activations(events: Events, back: int, wanted: Ints, weights: Weights) -> Floats:
    """Return the activation of the wanted owners so many days ago."""
    age = events.age - back
    then = Events(events.owner, age, events.weight, events.acted).only(age >= 0)
    return activations(then, weights).of(wanted)


def _since(found: Pieces, people: int) -> tuple[Ints, Ints]:
    """Return how many days ago each began, and how many ago there was enough to tell.

    Pieces are counted as `memory.assess` counts them: in distinct days, a connection and its bare
    invitation as one, on the first of their days.
    """
    span = int(found.day.max(initial=0)) + 1
    key = found.events.owner * span + found.day
    bare = found.is_kind(*HANDSHAKES) & ~(found.is_kind(InteractionKind.INVITED) & found.noted)
    solid = np.unique(key[found.dated & ~bare])
    shaken = np.setdiff1d(key[found.dated & bare], solid)
    first = shaken[_last_of_each(shaken // span)]
    pieces = np.sort(np.concatenate([solid, first]))
    return _nth_oldest(pieces, 1, span, people), _nth_oldest(pieces, ENOUGH_PIECES, span, people)


def _last_of_each(owner: Ints) -> Bools:
    """Return which places are the last of their owner's, in a sorted array."""
    return np.append(owner[1:] != owner[:-1], np.ones(min(1, owner.size), dtype=bool))


def _nth_oldest(pieces: Ints, nth: int, span: int, people: int) -> Ints:
    """Return how many days ago the nth piece of each owner was; pieces are owner x span + day."""
    stop = np.searchsorted(pieces, (np.arange(people) + 1) * span)
    count = np.diff(stop, prepend=0)
    since = np.full(people, NEVER)
    since[count >= nth] = pieces[stop[count >= nth] - nth] % span
    return since
