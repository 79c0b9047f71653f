"""Matching of a CSV of records, timed; imports and reading the CSV excluded, cleaning included.

    python bench/match_ours.py RECORDS.csv OUT.csv

Prints the CPU seconds from the texts of the records to the clusters.
"""

import argparse
import os
from pathlib import Path

from dedupe import resolve
from weakties.cli.match import read_records


def main() -> None:
    """Write the clusters and print the seconds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    records = read_records(options.records)
    begun = os.times()
    found = resolve(records)
    ended = os.times()
    found.clusters.to_csv(options.out, index=False)
    print(ended.user + ended.system - begun.user - begun.system)


if __name__ == "__main__":
    main()
