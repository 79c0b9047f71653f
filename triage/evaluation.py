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
BACKTEST_SHARE = 0.5  # of the horizon: recent enough to be like what comes, long enough to count


def predict(
    history: pd.DataFrame,
    pairs: pd.DataFrame,
    horizon_days: float,
    weights: Weights = DEFAULTS,
) -> Floats:
    """Return for each pair the probability that ego writes to alter within the horizon.

    `history`: ego, alter, age_days (NaN: undated), direction (`out`: ego wrote), recipients (size
    of the mailing), one row an event before the day of asking, in any order. `pairs`: ego, alter; a
    pair without history gets 0.

    The two numbers between activation and probability start from the measured defaults and are
    fitted to the history's own last weeks: how well did what came before foretell them? Without
    it the model is too sure at both ends wherever people write less or more than in the sets it
    was measured on.
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
    size = len(history)
    egos = pd.concat([history["ego"], pairs["ego"]], ignore_index=True)
    alters = pd.concat([history["alter"], pairs["alter"]], ignore_index=True)
    ego, _ = pd.factorize(egos, sort=True)
    alter, names = pd.factorize(alters, sort=True)
    count = max(len(names), 1)
    key = ego.astype(np.int64) * count + alter
    return key[:size], key[size:], count


def _events(history: pd.DataFrame, key: Ints, weights: Weights) -> Events:
    """Return the history as events with usable ages."""
    out = (history["direction"] == "out").to_numpy()
    weight = np.where(out, weights.message_out, weights.message_in)
    mailed = history["recipients"].to_numpy() >= weights.mailing_size
    weight[mailed] *= weights.mailing_factor
    age = history["age_days"].to_numpy(dtype=np.float64)
    kept = in_time(age)
    events = Events(key, age, weight, out).only(kept)
    return settled(events, out[kept].astype(np.int64), weights)


def _backtested(events: Events, alters: int, horizon_days: float, weights: Weights) -> Belief:
    """Return the two numbers between activation and probability, fitted to the last weeks.

    Of egos that wrote to anybody in those weeks: the others had left, and teach nothing of a user
    who is still there.
    """
    before = prior(
        weights.again_intercept,
        weights.again_intercept_sd,
        weights.again_slope,
        weights.again_slope_sd,
    )
    if not events.owner.size:
        return before
    window = BACKTEST_SHARE * min(horizon_days, float(events.age.max()) / 2)
    wrote = events.acted & (events.age <= window)
    still_there = np.unique(events.owner[wrote] // alters)
    events = _sampled(events, alters)
    recent = events.age <= window
    past = events.only(~recent & np.isin(events.owner // alters, still_there))
    then = activations(Events(past.owner, past.age - window, past.weight, past.acted), weights)
    shift = np.full(then.owner.size, weights.again_shift(window))
    outcome = np.isin(then.owner, events.owner[recent & events.acted]).astype(np.float64)
    after = posterior(before, then.value, shift, outcome)
    return after if after.mean[1] > 0 else before


def _sampled(events: Events, alters: int) -> Events:
    """Return the events with every k-th alter, all of them where they are few."""
    every = -(-events.owner.size // BACKTEST_EVENTS)
    return events if every == 1 else events.only(events.owner % alters % every == 0)
