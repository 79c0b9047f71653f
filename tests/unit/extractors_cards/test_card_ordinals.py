from hypothesis import given
from hypothesis import strategies as st

from contacts.readings import Quad
from extractors.card.ordinals import Outline, ordinals


def box(left: float, top: float, width: float = 90, height: float = 50) -> Quad:
    right, bottom = left + width, top + height
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def on_photo(*boxes: Quad) -> list[Outline]:
    return [Outline(None, one) for one in boxes]


GRID = [box(100 * column, 60 * row) for row in range(3) for column in range(3)]


def test_cards_are_numbered_as_they_come() -> None:
    assert ordinals({}, on_photo(*GRID[:3])) == (1, 2, 3)


@given(
    st.permutations(range(9)), st.integers(0, 9), st.floats(-20, 20), st.floats(-10, 10), st.data()
)
def test_an_outline_keeps_the_number_of_the_one_it_covers_by_half(
    order: list[int], found_again: int, right: float, down: float, data: st.DataObject
) -> None:
    known = data.draw(st.lists(st.sampled_from(range(9)), unique=True))
    before = {at + 1: Outline(None, GRID[at]) for at in known}
    again = order[:found_again]
    moved = [Outline(None, box(GRID[at][0][0] + right, GRID[at][0][1] + down)) for at in again]
    numbers = ordinals(before, moved)
    assert len(set(numbers)) == len(numbers)
    for at, number in zip(again, numbers, strict=True):
        assert number == at + 1 if at in known else number > max(before, default=0)


def test_reading_again_the_same_is_the_same() -> None:
    before = dict(enumerate(on_photo(*GRID), start=1))
    assert ordinals(before, on_photo(*GRID)) == tuple(range(1, 10))


def test_the_number_of_a_card_that_is_gone_is_given_to_no_other() -> None:
    before = {1: Outline(None, GRID[0]), 2: Outline(None, GRID[1])}
    assert ordinals(before, on_photo(GRID[5], GRID[1])) == (3, 2)


def test_a_whole_photo_taken_for_one_card_goes_to_the_largest_of_its_cards() -> None:
    before = {1: Outline(None, box(0, 0, 300, 180))}
    assert ordinals(before, on_photo(GRID[0], box(100, 0, 190, 110))) == (2, 1)


def test_an_outline_may_be_crossed_or_turned_over() -> None:
    one, two, three, four = GRID[0]
    before = {4: Outline(None, (one, three, two, four)), 5: Outline(None, GRID[1])}
    turned = (three, four, one, two)
    assert ordinals(before, on_photo(GRID[1], turned)) == (5, 4)


def test_an_outline_of_no_area_is_nobodys() -> None:
    flat = box(0, 0, 90, 0)
    assert ordinals({1: Outline(None, flat)}, on_photo(GRID[0], flat)) == (2, 3)


def test_pages_are_apart() -> None:
    before = {1: Outline(1, GRID[0]), 2: Outline(2, GRID[0])}
    assert ordinals(before, [Outline(2, GRID[0]), Outline(3, GRID[0])]) == (2, 3)


def test_cards_without_corners_keep_their_order() -> None:
    before = {1: Outline(None, None), 2: Outline(None, None)}
    assert ordinals(before, on_photo(*GRID[:3])) == (1, 2, 3)
