"""Prints Splink beside ours on the same records: pairs, B-cubed, CPU seconds, memory.

    python bench/match_peers.py --python INTERPRETER [--measure FOLDER] [--million [PEOPLE]]

INTERPRETER has Splink. It is given names, companies, mailboxes and phones as we clean them, and its
seconds begin after that; ours begin at the texts. Imports and reading the CSV count for neither.
Its line is at the threshold .5; "at its best" is at the threshold of the highest F1, which only
somebody who knows the truth could choose. `--million` matches invented people (605,000 have about a
million records) instead of the measuring sets.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd
from match import MEASURE, MEGABYTE, ROOT, Run, pair_scores, print_line, read_people, write_rows
from match_crowd import made

from contacts.frames import RECORDS
from contacts.identifiers import profile_slug
from dedupe.companies import company_keys
from dedupe.contact_points import mailbox, parted, phone_key
from dedupe.names import parsed
from dedupe.nicknames import FULL_NAMES

MILLION = 605_000  # people
SEED = 20
CLEANED = ("record_id", "given", "family", "called", "company", "emails", "phones", "slug")
Truth = Mapping[str, str]


def main() -> None:
    """Print three lines a set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", required=True)
    parser.add_argument("--measure", type=Path, default=MEASURE)
    parser.add_argument("--million", type=int, nargs="?", const=MILLION, metavar="PEOPLE")
    options = parser.parse_args()
    if lacks(options.python, "splink"):
        print(f"peers: skipped, {options.python} lacks splink (name another by --python)")
        return
    print(f"{'set and way':30}  pair P    R    F1    B3 F1   CPU s    MB")
    with tempfile.TemporaryDirectory() as work:
        for name, records, truth in sets(options, Path(work)):
            beside(name, records, truth, options.python)


def lacks(python: str, module: str) -> bool:
    """Return whether an interpreter is absent or cannot import a module."""
    if shutil.which(python) is None:
        return True
    asked = [python, "-c", f"import {module}"]
    return subprocess.run(asked, check=False, capture_output=True).returncode != 0


def sets(options: argparse.Namespace, work: Path) -> Iterator[tuple[str, Path, Truth]]:
    """Yield name, records and truth of each set to match."""
    if options.million:
        records = work / "records.csv"
        truth = invented(options.million, records)
        yield f"invented {len(truth)} records", records, truth
        return
    for name in ("5k", "50k"):
        folder = options.measure / name
        if folder.is_dir():
            table = pd.read_csv(folder / "truth.csv", dtype="str", keep_default_na=False)
            truth = dict(zip(table["record_id"], table["person_id"], strict=True))
            yield name, folder / "records.csv", truth
        else:
            print(f"{name}: no such folder below {options.measure}, left out")


def invented(people: int, path: Path, seed: int = SEED) -> Truth:
    """Write the records of invented people, and return whose each is."""
    truth: dict[str, str] = {}

    def rows() -> Iterator[list[str]]:
        for row, person in made(people, seed):
            truth[row["record_id"]] = person
            yield [row.get(name, "") for name in RECORDS.names]

    write_rows(path, RECORDS.names, rows())
    return truth


def beside(name: str, records: Path, truth: Truth, python: str) -> None:
    """Print ours and Splink's figures of one set."""
    with tempfile.TemporaryDirectory() as work:
        out, cleaned = Path(work) / "clusters.csv", Path(work) / "cleaned.csv"
        ours = run([sys.executable, "bench/match_ours.py", str(records), str(out)])
        ours = Run(read_people(out), ours.seconds, ours.megabytes)
        print_line(f"{name} weakties", pair_scores(ours.people, truth), ours)
        write_cleaned(records, cleaned)
        cost = run([python, "bench/splink_peer.py", str(cleaned), str(out)])
        table = pd.read_csv(out, dtype="str", keep_default_na=False).set_index("record_id")
    scores = {
        at: pair_scores(dict(zip(table.index, table[at], strict=True)), truth)
        for at in table.columns
    }
    best = max(scores, key=lambda at: scores[at][2])
    print_line(f"{name} splink at .5", scores[table.columns[0]], cost)
    print_line(f"{name} splink at its best, {best}", scores[best], cost)


def run(command: list[str]) -> Run:
    """Return CPU seconds, as the command prints them, and its peak megabytes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    printed = child.stdout.read() if child.stdout else ""
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command[1]} ended with {child.returncode}")
    return Run({}, float(printed.split()[-1]), usage.ru_maxrss / MEGABYTE)


def write_cleaned(records: Path, cleaned: Path) -> None:
    """Write the values by which Splink compares, as we clean them."""
    table = pd.read_csv(records, dtype="str", keep_default_na=False)
    columns = ("record_id", "full_name", "company", "emails", "phones", "profile_url")
    rows = zip(*(table[name] for name in columns), strict=True)
    write_rows(cleaned, CLEANED, (cleaned_row(*row) for row in rows))


def cleaned_row(
    record: str, name: str, company: str, emails: str, phones: str, profile: str
) -> tuple[str, ...]:
    """Return a row of `CLEANED`; mailboxes of offices are left out."""
    parts = parsed(name)
    called = {parts.given, *FULL_NAMES.get(parts.given, ())} - {""}
    mails = [mail.key for mail in map(mailbox, parted(emails)) if mail and not mail.is_role]
    numbers = [key for key in map(phone_key, parted(phones)) if key]
    return (
        record,
        parts.given,
        parts.family,
        ";".join(sorted(called)),
        next(iter(company_keys(company).names), ""),
        ";".join(mails),
        ";".join(numbers),
        profile_slug(profile) or "",
    )


if __name__ == "__main__":
    main()
