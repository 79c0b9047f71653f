"""A column looked at as a whole is what its cells are one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.identifiers import profile_slug
from extractors.linkedin.cells import tidied, tidied_columns, tidy
from extractors.linkedin.slugs import slugs
from extractors.linkedin.wording import is_one_tap, one_taps

PROFILE = "https://www.linkedin.com/in/"
PLAIN = ["Ada", "Head of Data", "", "Élise Brandt", "b-000001"] * 20  # enough to be looked at whole

pieces = st.lists(
    st.sampled_from(
        ["a", " ", "  ", "é", "e\u0301", "ł", "Ã©", "Å¡", "â€™", "\u00a0", "日", "\n", "\t", "|"]
    ),
    max_size=6,
).map("".join)
tails = st.lists(
    st.sampled_from(
        [
            "a",
            "b-1",
            "A",
            "%C3%A9",
            "%c3",
            "%20",
            "%2F",
            "%0A",
            "%00",
            "%22",
            "%2E",
            "%",
            "/",
            "?x",
            "\n",
        ]
    ),
    max_size=4,
).map("".join)


@given(st.lists(pieces, max_size=12), st.integers(0, len(PLAIN)))
@settings(deadline=None)
def test_a_column_is_tidied_as_its_cells_are(cells: list[str], begin: int) -> None:
    column = [*PLAIN[:begin], *cells, *PLAIN[begin:]]
    assert tidied(column)[0] == [tidy(cell) for cell in column]
    assert tidied(column)[1] == sum(tidied([cell])[1] for cell in column)


def test_columns_are_tidied_as_each_is_for_itself() -> None:
    columns = [PLAIN, [f" {cell}" for cell in PLAIN], ["Ã©"] * len(PLAIN)]
    found, repaired = tidied_columns(*columns)
    assert found == [tidied(column)[0] for column in columns]
    assert repaired == len(PLAIN)
    assert tidied_columns([], []) == ([[], []], 0)


@given(st.lists(st.tuples(st.sampled_from([PROFILE, PROFILE, PROFILE, "", "x/in/"]), tails)))
@settings(deadline=None)
def test_a_column_of_addresses_is_read_as_each_is(parts: list[tuple[str, str]]) -> None:
    urls = [head + tail for head, tail in parts]
    assert slugs(urls) == [profile_slug(url) or "" for url in urls]


@pytest.mark.parametrize(
    ("tail", "slug"),
    [
        ("ann-lee/de", "ann-lee"),
        ("ann-lee/overlay/photo", "ann-lee"),
        ("/ann-lee%2Fde/", "ann-lee"),
        ("../ann-lee", None),
        ("ann-lee/..", None),
        ("%2e%2e", None),
        ("ann%00lee", None),
        ("ann%22lee", None),
        ("ann'lee", None),
    ],
)
def test_a_profile_is_the_first_part_behind_in(tail: str, slug: str | None) -> None:
    assert profile_slug(PROFILE + tail) == slug
    assert slugs([PROFILE + tail]) == [slug or ""]
    assert slugs([PROFILE + "bo", PROFILE + tail]) == ["bo", slug or ""]


def test_an_old_address_keeps_its_whole_path() -> None:
    assert profile_slug("linkedin.com/pub/ann-lee/1/2a/3b/") == "ann-lee/1/2a/3b"


def test_one_tap_messages_are_found_among_others() -> None:
    texts = [
        "Congrats on your new job!", " happy birthday", "Hi Ada, congratulations!", "", "Hello you",
        "Congrats, shall we talk?", "Congrats " + "again " * 40, "Félicitations", "Thank you",
    ]  # fmt: skip
    assert one_taps(texts) == [place for place, text in enumerate(texts) if is_one_tap(text)]
    assert one_taps(texts) == [0, 1, 2, 7]
