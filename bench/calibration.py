"""Whether the confidence of a card's fields means what it says; with `--fit` its weights anew.

`python bench/calibration.py [MEASURE_FOLDER] [--fit] [--cache FOLDER] [--plot FILE]` reads the
labelled pictures with both engines, photos and prints of two invented worlds, and the invented
cards of `tests/golden/cards`, each source of equal weight. All figures are out of fold: of weights
fitted on the other four fifths of the cards. A field is right if none of its values is false.

    python bench/calibration.py --fit --cache build/ocr

writes `extractors/card/confidence_weights.py`: to be run again when rules or engines have changed.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from calibration_cards import Judged, engine, golden, invented, measured, scorer
from reliability import by_chance, calibration_error, fitted, interval, plot

from extractors.card import confidence_weights
from extractors.card.confidence import BIAS, probability

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_FOLDER = ROOT.parent / "shared" / "measure" / "cards"
WORLDS = (23, 29)  # seeds
PHOTOS, PRINTS = 60, 40  # of each world
FOLDS = 5
PRECISE = 0.97  # of the fields that are not marked for review
THRESHOLDS = np.arange(0.5, 0.96, 0.01)
DECISIVE = "measured rapidocr"
SIGNS: Mapping[str, Sequence[str]] = {
    "name": ("read", "preferred", "given_name", "usual_words", "few_lines"),
    "title": ("read", "preferred", "one_domain"),
    "company": ("read", "preferred", "legal_form", "one_domain", "few_lines"),
    "phones": ("read", "valid", "few_values", "one_domain", "few_lines"),
    "emails": ("read", "one_domain", "few_lines"),
    "urls": ("read", "mail_domain", "few_values", "one_domain", "few_lines"),
    "address": ("read", "preferred", "card_read", "places", "length", "few_lines"),
}
Weights = Mapping[str, Mapping[str, float]]
ABOUT = '''"""Weights and threshold of confidence, by `python bench/calibration.py --fit`."""

from collections.abc import Mapping
from typing import Final

'''


def gathered(folder: Path, cache: Path | None) -> Iterator[Judged]:
    """Yield the values read on all cards."""
    judge = scorer(folder)
    rapid, tesseract = engine("rapidocr", cache), engine("tesseract", cache)
    yield from measured(folder, rapid, judge)
    yield from measured(folder, tesseract, judge)
    for seed in WORLDS:
        yield from invented(seed, PHOTOS, PRINTS, rapid, judge)
    yield from golden(judge)


def weighed(values: Sequence[Judged]) -> Weights:
    """Return the weights fitted on some values; within a field each source counts the same."""
    weights = {}
    for field, names in SIGNS.items():
        own = [value for value in values if value.field == field]
        size = Counter(value.source for value in own)
        mass = np.array([len(own) / len(size) / size[value.source] for value in own])
        table = np.array([[value.signs[name] for name in names] for value in own])
        found = fitted(table, np.array([float(value.right) for value in own]), mass)
        kept = zip((BIAS, *names), found, strict=True)
        weights[field] = {name: round(float(weight), 3) for name, weight in kept if weight}
    return weights


def out_of_fold(values: Sequence[Judged]) -> pd.DataFrame:
    """Return all fields, how sure each would be by weights that have not seen its card."""
    folds = [int(hashlib.sha256(value.photo.encode()).hexdigest(), 16) % FOLDS for value in values]
    rows = []
    for fold in range(FOLDS):
        pairs = list(zip(folds, values, strict=True))
        weights = weighed([value for of, value in pairs if of != fold])
        rows += [
            (value.source, value.photo, value.card, value.field, value.right, sure)
            for of, value in pairs
            if of == fold
            for sure in [probability(weights[value.field], value.signs)]
        ]
    table = pd.DataFrame(rows, columns=["source", "photo", "card", "field", "right", "sure"])
    keys = ["source", "photo", "card", "field"]
    return table.groupby(keys, as_index=False).agg({"right": "all", "sure": "min"})


def threshold(fields: pd.DataFrame) -> float:
    """Return the least confidence from which on fields are precise enough to be taken unseen.

    They are on the decisive source, and on the mean of all that RapidOCR read.
    """
    rapid = fields[~fields["source"].str.contains("tesseract")]
    for least in THRESHOLDS:
        taken = rapid[rapid["sure"] >= least].groupby("source")["right"].mean()
        if min(taken[DECISIVE], taken.mean()) >= PRECISE:
            return float(round(least, 2))
    return float(THRESHOLDS[-1])


def report(fields: pd.DataFrame, least: float) -> Iterator[str]:
    """Yield the figures of each source, together and by field."""
    random = np.random.default_rng(0)
    for source, own in fields.groupby("source", sort=False):
        yield f"== {source}"
        for field, part in own.groupby("field", sort=False):
            yield _figures(str(field), part, least, random)
        yield _figures("all", own, least, random)


def _figures(name: str, own: pd.DataFrame, least: float, random: np.random.Generator) -> str:
    sure, right = own["sure"].to_numpy(), own["right"].to_numpy(dtype=float)
    taken = sure >= least
    low, high = interval(sure, right, own["photo"].tolist(), random)
    return (
        f"  {name:8s} n {len(own):4d}  precision {right.mean():.3f}, not in review"
        f" {right[taken].mean():.3f}  in review {1 - taken.mean():.3f}  calibration error"
        f" {calibration_error(sure, right):.3f} ({low:.3f} to {high:.3f};"
        f" {by_chance(sure, random):.3f} by chance)"
    )


def module(weights: Weights, least: float) -> str:
    """Return the text of the module of weights."""
    lines = [ABOUT, f"REVIEW_BELOW: Final = {least}\n"]
    lines.append("WEIGHTS: Final[Mapping[str, Mapping[str, float]]] = {\n")
    for field, own in weights.items():
        lines.append(f'    "{field}": {{\n')
        lines += [f'        "{sign}": {weight},\n' for sign, weight in own.items()]
        lines.append("    },\n")
    return "".join([*lines, "}\n"])


def main() -> None:
    """Print the figures, write the plot, and with `--fit` the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--fit", action="store_true", help="write the weights")
    parser.add_argument("--cache", type=Path, help="keep what the engines read in this folder")
    parser.add_argument("--plot", type=Path, default=ROOT / "build" / "reliability.svg")
    chosen = parser.parse_args()
    if not (chosen.folder / "labels.jsonl").is_file():
        print(f"no labels in {chosen.folder}: nothing to measure")
        return
    values = list(gathered(chosen.folder, chosen.cache))
    fields = out_of_fold(values)
    least = threshold(fields)
    if chosen.fit:
        Path(confidence_weights.__file__).write_text(
            module(weighed(values), least), encoding="utf-8"
        )
    print(f"review below {least} by these cards, {confidence_weights.REVIEW_BELOW} as it stood")
    shown = least if chosen.fit else confidence_weights.REVIEW_BELOW
    print("\n".join(report(fields, shown)))
    panels = [
        (str(source), own["sure"].to_numpy(), own["right"].to_numpy(dtype=float))
        for source, own in fields.groupby("source", sort=False)
    ]
    chosen.plot.parent.mkdir(parents=True, exist_ok=True)
    chosen.plot.write_text(plot(panels), encoding="utf-8")
    print(f"reliability plot: {chosen.plot}")


if __name__ == "__main__":
    main()
