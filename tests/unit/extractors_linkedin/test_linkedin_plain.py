"""A table read at once is the table read row by row."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.lines import lines_of
from extractors.linkedin import table
from extractors.linkedin.archive import gather
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.plain import plain
from extractors.linkedin.records import records
from extractors.linkedin.table import Ledger, blocks

pieces = st.sampled_from(
    ["a", "b c", ",", ";", '"', '""', "\n", "\r\n", "\r", "é", "日", "05 Mar 2024", ""]
)
cells = st.text(st.sampled_from('ab,;"\n é日'), max_size=6)


@given(st.lists(pieces, max_size=30).map("".join), st.integers(1, 4))
@settings(max_examples=600, deadline=None)
def test_what_is_well_formed_is_what_the_csv_module_reads(text: str, width: int) -> None:
    found = plain(text, ",", width, 1)
    if found is None:
        return
    rows, ends = records(lines_of(text), ",")
    taken = [found.cells[place : place + width] for place in range(0, len(found.cells), width)]
    assert taken == rows
    assert [*found.lines, found.end] == [1, *(end + 1 for end in ends)]


@given(
    st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=9),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_the_csv_module_writes_is_well_formed(
    rows: list[list[str]], quoting: int, end: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    found = plain(text.getvalue(), ",", 3, 1)
    assert found is not None
    assert found.cells == [cell for row in rows for cell in row]


def test_a_cell_longer_than_the_csv_module_allows_is_left_to_it() -> None:
    long = "x" * (csv.field_size_limit() + 1)
    assert plain(f"a,{long}\n", ",", 2, 1) is None
    assert plain(f'a,"{long}"\n', ",", 2, 1) is None


HEADER = "FROM,TO,DATE,CONTENT\n"
lines = st.sampled_from([
    "Ann,Mira,2024-03-06 10:00:00 UTC,Hello\n",
    'Ann,Mira,2024-03-06 10:00:00 UTC,"Hello, you"\n',
    'Ann,Mira,2024-03-06 10:00:00 UTC,"Hello,\nso, many, commas\nBye"\n',
    'Ann,Mira,2024-03-06 10:00:00 UTC,"He said ""hello"""\n',
    'Ann,Mira,2024-03-06 10:00:00 UTC,"never closed\n',
    "Ann,Mira\n", "\n", HEADER, 'Ann,"Mira,2024-03-06 10:00:00 UTC,x\n', '"\n', "a,b,c,d,e\r\n",
])  # fmt: skip


@given(st.lists(lines, max_size=12).map("".join))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_both_ways_of_reading_give_the_same_rows(tmp_path: Path, text: str) -> None:
    path = tmp_path / "messages.csv"
    path.write_bytes((HEADER + text).encode())
    at_once = read(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "plain", lambda *_: None)
        assert read(path) == at_once


def read(path: Path) -> object:
    (member,) = gather([path]).members
    ledger = Ledger(member.name)
    found = [
        (line, tuple(block.row(place)), block.part)
        for block in blocks(member, LAYOUTS[member.role], ledger)
        for place, line in enumerate(block.lines)
        if any(block.row(place))
    ]
    return found, ledger.rejected
