from collections.abc import Callable

import pandas as pd
import pytest

import dedupe
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict, Zone
from dedupe.explanation import explained

People = Callable[..., pd.DataFrame]
PROFILE = "https://www.linkedin.com/in/"
CARD = {"full_name": "Ann Quillfeather", "company": "Acme Ltd", "emails": "ann.q@gmail.com"}


def judged(one: str, other: str, verdict: Verdict) -> Judgement:
    return Judgement(RecordId(one), RecordId(other), verdict)


def test_a_person_is_explained_by_the_bits_that_decided(people: People) -> None:
    rows = people(CARD, {**CARD, "full_name": "Annie Quillfeather"}, {"full_name": "Bo Ek"})
    (pair,) = explained(rows, (), ["r0", "r1"], most_near=3).within
    stored = dedupe.resolve(rows).pairs.iloc[0]
    assert (pair.first, pair.second, pair.zone) == ("r0", "r1", Zone.MERGE)
    assert pair.bits == pytest.approx(stored["bits"])
    assert "; ".join(f"{one.words} {one.bits:+.1f}" for one in pair.evidence) == stored["reasons"]


def test_who_comes_near_is_told_with_what_parts_them(people: People) -> None:
    shared = {**CARD, "source": "linkedin"}
    rows = people(
        {**shared, "profile_url": PROFILE + "one-11111111"},
        {**shared, "profile_url": PROFILE + "two-22222222"},
        {**CARD, "full_name": "Tom Quillfeather"},
    )
    near = explained(rows, (), ["r0"], most_near=5).near
    assert [(one.second, one.zone) for one in near] == [("r1", Zone.APART), ("r2", Zone.APART)]
    assert [one.veto.words for one in near if one.veto] == [
        "two LinkedIn profiles",
        "two given names in one family",
    ]
    assert len(explained(rows, (), ["r0"], most_near=1).near) == 1


def test_your_word_is_named_where_it_parts_two(people: People) -> None:
    rows = people(CARD, CARD, CARD)
    said = [judged("r0", "r1", Verdict.DIFFERENT), judged("r1", "r2", Verdict.SAME)]
    (near,) = explained(rows, said, ["r0"], most_near=5).near
    assert near.veto is not None
    assert (near.veto.first, near.veto.second) == ("r0", "r1")
    assert near.veto.words == "you said they are two"


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Taogang Zhao", "Zhao Taogang", ("same Taogang", "same Zhao")),
        ("Lyubov Petrov", "Petrov Liubov", ("Lyubov/Liubov sound alike", "same Petrov")),
        ("Robert Quill", "Quill Bob", ("nickname Robert/Bob", "same Quill")),
    ],
)
def test_a_turned_name_is_told_by_the_words_that_agree(
    people: People, one: str, other: str, words: tuple[str, str]
) -> None:
    rows = people(*({**CARD, "full_name": name} for name in (one, other)))
    told = dedupe.resolve(rows).pairs.iloc[0]["reasons"]
    for said in words:
        assert f"{said}, given name of one and family name of the other" in told
    assert "order of the names turned" in told


def test_a_lone_name_is_told_as_such(people: People) -> None:
    rows = people({**CARD, "full_name": "Jeremy"}, {**CARD, "full_name": "Jeremy Bray"})
    assert "same Jeremy, the only name of one" in dedupe.resolve(rows).pairs.iloc[0]["reasons"]


def test_profiles_that_the_user_joined_are_not_called_the_same(people: People) -> None:
    rows = people(
        {**CARD, "profile_url": PROFILE + "one-11111111"},
        {**CARD, "profile_url": PROFILE + "two-22222222"},
    )
    pair = dedupe.resolve(rows, [judged("r0", "r1", Verdict.SAME)]).pairs.iloc[0]
    assert "two profiles that you said are one person's" in pair["reasons"]


@pytest.mark.parametrize("pair", [("r0", "r2"), ("r1", "r2"), ("r0", "r3"), ("r1", "r3")])
def test_whichever_records_of_two_people_are_called_the_same_all_of_both_are(
    people: People, pair: tuple[str, str]
) -> None:
    king = {"full_name": "Bela King", "company": "Zenith", "emails": "bela@zenith.de"}
    rows = people(
        {**CARD, "profile_url": PROFILE + "ann-11111111"},
        CARD,
        king,
        {**king, "profile_url": PROFILE + "bela-22222222"},
    )
    found = dedupe.resolve(rows, [judged(*pair, Verdict.SAME)])
    assert set(found.unasked["cluster_id"]) == {"r0"}


def test_of_two_people_one_pair_is_asked_about(people: People) -> None:
    alike = [{"full_name": name, "company": "Acme"} for name in ("Rob Quill", "Rob Quill")]
    rows = people(*alike, {"full_name": "Bob Quill", "company": "Zenith"})
    pairs = dedupe.resolve(rows).pairs
    assert (pairs["zone"] == "ask").sum() == 1


def test_who_was_told_apart_is_not_asked_about_again(people: People) -> None:
    alike = [{"full_name": name, "company": "Acme"} for name in ("Rob Quill", "Rob Quill")]
    rows = people(*alike, {"full_name": "Bob Quill", "company": "Zenith"})
    said = [judged("r0", "r2", Verdict.DIFFERENT)]
    assert set(dedupe.resolve(rows, said).pairs["zone"]) == {"merge"}


def test_records_that_outgrew_their_model_are_explained_all_the_same(people: People) -> None:
    letters = "bdfgklmnprst"
    names = [f"{a}{b}o {b}{a}unde" for a in letters for b in letters]
    crowd = people(*({"full_name": name, "phones": "040 7654321"} for name in names))
    model = dedupe.fit(people(CARD))
    assert explained(crowd, (), ["r0"], most_near=2, model=model).within == ()
