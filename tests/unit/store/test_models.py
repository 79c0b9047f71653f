import numpy as np
import pandas as pd

from contacts import frames
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict
from store import Database, models
from store.tables import JSON

CONTENT: dict[str, JSON] = {"version": "9", "records": 7, "counts": {"given": {"ann": 2}}}


def places(*rows: tuple[str, str]) -> pd.DataFrame:
    return frames.PLACES.build(
        {
            "record_id": record_id,
            "digest": -(2**63) + at,
            "component": component,
            "has_profile": at % 2,
            "keys": np.array([2**64 - 1, at], dtype="<u8").tobytes(),
        }
        for at, (record_id, component) in enumerate(rows)
    )


def test_the_newest_model_is_kept_and_no_number_is_used_twice(database: Database) -> None:
    with database.write() as tx:
        assert models.newest(tx) is None
        assert models.write(tx, CONTENT, {"merged": 1}, "2026-01-01") == 1
        assert models.write(tx, CONTENT | {"records": 8}, {}, "2026-02-01") == 2
    with database.read() as tx:
        found = models.newest(tx)
    assert found is not None
    assert (found.number, found.version, found.records, found.as_of) == (2, "9", 8, "2026-02-01")
    assert found.content == CONTENT | {"records": 8}


def test_places_come_back_and_some_are_replaced(database: Database) -> None:
    first = places(("a", "a"), ("b", "a"), ("c", "c"))
    with database.write() as tx:
        models.write_places(tx, first)
    with database.read() as tx:
        pd.testing.assert_frame_equal(models.places(tx), first)
    with database.write() as tx:
        models.write_places(tx, places(("b", "b"), ("d", "b")), gone=["c"])
        left = models.places(tx)
    assert dict(zip(left["record_id"], left["component"], strict=True)) == {
        "a": "a",
        "b": "b",
        "d": "b",
    }


def test_the_judgements_of_the_last_resolution_come_back_in_order(database: Database) -> None:
    said = [
        Judgement(RecordId("b"), RecordId("c"), Verdict.SAME),
        Judgement(RecordId("a"), RecordId("b"), Verdict.DIFFERENT),
    ]
    with database.write() as tx:
        assert models.judgements(tx) == []
        models.write(tx, CONTENT, {}, "2026-01-01")
        models.write_judgements(tx, said)
        assert models.judgements(tx) == said
