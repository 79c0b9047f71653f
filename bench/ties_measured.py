"""Prints what the scorer of the measuring sets leaves out, on its sets of dated messages and calls.

    python bench/ties_measured.py FOLDER [--fit]

with the measuring folder on the path; `bench/ties.py` calls it so.

- Calibration: the mean of ECE over the snapshots (a set at a cut), and ECE over all of them pooled
  with equal weights, each with ten bins. The first holds how far the coming quarter of a year is
  unlike the last one, which nobody knows on the day of asking; the second how sure the model is.
  `--fit` fits two more numbers, logit' = a + b logit, on four sets and grades them on the fifth.
- Poorer evidence: the dates of events rounded to the middle of their month (as far as it is over),
  30 % of them taken away, half of the events lost. Drawn with a fixed seed.
- Answers: of every ego with 60 pairs or more the activations are real and the memory invented:
  known with sigmoid(a + 1.12 (A + 2.5) + e), e ~ N(0, 0.5) for what no record tells, and a = the
  default, or the default plus or minus 2 in turns. Questions are asked at random or where they
  teach most; graded is the Brier score on the pairs that were never asked, at the end beside that
  of a fit to all answers there are.
- Queue: of every ego with 100 pairs or more that were silent for 30 days, in the order of the
  product's queue, four a day. A pick is worth `value`, times whether the person is forgotten, or
  times whether ego will not write to them within 90 days; an oracle knows these. Forgotten is
  invented by another law than ours: each event leaves .35 (written) or .2 (read), halved every 420
  days x exp(N(0, .55)) of that person, and known with 1 - exp(-1.15 x exp(N(0, .45)) x sum).
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import numpy as np
import pandas as pd

from triage.activation import Bools, Events, Floats, Ints, activations
from triage.answers import Belief, posterior, prior, sigmoid
from triage.evaluation import predict
from triage.memory import ACTIVATION_ORIGIN, TWO_WAY
from triage.queue import QUIET, urgency
from triage.weights import DEFAULTS

CUTS = (0.4, 0.6, 0.75)
HORIZON = 90.0  # days
MONTH = 30.44  # days
ASKED = (0, 5, 10, 20, 50)
PICKS = (20, 60, 120)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A set at a cut: what was before, and of which pairs ego wrote again within the horizon."""

    name: str
    day: float
    horizon: float
    history: pd.DataFrame
    pairs: pd.DataFrame
    again: Floats

    def users(self, least: int, among: Bools) -> Iterator[Ints]:
        """Yield the places of each ego's pairs among some, of egos with enough of them."""
        places = pd.Series(np.flatnonzero(among))
        for _, own in places.groupby(self.pairs["ego"].to_numpy()[among]):
            if len(own) >= least:
                yield own.to_numpy()


def main() -> None:
    """Print all parts."""
    parser = argparse.ArgumentParser(description="What the scorer of the ties leaves out.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fit", action="store_true")
    asked = parser.parse_args()
    sys.path.insert(0, str(asked.folder))
    snapshots = list(load())
    print_calibration(snapshots)
    if asked.fit:
        print_fit(snapshots)
    print_poorer(snapshots)
    print_answers(snapshots)
    print_queue(snapshots)


def load() -> Iterator[Snapshot]:
    """Yield the snapshots that the scorer grades."""
    from eval_ties import history  # noqa: PLC0415 - on the path only now
    from ties_lib import DEV, Snap, events  # noqa: PLC0415

    for name in DEV:
        every = events(name)
        span = every["t"].max()
        for cut in CUTS:
            day = cut * span
            horizon = min(HORIZON, span - day)
            snap = Snap(every, day, horizon)
            pairs = pd.DataFrame({"ego": snap.ego, "alter": snap.key % 10_000_000})
            before = history(every, day, snap)
            yield Snapshot(name, day, horizon, before, pairs, snap.y.astype(np.float64))


def chances(one: Snapshot, history: pd.DataFrame | None = None) -> Floats:
    """Return the model's probabilities for the pairs of a snapshot."""
    return predict(one.history if history is None else history, one.pairs, one.horizon)


def ece(chance: Floats, outcome: Floats, weight: Floats | None = None) -> float:
    """Return the expected calibration error in ten bins of equal width."""
    weight = np.ones(chance.size) if weight is None else weight
    bins = np.minimum((chance * 10).astype(np.int64), 9)
    gap = np.bincount(bins, weights=weight * (chance - outcome), minlength=10)
    return float(np.abs(gap).sum() / weight.sum())


def print_calibration(snapshots: list[Snapshot]) -> None:
    """Print ECE by snapshot and pooled, with the pooled table."""
    said = [chances(one) for one in snapshots]
    each = np.mean([ece(p, one.again) for p, one in zip(said, snapshots, strict=True)])
    chance, outcome = np.concatenate(said), np.concatenate([one.again for one in snapshots])
    weight = np.concatenate([np.full(p.size, 1 / p.size) for p in said])
    print(f"calibration: ECE {each:.3f} by snapshot, {ece(chance, outcome, weight):.3f} pooled")
    bins = np.minimum((chance * 10).astype(np.int64), 9)
    mean = [np.bincount(bins, weights=weight * x) for x in (np.ones(bins.size), chance, outcome)]
    pairs = zip(mean[1] / mean[0], mean[2] / mean[0], strict=True)
    print("  said -> observed: " + ", ".join(f"{said:.3f} -> {seen:.3f}" for said, seen in pairs))


