"""The laws of the store: order, repetition and undoing leave an equal dump."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts import frames
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import Extraction, Rejection, gathered
from contacts.identifiers import RecordId
from contacts.interactions import Direction, Interaction, InteractionKind
from contacts.sources import SourceFile, SourceKind
from store import Database, Transaction, acts, dump, people, records, sources

RECORD_IDS = "abcdefgh"
few = settings(max_examples=15, deadline=None)  # each writes a database or two
AT = "2026-03-04T05:06:07Z"
Opened = Callable[[], AbstractContextManager[Database]]


@dataclass(frozen=True)
class File:
    file: SourceFile
    extraction: Extraction


class Claimed(NamedTuple):
    record_id: str
    property: str
    value: str


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    days = st.none() | st.dates(date(2015, 1, 1), date(2025, 1, 1))
    claimed = st.builds(
        Claim,
        st.sampled_from(Property),
        st.text(max_size=5),
        st.sampled_from(["", "work"]),
        st.just(""),
        st.sampled_from([1.0, 1 / 3]),
    )
    found: list[ContactRecord] = []
    seen: list[Interaction] = []
    for record_id in draw(st.lists(st.sampled_from(RECORD_IDS), max_size=4)):
        said, day = tuple(draw(st.lists(claimed, max_size=3))), draw(days)
        record = RecordId(record_id)
        found.append(ContactRecord(record, RecordSource.LINKEDIN, f"row {len(found)}", said, day))
        kind = draw(st.sampled_from([InteractionKind.CONNECTED, InteractionKind.MESSAGE]))
        seen.append(Interaction(record, kind, Direction.BOTH, day, f"row {len(found)}"))
    rejected = (Rejection("a.csv", 3, "no name"),) * draw(st.integers(0, 2))
    read = len(found) + len(rejected)
    return gathered(found, seen, extractor="x", version="1", read=read, rejected=rejected)


@st.composite
def inboxes(draw: st.DrawFn) -> list[File]:
    names = st.sets(st.sampled_from(["a.csv", "b/a.csv", "c.csv"]), min_size=1)
    return [
        File(
            SourceFile(sha256, SourceKind.LINKEDIN, 9, tuple(sorted(draw(names)))),
            draw(extractions()),
        )
        for sha256 in draw(st.lists(st.sampled_from(["11", "22", "33"]), unique=True))
    ]


def read_in(database: Database, files: Iterable[File], *, cut_short: bool = False) -> None:
    for file in files:
        with database.write() as tx:
            sources.note(tx, [file.file])
            records.write(tx, file.file.sha256, file.extraction)
            if cut_short:
                raise KeyboardInterrupt


def resolve(tx: Transaction, clusters: Sequence[int]) -> pd.DataFrame:
    """Put each known record into the cluster of that number."""
    known = set(records.current_claims(tx)["record_id"])
    return people.assign(
        tx,
        frames.CLUSTERS.build(
            {"record_id": record_id, "cluster_id": str(cluster)}
            for record_id, cluster in zip(RECORD_IDS, clusters, strict=True)
            if record_id in known
        ),
    )


def claims_of(tx: Transaction) -> list[Claimed]:
    return [Claimed(*row) for row in records.current_claims(tx)[list(Claimed._fields)].to_numpy()]


def state(database: Database) -> list[str]:
    with database.read() as tx:
        return list(dump.dump(tx))


PARTITIONS = st.lists(st.integers(0, 3), min_size=8, max_size=8)


@few
@given(inboxes(), st.data(), PARTITIONS, PARTITIONS)
def test_files_in_any_order_any_number_of_times_give_an_equal_dump(
    opened: Opened, files: list[File], data: st.DataObject, early: list[int], late: list[int]
) -> None:
    shuffled = data.draw(st.permutations([*files, *files]))
    with opened() as one, opened() as other:
        read_in(one, files)
        for number, file in enumerate(shuffled):
            read_in(other, [file])
            with other.write() as tx:
                resolve(tx, early[number:] + early[:number])
        for database in (one, other):
            with database.write() as tx:
                resolve(tx, late)
        assert state(one) == state(other)


@few
@given(inboxes())
def test_every_row_is_accounted_for(opened: Opened, files: list[File]) -> None:
    with opened() as database, database.write() as tx:
        for file in files:
            sources.note(tx, [file.file])
            accounting = records.write(tx, file.file.sha256, file.extraction)
            assert sum(accounting.values()) == file.extraction.read
            assert min(accounting.values()) >= 0
            again = records.write(tx, file.file.sha256, file.extraction)
            assert again["new"] == again["updated"] == 0


@few
@given(inboxes(), extractions())
def test_a_write_that_is_cut_short_leaves_an_equal_dump(
    opened: Opened, files: list[File], late: Extraction
) -> None:
    with opened() as database:
        read_in(database, files)
        before = state(database)
        file = SourceFile("99", SourceKind.LINKEDIN, 9, ("late.csv",))
        with pytest.raises(KeyboardInterrupt):
            read_in(database, [File(file, late)], cut_short=True)
        assert state(database) == before


@few
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("def")), max_size=5), st.data())
def test_as_many_undoings_as_acts_leave_what_was_there(
    opened: Opened, judged: list[tuple[str, str]], data: st.DataObject
) -> None:
    with opened() as database, database.write() as tx:
        acts.append(tx, acts.JUDGEMENT, {"first": "a", "second": "b", "verdict": "same"}, AT)
        before = (acts.judgements(tx), list(dump.dump(tx)))
        done = [
            acts.append(tx, acts.JUDGEMENT, {"first": x, "second": y, "verdict": "different"}, AT)
            for x, y in judged
        ]
        for act in data.draw(st.permutations(done)):
            acts.undo(tx, act, AT)
        assert (acts.judgements(tx), list(dump.dump(tx))) == before


CORRECTIONS = st.lists(
    st.tuples(
        st.sampled_from("abz"),
        st.sampled_from([Property.NAME, Property.EMAIL]),
        st.lists(st.text(max_size=3), max_size=2),
    ),
    max_size=6,
)


def correct(tx: Transaction, record_id: str, property_: Property, values: list[str]) -> int:
    said = [{"value": value, "kind": ""} for value in values]
    payload = {"record_id": record_id, "property": property_.value, "values": said}
    return acts.append(tx, acts.CORRECTION, payload, AT)


@few
@given(inboxes(), CORRECTIONS, CORRECTIONS, PARTITIONS, st.data())
def test_as_many_undoings_as_corrections_leave_an_equal_dump(
    opened: Opened,
    files: list[File],
    earlier: list[tuple[str, Property, list[str]]],
    later: list[tuple[str, Property, list[str]]],
    clusters: list[int],
    data: st.DataObject,
) -> None:
    with opened() as database, database.write() as tx:
        for file in files:
            sources.note(tx, [file.file])
            records.write(tx, file.file.sha256, file.extraction)
        for words in earlier:
            correct(tx, *words)
        resolve(tx, clusters)
        before = list(dump.dump(tx))
        done = [correct(tx, *words) for words in later]
        resolve(tx, clusters)
        held = {(row.record_id, row.property): row.value for row in claims_of(tx)}
        known = {record_id for record_id, _ in held}
        for record_id, property_, values in {words[:2]: words for words in later}.values():
            if record_id in known:
                assert held.get((record_id, property_.value)) == (values[-1] if values else None)
        for act in data.draw(st.permutations(done)):
            acts.undo(tx, act, AT)
        resolve(tx, clusters)
        assert list(dump.dump(tx)) == before


@few
@given(st.lists(PARTITIONS, min_size=1, max_size=5))
def test_persons_are_the_clusters_and_no_id_is_ever_two(
    opened: Opened, partitions: list[list[int]]
) -> None:
    everybody = [
        ContactRecord(RecordId(one), RecordSource.VCARD, "card", (Claim(Property.NAME, one),))
        for one in RECORD_IDS
    ]
    file = SourceFile("11", SourceKind.VCARD, 9, ("a.vcf",))
    whole = gathered(everybody, [], extractor="x", version="1", read=8)
    with opened() as database:
        read_in(database, [File(file, whole)])
        with database.write() as tx:
            for clusters in partitions:
                assigned = resolve(tx, clusters)
                pairs = set(zip(clusters, assigned["cluster_id"], strict=True))
                assert len(pairs) == len(set(clusters)) == assigned["cluster_id"].nunique()
                pd.testing.assert_frame_equal(resolve(tx, clusters), assigned)
                pd.testing.assert_frame_equal(people.memberships(tx), assigned)
