"""How well each person is still known: P_known, the class, and why."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from contacts import frames
from contacts.identifiers import folded_name
from contacts.interactions import Direction, InteractionKind
from contacts.ties import Recall, TieClass
from triage import answers as learning
from triage.activation import Events, Floats, Ints, activations
from triage.calibration import Lessons, Prior
from triage.pieces import DIRECTIONS, HANDSHAKES, Pieces, pieces
from triage.reasons import reasons
from triage.weights import DEFAULTS, Weights

KNOWN = frozenset({Recall.KNOW_WELL, Recall.CAN_PLACE})
UNKNOWN = frozenset({Recall.ONLY_THE_NAME, Recall.NO_IDEA})
KNOWN_FROM = 0.5  # judgement: P_known from here on counts as known
FREED_FROM = 50  # answers, from which on they teach what stands beside activation, too
FIXED_SD = 1e-3  # logits: as good as fixed
ENOUGH_PIECES = 2  # measured: with one date alone the order is a coin's
ACTIVATION_ORIGIN = -2.5  # where P_known's intercept is read: the middle of the usual range
TWO_WAY = 1.5  # judgement: how much more a tie is worth in which both acted


def assess(
    evidence: pd.DataFrame,
    people: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    weights: Weights = DEFAULTS,
) -> pd.DataFrame:
    """Return a TIES frame with a row for each of the people, in their order.

    `evidence`, `people`, `answers`: frames of those names; of answers on one day the last row is
    the newest. Pieces of evidence are counted in distinct days, because a batch of messages on one
    day is one occasion and says nothing of what came after. A connection and the bare invitation
    that led to it are one piece on whatever days they fell: the two halves of one click. An
    invitation with a note is a letter, and counts like one.
    """
    found = pieces(evidence, people, as_of, weights)
    extras = _extras(found, people, weights)
    belief = _lessons(found, extras, people, answers, as_of, weights).belief(prior(weights))
    count = _counts(found, len(people))
    nothing = (count["days"] == 0).to_numpy()
    values = np.where(nothing, 0.0, activations(found.events, weights).of(np.arange(len(people))))
    inputs = np.column_stack([values - ACTIVATION_ORIGIN, extras])
    chance = belief.probability(inputs, np.zeros(len(people)))
    newest = recalls(answers, as_of).drop_duplicates("person", keep="last").set_index("person")
    ties = pd.DataFrame(
        {
            "person": people["person"],
            "activation": np.where(nothing, np.nan, values),
            "p_known": np.where(nothing, np.nan, chance),
            "last_contact": [
                None if none else (as_of - timedelta(days=int(days))).isoformat()
                for none, days in zip(nothing, count["silent"], strict=True)
            ],
            "pieces": count["pieces"].to_numpy(),
            "value": np.log2(1 + count["days"].to_numpy()) * np.where(count["two_way"], TWO_WAY, 1),
        }
    )
    ties["tie_class"] = _classes(ties, newest)
    ties["reasons"] = reasons(found, ties, newest, as_of, weights)
    return frames.TIES.typed(ties)


def believe(
    evidence: pd.DataFrame,
    people: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    weights: Weights = DEFAULTS,
) -> learning.Belief:
    """Return what the user's answers have taught about the numbers of P_known.

    Intercept, slope of activation, and what a shared first name takes and a further source gives.
    """
    if recalls(answers, as_of).empty:
        return prior(weights)(0)
    return lessons(evidence, people, answers, as_of, weights).belief(prior(weights))


def lessons(
    evidence: pd.DataFrame,
    people: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    weights: Weights = DEFAULTS,
) -> Lessons:
    """Return what each answer about somebody with dated evidence teaches, the oldest first."""
    found = pieces(evidence, people, as_of, weights)
    return _lessons(found, _extras(found, people, weights), people, answers, as_of, weights)


def prior(weights: Weights) -> Prior:
    """Return what is believed before answers, by their number: a few cannot tell extras apart."""

    def before(answers: int) -> learning.Belief:
        extras_sd = weights.known_extras_sd if answers >= FREED_FROM else FIXED_SD
        return learning.prior(
            (weights.known_intercept, weights.known_intercept_sd),
            (weights.known_slope, weights.known_slope_sd),
            (weights.fan_logits, extras_sd),
            (weights.source_logits, extras_sd),
        )

    return before


def _extras(found: Pieces, people: pd.DataFrame, weights: Weights) -> Floats:
    """Return what stands beside activation in the logit of P_known, a row a person.

    Minus the log of how many share the first name (fan effect), and the number of further kinds of
    source; messages are a source of their own.
    """
    names = people["name"].map(first_name, na_action="ignore")
    shared = names.map(names.value_counts()).fillna(1).clip(upper=weights.fan_cap)
    wrote = np.zeros(len(people), dtype=bool)
    wrote[found.events.owner[found.is_kind(InteractionKind.MESSAGE)]] = True
    further = np.maximum(people["sources"].to_numpy() + wrote - 1.0, 0.0)
    return np.column_stack([-np.log(shared.to_numpy(dtype=np.float64)), further])


def first_name(name: str) -> str:
    """Return the folded first word of a name."""
    return folded_name(name).partition(" ")[0]


def recalls(answers: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Return the answers that say what is remembered, one a person and day, the newest last."""
    told = answers["answer"].isin([*KNOWN, *UNKNOWN]) & (answers["on"] <= as_of.isoformat())
    said = answers[told].sort_values("on", kind="stable")
    return said.drop_duplicates(["person", "on"], keep="last")


