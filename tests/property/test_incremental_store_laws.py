"""The law of adding, through the store: people and pairs are those of all files at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import store
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import gathered
from contacts.identifiers import RecordId
from contacts.judgements import Verdict
from contacts.sources import SourceFile, SourceKind
from flows.home import Options
from flows.stages import matching
from flows.stages.resolve import resolve

AT = "2026-03-04T05:06:07Z"
SOURCES = (RecordSource.VCARD, RecordSource.ADDRESS_BOOK, RecordSource.CALENDAR)
ROWS = st.fixed_dictionaries(
    {
        Property.NAME: st.sampled_from(["Ann Quillfeather", "A. Quillfeather", "Bo Ek", "Bo Ekk"]),
        Property.COMPANY: st.sampled_from(["", "Acme", "Zenith"]),
        Property.EMAIL: st.sampled_from(["", "", "ann@acme.com", "bo@zenith.de"]),
        Property.PHONE: st.sampled_from(["", "040 1234567"]),
        Property.URL: st.sampled_from(["", "", "https://www.linkedin.com/in/ann-1111111"]),
    }
)
PEOPLE = st.lists(st.tuples(st.sampled_from(SOURCES), ROWS), min_size=2, max_size=8)
SAID = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11), st.sampled_from(Verdict)), max_size=3
)


@contextmanager
def opened() -> Iterator[tuple[store.Database, Options]]:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/weakties.db"
        database = store.Database.open(url)
        try:
            yield database, Options(as_of=date(2026, 6, 30), database_url=url)
        finally:
            database.close()


def read_in(
    database: store.Database, at: int, said: tuple[RecordSource, dict[Property, str]]
) -> None:
    source, values = said
    claims = tuple(Claim(kind, value) for kind, value in values.items() if value)
    record = ContactRecord(RecordId(f"r{at:02}"), source, "line 1", claims)
    sha256 = f"{at:064}"
    with database.write() as tx:
        store.sources.note(tx, [SourceFile(sha256, SourceKind.VCARD, 9, (f"{at}.vcf",))])
        told = gathered([record], [], extractor="test", version="1", read=1)
        store.records.write(tx, sha256, told)


def say(database: store.Database, one: str, other: str, verdict: Verdict) -> None:
    said = {"first": one, "second": other, "verdict": verdict.value}
    with database.write() as tx:
        store.acts.append(tx, store.acts.JUDGEMENT, said, AT)


def found(database: store.Database) -> tuple[list[str], pd.DataFrame]:
    with database.read() as tx:
        people = [line for line in store.dump.dump(tx) if '"type": "person"' in line]
        return people, store.people.pairs(tx)


@settings(max_examples=4, deadline=None)
@given(PEOPLE, SAID, st.randoms(use_true_random=False))
def test_files_in_any_order_leave_the_people_and_pairs_of_all_at_once(
    people: list[tuple[RecordSource, dict[Property, str]]],
    said: list[tuple[int, int, Verdict]],
    random: Random,
) -> None:
    order = list(range(len(people)))
    random.shuffle(order)
    cut = random.randrange(1, len(order) + 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "FEW", 0)
        patch.setattr(matching, "GROWTH", 1e9)
        with opened() as (added, options), opened() as (at_once, other):
            for at in order[:cut]:
                read_in(added, at, people[at])
            resolve(added, options)
            for at in order[cut:]:
                read_in(added, at, people[at])
                resolve(added, options)
            for one, two, verdict in said:
                if one % len(people) != two % len(people):
                    pair = f"r{one % len(people):02}", f"r{two % len(people):02}"
                    for database in (added, at_once):
                        say(database, *pair, verdict)
                    resolve(added, options)
            with added.read() as tx:
                model = store.models.newest(tx)
            assert model is not None
            assert model.number == 1
            for at in sorted(order):
                read_in(at_once, at, people[at])
            with at_once.write() as tx:
                store.models.write(tx, model.content, model.changes, model.as_of)
            resolve(at_once, other)
            ours, theirs = found(added), found(at_once)
    assert ours[0] == theirs[0]
    pd.testing.assert_frame_equal(ours[1], theirs[1], check_exact=True)
