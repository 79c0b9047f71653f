"""What the user did when a tie began, as lines that open where that was read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from contacts import frames
from contacts.interactions import SentenceKind
from contacts.owner import OwnerEvent, OwnerPeriod, PeriodKind
from triage.background import Background
from triage.hints import hints

Build = Callable[..., pd.DataFrame]
CONNECTED = {"kind": "connected", "direction": "both", "locator": "Connections.csv:4"}
JOB = OwnerPeriod(
    PeriodKind.JOB, "Bolt", "Clerk", date(2019, 3, 1), date(2021, 6, 30), "Positions.csv:2", "a.zip"
)
FAIR = OwnerEvent("Port Fair", date(2024, 3, 5), date(2024, 3, 6), "", "Events.csv:2", "a.zip")


@pytest.fixture
def told(evidence: Build, people: Build, as_of: date) -> Callable[..., list[str]]:
    """Return what is said of `ann`, the best first."""

    def lines(background: Background, *rows: dict[str, object]) -> list[str]:
        found = hints(evidence(*(("ann", row) for row in rows)), people("ann"), as_of, background)
        return list(frames.HINTS.check(found)["text"])

    return lines


def test_the_job_of_that_time_is_a_cue_and_opens_where_it_was_read(
    evidence: Build, people: Build, as_of: date
) -> None:
    rows = evidence(("ann", CONNECTED | {"on": "2020-05-03"}))
    found = hints(rows, people("ann"), as_of, Background(periods=[JOB]))
    (line,) = frames.rows(found[found["kind"] == "own_life"])
    assert line["text"] == ("In May 2020, when you connected, you were Clerk at Bolt, 2019 to 2021")
    assert (line["file"], line["locator"]) == ("a.zip", "Positions.csv:2")
    assert line["date"] == "2020-05-03"


@pytest.mark.parametrize("on", ["2019-02-28", "2019-03-31", "2021-06-01", "2021-07-01"])
def test_a_job_of_another_time_is_no_cue(told: Callable[..., list[str]], on: str) -> None:
    assert len(told(Background(periods=[JOB]), CONNECTED | {"on": on})) == 1


@pytest.mark.parametrize("on", ["2019-01-01", "2019-03-05", "2019-12-31"])
def test_a_job_of_which_only_the_year_is_known_is_no_cue_in_that_year(
    told: Callable[..., list[str]], on: str
) -> None:
    yearly = replace(JOB, start=date(2019, 1, 1), end=None)
    assert len(told(Background(periods=[yearly]), CONNECTED | {"on": on})) == 1
    assert len(told(Background(periods=[yearly]), CONNECTED | {"on": "2020-01-01"})) == 2


def test_a_school_is_where_one_studied(told: Callable[..., list[str]]) -> None:
    school = OwnerPeriod(
        PeriodKind.SCHOOL, "North School", "Physics", date(2008, 1, 1), date(2012, 12, 31), "e"
    )
    assert told(Background(periods=[school]), CONNECTED | {"on": "2010-05-03"})[0] == (
        "In May 2010, when you connected, you were at North School (Physics), 2008 to 2012"
    )


def test_an_event_of_those_days_is_a_cue(told: Callable[..., list[str]]) -> None:
    days = {
        "2024-03-06": "was on when you connected",
        "2024-03-07": "ended the day before you connected",
        "2024-03-09": "ended 3 days before you connected",
    }
    for on, words in days.items():
        assert told(Background(events=[FAIR]), CONNECTED | {"on": on})[0] == (
            f"Port Fair, 5 to 6 March 2024, {words}: it stands among your events"
        )


@pytest.mark.parametrize("on", ["2024-03-04", "2024-03-10"])
def test_an_event_of_other_days_is_no_cue(told: Callable[..., list[str]], on: str) -> None:
    assert len(told(Background(events=[FAIR]), CONNECTED | {"on": on})) == 1


def test_an_event_that_the_card_names_is_said_once(told: Callable[..., list[str]]) -> None:
    card = {"kind": "card", "direction": "both", "on": "2024-03-06", "text": "Port Fair"}
    lines = told(Background(events=[FAIR]), card)
    assert lines == ["Card from Port Fair, photographed on 6 March 2024"]


def test_what_lasts_for_weeks_is_no_occasion(told: Callable[..., list[str]]) -> None:
    course = OwnerEvent("Course", date(2024, 1, 1), date(2024, 3, 1), "", "Events.csv:2")
    assert len(told(Background(events=[course]), CONNECTED | {"on": "2024-02-01"})) == 1


def test_a_shared_employer_is_said_once_with_the_years(told: Callable[..., list[str]]) -> None:
    background = Background(periods=[JOB], shared={"ann": [JOB], "nobody": [JOB]})
    assert told(background, CONNECTED | {"on": "2020-05-03"}) == [
        "You were Clerk at Bolt too, 2019 to 2021",
        "Connected on 3 May 2020",
    ]


def test_the_phone_book_is_a_cue(told: Callable[..., list[str]]) -> None:
    assert told(Background(), {"kind": "imported", "on": "2020-05-03"}) == [
        "In your phone book on 3 May 2020"
    ]


def _said(*texts: str, **other: str) -> pd.DataFrame:
    row = {"person": "ann", "record_id": "lann", "kind": SentenceKind.HINT.value}
    row |= {"direction": "in", "on": "2023-01-04", "at": "2023-01-04T10:00:00Z"}
    row |= {"file": "a.zip", "locator": "messages.csv:9"} | other
    return frames.SAID.build(row | {"text": text} for text in texts)


def test_a_sentence_from_the_middle_of_messages_says_how_they_met(
    told: Callable[..., list[str]],
) -> None:
    lines = told(Background(said=_said("We met at the fair.")), {"on": "2025-01-02", "text": "Hi"})
    assert lines == [
        "They wrote on 4 January 2023: “We met at the fair.”",
        "You wrote on 2 January 2025 (only message): “Hi”",
    ]


def test_a_sentence_that_stands_in_the_first_message_is_not_said_twice(
    told: Callable[..., list[str]],
) -> None:
    first = {"on": "2023-01-04", "text": "Dear Ann. We met at the fair.", "direction": "in"}
    last = {"on": "2025-01-04", "text": "Bye"}
    assert told(Background(said=_said("We met at the fair.")), first, last) == [
        "They wrote on 4 January 2023 (first message): “Dear Ann. We met at the fair.”",
        "You wrote on 4 January 2025 (last message): “Bye”",
    ]


def test_other_sentences_and_those_of_the_future_are_no_cue(
    told: Callable[..., list[str]],
) -> None:
    promise = _said("I will send it.", kind=SentenceKind.PROMISE.value)
    later = _said("We met at the fair.", on="2027-01-01")
    assert told(Background(said=pd.concat([promise, later], ignore_index=True))) == []