def print_fit(snapshots: list[Snapshot]) -> None:
    """Print the two numbers fitted on four sets, and ECE of the fifth with and without them."""
    logits = [np.clip(np.log(p / (1 - p)), -20, 20) for p in map(chances, snapshots)]
    gains = []
    for left_out in dict.fromkeys(one.name for one in snapshots):
        taught = [at for at, one in enumerate(snapshots) if one.name != left_out]
        drawn = {at: np.linspace(0, logits[at].size - 1, 2000).astype(np.int64) for at in taught}
        inputs = np.concatenate([logits[at][drawn[at]] for at in taught])
        outcome = np.concatenate([snapshots[at].again[drawn[at]] for at in taught])
        a, b = posterior(prior((0, 10), (1, 10)), inputs, np.zeros(inputs.size), outcome).mean
        graded = [at for at, one in enumerate(snapshots) if one.name == left_out]
        with_it, without = (
            np.mean([ece(sigmoid(a + b * logits[at]), snapshots[at].again) for at in graded])
            for a, b in ((a, b), (0.0, 1.0))
        )
        gains.append(with_it - without)
        print(
            f"  fit without {left_out}: {a:+.2f} {b:.2f}; there ECE {without:.3f} -> {with_it:.3f}"
        )
    print(f"  fitted numbers change ECE of sets left out by {np.mean(gains):+.4f}")


def auc(score: Floats, outcome: Floats) -> float:
    """Return the chance that one who is written to again scores higher than one who is not."""
    rank = pd.Series(score).rank().to_numpy()
    yes = outcome.sum()
    return float((rank[outcome == 1].sum() - yes * (yes + 1) / 2) / (yes * (outcome.size - yes)))


def ego_auc(one: Snapshot, score: Floats) -> float:
    """Return the mean AUC over the egos with five of either kind."""
    found = [
        auc(score[own], one.again[own])
        for own in one.users(10, np.ones(score.size, dtype=bool))
        if min(one.again[own].sum(), (1 - one.again[own]).sum()) >= 5
    ]
    return float(np.mean(found))


def print_poorer(snapshots: list[Snapshot]) -> None:
    """Print egoAUC on poorer evidence, beside that of the last date alone."""
    draw = np.random.default_rng(0)

    def monthly(one: Snapshot) -> pd.DataFrame:
        start = np.floor((one.day - one.history["age_days"]) / MONTH) * MONTH
        return one.history.assign(
            age_days=one.day - (start + (start + MONTH).clip(upper=one.day)) / 2
        )

    def undated(one: Snapshot) -> pd.DataFrame:
        lost = draw.random(len(one.history)) < 0.3
        return one.history.assign(age_days=one.history["age_days"].mask(lost))

    def halved(one: Snapshot) -> pd.DataFrame:
        return one.history[draw.random(len(one.history)) < 0.5]

    kinds: dict[str, Callable[[Snapshot], pd.DataFrame]] = {
        "all": lambda one: one.history,
        "dates to the month": monthly,
        "30 % undated": undated,
        "half the events lost": halved,
    }
    for kind, poorer in kinds.items():
        ours, last = [], []
        for one in snapshots:
            left = poorer(one)
            ours.append(ego_auc(one, chances(one, left)))
            newest = left.groupby(["ego", "alter"])["age_days"].min()
            age = newest.reindex(pd.MultiIndex.from_frame(one.pairs)).fillna(1e6).to_numpy()
            last.append(ego_auc(one, -age))
        print(f"evidence, {kind}: egoAUC {np.mean(ours):.3f}, by the last date {np.mean(last):.3f}")


def pieces_of(one: Snapshot) -> tuple[Events, pd.DataFrame]:
    """Return the events of each pair and, of each pair, days of contact, two-way, and silence."""
    owner = pd.MultiIndex.from_frame(one.pairs).get_indexer(
        pd.MultiIndex.from_frame(one.history[["ego", "alter"]])
    )
    kept = one.history[owner >= 0].assign(owner=owner[owner >= 0])
    out = (kept["direction"] == "out").to_numpy()
    weight = np.where(out, DEFAULTS.message_out, DEFAULTS.message_in)
    weight *= np.where(kept["recipients"] >= DEFAULTS.mailing_size, DEFAULTS.mailing_factor, 1)
    age = kept["age_days"].to_numpy()
    days = (
        kept.assign(day=age.astype(np.int64), out=out)
        .groupby("owner")
        .agg(
            days=("day", "nunique"),
            wrote=("out", "any"),
            always=("out", "all"),
            silent=("day", "min"),
        )
    )
    return Events(kept["owner"].to_numpy(), age, weight, out), days.sort_index()


