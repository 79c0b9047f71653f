from datetime import datetime, timedelta

import pytest

from contacts.identifiers import RecordId
from contacts.readings import CardReading
from extractors.card_sequence import CardPhoto, SidePair, is_company_as_name, side_pairs

START = datetime.fromisoformat("2026-05-03T19:00:00")
FRONT = CardReading(name="Ines Falk", company="Kettle & Pier", emails=("ines@kettlepier.example",))
BACK = CardReading(company="Kettle & Pier", urls=("www.kettlepier.example",))
STRANGER = CardReading(name="Tomas Rask", company="Ostrava Glass")
NEARLY = CardReading(company="Kettle Pier Group")


def shot(
    record: str,
    card: CardReading,
    minutes: float | None = None,
    *,
    name: str = "",
    page: int | None = None,
) -> CardPhoto:
    at = None if minutes is None else START + timedelta(minutes=minutes)
    return CardPhoto(RecordId(record), (name or f"cards/{record}.jpg",), page, at, card)


def sure(front: str, back: str) -> SidePair:
    return SidePair(RecordId(front), RecordId(back), sure=True)


def test_the_back_on_the_next_photo_is_of_the_same_card() -> None:
    photos = [shot("b", BACK, 1), shot("a", FRONT, 0), shot("c", STRANGER, 2)]
    assert side_pairs(photos) == (sure("a", "b"),)


def test_a_photo_between_them_parts_two_sides() -> None:
    photos = [shot("a", FRONT, 0), shot("c", STRANGER, 1), shot("b", BACK, 2)]
    assert side_pairs(photos) == ()


def test_nobody_turns_a_card_over_for_half_an_hour() -> None:
    assert side_pairs([shot("a", FRONT, 0), shot("b", BACK, 30)]) == ()


def test_without_times_photos_follow_each_other_by_number() -> None:
    photos = [
        shot("a", FRONT, name="cards/scan 9.jpg"),
        shot("b", BACK, name="cards/scan 10.jpg"),
        shot("c", STRANGER, name="cards/scan 11.jpg"),
        shot("d", BACK, name="cards/scan 1.jpg"),
    ]
    assert side_pairs(photos) == (sure("a", "b"),)


def test_photos_of_two_folders_are_not_in_a_row() -> None:
    photos = [
        shot("a", FRONT, 0, name="cards/PyCon/1.jpg"),
        shot("b", BACK, 1, name="cards/Dinner/2.jpg"),
    ]
    assert side_pairs(photos) == ()


def test_a_photo_in_two_folders_has_neighbours_in_both() -> None:
    both = CardPhoto(RecordId("a"), ("cards/X/1.jpg", "cards/Y/1.jpg"), None, START, FRONT)
    assert side_pairs([both, shot("b", BACK, 1, name="cards/Y/2.jpg")]) == (sure("a", "b"),)


def test_two_pages_in_a_row_are_front_and_back() -> None:
    pages = [
        shot("a", FRONT, name="cards/scan.pdf", page=1),
        shot("b", BACK, name="cards/scan.pdf", page=2),
    ]
    assert side_pairs(pages) == (sure("a", "b"),)


def test_a_card_has_two_sides_at_most_and_the_back_follows_the_front() -> None:
    photos = [shot("a", BACK, 0), shot("b", FRONT, 1), shot("c", BACK, 2)]
    assert side_pairs(photos) == (sure("b", "c"),)
    assert side_pairs(photos[:2]) == (sure("b", "a"),)


def test_a_company_in_part_the_same_is_asked_about() -> None:
    (pair,) = side_pairs([shot("a", FRONT, 0), shot("b", NEARLY, 1)])
    assert not pair.sure


def test_what_is_sure_comes_before_what_is_asked_about() -> None:
    photos = [shot("a", NEARLY, 0), shot("b", FRONT, 1), shot("c", BACK, 2)]
    assert side_pairs(photos) == (sure("b", "c"),)


@pytest.mark.parametrize(
    "colleague",
    [
        CardReading(company="Kettle & Pier", title="Head of Sales"),
        CardReading(company="Kettle & Pier", emails=("bo@kettlepier.example",)),
    ],
)
def test_a_colleague_whose_name_was_not_read_is_no_back(colleague: CardReading) -> None:
    (pair,) = side_pairs([shot("a", FRONT, 0), shot("b", colleague, 1)])
    assert not pair.sure


def test_a_company_read_as_a_name_is_seen() -> None:
    assert is_company_as_name("KETTLE&PIER", ["Kettle & Pier"])
    assert not is_company_as_name("Ines Falk", ["Kettle & Pier"])
