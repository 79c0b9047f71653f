import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from contacts import frames
from contacts.extraction import Extraction
from store import Database, Transaction, acts, dump, people, runs, ties


def _lines(tx: Transaction, kind: str, *, log: bool = False) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in dump.dump(tx, log=log)]
    return [line for line in found if line["type"] == kind]


@pytest.fixture
def tx(
    database: Database, say: Callable[..., object], said: Callable[..., Extraction]
) -> Iterator[Transaction]:
    """Everything there is, of two records of one person."""
    say("aa", said({"b": "Ada", "a": "Ada Lovelace"}, "2024-05-01", ORG="Ünïversal"))
    with database.write() as tx:
        clusters = frames.CLUSTERS.build({"record_id": x, "cluster_id": "1"} for x in "ab")
        (person,) = set(people.assign(tx, clusters)["cluster_id"])
        value = {"person": person, "property": "FN", "place": 0, "value": "Ada", "kind": ""}
        people.write_values(tx, frames.VALUES.build([value | {"record_id": "b"}]))
        tie = {"person": person, "activation": 1 / 3, "p_known": 0.1234567, "tie_class": "weak"}
        tie |= {"pieces": 2, "value": 1.0, "reasons": "long ago"}
        queue = frames.QUEUE.build([{"person": person, "place": 1, "reason": "fading"}])
        built = frames.TIES.build([tie])
        ties.write(tx, built, frames.HINTS.empty(), queue, "2026-03-04", 0)
        acts.append(tx, "note", {"text": "hello"}, "2026-03-04T05:06:07Z")
        runs.finish(tx, runs.begin(tx, "2026-03-04T05:06:07Z"), "2026-03-04T05:06:08Z", {})
    with database.read() as snapshot:
        yield snapshot


def test_a_person_stands_under_its_smallest_record_id(tx: Transaction) -> None:
    assert _lines(tx, "person") == [
        {"type": "person", "person": "a", "record_id": "a"},
        {"type": "person", "person": "a", "record_id": "b"},
    ]
    assert [line["person"] for line in _lines(tx, "value")] == ["a"]
    assert [(line["as_of"], line["person"]) for line in _lines(tx, "queue")] == [
        ("2026-03-04", "a")
    ]


def test_floats_have_six_places(tx: Transaction) -> None:
    (tie,) = _lines(tx, "tie")
    assert (tie["activation"], tie["p_known"], tie["last_contact"]) == (0.333333, 0.123457, None)


def test_records_claims_and_interactions_come_sorted(tx: Transaction) -> None:
    assert [line["locator"] for line in _lines(tx, "record")] == [
        "Connections.csv:3",
        "Connections.csv:2",
    ]
    claims = [(line["record_id"], line["value"]) for line in _lines(tx, "claim")]
    assert claims == [("a", "Ada Lovelace"), ("a", "Ünïversal"), ("b", "Ada"), ("b", "Ünïversal")]
    assert [line["on"] for line in _lines(tx, "interaction")] == ["2024-05-01"] * 2


def test_a_file_is_told_by_what_it_is(tx: Transaction) -> None:
    assert _lines(tx, "source") == [
        {"type": "source", "sha256": "aa", "kind": "linkedin", "names": ["linkedin/aa.csv"]}
        | {"state": "done", "reason": ""}
    ]


def test_the_log_and_the_ids_of_persons_are_there_on_request(tx: Transaction) -> None:
    (act,) = _lines(tx, "act", log=True)
    assert (act["act"], act["kind"], act["payload"]) == (1, "note", {"text": "hello"})
    (person,) = _lines(tx, "person_id", log=True)
    plain = "\n".join(dump.dump(tx))
    assert person["person"] not in plain
    assert "hello" not in plain
    assert "05:06" not in plain
