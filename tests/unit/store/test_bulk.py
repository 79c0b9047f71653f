"""Many rows at once are stored as they would be one by one."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from contacts.extraction import Extraction
from store import Database, bulk, dump, statements, tables

Say = Callable[[str, Extraction], dict[str, int]]
Said = Callable[..., Extraction]


@pytest.mark.parametrize("size", [0, 1, 99, 100, 250])
def test_a_frame_comes_back_whatever_its_size(database: Database, size: int) -> None:
    ids = [f"l{number:03}" for number in range(size)]
    frame = pd.DataFrame({"record_id": ids, "source": ["linkedin"] * size}, dtype="str")
    with database.write() as tx:
        bulk.write(tx, tables.records, frame)
        rows = tx.execute(tables.records.select().order_by("record_id")).all()
    assert [tuple(row) for row in rows] == [(record_id, "linkedin") for record_id in ids]


def test_values_are_what_a_database_takes() -> None:
    text = pd.Series(["a", np.nan, "\ud800", ""], dtype="str")
    assert bulk.storable_values(text) == ["a", None, "\\ud800", ""]
    assert bulk.storable_values(text[:2]) == ["a", None]
    assert bulk.storable_values(text[2:]) == ["\\ud800", ""]
    assert bulk.storable_values(pd.Series([0.5, np.nan])) == [0.5, None]


def test_the_size_of_the_parts_changes_nothing(
    database: Database, say: Say, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {f"l{number}": f"Ada {number}" for number in range(7)}
    first, newer = said(names, ORG="Old"), said({**names, "l0": "Eve"}, "2025-05-01", ORG="Old")
    told = []
    for records_at_once, ids_at_once in ((100, 100), (2, 3)):
        monkeypatch.setattr(statements, "_RECORDS_AT_ONCE", records_at_once)
        monkeypatch.setattr(bulk, "_IDS_AT_ONCE", ids_at_once)
        accounting = say("aa", first), say("bb", newer), say("bb", newer)
        with database.read() as tx:
            told.append((accounting[1:], [*dump.dump(tx)]))
    assert told[0][0] == (
        {"new": 0, "updated": 7, "unchanged": 0, "rejected": 0},
        {"new": 0, "updated": 0, "unchanged": 7, "rejected": 0},
    )
    assert told[1][0][1] == told[0][0][1]
    assert told[1][1] == told[0][1]
