from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

import dedupe
from dedupe.arrays import among, distinct
from dedupe.block import candidates, fitted_keys
from dedupe.normalise import cleaned

People = Callable[..., pd.DataFrame]

HOSTILE = [
    "",
    " ",
    "Nan",
    "NULL",
    "007",
    "a" * 20_000,
    "((((" * 500,
    '"' * 999,
    ", ; , ;",
    "👩‍👩‍👧‍👦" * 30,
    "محمد بن سلمان",
    "王小明",
    "김민수",
    "佐藤 太郎",
    "\u202eevil\u202c",
    "Jr.",
    "Dr.",
    "x@",
    "@",
    "-",
    "O'",
    "\x00",
]


@pytest.mark.parametrize(
    "column",
    ["full_name", "company", "title", "emails", "phones", "profile_url", "urls", "address", "date"],
)
def test_no_value_of_any_column_breaks_matching(people: People, column: str) -> None:
    rows = people(*({column: text} for text in HOSTILE), {})
    assert len(dedupe.resolve(rows).clusters) == len(HOSTILE) + 1


def test_records_that_say_nothing_stay_alone(people: People) -> None:
    found = dedupe.resolve(people(*({} for _ in range(300))))
    assert found.clusters["cluster_id"].nunique() == 300
    assert found.pairs.empty


def test_a_name_like_a_missing_value_is_a_name(people: People) -> None:
    rows = people(
        {"full_name": "Nan Null", "emails": "nan@null.org"},
        {"full_name": "Nan Null", "emails": "nan@null.org"},
    )
    assert dedupe.resolve(rows).unasked["cluster_id"].tolist() == ["r0", "r0"]


def test_a_thousand_copies_are_one_person_and_a_thousand_pairs(people: People) -> None:
    copy = {"full_name": "Ann Quillfeather", "emails": "ann.q@acme.com", "company": "Acme"}
    found = dedupe.resolve(people(*(copy for _ in range(1_000))))
    assert set(found.unasked["cluster_id"]) == {"r0"}
    assert len(found.pairs) == 999


def test_one_mailbox_of_two_thousand_people_joins_none_and_costs_little(people: People) -> None:
    letters = "bcdfghklmnprstvz"
    names = [
        f"{a}a{b}o {c}u{d}i"
        for a in letters
        for b in letters
        for c in letters[:4]
        for d in letters[:2]
    ]
    rows = people(*({"full_name": name, "emails": "all@hub.org"} for name in names))
    assert len(rows) == 2_048
    values = cleaned(rows)
    held, _ = fitted_keys(values, np.ones(len(values), dtype=np.bool_))
    assert len(candidates(held, len(values))) < 15 * len(rows)
    assert dedupe.resolve(rows).unasked["cluster_id"].nunique() == len(rows)


def test_pairs_grow_with_the_records_and_not_with_their_square(people: People) -> None:
    def pairs(count: int) -> int:
        rows = people(*({"full_name": "Jo Li", "title": f"{at}"} for at in range(count)))
        held, _ = fitted_keys(cleaned(rows), np.ones(count, dtype=np.bool_))
        return len(candidates(held, count))

    assert pairs(2_000) <= 15 * 2_000


def test_set_operations_take_empty_arrays() -> None:
    empty = np.empty(0, dtype=np.int64)
    assert len(distinct(empty)) == 0
    assert among(np.array([1, 2]), empty).tolist() == [False, False]
