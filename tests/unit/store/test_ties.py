from collections.abc import Callable

import pandas as pd

from contacts import frames
from contacts.extraction import Extraction
from store import Database, people, runs, ties
from store.ties import Derived


def test_ties_hints_and_queue_come_back_with_what_they_follow_from(
    database: Database, say: Callable[..., object], said: Callable[..., Extraction]
) -> None:
    say("aa", said({"a": "Ada", "b": "Bob"}))
    with database.write() as tx:
        clusters = frames.CLUSTERS.build({"record_id": x, "cluster_id": x} for x in "ab")
        ada, bob = people.assign(tx, clusters)["cluster_id"]
        rows = [
            {"person": ada, "activation": -1.25, "p_known": 0.3, "tie_class": "weak"}
            | {"last_contact": "2019-02-03", "pieces": 2, "value": 1.0, "reasons": "long ago"},
            {"person": bob, "tie_class": "cannot_tell", "pieces": 0, "value": 0.0, "reasons": ""},
        ]
        tie = frames.TIES.build(sorted(rows, key=lambda row: str(row["person"])))
        hints = frames.HINTS.build(
            {"person": ada, "kind": "event", "text": text, "file": "one.jpg", "locator": "card 1"}
            for text in ("PyCon", "a talk")
        )
        queue = frames.QUEUE.build([{"person": ada, "place": 1, "reason": "fading"}])
        assert ties.derived(tx) is None
        for as_of in ("2026-01-01", "2026-01-02"):
            ties.write(tx, tie, hints, queue, as_of, 7, "inputs")
        pd.testing.assert_frame_equal(ties.ties(tx), tie)
        pd.testing.assert_frame_equal(ties.hints(tx), hints)
        pd.testing.assert_frame_equal(ties.queue(tx), queue)
        assert ties.derived(tx) == Derived("2026-01-02", 7, "inputs")


def test_the_receipts_of_the_latest_runs_come_newest_first(database: Database) -> None:
    with database.write() as tx:
        for day in "123":
            run = runs.begin(tx, f"2026-01-0{day}T00:00:00Z")
        runs.finish(tx, run, "2026-01-03T00:01:00Z", {"read": 3, "reasons": ["none"]})
        newest, before = runs.latest(tx, 2)
    assert newest.receipt == {"read": 3, "reasons": ["none"]}
    assert (newest.began_at, newest.ended_at) == ("2026-01-03T00:00:00Z", "2026-01-03T00:01:00Z")
    assert (before.run, before.ended_at, before.receipt) == (newest.run - 1, None, None)
