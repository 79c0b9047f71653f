from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts import frames, owed_frames
from contacts.owed import PromiseState
from triage.due import due
from triage.memory import assess
from triage.promises import promises

Build = Callable[..., pd.DataFrame]
SAID = {
    "person": "ann",
    "record_id": "lann",
    "kind": "promise",
    "direction": "out",
    "on": "2026-05-04",  # a Monday
    "at": "2026-05-04T10:00:00Z",
    "text": "I'll send the notes by Friday.",
    "file": "archive.zip",
    "locator": "messages.csv:2",
}
MONDAY = date(2026, 5, 4)


@pytest.fixture
def found(people: Build, evidence: Build, answers: Build, as_of: date) -> Build:
    def build(
        *rows: dict[str, object],
        states: dict[str, PromiseState] | None = None,
        answered: tuple[tuple[str, ...], ...] = (),
    ) -> pd.DataFrame:
        ties = assess(evidence(), people("ann", "bo"), answers(), as_of)
        said = frames.SAID.build(SAID | row for row in rows)
        return promises(ties, said, answers(*answered), as_of, states)

    return build


def test_a_promise_has_its_line_its_source_and_the_day_that_it_names(found: Build) -> None:
    (row,) = frames.rows(found({}))
    assert row["sentence"] == "I'll send the notes by Friday."
    assert (row["on"], row["due"], row["state"]) == ("2026-05-04", "2026-05-08", "open")
    assert (row["file"], row["locator"], row["kind"]) == (
        "archive.zip",
        "messages.csv:2",
        "promise",
    )


@pytest.mark.parametrize(
    "other",
    [{"direction": "in"}, {"kind": "hint"}, {"kind": "loop"}, {"on": "2026-07-01"}],
)
def test_only_what_the_user_promised_until_the_day_counts(
    found: Build, other: dict[str, object]
) -> None:
    assert found(other).empty


def test_the_users_word_says_what_became_of_it(found: Build) -> None:
    rows = ({}, {"on": "2026-05-05"}, {"on": "2026-05-06"}, {"on": None})
    keys = {str(row["on"]): str(row["key"]) for row in frames.rows(found(*rows))}
    states = {keys["2026-05-06"]: PromiseState.KEPT, keys["None"]: PromiseState.DISMISSED}
    table = found(*rows, states=states | {"no such key": PromiseState.BROKEN})
    assert list(table["state"]) == ["open", "open", "kept", "dismissed"]
    assert list(table["on"])[:3] == ["2026-05-05", "2026-05-04", "2026-05-06"]
    assert pd.isna(table["due"].iloc[3])  # "by Friday" of an unknown week


def test_the_same_words_twice_are_one_promise_and_an_introduction_rather_than_not(
    found: Build,
) -> None:
    table = found({}, {"kind": "introduction"}, {"locator": "messages.csv:9"})
    assert list(table["kind"]) == ["introduction"]
    assert list(table["key"]) == list(found({})["key"])


def test_an_open_promise_to_somebody_who_was_let_go_is_left_in_peace(found: Build) -> None:
    gone = (("ann", "let_go", "2026-05-20"),)
    key = found({})["key"].iloc[0]
    assert found({}, {"person": "bo", "record_id": "lbo"}, answered=gone)["person"].eq("bo").all()
    assert len(found({}, answered=gone, states={key: PromiseState.KEPT})) == 1


def test_no_promise_gives_an_empty_table(found: Build) -> None:
    assert list(found().columns) == owed_frames.PROMISES.names


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("I'll send it tomorrow", "2026-05-05"),
        ("I'll send it tonight", "2026-05-04"),
        ("I'll send it on Monday", "2026-05-11"),
        ("before the weekend", "2026-05-10"),
        ("you get it next week", "2026-05-15"),
        ("I'll call you next week on Tuesday", "2026-05-12"),
        ("within two weeks", "2026-05-18"),
        ("in 3 days", "2026-05-07"),
        ("by the end of the month", "2026-05-31"),
        ("this week", "2026-05-08"),
        ("bis Freitag", "2026-05-08"),
        ("am Donnerstagabend", "2026-05-07"),
        ("morgen früh", "2026-05-05"),
        ("d'ici vendredi", "2026-05-08"),
        ("la semaine prochaine", "2026-05-15"),
        ("mañana por la mañana", "2026-05-05"),
        ("en dos semanas", "2026-05-18"),
        ("entro venerdì", "2026-05-08"),
        ("domani", "2026-05-05"),
        ("na quinta-feira", "2026-05-07"),
        ("semana que vem", "2026-05-15"),
        ("volgende week", "2026-05-15"),
        ("voor vrijdag", "2026-05-08"),
    ],
)
def test_a_day_is_read_where_the_words_say_one(words: str, day: str) -> None:
    assert due(words, MONDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "I'll send the notes",
        "as soon as I can",
        "what you told me last Monday",
        "Guten Morgen, ich melde mich",
        "por la mañana",
        "I'll be there at 5",
    ],
)
def test_no_day_is_made_up(words: str) -> None:
    assert due(words, MONDAY) is None


@given(st.text(max_size=200), st.dates(date(2003, 1, 1), date(2200, 1, 1)))
def test_a_day_is_never_before_the_words_nor_far_away(words: str, on: date) -> None:
    day = due(words, on)
    assert day is None or 0 <= (day - on).days <= 99 * 7


@given(st.sampled_from(["by Friday", "next week", "this week", "at the weekend", "domenica"]))
def test_a_week_has_its_days_whatever_the_day_of_writing(words: str) -> None:
    for number in range(14):
        on = date.fromordinal(MONDAY.toordinal() + number)
        assert 0 <= (due(words, on) or date.max).toordinal() - on.toordinal() <= 11
