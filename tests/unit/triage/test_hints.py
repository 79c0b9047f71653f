from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from contacts import frames
from contacts.wording import spoken_place
from triage.background import Background
from triage.hints import hints
from triage.wording import excerpt, listed, spoken_chance, spoken_gap

Build = Callable[..., pd.DataFrame]
CARD = {"kind": "card", "direction": "both", "source": "card", "file": "a.jpg", "locator": "card 1"}
CONNECTED = {"kind": "connected", "direction": "both", "locator": "Connections.csv:4"}


@pytest.fixture
def lines(evidence: Build, people: Build, as_of: date) -> Callable[..., list[str]]:
    """Return the texts for `ann`, the best first."""

    def told(*rows: dict[str, object], **columns: object) -> list[str]:
        found = hints(evidence(*(("ann", row) for row in rows)), people("ann", **columns), as_of)
        return list(found["text"])

    return told


def test_a_card_says_its_event_and_day(lines: Callable[..., list[str]]) -> None:
    told = lines(CARD | {"on": "2026-05-03", "text": "PyCon 2026"})
    assert told == ["Card from PyCon 2026, photographed on 3 May 2026"]


def test_a_card_without_event_says_its_day(lines: Callable[..., list[str]]) -> None:
    told = lines(CARD | {"on": "2026-05-03"})
    assert told == ["You have a card of theirs, photographed on 3 May 2026"]


def test_an_undated_card_is_a_hint_without_a_day(lines: Callable[..., list[str]]) -> None:
    assert lines(CARD | {"on": None}) == ["You have a card of theirs"]


def test_a_hint_opens_its_source(evidence: Build, people: Build, as_of: date) -> None:
    hint = hints(evidence(("ann", CARD)), people("ann"), as_of).iloc[0]
    assert (hint["file"], hint["locator"], hint["date"]) == ("a.jpg", "card 1", "2025-06-01")


def test_a_recommendation_is_quoted_with_who_gave_it(lines: Callable[..., list[str]]) -> None:
    words = {"kind": "recommended", "text": "We built the lock together."}
    assert lines(words | {"direction": "in"}) == [
        "They recommended you on 1 June 2025: “We built the lock together.”"
    ]
    assert lines(words | {"direction": "out", "on": None}) == [
        "You recommended them: “We built the lock together.”"
    ]


def test_the_first_and_the_last_message_are_quoted(lines: Callable[..., list[str]]) -> None:
    told = lines(
        {"on": "2024-01-03", "text": "middle"},
        {"on": "2025-01-02", "text": "See you", "direction": "in"},
        {"on": "2023-01-04", "text": "Hello"},
    )
    assert told == [
        "You wrote on 4 January 2023 (first message): “Hello”",
        "They wrote on 2 January 2025 (last message): “See you”",
    ]


def test_one_message_is_the_only_one(lines: Callable[..., list[str]]) -> None:
    assert lines({}) == ["You wrote on 1 June 2025 (only message)"]


def test_a_mailing_brings_nobody_back(lines: Callable[..., list[str]]) -> None:
    assert lines({"recipients": 500, "text": "Dear all"}) == []


def test_an_invitation_is_quoted_with_its_direction(lines: Callable[..., list[str]]) -> None:
    invited = {"kind": "invited", "direction": "in", "text": "We met at the\nbar"}
    assert lines(invited) == ["They invited you on 1 June 2025, with a note: “We met at the bar”"]


def test_a_bare_invitation_is_told(lines: Callable[..., list[str]]) -> None:
    assert lines({"kind": "invited"}) == ["You invited them on 1 June 2025"]


def test_a_meeting_stands_in_the_calendar(lines: Callable[..., list[str]]) -> None:
    told = lines({"kind": "met", "direction": "both", "text": "Lunch"})
    assert told == ["In your calendar on 1 June 2025: “Lunch”"]


def test_the_best_hint_comes_first(lines: Callable[..., list[str]]) -> None:
    told = lines(CONNECTED, {"text": "Hello"}, CARD | {"text": "PyCon"})
    assert [line.split()[0] for line in told] == ["Card", "You", "Connected"]


