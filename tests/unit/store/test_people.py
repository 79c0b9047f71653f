from collections.abc import Callable, Iterable

import pandas as pd
import pytest
from sqlalchemy import select

from contacts import frames
from contacts.extraction import Extraction
from contacts.identifiers import RecordId, minted_person_id
from store import Database, Transaction, people, tables

Groups = Iterable[str]


@pytest.fixture(autouse=True)
def _observed(say: Callable[..., object], said: Callable[..., Extraction]) -> None:
    say("aa", said({record_id: record_id for record_id in "abcdefg"}))


def _assigned(tx: Transaction, groups: Groups) -> dict[str, str]:
    """Let each word be a cluster of one-letter records; return the person of each record."""
    rows = [{"record_id": one, "cluster_id": f"of {group}"} for group in groups for one in group]
    people.assign(tx, frames.CLUSTERS.build(rows))
    kept = people.memberships(tx)
    return dict(zip(kept["record_id"], kept["cluster_id"], strict=True))


def test_a_person_is_minted_of_the_smallest_record(database: Database) -> None:
    with database.write() as tx:
        persons = _assigned(tx, ["cb", "a"])
    assert persons["b"] == persons["c"] == minted_person_id(RecordId("b"))
    assert persons["a"] == minted_person_id(RecordId("a"))


def test_ids_stay_whatever_the_clusters_are_called(database: Database) -> None:
    with database.write() as tx:
        before = _assigned(tx, ["ab", "c"])
        renamed = frames.CLUSTERS.build(
            {"record_id": one, "cluster_id": other} for one, other in zip("bca", "121", strict=True)
        )
        after = people.assign(tx, renamed)
    assert dict(zip(after["record_id"], after["cluster_id"], strict=True)) == before


def test_a_record_with_a_smaller_id_does_not_rename_its_person(database: Database) -> None:
    with database.write() as tx:
        before = _assigned(tx, ["bc"])
        after = _assigned(tx, ["abc"])
    assert after["a"] == before["b"]


def test_on_a_merge_the_older_wins(database: Database) -> None:
    with database.write() as tx:
        first = _assigned(tx, ["c"])
        _assigned(tx, ["c", "ab"])
        assert set(_assigned(tx, ["abc"]).values()) == {first["c"]}


def test_on_a_split_the_part_with_most_of_the_records_keeps_the_id(database: Database) -> None:
    with database.write() as tx:
        before = _assigned(tx, ["abcde"])
        after = _assigned(tx, ["ab", "cde"])
    assert after["c"] == before["c"]
    assert after["a"] != before["a"]


def test_on_an_even_split_the_part_with_the_smallest_record_keeps_the_id(
    database: Database,
) -> None:
    with database.write() as tx:
        before = _assigned(tx, ["abcd"])
        after = _assigned(tx, ["bc", "ad"])
    assert after["a"] == before["a"]
    assert after["b"] == minted_person_id(RecordId("b"))


def test_a_record_that_leaves_the_person_minted_of_it_gets_a_new_id(database: Database) -> None:
    with database.write() as tx:
        before = _assigned(tx, ["abc"])
        after = _assigned(tx, ["a", "bc"])
        assert after["b"] == before["a"] == minted_person_id(RecordId("a"))
        assert after["a"] not in before.values()
        again = _assigned(tx, ["abc"])
        assert set(again.values()) == set(before.values())
        assert _assigned(tx, ["a", "bc"])["a"] not in set(before.values())


def test_a_merge_that_is_undone_gives_the_ids_of_before(database: Database) -> None:
    with database.write() as tx:
        before = _assigned(tx, ["a", "b", "cd"])
        _assigned(tx, ["ab", "cd"])
        assert _assigned(tx, ["a", "b", "cd"]) == before


def test_somebody_who_is_gone_is_known_to_have_become_another(database: Database) -> None:
    with database.write() as tx:
        before = _assigned(tx, ["a", "b"])
        _assigned(tx, ["ab"])
        rows = tx.exec_driver_sql("SELECT person, merged_into FROM people ORDER BY sequence").all()
    assert rows == [(before["a"], None), (before["b"], before["a"])]


def test_a_record_that_is_in_no_cluster_is_nobodys(database: Database) -> None:
    with database.write() as tx:
        _assigned(tx, ["ab", "c"])
        assert set(_assigned(tx, ["a"])) == {"a"}
        assert _assigned(tx, []) == {}


def test_values_and_pairs_are_replaced_as_a_whole(database: Database) -> None:
    with database.write() as tx:
        persons = _assigned(tx, ["ab"])
        row = {"person": persons["a"], "property": "FN", "place": 0, "value": "Ada", "kind": ""}
        values = frames.VALUES.build([row | {"record_id": "a"}])
        pair = {"record_id_1": "a", "record_id_2": "b", "bits": 9.5, "probability": 0.99}
        pairs = frames.PAIRS.build([pair | {"zone": "merge", "reasons": "same e-mail +14.0"}])
        for _ in range(2):
            people.write_values(tx, values)
            people.write_pairs(tx, pairs)
        pd.testing.assert_frame_equal(people.values(tx), values)
        pd.testing.assert_frame_equal(people.pairs(tx), pairs)
        people.write_values(tx, frames.VALUES.empty())
        assert people.values(tx).empty


def _assigned_some(tx: Transaction, groups: Groups, gone: str) -> dict[str, str]:
    """Let each word be a cluster, and all records it does not name stay as they are."""
    rows = [{"record_id": one, "cluster_id": f"of {group}"} for group in groups for one in group]
    people.assign(tx, frames.CLUSTERS.build(rows), set(gone))
    kept = people.memberships(tx)
    return dict(zip(kept["record_id"], kept["cluster_id"], strict=True))


@pytest.mark.parametrize(
    ("begun", "some", "gone", "whole"),
    [
        (["ab", "cd"], ["abe"], "", ["abe", "cd"]),
        (["ab", "cd"], ["abcd"], "", ["abcd"]),
        (["abc", "de"], ["a", "bc"], "", ["a", "bc", "de"]),
        (["abc", "d"], ["c"], "ab", ["c", "d"]),
        (["bc", "a"], ["ab", "c"], "", ["ab", "c"]),
        (["abc", "d"], ["bc"], "a", ["bc", "d"]),
    ],
)
def test_whole_persons_are_assigned_as_with_all_others(
    database: Database, begun: list[str], some: list[str], gone: str, whole: list[str]
) -> None:
    with database.read() as tx:  # thrown away
        _assigned(tx, begun)
        wanted = _assigned(tx, whole)
        ages = tx.execute(select(tables.people)).all()
    with database.write() as tx:
        _assigned(tx, begun)
        assert _assigned_some(tx, some, gone) == wanted
        assert tx.execute(select(tables.people)).all() == ages


def test_a_record_that_left_its_person_gets_a_second_id_while_the_first_is_elsewhere(
    database: Database,
) -> None:
    with database.write() as tx:
        before = _assigned(tx, ["abc"])
        parted = _assigned(tx, ["a", "bc"])
        assert parted["b"] == before["a"] != parted["a"]
        again = _assigned_some(tx, ["d"], "")
        assert {one: again[one] for one in "abc"} == parted
