from collections.abc import Callable

import pandas as pd
import pytest

import dedupe
from contacts.frames import CLUSTERS, PAIRS, RECORDS
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict

People = Callable[..., pd.DataFrame]

PROFILE = "https://www.linkedin.com/in/"


def groups(frame: pd.DataFrame) -> set[frozenset[str]]:
    return {frozenset(ids) for _, ids in frame.groupby("cluster_id")["record_id"]}


def together(frame: pd.DataFrame, one: str, other: str) -> bool:
    label = frame.set_index("record_id")["cluster_id"]
    return bool(label[one] == label[other])


def judged(one: str, other: str, verdict: Verdict) -> Judgement:
    return Judgement(RecordId(one), RecordId(other), verdict)


CARD = {"full_name": "Ann Quillfeather", "company": "Acme Ltd", "emails": "ann.q@gmail.com"}


@pytest.mark.parametrize(
    "other",
    [
        {"full_name": "Quillfeather, Ann"},
        {"full_name": "QUILLFEATHER ANN"},
        {"full_name": "Dr. Ann Quillfeather, PhD"},
        {"full_name": "AnnQuillfeather", "company": "ACME"},
        {"full_name": "Annie Quillfeather", "company": "ACME"},
        {"full_name": "Ann Quilfeather", "company": "Acme Ltd."},
        {"full_name": "A. Quillfeather", "emails": "ann.q@gmail.com"},
        {"full_name": "Ann Quillfeather-Roe", "company": "Acme"},
        {"full_name": "Ann Roe", "profile_url": PROFILE + "ann-quillfeather-1a2b3c4d"},
        {"full_name": "Ann Quillfeather", "company": "Another Employer"},
    ],
)
def test_one_person_is_found_however_the_name_is_written(
    people: People, other: dict[str, str]
) -> None:
    found = dedupe.resolve(people(CARD, other))
    assert together(found.clusters, "r0", "r1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"profile_url": PROFILE + "ann-q-11111111"}, {"profile_url": PROFILE + "ann-q-22222222"}),
        ({"full_name": "Ann Quillfeather Sr."}, {"full_name": "Ann Quillfeather Jr."}),
        ({}, {"full_name": "Tom Quillfeather"}),
    ],
)
def test_vetoes_keep_apart_what_agrees_in_all_else(
    people: People, one: dict[str, str], other: dict[str, str]
) -> None:
    shared = {**CARD, "phones": "+49 40 1234567", "source": "linkedin"}
    found = dedupe.resolve(people({**shared, **one}, {**shared, **other}))
    assert not together(found.clusters, "r0", "r1")


def test_a_common_name_alone_is_not_merged_unasked(people: People) -> None:
    syllables = ("ba", "de", "fi", "go", "ku", "la", "me", "ni")
    words = [f"{a}{b}r".title() for a in syllables for b in syllables]
    crowd = [{"full_name": f"John {word}"} for word in words]
    crowd += [{"full_name": f"{word} Smith"} for word in words]
    pair = [{"full_name": "John Smith", "company": name} for name in ("Acme", "Zenith")]
    found = dedupe.resolve(people(*pair, *crowd))
    assert not together(found.unasked, "r0", "r1")


def test_namesakes_by_the_dozen_in_one_address_book_are_hardly_asked_about(people: People) -> None:
    syllables = ("ba", "de", "fi", "go", "ku", "la", "me", "ni")
    words = [f"{a}{b}r".title() for a in syllables for b in syllables]
    names = [f"{words[at % 40]} {words[at * at % 61]}" for at in range(2500)]
    found = dedupe.resolve(people(*({"full_name": name, "source": "vcard"} for name in names)))
    assert len(set(names)) < 1800
    assert found.unasked["cluster_id"].nunique() > 2450
    assert (found.pairs["zone"] == "ask").sum() < 50