def test_those_connected_on_one_day_are_named(evidence: Build, people: Build, as_of: date) -> None:
    persons = ["ann", "bea", "cat", "dan", "eve"]
    found = hints(evidence(*((one, CONNECTED) for one in persons)), people(*persons), as_of)
    of_bea = found[(found["person"] == "bea") & (found["kind"] == "same_day")]["text"].item()
    assert (
        of_bea == "On 1 June 2025 you also connected with Ann Lind, Cat Lind, Dan Lind and 1 other"
    )


def test_two_of_a_day_are_no_occasion(evidence: Build, people: Build, as_of: date) -> None:
    found = hints(evidence(("ann", CONNECTED), ("bea", CONNECTED)), people("ann", "bea"), as_of)
    assert set(found["kind"]) == {"connected"}


def test_cards_of_one_day_are_named(evidence: Build, people: Build, as_of: date) -> None:
    persons = ["ann", "bea", "cat"]
    found = hints(evidence(*((one, CARD) for one in persons)), people(*persons), as_of)
    together = "Cards of Bea Lind and Cat Lind were photographed the same day, 1 June 2025"
    assert together in set(found["text"])


def test_those_without_a_name_are_counted(evidence: Build, people: Build, as_of: date) -> None:
    persons = ["ann", "bea", "cat"]
    rows = evidence(*((one, CONNECTED) for one in persons))
    found = hints(rows, people(*persons, name=None), as_of)
    assert "On 1 June 2025 you also connected with 2 others" in set(found["text"])


def test_the_future_gives_no_hint(lines: Callable[..., list[str]]) -> None:
    assert lines(CONNECTED | {"on": "2027-01-01"}) == []


def test_without_evidence_there_are_no_hints(evidence: Build, people: Build, as_of: date) -> None:
    assert frames.HINTS.check(hints(evidence(), people("ann"), as_of)).empty


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\n two\tthree", "“one two three”"),
        ("<b>& \x00\x1b[31mred", "“<b>& [31mred”"),
        ("word " * 100, f"“{('word ' * 24).strip()}…”"),
    ],
)
def test_an_excerpt_is_one_plain_line(text: str, line: str) -> None:
    assert excerpt(text) == line


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "1 day"), (12, "12 days"), (61, "2 months"), (700, "23 months"), (1826, "5 years")],
)
def test_a_gap_is_said_as_people_say_it(days: int, words: str) -> None:
    assert spoken_gap(days) == words


@pytest.mark.parametrize(("chance", "words"), [(0.0, 5), (0.33, 35), (0.999, 95)])
def test_a_chance_is_no_more_precise_than_it_is_known(chance: float, words: int) -> None:
    assert spoken_chance(chance) == f"about {words} %"


def test_a_list_reads_as_a_sentence() -> None:
    assert listed(["Ann"]) == "Ann"
    assert listed(["Ann", "Bea"], 2) == "Ann, Bea and 2 others"


def test_each_card_has_the_event_of_its_own(lines: Callable[..., list[str]]) -> None:
    told = lines(
        CARD | {"on": "2022-01-18", "text": "Glass Days"},
        CARD | {"on": "2025-06-15", "text": "Expo"},
    )
    assert told == [
        "Card from Glass Days, photographed on 18 January 2022",
        "Card from Expo, photographed on 15 June 2025",
    ]


def test_a_photo_says_near_which_place_it_was_taken(
    evidence: Build, people: Build, as_of: date
) -> None:
    places = {"lann": "52.52 N, 13.40 E"}
    found = hints(
        evidence(("ann", CARD), ("ann", CARD)), people("ann"), as_of, Background(places=places)
    )
    assert list(found["text"]) == [
        "You have a card of theirs, photographed on 1 June 2025",
        "You have a card of theirs, photographed on 1 June 2025",
        "Card photographed near 52.52 N, 13.40 E on 1 June 2025",
    ]


@pytest.mark.parametrize(
    ("geo", "words"),
    [
        ("geo:52.5199,13.4049", "52.52 N, 13.40 E"),
        ("geo:-33.8688,-70.6", "33.87 S, 70.60 W"),
        ("geo:0,0;u=35", "0.00 N, 0.00 E"),
        ("elsewhere", "elsewhere"),
    ],
)
def test_a_place_is_said_to_about_a_kilometre(geo: str, words: str) -> None:
    assert spoken_place(geo) == words
