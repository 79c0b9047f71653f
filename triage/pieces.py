"""Evidence as the model sees it: each usable piece with its owner, age and weight.

What is done to a row of evidence before it counts:

- dated more than a day in the future: dropped;
- on a camera's first day, for a clock that was never set: undated;
- a mailing to 50 or more, told by its size or by its equal words to as many on one day: a tenth;
- a card of a day with five or more camera-dated cards: half, and "or earlier", for scanning
  sessions are not meetings;
- undated: the median age of its kind, half the weight, and no piece of *dated* evidence.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from contacts.claims import RecordSource
from contacts.interactions import Direction, InteractionKind
from triage.activation import Bools, Events, Floats, Ints, in_time, settled
from triage.weights import ACTING, Weights

KINDS = tuple(InteractionKind)
DIRECTIONS = tuple(Direction)
CAMERA_EPOCHS = frozenset({"1970-01-01", "1980-01-01", "2000-01-01", "2002-12-08"})
HANDSHAKES = (InteractionKind.CONNECTED, InteractionKind.INVITED)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Usable evidence as arrays of one length.

    `row` is the place in the EVIDENCE frame, the owner in `events` the place in the PEOPLE frame,
    `kind` and `direction` places in `KINDS` and `DIRECTIONS`; `noted`: with words of its own;
    `batched`: a card dated by a scanning session; `mailed`: one letter of a mailing. Undated pieces
    have an estimated age.
    """

    row: Ints
    events: Events
    kind: Ints
    direction: Ints
    noted: Bools
    batched: Bools
    mailed: Bools
    dated: Bools

    @property
    def day(self) -> Ints:
        """How many whole days ago each piece was."""
        return self.events.age.astype(np.int64)

    def is_kind(self, *kinds: InteractionKind) -> Bools:
        """Return which pieces are of one of the kinds."""
        return np.isin(self.kind, [KINDS.index(kind) for kind in kinds])


def pieces(evidence: pd.DataFrame, people: pd.DataFrame, as_of: date, weights: Weights) -> Pieces:
    """Return the usable evidence about the people, as of a day.

    Raises:
        ValueError: a kind or direction that is none of ours.
    """
    kind = _codes(evidence["kind"], KINDS)
    direction = _codes(evidence["direction"], DIRECTIONS)
    noted = (evidence["text"].notna() & (evidence["text"] != "")).to_numpy()
    never_set = _by_camera(evidence) & evidence["on"].isin(CAMERA_EPOCHS).to_numpy()
    age = np.where(never_set, np.nan, days_ago(evidence["on"], as_of))
    batched = _batched(evidence, age, weights)
    weight = _table(weights)[kind, direction, noted.astype(np.int64)]
    mailed = _mailed(evidence, weights)
    weight = np.where(mailed, weight * weights.mailing_factor, weight)
    weight = np.where(batched, weight * weights.batch_factor, weight)
    acted = np.array([way in ACTING for way in DIRECTIONS])[direction]
    acted &= kind != KINDS.index(InteractionKind.CONNECTED)  # who of the two asked is not said
    owner = pd.Index(people["person"]).get_indexer(pd.Index(evidence["person"])).astype(np.int64)
    kept = (owner >= 0) & in_time(age)
    events = Events(owner, age, weight, acted).only(kept)
    return Pieces(
        row=np.flatnonzero(kept),
        events=settled(events, kind[kept], weights),
        kind=kind[kept],
        direction=direction[kept],
        noted=noted[kept],
        batched=batched[kept],
        mailed=mailed[kept],
        dated=~np.isnan(events.age),
    )


def days_ago(days: pd.Series, as_of: date) -> Floats:
    """Return how many days before `as_of` each day of a text column was; NaN where missing."""
    code, distinct = pd.factorize(days)
    parsed = pd.to_datetime(pd.Series(distinct, dtype="str"), format="%Y-%m-%d", errors="coerce")
    age = (pd.Timestamp(as_of) - parsed).dt.days.to_numpy(dtype=np.float64, na_value=np.nan)
    by_row: Floats = np.append(age, np.nan)[code]  # a missing day has the code -1
    return by_row


def _by_camera(evidence: pd.DataFrame) -> Bools:
    """Return which rows are cards dated by the camera that photographed them."""
    card = evidence["kind"] == InteractionKind.CARD.value
    return (card & (evidence["source"] == RecordSource.CARD.value)).to_numpy()


def _batched(evidence: pd.DataFrame, age: Floats, weights: Weights) -> Bools:
    """Return which rows are cards of a day on which many cards were photographed."""
    camera = _by_camera(evidence) & ~np.isnan(age)
    _, place, count = np.unique(age[camera], return_inverse=True, return_counts=True)
    batched = np.zeros(len(evidence), dtype=bool)
    batched[camera] = count[place] >= weights.batch_size
    return batched


def _mailed(evidence: pd.DataFrame, weights: Weights) -> Bools:
    """Return which rows are mailings: by their size, or by equal words to many on one day."""
    large = (evidence["recipients"] >= weights.mailing_size).to_numpy()
    sent = (evidence["digest"].notna() & (evidence["direction"] == Direction.OUT.value)).to_numpy()
    repeated = evidence.loc[sent].groupby(["digest", "on"])["person"].transform("nunique")
    many = np.zeros(len(evidence), dtype=bool)
    many[sent] = (repeated >= weights.mailing_size).to_numpy()
    return many | large


def _codes(words: pd.Series, known: tuple[InteractionKind, ...] | tuple[Direction, ...]) -> Ints:
    """Return the place of each word among the known ones."""
    code, found = pd.factorize(words)
    places = pd.Index([word.value for word in known]).get_indexer(pd.Index(found))
    if (places < 0).any():
        raise ValueError(f"evidence: {found[places < 0][0]!r} is none of {[*known]}")
    return places.astype(np.int64)[code]


def _table(weights: Weights) -> Floats:
    """Return the weights of evidence as an array of kind, direction, with words."""
    table = np.empty((len(KINDS), len(DIRECTIONS), 2))
    for (kind, direction, noted), weight in weights.table().items():
        table[KINDS.index(kind), DIRECTIONS.index(direction), int(noted)] = weight
    return table
