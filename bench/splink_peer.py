"""Splink on DuckDB over records cleaned by us; run in the peers' environment.

    python bench/splink_peer.py CLEANED.csv OUT.csv

CLEANED.csv has `record_id,given,family,called,company,emails,phones,slug`, several values parted by
`;`; `called` are the name and all that it may stand for. OUT.csv has the clusters at each of
`THRESHOLDS`, a column each. Prints the CPU seconds from the table to the clusters at the first,
imports and reading the CSV excluded.

Tuned by hand for such records: name levels for nicknames, initials, misreadings and turned names,
term frequencies of names and companies, several values compared as lists, m by expectation
maximisation on two blockings, that on profiles holding next to nothing but matches. Blocking for
training on mailboxes or phones, which offices share, cost a tenth of F1 and more.
"""

import argparse
import logging
import os
import warnings

import pandas as pd
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = (0.5, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
RANDOM_PAIRS = 5_000_000.0  # to learn u from; 8 times as many cost 5 times the CPU for F1 +.003
LISTS = ("called", "emails", "phones")
RECALL = 0.5  # of the rules that the share of matches is guessed from
TURNED = levels.CustomLevel("given_l = family_r and family_l = given_r", "turned")
ONE_INITIAL = (
    "(length(given_l) = 1 or length(given_r) = 1) and substr(given_l, 1, 1) = substr(given_r, 1, 1)"
)


def main() -> None:
    """Write the clusters and print the seconds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cleaned")
    parser.add_argument("out")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    warnings.filterwarnings("ignore")
    records = pd.read_csv(options.cleaned, dtype=str)
    for name in LISTS:
        records[name] = records[name].fillna("").map(lambda cell: cell.split(";") if cell else None)
    for one, several in (("email", "emails"), ("phone", "phones")):
        records[one] = records[several].map(lambda found: found[0] if found else None)
    begun = os.times()
    linker = trained(records)
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    found = clusters(linker, pairs, THRESHOLDS[0])
    ended = os.times()
    for threshold in THRESHOLDS[1:]:
        found = found.merge(clusters(linker, pairs, threshold), on="record_id")
    found.to_csv(options.out, index=False)
    print(ended.user + ended.system - begun.user - begun.system)


def trained(records: pd.DataFrame) -> Linker:
    """Return the linker with its parameters estimated."""
    linker = Linker(DuckDBAPI().register(records), settings())
    training = linker.training
    sure = [block_on("email"), block_on("slug"), block_on("given", "family", "company")]
    training.estimate_probability_two_random_records_match(sure, recall=RECALL)
    training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=1)
    for rule in (block_on("slug"), block_on("given", "family")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    return linker


def settings() -> SettingsCreator:
    """Return the model."""
    given = comparisons.CustomComparison(
        output_column_name="given",
        comparison_levels=[
            levels.NullLevel("given"),
            levels.ExactMatchLevel("given", term_frequency_adjustments=True),
            levels.ArrayIntersectLevel("called", min_intersection=1),
            levels.JaroWinklerLevel("given", 0.88),
            levels.CustomLevel(ONE_INITIAL, "one initial"),
            TURNED,
            levels.ElseLevel(),
        ],
    )
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="record_id",
        comparisons=[
            given,
            alike("family", (0.92, 0.85), TURNED),
            alike("company", (0.9,)),
            comparisons.ArrayIntersectAtSizes("emails", [1]),
            comparisons.ArrayIntersectAtSizes("phones", [1]),
            comparisons.ExactMatch("slug"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("slug"),
            block_on("email"),
            block_on("phone"),
            block_on("given", "family"),
            block_on("family", "company"),
            block_on("family", "substr(given, 1, 1)"),
            block_on("given", "company"),
            block_on("given", "substr(family, 1, 3)"),
        ],
        retain_matching_columns=False,
    )


def alike(
    column: str, thresholds: tuple[float, ...], *more: levels.CustomLevel
) -> comparisons.CustomComparison:
    """Return a comparison of texts with term frequencies."""
    return comparisons.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            levels.NullLevel(column),
            levels.ExactMatchLevel(column, term_frequency_adjustments=True),
            *(levels.JaroWinklerLevel(column, threshold) for threshold in thresholds),
            *more,
            levels.ElseLevel(),
        ],
    )


def clusters(linker: Linker, pairs: object, threshold: float) -> pd.DataFrame:
    """Return `record_id` and the cluster at a threshold."""
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold)
    table = found.as_pandas_dataframe()[["record_id", "cluster_id"]]
    return table.rename(columns={"cluster_id": f"{threshold:g}"})


if __name__ == "__main__":
    main()
