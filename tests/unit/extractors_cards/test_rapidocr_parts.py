"""What lies around RapidOCR's models: from its steps to text, from a box to a strip."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.geometry import Corners
from extractors.ocr import boxes, rapid_options
from extractors.ocr.ctc import decoded

_ALPHABET = ["blank", "T", "o", "n", "y", "l", "e", "-", "名", "刺", "1", " "]
_SPACE = _ALPHABET.index(" ")


def _steps(signs: str, *, spaces: Sequence[tuple[int, float]] = ()) -> NDArray[np.float32]:
    """Return the steps of a line; `_` is a blank, `spaces` how likely one is at a step."""
    made = np.full((len(signs), len(_ALPHABET)), 0.001, dtype=np.float32)
    for at, sign in enumerate(signs):
        made[at, 0 if sign == "_" else _ALPHABET.index(sign)] = 0.9
    for at, probability in spaces:
        made[at, _SPACE] = probability
    return made


def _text(probabilities: NDArray[np.float32]) -> str:
    return decoded(probabilities, _ALPHABET, min_space=0.15)[0]


def test_a_sign_that_stays_counts_once_and_twice_across_a_blank() -> None:
    assert _text(_steps("TToo_n")) == "Ton"
    assert _text(_steps("Tol_l")) == "Toll"


def test_a_space_that_nearly_won_between_two_words_is_given_back() -> None:
    assert _text(_steps("Tony_lee", spaces=[(4, 0.3)])) == "Tony le"
    assert _text(_steps("Tony_lee", spaces=[(4, 0.05)])) == "Tonyle"


def test_a_space_where_a_sign_starts_parts_it_from_the_one_before_alone() -> None:
    assert _text(_steps("Tony", spaces=[(2, 0.4)])) == "To ny"


def test_a_space_that_won_is_not_doubled() -> None:
    assert _text(_steps("To ny", spaces=[(3, 0.4)])) == "To ny"


@pytest.mark.parametrize("signs", ["To_-_1", "名_刺"])
def test_no_space_is_given_to_marks_or_to_han(signs: str) -> None:
    at = signs.index("_")
    assert " " not in _text(_steps(signs, spaces=[(at, 0.4)]))


def test_a_line_of_blanks_has_no_text_and_no_confidence() -> None:
    assert decoded(_steps("____"), _ALPHABET, min_space=0.15) == ("", 0.0)


def test_confidence_is_the_mean_of_the_signs() -> None:
    steps = _steps("T_o")
    steps[2, 2] = 0.5
    assert decoded(steps, _ALPHABET, min_space=0.15)[1] == pytest.approx(0.7)


def _box(left: float, top: float, right: float, bottom: float) -> Corners:
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)


def test_a_strip_holds_what_the_box_holds_at_the_wanted_height() -> None:
    card = np.zeros((100, 300, 3), np.uint8)
    card[20:60, 50:250] = 200
    strip = boxes.strip(card, _box(50, 20, 250, 60), 48)
    assert strip.shape == (48, 240, 3)
    assert strip[4:-4, 4:-4].min() == 200


def test_a_tall_box_is_read_from_its_bottom_and_turned_from_its_top() -> None:
    tall = _box(10, 0, 30, 200)
    assert boxes.is_tall(tall)
    assert boxes.as_read(tall, turned=False)[0].tolist() == [10, 200]
    assert boxes.as_read(tall, turned=True)[0].tolist() == [30, 0]


def test_text_on_its_head_starts_at_the_bottom_right() -> None:
    assert boxes.as_read(_box(0, 0, 200, 20), turned=True)[0].tolist() == [200, 20]


def test_the_version_changes_with_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    before = rapid_options.rapid_version.__wrapped__()
    monkeypatch.setattr(rapid_options, "MIN_SPACE", 0.2)
    assert rapid_options.rapid_version.__wrapped__() != before
