"""What holds of every archive."""

import csv
import io
import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors import linkedin
from extractors.linkedin.names import clean_name
from extractors.linkedin.people import connected_people
from extractors.linkedin.roles import Role
from extractors.linkedin.tables import read_tables

HEADER = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
in_a_folder = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
noise = st.lists(
    st.sampled_from([b",", b'"', b"\n", b"\r", b"\xff", b"\0", b"Ann", b"05 Mar 2024", b";"])
    | st.binary(max_size=6),
    max_size=60,
).map(b"".join)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def accounted(counts: dict[str, int]) -> bool:
    fates = ("taken", "hidden", "duplicate", "rejected")
    return counts["connections_read"] == sum(counts[f"connections_{fate}"] for fate in fates)


@in_a_folder
@given(noise)
def test_every_row_is_accounted_for_whatever_the_bytes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(",".join(HEADER).encode() + b"\nBo,Ray,,,,,04 Mar 2024\n" + content)
    found = linkedin.inspect([path])
    assert accounted(dict(found.counts))
    assert all(rejection.line and rejection.reason for rejection in found.rejected)


@in_a_folder
@given(noise)
def test_no_bytes_whatever_break_the_reader(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(content)
    found = linkedin.inspect([path])
    assert found.refused
    assert found.rejected


@in_a_folder
@given(st.lists(st.tuples(words, words, words), max_size=12))
def test_whoever_stands_in_a_well_formed_file_is_taken(
    tmp_path: Path, cells: list[tuple[str, str, str]]
) -> None:
    text = io.StringIO(newline="")
    rows = [
        [f"A{first}", f"B{last}", f"https://www.linkedin.com/in/n{number}", "", company, "", ""]
        for number, (first, last, company) in enumerate(cells)
    ]
    csv.writer(text).writerows([HEADER, *rows])
    path = tmp_path / "Connections.csv"
    path.write_bytes(text.getvalue().encode())
    found = linkedin.inspect([path])
    assert [person["profile"] for person in found.people] == [f"n{n}" for n in range(len(rows))]
    # What looks like broken UTF-8 is mended, which may give the letter an accent.
    letters = [unicodedata.normalize("NFD", str(person["first_name"])) for person in found.people]
    assert all(letter.startswith("A") for letter in letters)
    assert not found.rejected


@given(words, words)
def test_a_clean_name_is_clean(first: str, last: str) -> None:
    once = clean_name(first, last)
    assert clean_name("", once) == once


ARCHIVE = Path(__file__).parents[2] / "golden" / "linkedin" / "whole-archive"


def test_the_order_of_the_paths_does_not_matter() -> None:
    paths = sorted(path for path in ARCHIVE.iterdir() if path.suffix == ".csv")
    expected = linkedin.extract(paths)
    for seed in range(3):
        shuffled = random.Random(seed).sample(paths, len(paths))
        found = linkedin.extract(shuffled)
        assert (
            found.observations["record_id"].tolist() == expected.observations["record_id"].tolist()
        )
        assert found.claims.equals(expected.claims)
        assert found.owner == expected.owner


def test_an_archive_given_twice_is_the_archive(tmp_path: Path) -> None:
    other = tmp_path / "again"
    other.mkdir()
    for path in ARCHIVE.iterdir():
        (other / path.name).write_bytes(path.read_bytes() + b"\n" * (path.suffix == ".csv"))
    once, twice = linkedin.inspect([ARCHIVE]), linkedin.inspect([ARCHIVE, other])
    assert twice.people == once.people


def test_the_newest_of_two_exports_says_what_somebody_does_now(tmp_path: Path) -> None:
    head = ",".join(HEADER)
    old, new = tmp_path / "a.csv", tmp_path / "b.csv"
    ann = "Ann,Lee,https://www.linkedin.com/in/ann,,{},,01 Feb 2020\n"
    old.write_text(f"{head}\n{ann.format('Old Works')}", encoding="utf-8")
    new.write_text(f"{head}\nBo,Ray,,,,,04 Mar 2024\n{ann.format('New Works')}", encoding="utf-8")
    for paths in ([old, new], [new, old]):
        people = connected_people(read_tables(paths).connections)
        assert dict(zip(people.first, people.company, strict=True)) == {
            "Bo": "",
            "Ann": "New Works",
        }


@pytest.mark.parametrize("role", [Role.MESSAGES, Role.CONNECTIONS, Role.ENDORSEMENTS_RECEIVED])
def test_the_rows_of_a_table_are_counted_in_its_ledger(role: Role) -> None:
    tables = read_tables([ARCHIVE])
    assert tables.rows(role) == {"messages": 10, "connections": 6, "endorsements_received": 2}[role]
