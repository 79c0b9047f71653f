"""How well the activation model foretells contact: its door for measurements.

No public data ties contact records to "do you remember this person?", so the model is measured on
what can be: whether the user writes to somebody again.
"""

import numpy as np
import pandas as pd

from triage.activation import Events, Floats, Ints, activations, in_time, settled
from triage.answers import Belief, posterior, prior
from triage.weights import DEFAULTS, Weights

BACKTEST_EVENTS = 400_000  # settle two numbers to the second decimal
BACKTEST_SHARES = (0.25, 0.5, 1.0)  # of the horizon: the near past is alike, the longer counts
_SPARSE = 4  # numbers that lie no wider than so many times their count are used as they are


def predict(
    history: pd.DataFrame,
    pairs: pd.DataFrame,
    horizon_days: float,
    weights: Weights = DEFAULTS,
) -> Floats:
    """Return for each pair the probability that ego writes to alter within the horizon.

    `history`: ego, alter, age_days (NaN: undated), direction (`out`: ego wrote; text or
    categories), recipients (size of the mailing), one row an event before the day of asking, in
    any order. `pairs`: ego, alter; a pair without history gets 0.

    The two numbers between activation and probability start from the measured defaults and are
    fitted to the history's own last weeks, over three spans: how well did what came before foretell
    them? Without it the model is too sure at both ends wherever people write less or more than in
    the sets it was measured on. A further calibration with frozen numbers was measured to do harm
    on sets it was not fitted on (`python bench/ties.py --fit`): there is none.
    """
    key, wanted, alters = _keys(history, pairs)
    events = _events(history, key, weights)
    now = activations(events, weights).of(wanted)
    belief = _backtested(events, alters, horizon_days, weights)
    shift = np.full(now.size, weights.again_shift(horizon_days))
    return belief.probability(now, shift)


def _keys(history: pd.DataFrame, pairs: pd.DataFrame) -> tuple[Ints, Ints, int]:
    """Return one number a pair, for the rows of the history and of `pairs`, and the alters' count.

    A pair's number is its ego's times the count plus its alter's.
    """
    ego, wanted_ego, _ = _codes(history["ego"], pairs["ego"])
    alter, wanted_alter, count = _codes(history["alter"], pairs["alter"])
    return ego * count + alter, wanted_ego * count + wanted_alter, count


def _codes(one: pd.Series, other: pd.Series) -> tuple[Ints, Ints, int]:
    """Return the values of two columns as small non-negative numbers, and a bound above them."""
    both = [one.to_numpy(), other.to_numpy()]
    if all(part.size and part.dtype.kind == "i" for part in both):
        least = min(int(part.min()) for part in both)
        count = max(int(part.max()) for part in both) - least + 1
        if count <= _SPARSE * (len(one) + len(other)):
            first, second = (part.astype(np.int64) - least for part in both)
            return first, second, count
    code, names = pd.factorize(pd.concat([one, other], ignore_index=True), sort=True)
    return code[: len(one)], code[len(one) :], max(len(names), 1)


def _events(history: pd.DataFrame, key: Ints, weights: Weights) -> Events:
    """Return the history as events with usable ages."""
    out = (history["direction"] == "out").to_numpy(dtype=bool)
    weight = np.where(out, weights.message_out, weights.message_in)
    mailed = history["recipients"].to_numpy() >= weights.mailing_size
    weight[mailed] *= weights.mailing_factor
    age = history["age_days"].to_numpy(dtype=np.float64)
    kept = in_time(age)
    events = Events(key, age, weight, out).only(kept)
    return settled(events, out[kept].astype(np.int64), weights)


def _backtested(events: Events, alters: int, horizon_days: float, weights: Weights) -> Belief:
    """Return the two numbers between activation and probability, fitted to the last weeks."""
    before = prior(
        (weights.again_intercept, weights.again_intercept_sd),
        (weights.again_slope, weights.again_slope_sd),
    )
    if not events.owner.size:
        return before
    longest = min(horizon_days, float(events.age.max()) / 2)
    events = _sampled(events, alters)
    told = [_told_by(events, alters, share * longest, weights) for share in BACKTEST_SHARES]
    after = posterior(before, *(np.concatenate(parts) for parts in zip(*told, strict=True)))
    return after if after.mean[1] > 0 else before


def _told_by(
    events: Events, alters: int, window: float, weights: Weights
) -> tuple[Floats, Floats, Floats]:
    """Return of each pair its activation a window ago, the horizon's shift, and whether ego wrote.

    Of egos that wrote to anybody since: the others had left, and teach nothing of a user who is
    still there.
    """
    recent = events.age <= window
    wrote = events.owner[recent & events.acted]
    past = events.only(~recent & np.isin(events.owner // alters, np.unique(wrote // alters)))
    then = activations(Events(past.owner, past.age - window, past.weight, past.acted), weights)
    shift = np.full(then.owner.size, weights.again_shift(window))
    return then.value, shift, np.isin(then.owner, wrote).astype(np.float64)


def _sampled(events: Events, alters: int) -> Events:
    """Return the events with every k-th alter, all of them where they are few."""
    every = -(-events.owner.size // BACKTEST_EVENTS)
    return events if every == 1 else events.only(events.owner % alters % every == 0)
