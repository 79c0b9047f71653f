"""Prints how well and how fast records are matched, with a plain rapidfuzz rule beside it.

    python bench/match.py [--measure FOLDER] [--people 2000] [--seed 1]

The quality on the measuring folder is that of its own scorer; where that folder is not, and beside
it, records of an invented crowd are matched. Seconds are those of the processor, reading the file
and cleaning the values included; memory is the peak of the command's process.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from contacts.frames import RECORDS

ROOT = Path(__file__).resolve().parent.parent
MEASURE = ROOT.parent / "shared" / "measure" / "people"
ALIKE = 90.0
LARGEST_BLOCK = 200
MEGABYTE = 1024  # of the kilobytes that the system counts in

GIVEN = {
    "Robert": "Bob",
    "William": "Bill",
    "Margaret": "Peggy",
    "Alexander": "Alex",
    "Katherine": "Kate",
    "Francisco": "Paco",
    "Ulrich": "Uli",
    "Elizabeth": "Liz",
    "Michael": "Mike",
    "Joanna": "Jo",
}
COMPANIES = ("Harbor Analytics GmbH", "North & Field Ltd.", "Vela Foods Inc.", "Kite Robotics AB")
SYLLABLES = ("ba", "co", "den", "fer", "gol", "hau", "kir", "lem", "mor", "nes", "pol", "ras")


@dataclass(frozen=True, slots=True)
class Run:
    """One way to match, timed: who is with whom by record id, and what it cost."""

    people: Mapping[str, str]
    seconds: float
    megabytes: float | None


def main() -> None:
    """Print a line a set and way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", type=Path, default=MEASURE)
    parser.add_argument("--people", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'set and way':30}  pair P    R    F1    B3 F1   CPU s    MB")
    for name in ("5k", "50k"):
        if (options.measure / name).is_dir():
            measured(options.measure / name, options.measure / "score.py")
        else:
            print(f"{name}: no such folder below {options.measure}, left out")
    invented(options.people, np.random.default_rng(options.seed))


def measured(folder: Path, scorer: Path) -> None:
    """Print the scorer's figures of one measuring set."""
    with tempfile.TemporaryDirectory() as work:
        for way, run in all_ways(folder / "records.csv", Path(work)):
            prediction = Path(work) / "scored.csv"
            write_rows(prediction, ("record_id", "cluster_id"), run.people.items())
            done = subprocess.run(
                [sys.executable, scorer, prediction, folder / "truth.csv"],
                capture_output=True,
                text=True,
                check=True,
            )
            figures = json.loads(done.stdout)
            shown = [figures[key] for key in ("pair_p", "pair_r", "pair_f1", "b3_f1")]
            print_line(f"{folder.name} {way}", shown, run)


def invented(people: int, draw: np.random.Generator) -> None:
    """Print the figures of an invented crowd."""
    rows, truth = crowd(people, draw)
    with tempfile.TemporaryDirectory() as work:
        records = Path(work) / "records.csv"
        write_rows(records, RECORDS.names, ([row[name] for name in RECORDS.names] for row in rows))
        for way, run in all_ways(records, Path(work)):
            print_line(f"invented {people} {way}", pair_scores(run.people, truth), run)


def all_ways(records: Path, work: Path) -> Iterable[tuple[str, Run]]:
    """Yield each way to match with what it found."""
    out, unasked = work / "clusters.csv", work / "unasked.csv"
    seconds, megabytes = run_command(records, out, unasked)
    yield "weakties", Run(read_people(out), seconds, megabytes)
    yield "weakties, unasked", Run(read_people(unasked), seconds, megabytes)
    yield "plain rule", plain_rule(records)


def run_command(records: Path, out: Path, unasked: Path) -> tuple[float, float]:
    """Return CPU seconds and peak megabytes of `weakties match`."""
    words = ["-q", "match", str(records), "--out", str(out), "--unasked", str(unasked)]
    child = subprocess.Popen([sys.executable, "-m", "weakties", *words], cwd=ROOT)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"weakties match ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEGABYTE


