"""How present somebody still is: ACT-R's base-level activation over dated events.

A = ln of the sum, over distinct days, of the day's heaviest event x (age + 1)^-decay, ages in days
(Anderson & Schooler 1991: the availability of a memory follows the odds of needing it). Of somebody
towards whom the user never acted only the best single event counts: ten letters of a recruiter are
not ten times a memory.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from triage.weights import Weights

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

FUTURE_TOLERANCE = (
    1.0  # days: a time zone or a clock a little fast; more is an error and is dropped
)
UNKNOWN_AGE = 365.0  # days


@dataclass(frozen=True, slots=True)
class Events:
    """Events as arrays of one length; `owner` says whose, in any non-negative numbers.

    `age` is in days, NaN where undated; `acted` whether the user had a part in the event.
    """

    owner: Ints
    age: Floats
    weight: Floats
    acted: Bools

    def only(self, kept: Bools) -> "Events":
        """Return the events at which `kept` is true."""
        if kept.all():
            return self  # a copy of millions for nothing
        return Events(self.owner[kept], self.age[kept], self.weight[kept], self.acted[kept])


@dataclass(frozen=True, slots=True)
class Activations:
    """The activation of every owner that has an event; owners ascend."""

    owner: Ints
    value: Floats

    def of(self, wanted: Ints) -> Floats:
        """Return the activation of each wanted owner; minus infinity for one without events."""
        if not self.owner.size:
            return np.full(wanted.size, -np.inf)
        place = np.minimum(np.searchsorted(self.owner, wanted), self.owner.size - 1)
        return np.where(self.owner[place] == wanted, self.value[place], -np.inf)


def in_time(age: Floats) -> Bools:
    """Return which events to keep: all but those of a future that no clock's error explains.

    Clipping 5 % of the events to today was measured to ruin the model; dropping them costs nothing.
    """
    return ~(age < -FUTURE_TOLERANCE)


def settled(events: Events, kind: Ints, weights: Weights) -> Events:
    """Return the events with an age of at least 0 each.

    A day in the future is today. An undated event gets half its weight and the median age of the
    dated ones of its `kind` (of all, where its kind has none; a year, where nothing is dated).
    """
    age = np.maximum(events.age, 0.0)
    undated = np.isnan(age)
    if not undated.any():
        return Events(events.owner, age, events.weight, events.acted)
    common = UNKNOWN_AGE if undated.all() else float(np.median(age[~undated]))
    middle = np.full(int(kind.max()) + 1, common)
    for code in np.unique(kind[~undated]):
        middle[code] = np.median(age[~undated & (kind == code)])
    weight = np.where(undated, events.weight * weights.undated_factor, events.weight)
    return Events(events.owner, np.where(undated, middle[kind], age), weight, events.acted)


def strengths(events: Events, weights: Weights) -> Floats:
    """Return what each event by itself leaves behind: weight x (age + 1)^-decay."""
    left: Floats = events.weight * np.power(events.age + 1.0, -weights.decay)
    return left


def activations(events: Events, weights: Weights) -> Activations:
    """Return the activations of all owners of `events`, whose ages are at least 0.

    One sort and two reductions; the order of the events makes no difference.
    """
    if not events.owner.size:
        return Activations(np.empty(0, np.int64), np.empty(0))
    span = int(events.age.max()) + 1
    key = events.owner * span + events.age.astype(np.int64)
    order = _ascending(key)
    key = key[order]
    new_day = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    best = np.maximum.reduceat(strengths(events, weights)[order], new_day)
    owner = key[new_day] // span
    new_owner = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    acted = np.logical_or.reduceat(events.acted[order], new_day[new_owner])
    total = np.add.reduceat(best, new_owner)
    single = np.maximum.reduceat(best, new_owner)
    with np.errstate(divide="ignore"):
        return Activations(owner[new_owner], np.log(np.where(acted, total, single)))


def _ascending(key: Ints) -> Ints:
    """Return the order that sorts non-negative numbers.

    Digit by digit of 16 bits, from the lowest: numpy sorts those by counting, which takes half the
    time of comparing millions of whole numbers.
    """
    order = np.argsort(key.astype(np.uint16), kind="stable")
    for shift in range(16, int(key.max()).bit_length(), 16):
        digit = (key >> shift).astype(np.uint16)
        order = order[np.argsort(digit[order], kind="stable")]
    return order
