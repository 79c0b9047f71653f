"""Cards drawn on a table, and what is cut out."""

import cv2
import numpy as np
import pytest

from extractors.outline import outlined_cards
from extractors.picture import Pixels

CARD = (450, 270)


def _card() -> Pixels:
    """Return a light card with dark writing."""
    card = np.full((CARD[1], CARD[0], 3), 240, np.uint8)
    for row, text in enumerate(("Ada Example", "Engineer", "ada@example.org", "+44 20 7946 0000")):
        cv2.putText(card, text, (30, 60 + 55 * row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2)
    return card


def _photo(places: list[tuple[float, float, float]]) -> Pixels:
    """Return a dark table with cards whose centres and turns are given."""
    photo = np.full((900, 1200, 3), 90, np.uint8)
    for x, y, degrees in places:
        turn = cv2.getRotationMatrix2D((CARD[0] / 2, CARD[1] / 2), degrees, 1.0)
        turn[:, 2] += (x - CARD[0] / 2, y - CARD[1] / 2)
        layer = cv2.warpAffine(_card(), turn, (1200, 900))
        mask = cv2.warpAffine(np.full(_card().shape, 255, np.uint8), turn, (1200, 900))
        photo = np.where(mask > 127, layer, photo)
    return photo


@pytest.mark.parametrize("degrees", [0, 12, -25, 90])
def test_a_card_on_a_table_is_cut_out(degrees: float) -> None:
    (found,) = outlined_cards(_photo([(600, 450, degrees)]))
    sides = np.linalg.norm(np.diff(np.array(found.quad), axis=0), axis=1)
    assert max(sides) == pytest.approx(CARD[0], rel=0.06)
    assert min(sides) == pytest.approx(CARD[1], rel=0.06)
    centre = np.mean(found.quad, axis=0)
    assert centre == pytest.approx((600, 450), abs=8)


def test_cards_beside_each_other_are_parted() -> None:
    found = outlined_cards(_photo([(300, 250, 3), (850, 250, -4), (600, 680, 0)]))
    assert len(found) == 3
    assert [round(float(np.mean(one.quad, axis=0)[0]), -2) for one in found] == [300, 800, 600]


def test_cards_in_any_turn_are_parted() -> None:
    found = outlined_cards(_photo([(300, 250, 0), (850, 270, 35), (320, 670, 180), (880, 650, 90)]))
    assert len(found) == 4


def test_cards_that_touch_are_cut_apart() -> None:
    photo = np.full((900, 1200, 3), 90, np.uint8)
    photo[200:470, 120:570] = _card()
    photo[200:470, 570:1020] = np.minimum(_card(), (190, 205, 225)).astype(np.uint8)
    found = outlined_cards(photo)
    assert [round(float(np.mean(one.quad, axis=0)[0]), -1) for one in found] == pytest.approx(
        [340, 800], abs=20
    )


def test_a_dark_card_beside_a_light_one_is_found() -> None:
    photo = _photo([(300, 250, 3)])
    photo[500:770, 600:1050] = 255 - _card() + 20
    assert len(outlined_cards(photo)) == 2


def test_a_card_in_two_columns_is_one() -> None:
    card = _card()
    cv2.putText(card, "Acme Ltd", (270, 60), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2)
    cv2.line(card, (255, 20), (255, 250), (60, 60, 60), 2)
    photo = np.full((900, 1200, 3), 90, np.uint8)
    photo[300:570, 350:800] = card
    assert len(outlined_cards(photo)) == 1


def test_a_page_of_text_is_left_whole() -> None:
    page = np.full((1400, 1000, 3), 245, np.uint8)
    for row in range(40):
        for left in (60, 540):
            where = (left, 60 + 33 * row)
            cv2.putText(page, "Example, A. 555 0100", where, 0, 0.8, (20, 20, 20), 2)
    (found,) = outlined_cards(page)
    assert found.quad == ((0, 0), (1000, 0), (1000, 1400), (0, 1400))


def test_a_small_card_is_made_larger_to_be_read() -> None:
    (found,) = outlined_cards(cv2.resize(_card(), (300, 180)).astype(np.uint8))
    assert max(found.pixels.shape) == 900
    assert found.quad[2] == (300, 180)


def test_a_card_that_fills_the_photo_is_left_whole() -> None:
    card = _card()
    cv2.rectangle(card, (0, 0), (150, CARD[1]), (60, 40, 120), -1)
    (found,) = outlined_cards(card)
    assert found.quad == ((0, 0), (450, 0), (450, 270), (0, 270))


def test_an_outline_that_leaves_writing_outside_is_refused() -> None:
    photo = np.full((600, 1000, 3), 240, np.uint8)
    cv2.rectangle(photo, (80, 150), (520, 430), (40, 40, 160), -1)
    for row in range(6):
        where = (560, 80 + 85 * row)
        cv2.putText(photo, "www.example.org", where, cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20, 20, 20), 2)
    (found,) = outlined_cards(photo)
    assert found.pixels.shape == photo.shape


def test_an_empty_table_is_one_whole_picture() -> None:
    photo = np.full((400, 600, 3), 120, np.uint8)
    (found,) = outlined_cards(photo)
    assert found.pixels.shape == photo.shape
