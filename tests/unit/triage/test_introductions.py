import time
from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts import frames
from triage.introductions import introductions

Build = Callable[..., pd.DataFrame]
AS_OF = date(2026, 6, 1)
NEW_JOB = {
    "person": "ann",
    "kind": "new_job",
    "old": "CTO at Quay",
    "new": "CEO at Lund Oy",
    "as_of": "2026-05-01",
    "record_id": "lann",
    "file": "new.zip",
    "locator": "Connections.csv:2",
}
ASKED = {
    "person": "ann",
    "record_id": "lann",
    "kind": "loop",
    "direction": "in",
    "on": "2026-05-01",
    "text": "Do you know a good accountant in Turku?",
    "file": "archive.zip",
    "locator": "messages.csv:2",
}


def ties(*persons: str, **p_known: float) -> pd.DataFrame:
    """Return ties of those people; a keyword sets the chance of one of them."""
    return frames.TIES.build(
        {
            "person": person,
            "activation": -1.0,
            "p_known": p_known.get(person, 0.5),
            "tie_class": "known",
            "last_contact": "2026-01-01",
            "pieces": 3,
            "value": 2.0,
            "reasons": "",
        }
        for person in persons
    )


def people(**columns: dict[str, object]) -> pd.DataFrame:
    """Return the people named by keyword, with what is known of each."""
    return frames.PEOPLE.build(
        {"person": person, "name": f"{person.title()} Lind", "sources": 1} | row
        for person, row in columns.items()
    )


def found(
    strengths: pd.DataFrame,
    who: pd.DataFrame,
    *,
    evidence: pd.DataFrame | None = None,
    said: tuple[dict[str, object], ...] = (),
    news: tuple[dict[str, object], ...] = (),
    answers: tuple[dict[str, object], ...] = (),
    made: set[tuple[str, str]] = frozenset(),  # type: ignore[assignment]
    most: int = 10,
) -> list[dict[str, object]]:
    return frames.rows(
        introductions(
            strengths,
            who,
            frames.EVIDENCE.empty() if evidence is None else evidence,
            frames.SAID.build(said),
            frames.NEWS.build(news),
            frames.ANSWERS.build(answers),
            AS_OF,
            made,
            most,
        )
    )


LUND = {"company": "Lund Oy"}
BOTH = people(ann=LUND, bo={"company": "LUND OY"}, cy={"company": "Fjord"})


def test_somebody_who_has_just_joined_meets_somebody_who_is_there() -> None:
    (pair,) = found(ties("ann", "bo", "cy"), BOTH, news=(NEW_JOB,))
    assert (pair["person_1"], pair["person_2"], pair["kind"]) == ("ann", "bo", "new_colleagues")
    assert pair["reason"] == "Ann Lind is new at Lund Oy, where Bo Lind is, too."


@pytest.mark.parametrize(
    "news", [{"as_of": "2025-01-01"}, {"as_of": "2026-07-01"}, {"kind": "new_name"}, {"new": "X"}]
)
def test_old_and_other_news_are_no_reason(news: dict[str, object]) -> None:
    assert found(ties("ann", "bo"), BOTH, news=(NEW_JOB | news,)) == []


def test_a_question_meets_the_field_of_another() -> None:
    who = people(
        ann={"title": "Potter"}, bo={"title": "Chartered Accountant"}, cy={"title": "Manager"}
    )
    (pair,) = found(ties("ann", "bo", "cy"), who, said=(ASKED,))
    assert (pair["person_1"], pair["person_2"], pair["kind"]) == ("ann", "bo", "question")
    assert pair["reason"] == (
        "Ann Lind asked on 1 May 2026: “Do you know a good accountant in Turku?” Bo Lind is"
        " Chartered Accountant."
    )


@pytest.mark.parametrize(
    "asked",
    [
        {"on": "2024-05-01"},
        {"direction": "out"},
        {"kind": "hint"},
        {"text": "Did the accountant call?"},  # asks for nobody
        {"text": "Do you know the manager?"},  # no field
    ],
)
def test_other_sentences_are_no_reason(asked: dict[str, object]) -> None:
    who = people(ann={}, bo={"title": "Accountant, manager"})
    assert found(ties("ann", "bo"), who, said=(ASKED | asked,)) == []