def test_the_user_joins_what_a_veto_parts_and_parts_what_is_equal(people: People) -> None:
    rows = people(
        {**CARD, "profile_url": PROFILE + "one-11111111"},
        {**CARD, "profile_url": PROFILE + "two-22222222"},
        CARD,
        CARD,
    )
    said = [judged("r0", "r1", Verdict.SAME), judged("r2", "r3", Verdict.DIFFERENT)]
    for partition in (dedupe.resolve(rows, said).clusters, dedupe.resolve(rows, said).unasked):
        assert together(partition, "r0", "r1")
        assert not together(partition, "r2", "r3")


def test_the_newest_judgement_counts(people: People) -> None:
    said = [judged("r0", "r1", Verdict.DIFFERENT), judged("r1", "r0", Verdict.SAME)]
    assert together(dedupe.resolve(people(CARD, CARD), said).unasked, "r0", "r1")


def test_an_unsure_pair_is_asked_about_and_not_merged_unasked(people: People) -> None:
    found = dedupe.resolve(people(CARD, CARD), [judged("r0", "r1", Verdict.UNSURE)])
    assert not together(found.unasked, "r0", "r1")
    assert found.pairs["zone"].tolist() == ["ask"]


def test_same_is_transitive_and_different_wins_over_it(people: People) -> None:
    rows = people({"full_name": "Ann Roe"}, {"full_name": "Kai Lund"}, {"full_name": "Bo Ek"})
    said = [judged("r0", "r1", Verdict.SAME), judged("r1", "r2", Verdict.SAME)]
    assert groups(dedupe.resolve(rows, said).unasked) == {frozenset({"r0", "r1", "r2"})}
    said.append(judged("r0", "r2", Verdict.DIFFERENT))
    assert not together(dedupe.resolve(rows, said).unasked, "r0", "r2")


def test_a_judgement_on_a_record_that_is_gone_is_passed_over(people: People) -> None:
    found = dedupe.resolve(people(CARD), [judged("r0", "gone", Verdict.SAME)])
    assert groups(found.clusters) == {frozenset({"r0"})}


def test_a_card_that_fits_two_profiles_is_not_merged_unasked(people: People) -> None:
    name = {"full_name": "Ann Quillfeather"}
    rows = people(
        name,
        {**name, "source": "linkedin", "profile_url": PROFILE + "ann-11111111"},
        {**name, "source": "linkedin", "profile_url": PROFILE + "ann-22222222"},
    )
    found = dedupe.resolve(rows)
    assert found.unasked["cluster_id"].nunique() == 3
    assert set(found.pairs["zone"]) == {"ask"}


def test_reasons_name_the_evidence_and_add_up(people: People) -> None:
    rows = people(CARD, {**CARD, "full_name": "Annie Quillfeather", "company": "Zenith"})
    pair = dedupe.resolve(rows).pairs.iloc[0]
    for words in ("same e-mail", "same family name", "nickname Ann/Annie", "other company"):
        assert words in pair["reasons"]
    said = [float(reason.rsplit(" ", 1)[1]) for reason in pair["reasons"].split("; ")]
    assert sum(said) == pytest.approx(pair["bits"], abs=0.5)


def test_frames_have_the_documented_shape(people: People) -> None:
    found = dedupe.resolve(people(CARD, CARD, {"full_name": "Bo Ek"}))
    assert PAIRS.check(found.pairs) is found.pairs
    assert CLUSTERS.check(found.clusters)["record_id"].tolist() == ["r0", "r1", "r2"]
    assert CLUSTERS.check(found.unasked)["cluster_id"].tolist() == ["r0", "r0", "r2"]


def test_no_records_are_nobody() -> None:
    found = dedupe.resolve(RECORDS.empty())
    assert found.clusters.empty
    assert found.pairs.empty


def test_an_id_that_stands_there_twice_is_refused(people: People) -> None:
    rows = people(CARD, CARD).assign(record_id="same")
    with pytest.raises(ValueError, match="'same' stands there twice"):
        dedupe.resolve(RECORDS.typed(rows))


@pytest.mark.parametrize(("merge", "ask"), [(0.5, 0.9), (1.0, 0.1), (0.9, 0.0)])
def test_limits_out_of_order_are_refused(merge: float, ask: float) -> None:
    with pytest.raises(ValueError, match="ask"):
        dedupe.Limits(merge=merge, ask=ask)
