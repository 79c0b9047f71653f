import json
from collections.abc import Callable

import pandas as pd
import pytest

import dedupe
from contacts.frames import RECORDS

People = Callable[..., pd.DataFrame]

CARD = {"full_name": "Ann Quillfeather", "company": "Acme Ltd", "emails": "ann.q@gmail.com"}
CROWD = [
    {**CARD, "phones": "040 1234567"},
    {**CARD, "full_name": "Annie Quillfeather"},
    {"full_name": "A. Quillfeather", "phones": "040 1234567"},
    {"full_name": "Bo Ek", "company": "Acme", "phones": "040 1234567"},
    {"full_name": "Kai Lund", "source": "linkedin", "profile_url": "linkedin.com/in/kai-1111111"},
    {"full_name": "Kai Lund", "emails": "kai@zenith.de", "date": "2024-01-02"},
]


def assert_equal(one: dedupe.Resolution, other: dedupe.Resolution) -> None:
    pd.testing.assert_frame_equal(one.clusters, other.clusters)
    pd.testing.assert_frame_equal(one.unasked, other.unasked)
    pd.testing.assert_frame_equal(one.pairs, other.pairs, check_exact=True)


def test_a_model_finds_the_same_as_the_resolution_it_was_fitted_in(people: People) -> None:
    rows = people(*CROWD)
    assert_equal(dedupe.resolve(rows, model=dedupe.fit(rows)), dedupe.resolve(rows))


def test_a_model_comes_back_from_json_as_it_was(people: People) -> None:
    rows = people(*CROWD)
    model = dedupe.fit(rows)
    back = dedupe.Model.from_json(json.loads(json.dumps(model.as_json())))
    assert back.as_json() == model.as_json()
    assert_equal(dedupe.resolve(rows, model=back), dedupe.resolve(rows, model=model))


def test_a_model_lists_only_what_several_names_share(people: People) -> None:
    counts = dedupe.fit(people(*CROWD)).counts
    assert (counts.names, counts.given, counts.family) == (4, {}, {"quillfeather": 2})
    assert (counts.nickname, counts.company) == ({"ann": 2}, {"acme": 2})
    assert (counts.phone, counts.mail) == ({"01234567": 2}, {})


def test_what_two_records_weigh_depends_on_them_and_the_model_alone(people: People) -> None:
    rows = people(*CROWD)
    model = dedupe.fit(rows)
    among_all = dedupe.resolve(rows, model=model).pairs
    alone = dedupe.resolve(RECORDS.typed(rows.iloc[:2]), model=model).pairs
    first = among_all[(among_all["record_id_1"] == "r0") & (among_all["record_id_2"] == "r1")]
    pd.testing.assert_frame_equal(first.reset_index(drop=True), alone, check_exact=True)


def test_two_names_at_a_phone_that_a_model_never_saw_are_two(people: People) -> None:
    model = dedupe.fit(people(*CROWD))
    shared = {"phones": "030 9876543", "emails": "home@quill.org"}
    rows = people(
        {**CARD, **shared}, {**CARD, **shared, "full_name": "Ann Quillfeather-Roe", "emails": ""}
    )
    told = dedupe.resolve(rows, model=model).pairs["reasons"].iloc[0]
    assert "same phone" in told
    other = people({**CARD, **shared}, {**CARD, **shared, "full_name": "B. Quillfeather"})
    pairs = dedupe.resolve(other, model=model).pairs
    assert all("(2 names share it)" in reasons for reasons in pairs["reasons"])


def test_a_model_of_no_records_is_one(people: People) -> None:
    model = dedupe.fit(RECORDS.empty())
    assert set(dedupe.resolve(people(CARD, CARD), model=model).unasked["cluster_id"]) == {"r0"}


def test_an_index_refuses_what_outgrows_its_model_and_stays_as_it_was(people: People) -> None:
    begun = dedupe.settled(people(CARD))
    index = dedupe.Index(begun.model, people(CARD), begun.places)
    letters = "bdfgklmnprst"
    names = [f"{a}{b}o {b}{a}unde" for a in letters for b in letters]
    crowd = people(*({"full_name": name, "phones": "040 7654321"} for name in names))
    crowd = RECORDS.typed(crowd.assign(record_id="n" + crowd["record_id"]))
    with pytest.raises(dedupe.OutgrownError):
        index.add(crowd)
    assert len(index) == 1
    assert set(index.add(people(CARD, CARD)).found.unasked["cluster_id"]) == {"r0"}