def test_two_whose_cards_are_of_one_event_or_day(evidence: Build) -> None:
    who = people(ann={"event": "PyCon 2026"}, bo={"event": "pycon 2026"}, cy={}, di={})
    cards = evidence(
        ("cy", {"kind": "card", "direction": "both"}), ("di", {"kind": "card", "direction": "both"})
    )
    pairs = found(ties("ann", "bo", "cy", "di", ann=0.9), who, evidence=cards)
    assert [pair["reason"] for pair in pairs] == [
        "You have cards of Ann Lind and Bo Lind from PyCon 2026.",
        "Your cards of Cy Lind and Di Lind are both of 1 June 2025.",
    ]
    assert {pair["kind"] for pair in pairs} == {"same_event"}


@pytest.mark.parametrize("pair", [("ann", "bo"), ("bo", "ann")])
def test_no_pair_twice(pair: tuple[str, str]) -> None:
    assert found(ties("ann", "bo"), BOTH, news=(NEW_JOB,), made={pair}) == []


def test_whoever_was_let_go_has_no_name_or_no_tie_is_left_alone() -> None:
    gone = ({"person": "bo", "answer": "let_go", "on": "2026-05-20"},)
    assert found(ties("ann", "bo"), BOTH, news=(NEW_JOB,), answers=gone) == []
    assert found(ties("ann"), BOTH, news=(NEW_JOB,)) == []
    nameless = people(ann=LUND, bo=LUND | {"name": None})
    assert found(ties("ann", "bo"), nameless, news=(NEW_JOB,)) == []


def test_the_strongest_ties_come_first_nobody_twice_and_no_more_than_asked_for() -> None:
    names = ("ann", "bo", "cy", "di", "ed", "flo")
    who = people(**{name: {"event": "PyCon"} for name in names})
    strengths = ties(*names, ann=0.9, cy=0.8, bo=0.2)
    pairs = found(strengths, who)
    assert [(pair["person_1"], pair["person_2"]) for pair in pairs] == [("ann", "cy"), ("di", "ed")]
    assert found(strengths, who, most=1) == pairs[:1]
    assert found(strengths, who, most=0) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(["PyCon", "Fair", None]), st.floats(0, 1)), min_size=2, max_size=9
    ),
    st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=5),
)
@settings(max_examples=25, deadline=None)
def test_pairs_are_of_two_people_new_and_in_the_order_of_their_strength(
    drawn: list[tuple[str | None, float]], made: set[tuple[int, int]]
) -> None:
    names = [f"p{number}" for number in range(len(drawn))]
    chances = {name: chance for name, (_, chance) in zip(names, drawn, strict=True)}
    who = people(**{name: {"event": row[0]} for name, row in zip(names, drawn, strict=True)})
    done = {(f"p{one}", f"p{other}") for one, other in made}
    pairs = found(ties(*names, **chances), who, made=done)
    shown = [person for pair in pairs for person in (pair["person_1"], pair["person_2"])]
    assert len(set(shown)) == len(shown)
    for pair in pairs:
        one, other = str(pair["person_1"]), str(pair["person_2"])
        assert one < other
        assert not {(one, other), (other, one)} & done
        assert pair["score"] == pytest.approx(2 * (chances[one] * chances[other]) ** 0.5)
    scores = [float(str(pair["score"])) for pair in pairs]
    assert scores == sorted(scores, reverse=True)


def test_many_people_take_no_square_of_time() -> None:
    names = [f"p{number:05d}" for number in range(8000)]
    who = frames.PEOPLE.build(
        {
            "person": name,
            "name": name,
            "sources": 1,
            "company": f"Company {place % 40}",
            "title": f"Accountant of {place % 900}",
            "event": f"Event {place % 7}",
        }
        for place, name in enumerate(names)
    )
    news = tuple(
        NEW_JOB | {"person": name, "new": f"CEO at Company {place % 40}"}
        for place, name in enumerate(names[:2000])
    )
    said = tuple(ASKED | {"person": name} for name in names[:2000])
    begun = time.process_time()
    assert len(found(ties(*names), who, said=said, news=news)) == 10
    assert time.process_time() - begun < 3
