"""Whom the queue leaves in peace, and for how long."""

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest

from contacts import frames
from triage.memory import assess
from triage.queue import today
from triage.rest import archived, resting

Build = Callable[..., pd.DataFrame]
AS_OF = date(2026, 6, 1)


def ago(days: int) -> str:
    return (AS_OF - timedelta(days=days)).isoformat()


@pytest.fixture
def rests(evidence: Build, people: Build, answers: Build) -> Callable[..., bool]:
    """Return whether Ann rests after answers (word, days ago, until) and events."""

    def found(
        *said: tuple[str, int] | tuple[str, int, str],
        events: tuple[dict[str, str], ...] = (),
        news: pd.DataFrame | None = None,
    ) -> bool:
        rows = evidence(
            *(("ann", {"on": on}) for on in ("2021-01-01", "2021-02-01")),
            *(("ann", event) for event in events),
        )
        told = answers(*(("ann", one[0], ago(one[1]), *one[2:]) for one in said))
        ties = assess(rows, people("ann"), told, AS_OF)
        return bool(resting(ties, rows, told, AS_OF, news).iloc[0])

    return found


def letter(days: int, direction: str = "out") -> dict[str, str]:
    return {"on": ago(days), "direction": direction}


def new_job(days: int) -> pd.DataFrame:
    row = {"kind": "new_job", "record_id": "l1", "file": "a.zip", "locator": "Connections.csv:2"}
    return frames.NEWS.build([row | {"person": "ann", "as_of": ago(days)}])


def test_later_is_until_the_day_that_was_named(rests: Callable[..., bool]) -> None:
    assert rests(("later", 200, ago(-1)))
    assert not rests(("later", 200, ago(0)))


def test_a_day_that_was_named_goes_before_the_ninety_days(rests: Callable[..., bool]) -> None:
    assert not rests(("can_place", 20), ("later", 20, ago(5)))
    assert rests(("can_place", 100), ("later", 20, ago(-5)))


def test_a_newer_wish_replaces_later(rests: Callable[..., bool]) -> None:
    assert not rests(("later", 200, ago(-300)), ("later", 150, ago(10)))
    assert not rests(("later", 200, ago(-300)), ("keep", 91))
    assert rests(("later", 200, ago(-300)), ("can_place", 91))


def test_an_answer_after_later_rests_its_ninety_days(rests: Callable[..., bool]) -> None:
    assert rests(("later", 100, ago(50)), ("can_place", 89))
    assert not rests(("later", 100, ago(50)), ("can_place", 90))


def test_a_second_skip_in_a_row_rests_half_a_year(rests: Callable[..., bool]) -> None:
    assert rests(("skip", 240), ("skip", 179))
    assert not rests(("skip", 240), ("skip", 180))
    assert not rests(("skip", 240), ("can_place", 200), ("skip", 31))


def test_two_letters_without_a_reply_are_enough(rests: Callable[..., bool]) -> None:
    wish = ("reconnect", 400)
    assert not rests(wish, events=(letter(300),))
    assert rests(wish, events=(letter(300), letter(250)))
    assert rests(wish, events=(letter(399), letter(398)))
    assert not rests(wish, events=(letter(300), letter(300)))


def test_letters_from_before_the_wish_are_no_tries(rests: Callable[..., bool]) -> None:
    assert not rests(("reconnect", 400), events=(letter(500), letter(450), letter(300)))
    assert not rests(events=(letter(500), letter(450), letter(300)))


@pytest.mark.parametrize("sign", ["in", "both"])
def test_a_sign_of_theirs_ends_the_back_off(rests: Callable[..., bool], sign: str) -> None:
    tries = (letter(300), letter(250))
    assert not rests(("reconnect", 400), events=(*tries, letter(200, sign)))
    assert rests(("reconnect", 400), events=(letter(310, sign), *tries))


def test_a_new_job_ends_the_back_off(rests: Callable[..., bool]) -> None:
    tries = (letter(300), letter(250))
    assert not rests(("reconnect", 400), events=tries, news=new_job(100))
    assert rests(("reconnect", 400), events=tries, news=new_job(350))


def test_a_new_job_brings_back_who_was_let_go(rests: Callable[..., bool]) -> None:
    assert rests(("let_go", 400), news=new_job(401))
    assert not rests(("let_go", 400), news=new_job(399))
    assert rests(("let_go", 400), news=new_job(-1))


def test_who_was_let_go_is_archived_and_comes_back_by_a_message(
    evidence: Build, people: Build, answers: Build
) -> None:
    told = answers(("ann", "let_go", "2026-01-01"), ("bea", "keep", "2026-01-01"))
    both = people("ann", "bea")
    before = evidence(("ann", {"on": "2025-01-01"}), ("bea", {"on": "2025-01-01"}))
    assert archived(assess(before, both, told, AS_OF), told, AS_OF).tolist() == [True, False]
    after = evidence(("ann", {"on": "2026-01-02", "direction": "in"}))
    assert not archived(assess(after, both, told, AS_OF), told, AS_OF).any()


@pytest.fixture
def eight(evidence: Build, people: Build, answers: Build) -> Callable[..., list[str]]:
    """Return the day's queue of eight old ties, after answers and with more evidence."""
    persons = [f"p{place}" for place in range(8)]

    def queued(*said: tuple[str, str, str], events: tuple[str, ...] = ()) -> list[str]:
        rows = evidence(
            *((one, {"on": on}) for one in persons for on in ("2024-01-01", "2023-01-01")),
            *((one, {"on": AS_OF.isoformat()}) for one in events),
        )
        told = answers(*said)
        ties = assess(rows, people(*persons), told, AS_OF)
        return today(ties, people(*persons), rows, told, AS_OF)["person"].tolist()

    return queued


def test_the_day_can_be_finished(eight: Callable[..., list[str]]) -> None:
    morning = eight()
    first, *others = morning
    assert eight((first, "no_idea", AS_OF.isoformat())) == others
    assert eight(events=(first,)) == others
    assert eight(*((one, "can_place", AS_OF.isoformat()) for one in morning)) == []


def test_what_was_answered_yesterday_makes_room(eight: Callable[..., list[str]]) -> None:
    morning = eight()
    again = eight(*((one, "can_place", ago(1)) for one in morning))
    assert len(again) == 4
    assert not set(again) & set(morning)
