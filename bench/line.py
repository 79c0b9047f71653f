"""What the line costs over a bare pool of processes: CPU seconds for the same photos.

`python bench/line.py [--photos 200] [--rounds 1]`. A is `weakties run`, whole: Prefect and its
server, the store, who is who, the report. B reads the photos in `multiprocessing.Pool` and throws
the readings away. Both use two processes; CPU is that of the command and all its children.
"""

import argparse
import multiprocessing
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from extractors.photo import read_photo
from weakties.demo.world import build, write

PROCESSES = 2


def children_cpu() -> float:
    """Return the CPU seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cpu_of(command: list[str], environment: dict[str, str]) -> float:
    """Run a command and return the CPU seconds of it and its children."""
    before = children_cpu()
    subprocess.run(command, check=True, capture_output=True, env=os.environ | environment)
    return children_cpu() - before


def read_one(path: str) -> int:
    """Read one photo as the line does; returns the number of cards."""
    pages = read_photo(Path(path), file=path, ocr="auto", region="US", languages="eng")
    return sum(len(page.cards) for page in pages)


def bare_pool(folder: str) -> None:
    """Read every photo of a folder in a plain pool."""
    photos = sorted(str(path) for path in Path(folder).rglob("*.*"))
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        cards = sum(pool.imap_unordered(read_one, photos))
    sys.stdout.write(f"{len(photos)} photos, {cards} cards\n")


def prepared(folder: Path, photos: int) -> tuple[Path, Path]:
    """Return a home that has read one photo, and a folder with the photos it is to read.

    A home's first run lets Prefect make its database, some 6 CPU s once in the home's life.
    """
    home, waiting = folder / "home", folder / "waiting"
    write(build(5, photos, cards=photos), home)
    for name in ("linkedin", "contacts", "calendar"):
        shutil.rmtree(home / "inbox" / name, ignore_errors=True)
    (home / "inbox" / "cards").rename(waiting)
    (home / "inbox" / "cards").mkdir()
    first = min(waiting.rglob("*.jpg"))
    shutil.move(first, home / "inbox" / "cards" / first.name)
    print(f"first run of the home, one photo: {cpu_of(*line_over(home)):.1f} CPU s")
    return home, waiting


def line_over(home: Path) -> tuple[list[str], dict[str, str]]:
    """Return the command of a run, and its environment."""
    command = [sys.executable, "-m", "weakties", "--home", str(home), "run"]
    return command, {"WEAKTIES_WORKERS": str(PROCESSES), "WEAKTIES_SETTLE_SECONDS": "0"}


def main() -> None:
    """Print both figures and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--bare", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.bare:
        bare_pool(asked.bare)
        return
    ratios = []
    for turn in range(asked.rounds):
        with tempfile.TemporaryDirectory() as folder:
            home, waiting = prepared(Path(folder), asked.photos)
            bare = [sys.executable, __file__, "--bare", str(waiting)]
            pool = cpu_of(bare, {"OMP_NUM_THREADS": "1"})
            waiting.rename(home / "inbox" / "cards" / "Fair")
            line = cpu_of(*line_over(home))
        ratios.append(line / pool)
        print(f"round {turn + 1}: line {line:.1f} CPU s, bare pool {pool:.1f} CPU s")
    print(f"line / bare pool, median of {asked.rounds}: {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    main()
