from datetime import datetime, timedelta

from contacts.identifiers import RecordId
from extractors.encounters import TimedCard, encounters

START = datetime.fromisoformat("2026-05-03T19:00:00")


def card(record: str, hours: float, *events: str, holder: str = "") -> TimedCard:
    at = START + timedelta(hours=hours)
    return TimedCard(RecordId(record), holder or f"p-{record}", at, events)


def test_cards_within_two_hours_of_each_other_are_one_encounter() -> None:
    (found,) = encounters([card("c", 4), card("a", 0), card("b", 2)])
    assert found.records == ("a", "b", "c")
    assert (found.began, found.ended) == (START, START + timedelta(hours=4))


def test_a_longer_break_ends_it() -> None:
    found = encounters([card("a", 0), card("b", 1), card("c", 3.1), card("d", 4)])
    assert [one.records for one in found] == [("a", "b"), ("c", "d")]


def test_a_card_alone_is_no_encounter() -> None:
    assert encounters([card("a", 0), card("b", 9)]) == ()


def test_two_sides_of_one_card_are_no_encounter() -> None:
    assert encounters([card("a", 0, holder="p"), card("b", 0.01, holder="p")]) == ()


def test_a_folders_event_is_proposed_for_the_rest() -> None:
    (found,) = encounters([card("a", 0), card("b", 1, "PyCon"), card("c", 2)])
    assert found.records == ("a", "c")
    assert found.nearby == ("PyCon",)


def test_cards_that_all_have_an_event_raise_no_question() -> None:
    assert encounters([card("a", 0, "PyCon"), card("b", 1, "PyCon")]) == ()


def test_encounters_are_numbered_by_their_time() -> None:
    cards = [card("a", 100), card("b", 101), card("c", 0), card("d", 1)]
    assert [(one.number, one.records) for one in encounters(cards)] == [
        (1, ("c", "d")),
        (2, ("a", "b")),
    ]


def test_nothing_gives_nothing() -> None:
    assert encounters([]) == ()