def plain_rule(path: Path) -> Run:
    """Return what most people write first: equal mails, or alike names of one last word."""
    start = os.times()
    records = pd.read_csv(path, dtype="str", keep_default_na=False)
    root = list(range(len(records)))

    def find(row: int) -> int:
        while root[row] != row:
            root[row] = root[root[row]]
            row = root[row]
        return row

    names = records["full_name"].str.casefold().tolist()
    blocks: dict[tuple[str, str], list[int]] = {}
    for row, (name, mails) in enumerate(zip(names, records["emails"], strict=True)):
        for mail in filter(None, mails.casefold().split(";")):
            blocks.setdefault(("mail", mail), []).append(row)
        for word in name.split()[-1:]:
            blocks.setdefault((name[:1], word), []).append(row)
    for (kind, _), block in blocks.items():
        for one, other in combinations(block[:LARGEST_BLOCK], 2):
            if kind == "mail" or fuzz.token_sort_ratio(names[one], names[other]) >= ALIKE:
                root[find(other)] = find(one)
    ids = records["record_id"].tolist()
    people = {ids[row]: ids[find(row)] for row in range(len(ids))}
    end = os.times()
    return Run(people, end.user + end.system - start.user - start.system, None)


def crowd(people: int, draw: np.random.Generator) -> tuple[list[dict[str, str]], dict[str, str]]:
    """Return records of invented people, one to three each, and whose each is."""
    rows: list[dict[str, str]] = []
    truth: dict[str, str] = {}
    for person in range(people):
        given = one_of(draw, *GIVEN)
        family = "".join(draw.choice(SYLLABLES, size=draw.integers(3, 5)).tolist()).title()
        mail = f"{given}.{family}{draw.integers(1, 99)}@example.org".casefold()
        phone = f"+49 40 {draw.integers(1_000_000, 10_000_000)}"
        for _ in range(draw.integers(1, 4)):
            record = f"r{len(rows):07}"
            truth[record] = f"p{person}"
            row = dict.fromkeys(RECORDS.names, "")
            row |= {"record_id": record, "source": one_of(draw, "card", "vcard")}
            row["full_name"] = written(given, family, draw)
            row["company"] = one_of(draw, *COMPANIES)
            row["emails"] = one_of(draw, mail, "")
            row["phones"] = one_of(draw, phone, phone.replace("+49 ", "0"), "")
            rows.append(row)
    return rows, truth


def written(given: str, family: str, draw: np.random.Generator) -> str:
    """Return one of the ways in which people write a name, now and then misread."""
    first = one_of(draw, given, given, GIVEN[given])
    name = one_of(draw, f"{first} {family}", f"{first} {family}", f"{family}, {first}")
    if draw.random() < 0.1:
        at = int(draw.integers(1, len(name)))
        name = name[:at] + name[at + 1 :]
    return one_of(draw, name, name, name.upper(), name if "," in name else f"Dr. {name}")


def one_of(draw: np.random.Generator, *values: str) -> str:
    """Return one of the values."""
    return values[draw.integers(len(values))]


def pair_scores(found: Mapping[str, str], truth: Mapping[str, str]) -> list[float]:
    """Return precision, recall and F1 over pairs, and the F1 of B-cubed."""
    both = {record: f"{found[record]} {truth[record]}" for record in truth}
    sizes = [sizes_of(labels) for labels in (found, truth, both)]
    guessed, true, right = (sum(n * (n - 1) // 2 for n in size.values()) for size in sizes)
    precision, recall = right / max(guessed, 1), right / max(true, 1)
    shares = [
        sum(sizes[2][both[record]] / sizes[side][labels[record]] for record in truth) / len(truth)
        for side, labels in enumerate((found, truth))
    ]
    return [precision, recall, harmonic(precision, recall), harmonic(*shares)]


def sizes_of(labels: Mapping[str, str]) -> dict[str, int]:
    """Return how many records bear each label."""
    return {str(label): int(size) for label, size in pd.Series(labels).value_counts().items()}


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean."""
    return 2 * one * other / (one + other) if one + other else 0.0


def read_people(path: Path) -> dict[str, str]:
    """Return whose each record is."""
    frame = pd.read_csv(path, dtype="str", keep_default_na=False)
    return dict(zip(frame["record_id"], frame["cluster_id"], strict=True))


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def print_line(name: str, figures: Sequence[float], run: Run) -> None:
    """Print one line of the table."""
    precision, recall, pair_f1, cubed = figures
    memory = f"{run.megabytes:6.0f}" if run.megabytes else "     -"
    print(
        f"{name:30}  {precision:.4f} {recall:.4f} {pair_f1:.4f}  {cubed:.4f} "
        f"{run.seconds:7.1f}  {memory}",
        flush=True,
    )


if __name__ == "__main__":
    main()
