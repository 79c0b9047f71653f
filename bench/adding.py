"""Prints how long one new record takes among very many: from the record to the committed person.

    python bench/adding.py [--records FILE | --people 50000] [--new 100] [--seed 1]

All but the new records are matched and stored first; the index is loaded from that store. A new
record is then matched against all others, and its person, pairs and place are committed, each in a
transaction of its own.
"""

import argparse
import gc
import json
import resource
import tempfile
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import pandas as pd
from match import crowd

import dedupe
import store
from contacts.frames import RECORDS
from store import bulk, tables
from weakties.cli.match import read_records

MEGABYTE = 1024  # of the kilobytes that the system counts in
AS_OF = "2026-06-30"


def main() -> None:
    """Print what loading and adding took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=Path)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--new", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = np.random.default_rng(options.seed)
    if options.records:
        records = read_records(options.records)
    else:
        records = RECORDS.build(crowd(options.people, draw)[0])
    is_new = np.isin(np.arange(len(records)), draw.choice(len(records), options.new, replace=False))
    known, new = (RECORDS.typed(records[chosen]) for chosen in (~is_new, is_new))
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/weakties.db"
        with closing(store.Database.open(url)) as database:
            fill(database, known)
            add(database, load(database, known), new)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    print(f"peak memory {peak:.0f} MB")


def fill(database: store.Database, known: pd.DataFrame) -> None:
    """Match all records at once and store what was found."""
    began, cpu = time.perf_counter(), time.process_time()
    found = dedupe.settled(known)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    print(f"{len(known)} records matched at once: {seconds:.1f} s, CPU {cpu:.1f} s", flush=True)
    with database.write() as tx:
        bulk.write(tx, tables.records, known[["record_id", "source"]])
        store.people.assign(tx, found.found.unasked)
        store.people.write_pairs(tx, found.found.pairs)
        store.models.write(tx, found.model.as_json(), {}, AS_OF)
        store.models.write_places(tx, found.places)


def load(database: store.Database, known: pd.DataFrame) -> dedupe.Index:
    """Return the index of what is stored."""
    began = time.perf_counter()
    with database.read() as tx:
        newest, places = store.models.newest(tx), store.models.places(tx)
    assert newest is not None
    index = dedupe.Index(dedupe.Model.from_json(newest.content), known, places)
    print(f"index loaded: {time.perf_counter() - began:.1f} s", flush=True)
    size = len(json.dumps(newest.content)) / 2**20
    print(
        f"the model as JSON: {size:.1f} MB, {newest.content['counts']['names']} names", flush=True
    )
    return index


def add(database: store.Database, index: dedupe.Index, new: pd.DataFrame) -> None:
    """Add the records one by one and print how long each took."""
    gc.freeze()  # what was loaded is there for good
    took, cpu, touched = [], [], []
    for at in range(len(new)):
        record = RECORDS.typed(new.iloc[[at]])
        began, busy = time.perf_counter(), time.process_time()
        change = index.add(record)
        commit(database, record, change)
        took.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - busy))
        touched.append(len(change.places))
    shown = f"median {np.median(took):.0f} ms, 9 of 10 in {np.quantile(took, 0.9):.0f} ms"
    print(f"one new record: {shown}, worst of {len(took)} {max(took):.0f} ms")
    print(f"  of the processor: median {np.median(cpu):.0f} ms, worst {max(cpu):.0f} ms")
    print(f"records touched: median {np.median(touched):.0f}, most {max(touched)}")


def commit(database: store.Database, record: pd.DataFrame, change: dedupe.Change) -> None:
    """Write a new record, and what it changes."""
    touched = {*change.found.unasked["record_id"], *change.gone}
    with database.write() as tx:
        bulk.write(tx, tables.records, record[["record_id", "source"]])
        store.people.assign(tx, change.found.unasked, change.gone)
        store.people.write_pairs(tx, change.found.pairs, touched=touched)
        store.models.write_places(tx, change.places, change.gone)


if __name__ == "__main__":
    main()
