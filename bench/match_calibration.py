"""Prints how far the stated odds of a match can be believed, on crowds that nothing was fitted to.

    python bench/match_calibration.py [--people 4000] [--seeds 101 102 103] [--plot FILE.svg]

Judged are all pairs that `dedupe.resolve` states odds of from 1 in 50 on: those within a cluster of
merges made unasked, and the strongest of each two clusters that may be one person. In each bin of
equal mass: what was stated, and how many were one person. ECE is the mean distance of the two.
"""

import argparse
from pathlib import Path

import numpy as np
from match_crowd import made
from reliability import bins, by_chance, calibration_error, interval, plot

from contacts.frames import RECORDS
from contacts.judgements import Zone
from dedupe import Limits, resolve

LEAST = 0.02
REACH = 0.03  # of the calibration error: what is asked for


def main() -> None:
    """Print a table, and the error of each seed and of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=4_000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[101, 102, 103])
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    found = [stated(options.people, seed) for seed in options.seeds]
    sure, right, asked = (np.concatenate(column) for column in zip(*found, strict=True))
    for seed, (said, true, _) in zip(options.seeds, found, strict=True):
        print(f"seed {seed}: {len(said)} pairs, ECE {calibration_error(said, true):.4f}")
    print("stated -> one person")
    for one in bins(sure):
        print(f"  {sure[one].mean():.3f} -> {right[one].mean():.3f}  ({len(one)} pairs)")
    print("questions alone")
    for one in bins(sure[asked]):
        print(f"  {sure[asked][one].mean():.3f} -> {right[asked][one].mean():.3f}")
    random = np.random.default_rng(1)
    error = calibration_error(sure, right)
    low, high = interval(sure, right, [str(at) for at in range(len(sure))], random)
    print(
        f"{'ok ' if error <= REACH else 'NOT'} ECE {error:.4f} ({low:.4f} to {high:.4f}), at most "
        f"{REACH:g}; by chance {by_chance(sure, random):.4f}; "
        f"questions alone {calibration_error(sure[asked], right[asked]):.4f}"
    )
    if options.plot:
        panels = [("all pairs", sure, right), ("questions", sure[asked], right[asked])]
        options.plot.write_text(plot(panels), encoding="utf-8")


def stated(people: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the odds of each pair, whether it is one person, and whether it is asked about."""
    rows, truth = [], {}
    for row, person in made(people, seed):
        rows.append({name: value or None for name, value in row.items()})
        truth[row["record_id"]] = person
    pairs = resolve(RECORDS.build(rows), limits=Limits(ask=LEAST)).pairs
    one, other = (pairs[name].map(truth) for name in ("record_id_1", "record_id_2"))
    sure = pairs["probability"].to_numpy(dtype=np.float64)
    asked = (pairs["zone"] == Zone.ASK.value).to_numpy(dtype=np.bool_)
    return sure, (one == other).to_numpy(dtype=np.float64), asked


if __name__ == "__main__":
    main()
