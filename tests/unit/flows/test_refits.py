from pathlib import Path

import pandas as pd

import store
from contacts import frames
from flows.stages.refits import Refit, refit_of
from store import bulk, tables

RECORDS = [f"r{at:03}" for at in range(60)]


def clusters(size: int) -> pd.DataFrame:
    """Return the records in clusters of so many."""
    return frames.CLUSTERS.build(
        {"record_id": one, "cluster_id": f"c{at // size}"} for at, one in enumerate(RECORDS)
    )


def test_a_refit_counts_all_and_names_the_first_twenty(tmp_path: Path) -> None:
    database = store.Database.open(f"sqlite:///{tmp_path}/weakties.db")
    with database.write() as tx:
        rows = pd.DataFrame({"record_id": RECORDS, "source": "vcard"}).astype("str")
        bulk.write(tx, tables.records, rows)
        assert refit_of(tx, clusters(2)) == Refit()
        store.people.assign(tx, clusters(2))
        assert refit_of(tx, clusters(2)) == Refit()
        parted, merged = refit_of(tx, clusters(1)), refit_of(tx, clusters(60))
        both = refit_of(tx, clusters(3))
    database.close()
    assert (parted.merged, parted.parted, len(parted.examples)) == (0, 30, 20)
    assert list(parted.lines(is_done=True))[-1] == "  and so on"
    assert (merged.merged, merged.parted, len(merged.examples)) == (29, 0, 1)
    assert (both.merged, both.parted) == (20, 10)
    assert Refit.from_json(both.as_json()) == both