def _lessons(
    found: Pieces,
    extras: Floats,
    people: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    weights: Weights,
) -> Lessons:
    """Return what the answers teach.

    An answer is held against the activation of the day it was given, with the evidence of then.
    """
    said = recalls(answers, as_of)
    person = pd.Index(people["person"]).get_indexer(pd.Index(said["person"]))
    said, person = said[person >= 0], person[person >= 0]
    since = (pd.Timestamp(as_of) - pd.to_datetime(said["on"], format="%Y-%m-%d")).dt.days
    then = _activations_then(found, person, since.to_numpy(), weights)
    told = np.isfinite(then)
    known = said["answer"].isin(list(KNOWN)).to_numpy(dtype=np.float64)
    days = since.to_numpy(dtype=np.int64)[told]
    inputs = np.column_stack([then[told] - ACTIVATION_ORIGIN, extras[person][told]])
    return Lessons(days, inputs, known[told])


def _activations_then(found: Pieces, person: Ints, since: Ints, weights: Weights) -> Floats:
    """Return the activation of each person so many days ago; minus infinity where undated."""
    order = np.argsort(found.events.owner, kind="stable")
    dated = order[found.dated[order]]
    owner = found.events.owner[dated]
    start, stop = np.searchsorted(owner, person), np.searchsorted(owner, person, side="right")
    length = stop - start
    answer = np.repeat(np.arange(person.size), length)
    within = np.arange(answer.size) - np.repeat(np.cumsum(length) - length, length)
    piece = dated[start[answer] + within]
    age = found.events.age[piece] - since[answer]
    events = Events(answer, age, found.events.weight[piece], found.events.acted[piece])
    return activations(events.only(age >= 0), weights).of(np.arange(person.size))


def _counts(found: Pieces, people: int) -> pd.DataFrame:
    """Return of each person: days of contact, pieces, days since the last, and whether two-way."""
    owner, day, dated = found.events.owner, found.day, found.dated
    span = int(day.max(initial=0)) + 1
    key = owner * span + day
    handshake = found.is_kind(*HANDSHAKES) & ~(found.is_kind(InteractionKind.INVITED) & found.noted)
    solid = np.unique(key[dated & ~handshake])
    shaken = np.setdiff1d(key[dated & handshake], solid)
    silent = np.full(people, np.iinfo(np.int64).max)
    np.minimum.at(silent, owner[dated], day[dated])
    theirs = np.isin(
        found.direction, [DIRECTIONS.index(Direction.IN), DIRECTIONS.index(Direction.BOTH)]
    )
    theirs &= ~found.is_kind(InteractionKind.CONNECTED)
    mine = np.bincount(owner[found.events.acted], minlength=people) > 0
    both = mine & (np.bincount(owner[theirs], minlength=people) > 0)
    solid_days = np.bincount(solid // span, minlength=people)
    shaken_days = np.bincount(shaken // span, minlength=people)
    return pd.DataFrame(
        {
            "days": solid_days + shaken_days,
            "pieces": solid_days + (shaken_days > 0),
            "silent": silent,
            "two_way": both,
        }
    )


def _classes(ties: pd.DataFrame, newest: pd.DataFrame) -> pd.Series:
    """Return the class of each tie: by the user's newest answer, else by evidence."""
    enough = ties["pieces"] >= ENOUGH_PIECES
    weak = enough & (ties["p_known"] < KNOWN_FROM)
    by_evidence = np.where(
        weak,
        TieClass.WEAK.value,
        np.where(enough, TieClass.KNOWN.value, TieClass.CANNOT_TELL.value),
    )
    said = ties["person"].map(newest["answer"])
    by_answer = np.where(said.isin(list(KNOWN)), TieClass.KNOWN.value, TieClass.WEAK.value)
    return pd.Series(np.where(said.notna(), by_answer, by_evidence), index=ties.index)
