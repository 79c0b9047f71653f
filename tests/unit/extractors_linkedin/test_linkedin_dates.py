"""Dates of every vintage, and of every spreadsheet."""

from datetime import UTC, date, datetime
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.linkedin import dates


@pytest.mark.parametrize(
    "text",
    [
        "05 Mar 2024", "5 March 2024", "5-Mar-24", "05-Mrz-24", "5. März 2024", "05 mars 2024",
        "5 de mar. de 2024", "5 de marzo de 2024", "05-mrt-24", "Mar 5, 2024", "2024-03-05",
        "2024/03/05 10:00:00 UTC", "2024-03-05T10:00:00Z", "05.03.2024", "05.03.24", "5.3.2024",
        "3/5/24, 1:05 PM", "3/5/24, 1:05\u202fPM", "03/05/24, 08:15 AM", "45356", "45356.5",
        "2024年3月5日", " 05 Mar 2024 ",
    ],
)  # fmt: skip
def test_one_day_in_every_spelling(text: str) -> None:
    assert dates.days([text]).values == ["2024-03-05"]


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "31 Feb 2024", "05 Foo 2024", "01 Jan 1970", "00/00/0000", "12345", "5 Mar"],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert dates.days([text]).values == [""]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (["13/02/2024", "03/02/2024"], ["2024-02-13", "2024-02-03"]),
        (["02/13/2024", "02/03/2024"], ["2024-02-13", "2024-02-03"]),
        (["02/03/2024", "12/02/2024", "01/02/2024"], ["", "", ""]),
        (["05/06/2024", "04/07/2023", "03/08/2022"], ["", "", ""]),
        (["03/04/2024"], [""]),
        (["04/04/2024"], ["2024-04-04"]),
        (["13/02/2024", "02/13/2024", "03/02/2024"], ["2024-02-13", "2024-02-13", ""]),
    ],
)
def test_day_and_month_are_told_apart_by_the_column(column: list[str], expected: list[str]) -> None:
    assert dates.days(column).values == expected


DAYS = [
    "2024-06-01", "2024-05-09", "2024-05-04", "2024-04-12", "2024-04-03", "2024-03-02",
    "2024-02-12", "2024-02-01",
]  # fmt: skip


@pytest.mark.parametrize("expected", [DAYS, DAYS[::-1]])
@pytest.mark.parametrize("order", ["%d/%m/%Y", "%m/%d/%Y"])
def test_eight_rows_are_told_apart_by_the_one_order_that_sorts_them(
    order: str, expected: list[str]
) -> None:
    column = [date.fromisoformat(day).strftime(order) for day in expected]
    assert dates.days(column).values == expected
    assert dates.days(column[1:]).values == [""] * 7
    unsorted = [*column[1:], column[0]]
    assert dates.days(unsorted).values == [""] * 8


def test_rows_that_either_order_sorts_and_those_with_one_reading_tell_nothing() -> None:
    assert dates.days([f"05/06/{year}" for year in range(2010, 2020)]).values == [""] * 10
    alike = ["08/08/2024", "07/07/2024", "06/06/2024", "05/05/2024", "04/04/2024"]
    few = ["02/03/2024", "12/02/2024", "01/02/2024"]
    assert dates.days([*alike, *few]).values[-3:] == ["", "", ""]


@pytest.mark.parametrize(
    "cell", ["x" + " " * 1_000_000 + "x", "1" * 1_000_000, "\u5e74 " * 500_000, " ,1:2" * 250_000]
)
def test_a_cell_too_long_for_a_date_is_none_at_once(cell: str) -> None:
    start = perf_counter()
    assert dates.days([cell]).unreadable == {cell}
    assert dates.instants([cell]).tolist() == [dates.UNDATED]
    assert not dates.is_date(cell)
    assert perf_counter() - start < 0.5


def test_a_date_that_may_be_two_days_is_doubtful_and_not_unreadable() -> None:
    found = dates.days(["03/04/2024", "soon"])
    assert (found.doubtful, found.unreadable) == ({"03/04/2024"}, {"soon"})


@given(st.datetimes(datetime(2003, 1, 1), datetime(2099, 12, 31)))  # noqa: DTZ001 - of hypothesis
def test_an_instant_comes_back_as_it_was_written(when: datetime) -> None:
    text = when.strftime("%Y-%m-%d %H:%M:%S UTC")
    expected = int(when.replace(microsecond=0, tzinfo=UTC).timestamp())
    assert dates.instants([text]).tolist() == [expected]
    assert dates.instants([text, text.lower() + " "])[1] == expected
    assert dates.utc(np.array([expected]))[0] == when.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_an_instant_that_cannot_be_is_undated() -> None:
    column = ["2024-02-30 10:00:00 UTC", "2024-03-01 24:00:00 UTC", "2024-13-01 10:00:00 UTC"]
    assert dates.instants(column).tolist() == [dates.UNDATED] * 3
