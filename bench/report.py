"""Prints what the report of many people costs: CPU seconds, and the size of each file.

`python bench/report.py [--people 30000]`. An invented world of about so many is read and assessed
first, which is not counted; then the report is composed from the store and written in every form,
as `weakties report` does it. One of a tenth the size before it shows whether it grows in line.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import exporters
import store
from contacts import collector
from contacts.report import Report
from exporters.legible import legible_report
from flows.home import Home
from flows.order import carry_out, look
from flows.stages.report import compose, write_report
from weakties.demo.world import TODAY, build, write
from weakties.settings import load

SEED = 140
PEOPLE_A_CONNECTION = 1.19  # in the invented world: phone books, meetings and letters bring more
Made = TypeVar("Made")


def main() -> None:
    """Print the figures of the network and of one a tenth its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=30_000)
    asked = parser.parse_args()
    for size in (asked.people // 10, asked.people):
        with tempfile.TemporaryDirectory() as folder:
            home = Home(Path(folder))
            home.create()
            database = assessed(home, size)
            measure(database, home)
            database.close()


def assessed(home: Home, size: int) -> store.Database:
    """Return the database of a new world in which everything is read and assessed."""
    world = build(SEED, round(size / PEOPLE_A_CONNECTION), TODAY, cards=0)
    write(world, home.root)
    owner = world.stage.owner
    settings = load(home, owner=owner.name.full, settle_seconds=0.0)
    options = settings.options(home, TODAY)
    database = store.Database.open(options.database_url)
    carry_out(database, home, options, look(database, home, options))
    return database


def measure(database: store.Database, home: Home) -> None:
    """Print the cost of the whole report, then that of each part of it."""
    before = time.process_time()
    paths = write_report(database, home.reports)
    whole = time.process_time() - before
    with collector.still(), database.read() as tx:
        report = timed("composed", lambda: compose(tx))
        shown = timed("made legible", lambda: legible_report(report))
    print(f"report of {len(report.people):,} people: {whole:.2f} CPU s")
    parts(report, shown)
    for path in paths:
        print(f"  {path.name}: {path.stat().st_size / 1e6:.2f} MB")


def parts(report: Report, shown: Report) -> None:
    """Print what each form costs."""
    with collector.still():
        timed("HTML", lambda: exporters.as_html(shown))
        timed("Markdown", lambda: exporters.as_markdown(shown))
        timed("CSV", lambda: exporters.as_csv(shown))
        timed("JSON", lambda: exporters.json_text(report))


def timed(what: str, make: Callable[[], Made]) -> Made:
    """Return what is made, and print what it cost."""
    before = time.process_time()
    made = make()
    print(f"  {what}: {time.process_time() - before:.2f} CPU s")
    return made


if __name__ == "__main__":
    main()
