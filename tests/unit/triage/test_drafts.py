import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.owed import OwedKind
from contacts.wording import MONTHS
from triage.drafts import Side, answer, congratulate, introduce, keep, thank

ON = date(2026, 5, 4)
ANN, BO = Side("Ann Lind", "Potter", "Lund Oy"), Side("Bo Ek", "Accountant", "Fjord")
BEGINNINGS = {"Hello", "I", "Here", "Thank", "Congratulations", "How", "If", "You"}
NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12).filter(str.strip)
WORD = re.compile(r"[^\W_]+")


def nouns(text: str) -> set[str]:
    """Return the words of a draft that are capitalised or no plain English: what it states."""
    return {
        word
        for word in WORD.findall(text)
        if (not word.isascii() or not word.islower()) and word not in BEGINNINGS
    }


def stated(*facts: str) -> set[str]:
    return {word for fact in facts for word in WORD.findall(fact)}


@given(NAMES, NAMES, st.dates(date(2003, 1, 1), date(2100, 1, 1)))
def test_a_draft_states_only_what_it_was_given(name: str, words: str, on: date) -> None:
    day = f"{on.day} {MONTHS[on.month - 1]} {on.year}"
    drafts = {
        answer(name, on, words): (name, day, words),
        keep(name, words, on): (name, day, words),
        thank(name, OwedKind.RECOMMENDATION, on): (name, day),
        thank(name, OwedKind.ENDORSEMENT, on): (name, day),
        thank(name, OwedKind.INTRODUCTION, on): (name,),
        congratulate(name, words): (name, words),
    }
    for draft, facts in drafts.items():
        assert nouns(draft) <= stated(*facts)


@given(st.builds(Side, NAMES, NAMES, NAMES), st.builds(Side, NAMES, NAMES, NAMES), NAMES)
def test_an_introduction_asks_each_of_the_two_and_states_only_what_it_was_given(
    one: Side, other: Side, reason: str
) -> None:
    first, second = introduce(one, other, reason)
    facts = (one.name, other.name, reason)
    assert nouns(first) <= stated(*facts, other.title, other.company)
    assert nouns(second) <= stated(*facts, one.title, one.company)


def test_the_drafts_in_full() -> None:
    assert answer("Ann", ON, "Are you at Fjord?") == (
        "Hello Ann, you wrote on 4 May 2026: “Are you at Fjord?” I never answered, and I am"
        " sorry. …"
    )
    assert keep("Ann", "I'll send the notes.", ON) == (
        "Hello Ann, I wrote on 4 May 2026: “I'll send the notes.” Here it is: …"
    )
    assert thank("Ann", OwedKind.RECOMMENDATION, ON) == (
        "Hello Ann, you wrote a recommendation for me on 4 May 2026: thank you! I would like to"
        " write one for you, too: for …?"
    )
    assert congratulate("Ann", "CEO at Lund Oy") == (
        "Hello Ann, I saw your new job: CEO at Lund Oy. Congratulations! How is it? …"
    )
    assert introduce(ANN, BO, "You both were at PyCon.")[0] == (
        "Hello Ann Lind, may I introduce you to Bo Ek (Accountant at Fjord)? You both were at"
        " PyCon. If you would rather not, just say so; I ask Bo Ek, too, before I connect the"
        " two of you."
    )


@pytest.mark.parametrize(
    ("side", "shown"),
    [
        (Side("Bo", "Accountant"), "Bo (Accountant)?"),
        (Side("Bo", company="Fjord"), "Bo (Fjord)?"),
        (Side("Bo"), "Bo?"),
        (Side(""), "…?"),
    ],
)
def test_what_is_not_known_is_left_out(side: Side, shown: str) -> None:
    assert f"may I introduce you to {shown}" in introduce(ANN, side)[0]
    assert answer("", ON).startswith("Hello, you wrote on 4 May 2026.")
    assert keep("", "I'll send it.").startswith("Hello, I wrote: “I'll send it.”")


def test_a_draft_is_one_line_whatever_was_written() -> None:
    draft = answer("Ann", ON, "Are you\n\x1b[31m there\u2028?" + " again" * 100)
    assert draft.isprintable()
    assert len(draft) < 250
