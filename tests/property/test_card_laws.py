"""Laws of reading a card, whatever an engine says that it has seen."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import astuple, replace
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contacts.readings import CardReading, TextLine
from extractors.card.reading import read_card

HOSTILE = (
    *("\x00\x1b[31mAda\x07 Example", "\u202eelpmaxE adA\u202c", "ada\u200b@acme\u2060.org"),
    *('=HYPERLINK("http://evil.example")', "@SUM(1+1)*cmd|' /C calc'!A0", "<script>alert(1)<"),
    *("\ufeffAcme\u00ad Ltd\x85", "+49 \u206630 1234567\u2069", "www.\u200facme.org", "\ud800"),
    *("Tel: +1+1+1+1+1 (((((((", "@@@@@", "....@....", "http://http://", "in/in/in/", "Dr. Dr."),
    *("., ,. ,,", "〒〒〒", "㍿㈱", "١٢٣٤٥٦٧٨٩", "①②③④⑤⑥⑦⑧⑨⑩", "x" * 3000, "1" * 3000, "a@" * 900),
    *("Ada Example, PhD, MBA", "in/ada-example", "Fax -2 99", "Jane.doe@", "acme.org", "Acme Ltd"),
)
EXTREME = (0.0, -0.0, 1e-300, 1e300, -1e300, 1e9, -1e9)
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=60),
    st.text(st.characters(codec=None), max_size=20),
    st.from_regex(r"[A-Za-z0-9@.+:/() -]{0,40}", fullmatch=True),
)
places = st.one_of(
    st.floats(-1e4, 1e4), st.sampled_from(EXTREME), st.floats(allow_nan=False, allow_infinity=False)
)
points = st.tuples(places, places)
lines = st.lists(
    st.builds(TextLine, texts, st.tuples(points, points, points, points), st.floats(0, 1)),
    max_size=10,
)
level = st.builds(
    lambda text, x, y, width, height, sure: TextLine(
        text, ((x, y), (x + width, y), (x + width, y + height), (x, y + height)), sure
    ),
    texts,
    *(st.integers(0, 900), st.integers(0, 500), st.integers(1, 400), st.integers(1, 90)),
    st.floats(0, 1),
)


def _strings(value: object) -> Iterator[str]:
    """Yield all texts of a reading."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _strings(part)


@settings(max_examples=150, deadline=None)
@given(lines, st.sampled_from([None, "US", "DE", "JP"]))
@example([TextLine(text, ((0, 0), (9, 0), (9, 9), (0, 9)), 0.9) for text in HOSTILE], None)
def test_any_lines_give_clean_fields(seen: list[TextLine], region: str | None) -> None:
    reading = read_card(seen, region=region)
    for text in _strings(astuple(reading)):
        assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in text)
        assert "\n" not in text
    assert all(0 <= sure <= 1 for sure in reading.confidence.values())
    for found in reading.field_lines.values():
        assert all(0 <= at < len(seen) for at in found)
    assert set(reading.needs_review) <= set(reading.confidence)


@settings(max_examples=60, deadline=None)
@given(st.lists(level, max_size=8))
def test_the_same_lines_give_the_same_fields(seen: list[TextLine]) -> None:
    assert read_card(seen, region="DE") == read_card(list(seen), region="DE")


@settings(max_examples=80, deadline=None)
@given(st.lists(level, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(seen: list[TextLine], random: object) -> None:
    order = list(range(len(seen)))
    random.shuffle(order)  # type: ignore[attr-defined]
    _assert_same(seen, order)


def _assert_same(seen: Sequence[TextLine], order: Sequence[int]) -> None:
    reading = read_card(seen, region=None)
    other = read_card([seen[at] for at in order], region=None)
    assert _without_lines(other) == _without_lines(reading)
    for field, found in other.field_lines.items():
        texts_ = sorted(seen[order[at]].text for at in found)
        assert texts_ == sorted(seen[at].text for at in reading.field_lines[field])


def _without_lines(reading: CardReading) -> CardReading:
    return replace(reading, field_lines={})


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_lines_on_one_place_are_told_apart_by_their_text(order: tuple[int, ...]) -> None:
    quad = ((0.0, 0.0), (90.0, 0.0), (90.0, 20.0), (0.0, 20.0))
    said = ("Ada Example", "Bea Sample", "Acme Ltd", "Tel 030 1234567")
    _assert_same([TextLine(text, quad, 0.9) for text in said], order)
