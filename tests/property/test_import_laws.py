"""The laws of taking imports back: undone, all is as before; not undone, as if never read."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from contacts import frames
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import Extraction, gathered
from contacts.identifiers import RecordId
from contacts.interactions import Direction, Interaction, InteractionKind
from contacts.sources import SourceFile, SourceKind
from store import Database, Transaction, acts, dump, imports, people, records, sources

few = settings(max_examples=15, deadline=None)  # each writes a database or two
AT = "2026-03-04T05:06:07Z"
Opened = Callable[[], AbstractContextManager[Database]]
FILES = ("11", "22", "33")


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    found, seen = [], []
    for name in sorted(draw(st.sets(st.sampled_from("abcde"), max_size=4))):
        record, day = RecordId(name), draw(st.dates(date(2020, 1, 1), date(2020, 1, 9)))
        company = Claim(Property.COMPANY, draw(st.sampled_from(["Fjord", "Lund"])))
        said = (Claim(Property.NAME, name), company)
        found.append(ContactRecord(record, RecordSource.LINKEDIN, f"c.csv:{name}", said, day))
        kind = InteractionKind.CONNECTED
        seen.append(Interaction(record, kind, Direction.BOTH, day, f"c.csv:{name}"))
    crops = {one.record_id: b"\xff\xd8" for one in found}
    return gathered(found, seen, extractor="x", version="1", read=len(found), crops=crops)


def take_in(tx: Transaction, sha256: str, extraction: Extraction) -> int:
    sources.note(tx, [SourceFile(sha256, SourceKind.LINKEDIN, 9, (f"linkedin/{sha256}.csv",))])
    return imports.write(tx, sha256, extraction, AT).number


def resolve(tx: Transaction) -> None:
    """Make everybody a person of their own."""
    known = sorted(set(records.current_claims(tx)["record_id"]))
    people.assign(tx, frames.CLUSTERS.build({"record_id": one, "cluster_id": one} for one in known))


def without_sources(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not line.startswith('{"type": "source"')]


@few
@given(st.lists(extractions(), min_size=1, max_size=3), st.data())
def test_as_many_undoings_as_reverts_leave_an_equal_dump(
    opened: Opened, said: list[Extraction], data: st.DataObject
) -> None:
    with opened() as database, database.write() as tx:
        numbers = [take_in(tx, *pair) for pair in zip(FILES, said, strict=False)]
        resolve(tx)
        before = list(dump.dump(tx))
        chosen = data.draw(st.lists(st.sampled_from(numbers), unique=True))
        done = [imports.revert(tx, number, AT) for number in chosen]
        if data.draw(st.booleans()):
            resolve(tx)
        for act in data.draw(st.permutations(done)):
            acts.undo(tx, act, AT)
        resolve(tx)
        assert list(dump.dump(tx)) == before


@few
@given(st.lists(extractions(), min_size=2, max_size=3), st.data())
def test_a_reverted_file_might_as_well_never_have_been_read(
    opened: Opened, said: list[Extraction], data: st.DataObject
) -> None:
    kept = data.draw(st.sets(st.sampled_from(range(len(said)))))
    with opened() as one, opened() as other:
        with one.write() as tx:
            numbers = [take_in(tx, *pair) for pair in zip(FILES, said, strict=False)]
            for place, number in enumerate(numbers):
                if place not in kept:
                    imports.revert(tx, number, AT)
            resolve(tx)
            reverted = list(dump.dump(tx)), list(records.evidence(tx).itertuples(index=False))
            crops = records.crops(tx, "abcde")
        with other.write() as tx:
            for place in sorted(kept):
                take_in(tx, FILES[place], said[place])
            resolve(tx)
            never = list(dump.dump(tx)), list(records.evidence(tx).itertuples(index=False))
            assert records.crops(tx, "abcde") == crops
        assert without_sources(reverted[0]) == without_sources(never[0])
        assert str(reverted[1]) == str(never[1])


@few
@given(st.lists(extractions(), min_size=2, max_size=3))
def test_a_file_that_is_read_while_another_is_reverted_counts_as_if_that_was_never_there(
    opened: Opened, said: list[Extraction]
) -> None:
    with opened() as one, opened() as other:
        with one.write() as tx:
            imports.revert(tx, take_in(tx, FILES[0], said[0]), AT)
            take_in(tx, FILES[1], said[1])
            (_, receipt) = imports.listed(tx)
        with other.write() as tx:
            take_in(tx, FILES[1], said[1])
            (alone,) = imports.listed(tx)
        assert (receipt.new, receipt.updated) == (alone.new, alone.updated)
        assert receipt.rows == alone.rows == len(said[1].observations)