def print_answers(snapshots: list[Snapshot]) -> None:
    """Print the Brier score after so many answers."""
    draw = np.random.default_rng(1)
    for off in (0.0, 2.0):
        told: dict[str, list[list[float]]] = {"at random": [], "where most is learnt": []}
        signs = cycle((1, -1))
        for one in snapshots:
            inputs = activations(pieces_of(one)[0], DEFAULTS).value - ACTIVATION_ORIGIN
            for own in one.users(60, np.ones(inputs.size, dtype=bool)):
                noise = draw.normal(0, 0.5, own.size)
                moved = DEFAULTS.known_intercept + off * next(signs)
                chance = sigmoid(moved + DEFAULTS.known_slope * inputs[own] + noise)
                known = (draw.random(own.size) < chance).astype(np.float64)
                order = draw.permutation(own.size)
                for name, briers in told.items():
                    briers.append(briers_of(inputs[own], known, order, teach=name != "at random"))
        for name, briers in told.items():
            counted = zip([*ASKED, "all"], np.mean(briers, 0), strict=True)
            figures = ", ".join(f"{count}: {brier:.3f}" for count, brier in counted)
            print(f"answers, default {off:.0f} logits off, asked {name}: Brier after {figures}")


def briers_of(inputs: Floats, known: Floats, order: Ints, *, teach: bool) -> list[float]:
    """Return the Brier score on those never asked after each number of answers, and after all."""
    flat = np.zeros(inputs.size)
    before = prior(
        (DEFAULTS.known_intercept, DEFAULTS.known_intercept_sd),
        (DEFAULTS.known_slope, DEFAULTS.known_slope_sd),
    )

    def brier(belief: Belief, asked: Ints) -> float:
        gap = belief.probability(inputs, flat) - known
        return float(np.mean(np.delete(gap, asked) ** 2))

    belief, asked, briers = before, order[:0], []
    for count in range(max(ASKED) + 1):
        if count in ASKED or (teach and count <= 20):
            belief = posterior(before, inputs[asked], flat[asked], known[asked])
        if count in ASKED:
            briers.append(brier(belief, asked))
        left = order[~np.isin(order, asked)]
        if teach:
            chance = belief.probability(inputs, flat)
            left = left[[np.argmax(belief.information(inputs[left], chance[left]))]]
        asked = np.append(asked, left[0])
    return [*briers, brier(posterior(before, inputs, flat, known), order[:0])]


def print_queue(snapshots: list[Snapshot]) -> None:
    """Print the share of an oracle's reward that each order reaches, by picks."""
    draw = np.random.default_rng(2)
    shares: dict[str, list[Floats]] = {}
    for one in snapshots:
        events, days = pieces_of(one)
        value = np.log2(1 + days["days"]) * np.where(days["wrote"] & ~days["always"], TWO_WAY, 1)
        value, silent = value.to_numpy(), days["silent"].to_numpy(dtype=np.float64)
        inputs = activations(events, DEFAULTS).value - ACTIVATION_ORIGIN
        p_known = sigmoid(DEFAULTS.known_intercept + DEFAULTS.known_slope * inputs)
        orders = {
            "our queue": urgency(p_known, value, silent),
            "silence x v": np.log1p(silent) * value,
            "(1-P) v": (1 - p_known) * value,
            "oldest first": silent,
            "random": draw.random(silent.size),
            "lowest P": -p_known,
        }
        rewards = value * (1 - remembered(events, silent.size, draw)), value * (1 - one.again)
        for own in one.users(100, silent >= QUIET):
            if any(reward[own].sum() == 0 for reward in rewards):
                continue
            for name, score in orders.items():
                picked = [share(score[own], reward[own]) for reward in rewards]
                shares.setdefault(name, []).append(np.array(picked))
    print(
        "queue: share of an oracle's worth after 20 / 60 / 120 picks; forgotten, staying away, mean"
    )
    for name, found in shares.items():
        both = np.mean(found, axis=0)
        rows = [*both, both.mean(axis=0)]
        print(f"  {name:12s} " + "   ".join(" ".join(f"{x:.3f}" for x in row) for row in rows))


def remembered(events: Events, people: int, draw: np.random.Generator) -> Floats:
    """Return 1 for each person still known by the other law, else 0."""
    half_life = 420 * np.exp(draw.normal(0, 0.55, people))[events.owner]
    left = np.where(events.acted, 0.35, 0.2) * 0.5 ** (events.age / half_life)
    striking = np.exp(draw.normal(0, 0.45, people))
    chance = 1 - np.exp(-1.15 * striking * np.bincount(events.owner, left, people))
    return (draw.random(people) < chance).astype(np.float64)


def share(score: Floats, reward: Floats) -> list[float]:
    """Return which share of the best possible reward the first picks of an order have."""
    found, best = reward[np.argsort(-score, kind="stable")], np.sort(reward)[::-1]
    return [float(found[:picks].sum() / best[:picks].sum()) for picks in PICKS]


if __name__ == "__main__":
    main()
