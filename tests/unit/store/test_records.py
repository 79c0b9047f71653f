from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from sqlalchemy import create_engine

from contacts import frames
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import Extraction, gathered
from contacts.identifiers import RecordId
from store import Database, bulk, people, records, tables

Say = Callable[[str, Extraction], dict[str, int]]
Said = Callable[..., Extraction]


def _alone(record_ids: list[str]) -> pd.DataFrame:
    return frames.CLUSTERS.build({"record_id": one, "cluster_id": one} for one in record_ids)


def test_rows_are_new_then_unchanged(say: Say, said: Said) -> None:
    extraction = said({"l1": "Ada", "l2": "Bob"})
    accounting = {"new": 2, "updated": 0, "unchanged": 0, "rejected": 0}
    assert say("aa", extraction) == accounting
    assert say("aa", extraction) == accounting | {"new": 0, "unchanged": 2}
    assert say("bb", extraction) == accounting | {"new": 0, "unchanged": 2}


def test_a_newer_file_updates_and_an_older_one_does_not(
    database: Database, say: Say, said: Said
) -> None:
    say("aa", said({"l1": "Ada", "l2": "Bob"}, "2024-05-01", ORG="Old"))
    newer = said({"l1": "Ada", "l2": "Bob", "l3": "Cy"}, "2025-05-01", ORG="New")
    assert say("bb", newer) == {"new": 1, "updated": 2, "unchanged": 0, "rejected": 0}
    older = said({"l1": "Ada"}, "2020-05-01", ORG="Oldest")
    assert say("cc", older) == {"new": 0, "updated": 0, "unchanged": 1, "rejected": 0}
    with database.read() as tx:
        current = records.current_claims(tx)
    companies = current[current["property"] == "ORG"]
    assert companies["record_id"].tolist() == ["l1", "l2", "l3"]
    assert set(companies["value"]) == {"New"}


def test_a_record_that_stands_twice_in_a_file_is_one_and_no_row_is_lost(
    database: Database, say: Say
) -> None:
    twice = [
        ContactRecord(
            RecordId("l1"), RecordSource.LINKEDIN, f"c.csv:{line}", (Claim(Property.NAME, "Ada"),)
        )
        for line in (2, 3)
    ]
    extraction = gathered(twice, [], extractor="linkedin", version="1", read=2)
    assert say("aa", extraction) == {"new": 1, "updated": 0, "unchanged": 1, "rejected": 0}
    with database.write() as tx:
        people.assign(tx, _alone(["l1"]))
        assert records.origins(tx)["locator"].tolist() == ["c.csv:2"]


def test_a_file_that_is_read_again_says_only_what_it_says_now(
    database: Database, say: Say, said: Said
) -> None:
    say("aa", said({"l1": "Ada", "l2": "Bob"}))
    say("bb", said({"l2": "Bob"}))
    with database.write() as tx:
        people.assign(tx, _alone(["l1", "l2"]))
    say("aa", said({"l3": "Cy"}))
    with database.write() as tx:
        assert sorted(set(records.current_claims(tx)["record_id"])) == ["l2", "l3"]
        assert people.memberships(tx)["record_id"].tolist() == ["l2"]


def test_missing_values_come_back_as_missing(database: Database, say: Say) -> None:
    record = ContactRecord(
        RecordId("v1"), RecordSource.VCARD, "vCard 1", (Claim(Property.NAME, "Ada \ud800"),)
    )
    say("aa", gathered([record], [], extractor="vcard", version="1", read=1))
    with database.read() as tx:
        (row,) = frames.rows(records.current_claims(tx))
    assert row["dated"] is None
    assert row["value"] == r"Ada \ud800"


def test_claims_of_a_record_that_was_not_observed_are_refused(said: Said, say: Say) -> None:
    extraction = said({"l1": "Ada"})
    stray = extraction.claims.assign(record_id=pd.array(["l9"], dtype="str"))
    with pytest.raises(ValueError, match="l9"):
        say("aa", replace(extraction, claims=stray))


def test_a_file_that_was_never_noted_cannot_be_written(database: Database, said: Said) -> None:
    with database.write() as tx, pytest.raises(ValueError, match="never noted"):
        records.write(tx, "aa", said({"l1": "Ada"}))


def test_the_same_interaction_in_two_archives_counts_once(
    database: Database, say: Say, said: Said
) -> None:
    say("aa", said({"l1": "Ada"}))
    both = said({"l1": "Ada", "l2": "Bob"})
    say("bb", replace(both, as_of="2025-01-01"))
    with database.write() as tx:
        people.assign(tx, _alone(["l1", "l2"]))
        evidence = records.evidence(tx)
    assert evidence["record_id"].tolist() == ["l1", "l2"]
    assert set(evidence["file"]) == {"linkedin/bb.csv"}


def test_what_one_file_tells_twice_happened_twice(database: Database, say: Say, said: Said) -> None:
    once = said({"l1": "Ada"})
    twice = pd.concat([once.interactions] * 2, ignore_index=True)
    say("aa", replace(once, interactions=twice))
    say("bb", once)
    with database.write() as tx:
        people.assign(tx, _alone(["l1"]))
        assert len(records.evidence(tx)) == 2


def test_evidence_belongs_to_the_person_who_has_the_record(
    database: Database, say: Say, said: Said
) -> None:
    say("aa", said({"l1": "Ada", "l2": "Ada L.", "l3": "nobody's"}))
    with database.write() as tx:
        clusters = _alone(["l1", "l2"]).assign(cluster_id=pd.array(["x", "x"], dtype="str"))
        (person,) = set(people.assign(tx, clusters)["cluster_id"])
        evidence = records.evidence(tx)
    assert evidence["record_id"].tolist() == ["l1", "l2"]
    assert set(evidence["person"]) == {person}


def test_an_empty_database_gives_empty_tables(database: Database) -> None:
    with database.read() as tx:
        for frame in (records.current_claims(tx), records.evidence(tx), records.origins(tx)):
            assert frame.empty
        assert people.values(tx).empty


def test_the_picture_of_a_card_comes_back(database: Database, say: Say, said: Said) -> None:
    say("aa", replace(said({"c1": "Ada", "c2": "Bob"}), crops={"c1": b"\xff\xd8picture"}))
    with database.read() as tx:
        assert records.crops(tx, ["c1", "c2", "c9"]) == {"c1": b"\xff\xd8picture"}


def test_a_database_that_takes_parameters_by_name_is_written_as_well() -> None:
    frame = frames.PAIRS.build(
        {"record_id_1": "a", "record_id_2": two, "bits": 1.5, "probability": 0.9}
        | {"zone": "ask", "reasons": "same e-mail +14.0"}
        for two in ("b", "c")
    )
    engine = create_engine("sqlite://", paramstyle="named")
    with engine.begin() as tx:
        tables.pairs.create(tx)
        bulk.write(tx, tables.pairs, frame.assign(by_model=1))
        pd.testing.assert_frame_equal(people.pairs(tx), frame)
    engine.dispose()
