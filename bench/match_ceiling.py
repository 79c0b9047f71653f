"""Prints how well records could be matched, had weights and threshold been fitted on the truth.

    python bench/match_ceiling.py [--measure FOLDER] [--people 5000] [--seed 31]

The same candidate pairs, evidence, vetoes and clustering as ours; what each kind and level of
evidence is worth is fitted by logistic regression to the very pairs that are judged, and so is the
threshold. Who is within .01 of it lacks evidence, not weights.
"""

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pandas as pd
from match import MEASURE, pair_scores
from match_peers import invented
from numpy.typing import NDArray

from dedupe.compare import Comparison, compared
from dedupe.edges import Edges
from dedupe.frequencies import frequencies
from dedupe.limits import Limits
from dedupe.matching import Matching, Material, fitted, matched
from dedupe.model import Model
from dedupe.normalise import cleaned
from dedupe.priors import priors_of
from dedupe.values import Cleaned
from dedupe.weigh import Weights, weighed
from weakties.cli.match import read_records

Numbers = NDArray[np.float64]
SHRINKAGE = 1.0  # as if one pair in balance spoke against each weight
STEPS, SETTLED = 40, 1e-6
MOST = 30.0  # bits and logits; beyond, odds say nothing more
SHIFTS = np.arange(-3.0, 3.1, 0.5)  # bits, of the threshold
SUMS = {"prior", "evidence", "bits"}


def main() -> None:
    """Print a line a set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", type=Path, default=MEASURE)
    parser.add_argument("--people", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=31)
    options = parser.parse_args()
    for name in ("5k", "50k"):
        folder = options.measure / name
        if folder.is_dir():
            table = pd.read_csv(folder / "truth.csv", dtype="str", keep_default_na=False)
            truth = dict(zip(table["record_id"], table["person_id"], strict=True))
            told(name, read_records(folder / "records.csv"), truth)
        else:
            print(f"{name}: no such folder below {options.measure}, left out")
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "records.csv"
        truth = dict(invented(options.people, path, options.seed))
        told(f"invented {options.people}", read_records(path), truth)


def told(name: str, records: pd.DataFrame, truth: dict[str, str]) -> None:
    """Print our F1 on one set and the ceiling."""
    given = Material.judged(cleaned(records), ())
    values = given.clean
    model, edges = fitted(values, Limits())
    if edges is None:
        raise SystemExit("a model without answers has weighed its pairs")
    person = np.array([truth[record] for record in values.record_id], dtype=object)
    right = (person[edges.pairs.left] == person[edges.pairs.right]).astype(np.float64)
    ours = scored(matched(given, model, edges), truth)
    signs = np.column_stack(list(evidence_of(model, values, edges)))
    open_ = ~edges.vetoed
    weights = regression(signs[open_], right[open_])
    bits = (weights[0] + signs @ weights[1:]) / np.log(2)
    found = [
        scored(matched(given, model, replace(edges, bits=bits + shift)), truth) for shift in SHIFTS
    ]
    best = max(found, key=lambda figures: figures[2])
    print(
        f"{name}: pair F1 {ours[2]:.4f} of at most {best[2]:.4f} (P {best[0]:.4f} R {best[1]:.4f}),"
        f" B-cubed F1 {ours[3]:.4f} of {max(figures[3] for figures in found):.4f}; "
        f"{right.sum() / pairs_of(person):.4f} of true pairs are candidates, "
        f"{right[open_].sum() / pairs_of(person):.4f} and not vetoed",
        flush=True,
    )


def pairs_of(person: NDArray[np.object_]) -> float:
    """Return how many pairs of records are one person's."""
    sizes = pd.Series(person).value_counts().to_numpy(dtype=np.float64)
    return float((sizes * (sizes - 1) / 2).sum())


def scored(found: Matching, truth: dict[str, str]) -> list[float]:
    """Return precision, recall, F1 and B-cubed F1 of the clusters."""
    label = found.clean.record_id[found.clusters]
    return pair_scores(dict(zip(found.clean.record_id, label, strict=True)), truth)


def evidence_of(model: Model, values: Cleaned, edges: Edges) -> Iterator[Numbers]:
    """Yield a column for the bits of each kind of evidence, each level, and each two sources."""
    pairs = edges.pairs
    found = compared(values, pairs, frequencies(model, values))
    weights = weighed(model, found, priors_of(model, values, pairs))
    for field in fields(Weights):
        if field.name not in SUMS:
            yield np.clip(getattr(weights, field.name), -MOST, MOST)
    yield from levels_of(found)
    names, kind = np.unique(values.source.astype(str), return_inverse=True)
    one, other = np.sort([kind[pairs.left], kind[pairs.right]], axis=0)
    for both in np.unique(one * len(names) + other):
        yield (one * len(names) + other == both).astype(np.float64)


def levels_of(found: Comparison) -> Iterator[Numbers]:
    """Yield a column for each level and each flag of the comparison that occurs."""
    for field in fields(Comparison):
        value = getattr(found, field.name)
        level = np.asarray(getattr(value, "level", value))
        if level.dtype in (np.int8, np.bool_):
            for kind in np.unique(level)[1:]:
                yield (level == kind).astype(np.float64)


def regression(signs: Numbers, right: Numbers) -> Numbers:
    """Return bias and weights of a logistic regression, by Newton's method."""
    table = np.column_stack([np.ones(len(signs)), signs])
    weights = np.zeros(table.shape[1])
    penalty = np.full(table.shape[1], SHRINKAGE)
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-np.clip(table @ weights, -MOST, MOST)))
        slope = table.T @ (sure - right) + penalty * weights
        bend = (table * (sure * (1 - sure))[:, None]).T @ table + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < SETTLED:
            break
    return weights


if __name__ == "__main__":
    main()
