"""Laws of the tie model, whatever the evidence."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts import frames
from contacts.interactions import Direction, InteractionKind
from contacts.ties import Disposition, Recall
from triage.activation import Events, activations
from triage.cues import groups
from triage.hints import hints
from triage.memory import assess
from triage.queue import today
from triage.weights import DEFAULTS

AS_OF = date(2026, 6, 1)
PERSONS = [f"p{place}" for place in range(6)]
World = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]

days = st.integers(-40, 4000).map(lambda back: (AS_OF - timedelta(days=back)).isoformat())
rows = st.fixed_dictionaries(
    {
        "person": st.sampled_from(PERSONS),
        "record_id": st.just("l1"),
        "source": st.sampled_from(["card", "linkedin"]),
        "kind": st.sampled_from([kind.value for kind in InteractionKind]),
        "direction": st.sampled_from([direction.value for direction in Direction]),
        "on": st.none() | days,
        "recipients": st.sampled_from([1, 2, 500]),
        "text": st.none() | st.text(max_size=8),
        "file": st.just("archive.zip"),
        "locator": st.integers(1, 10**6).map("messages.csv:{}".format),
    }
)
answer = st.fixed_dictionaries(
    {
        "person": st.sampled_from(PERSONS),
        "answer": st.sampled_from([word.value for kind in (Recall, Disposition) for word in kind]),
        "on": days,
    }
)
persons: st.SearchStrategy[dict[str, object]] = st.fixed_dictionaries(
    {
        "name": st.none() | st.sampled_from(["Ada Lind", "Ada Sen", "Bo Ott", "李 雷"]),
        "company": st.none() | st.sampled_from(["Acme", "Initech"]),
        "event": st.none() | st.just("PyCon"),
        "sources": st.integers(1, 3),
    }
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw evidence, people and answers."""
    people = [draw(persons) | {"person": one} for one in PERSONS]
    return (
        frames.EVIDENCE.build(draw(st.lists(rows, max_size=20))),
        frames.PEOPLE.build(people),
        frames.ANSWERS.build(draw(st.lists(answer, max_size=6))),
    )


few = settings(max_examples=15, deadline=None)


@few
@given(worlds(), st.integers(0, 10**6))
def test_the_order_of_the_evidence_makes_no_difference(world: World, seed: int) -> None:
    evidence, people, answers = world
    mixed = evidence.sample(frac=1.0, random_state=seed).reset_index(drop=True)
    ties, again = (assess(rows, people, answers, AS_OF) for rows in (evidence, mixed))
    pd.testing.assert_frame_equal(ties, again)
    first, second = (today(ties, people, rows, answers, AS_OF) for rows in (evidence, mixed))
    pd.testing.assert_frame_equal(first, second)


@few
@given(worlds(), st.integers(0, 10**6))
def test_the_order_of_the_people_makes_no_difference(world: World, seed: int) -> None:
    evidence, people, answers = world
    mixed = people.sample(frac=1.0, random_state=seed).reset_index(drop=True)
    ties, again = (assess(evidence, rows, answers, AS_OF) for rows in (people, mixed))
    pd.testing.assert_frame_equal(ties, again.sort_values("person").reset_index(drop=True))
    pd.testing.assert_frame_equal(
        today(ties, people, evidence, answers, AS_OF), today(again, mixed, evidence, answers, AS_OF)
    )
    assert groups(ties, people, evidence) == groups(again, mixed, evidence)


@few
@given(worlds())
def test_the_same_input_gives_the_same_output(world: World) -> None:
    evidence, people, answers = world
    pd.testing.assert_frame_equal(
        assess(evidence, people, answers, AS_OF), assess(evidence, people, answers, AS_OF)
    )
    pd.testing.assert_frame_equal(hints(evidence, people, AS_OF), hints(evidence, people, AS_OF))


@few
@given(worlds(), st.integers(1, 9))
def test_nobody_stands_twice_in_a_queue(world: World, size: int) -> None:
    evidence, people, answers = world
    ties = assess(evidence, people, answers, AS_OF)
    queue = today(ties, people, evidence, answers, AS_OF, size)
    assert queue["person"].is_unique
    assert queue["place"].tolist() == list(range(1, len(queue) + 1))
    assert len(queue) <= size


@few
@given(worlds())
def test_every_cannot_tell_stands_in_exactly_one_group(world: World) -> None:
    evidence, people, answers = world
    ties = assess(evidence, people, answers, AS_OF)
    grouped = [person for group in groups(ties, people, evidence) for person in group.people]
    assert sorted(grouped) == sorted(ties.loc[ties["tie_class"] == "cannot_tell", "person"])


@few
@given(worlds())
def test_a_tie_has_a_number_where_something_is_dated_and_only_there(world: World) -> None:
    ties = assess(*world, AS_OF)
    dated = ties["pieces"] > 0
    assert (ties["p_known"].notna() == dated).all()
    assert (ties["last_contact"].notna() == dated).all()
    assert ties.loc[dated, "p_known"].between(0, 1).all()


@few
@given(worlds())
def test_every_hint_names_a_day_and_a_place_of_the_evidence(world: World) -> None:
    evidence, people, _ = world
    stored = set(zip(evidence["person"], evidence["file"], evidence["locator"], strict=True))
    found = hints(evidence, people, AS_OF)
    assert set(zip(found["person"], found["file"], found["locator"], strict=True)) <= stored
    assert set(found["date"].dropna()) <= set(evidence["on"].dropna())


ages = st.lists(st.tuples(st.integers(0, 4000), st.booleans()), min_size=1, max_size=12)


def activation(events: list[tuple[int, bool]]) -> float:
    """Return the activation of one person with letters of these ages, out or in."""
    age, out = (np.array(column) for column in zip(*events, strict=True))
    letters = Events(
        np.zeros(age.size, np.int64), age.astype(float), np.where(out, 1.0, 0.5), out.astype(bool)
    )
    return float(activations(letters, DEFAULTS).value[0])


@given(ages, st.integers(0, 11), st.integers(1, 4000))
def test_newer_evidence_never_lowers_activation(
    events: list[tuple[int, bool]], place: int, newer: int
) -> None:
    one = place % len(events)
    age, out = events[one]
    moved = [*events[:one], (max(age - newer, 0), out), *events[one + 1 :]]
    if len({age for age, _ in moved}) == len(moved):  # on a day of its own: one event a day counts
        assert activation(moved) >= activation(events) - 1e-12


@given(events=ages, age=st.integers(0, 4000), out=st.booleans())
def test_more_evidence_never_lowers_activation(
    events: list[tuple[int, bool]], age: int, *, out: bool
) -> None:
    assert activation([*events, (age, out)]) >= activation(events) - 1e-12
