"""Each vintage and re-save of an archive beside what the door must say of it.

    python tests/unit/extractors_linkedin/test_linkedin_golden.py

writes the expectations anew; the diff is then to be read.
"""

import json
from pathlib import Path

import pytest

from extractors import linkedin, vcard

GOLDEN = Path(__file__).parents[2] / "golden"
ARCHIVES = sorted(path for path in (GOLDEN / "linkedin").iterdir() if path.is_dir())
CARDS = sorted((GOLDEN / "vcard").glob("*.vcf"))


def inspected(archive: Path) -> object:
    return linkedin.inspect([archive]).as_json()


def claimed(cards: Path) -> object:
    found = vcard.extract(cards)
    columns = ["locator", "property", "value", "kind"]
    return {
        "claims": found.claims[columns].to_numpy().tolist(),
        "counts": dict(found.counts),
        "as_of": found.as_of,
        "rejected": [[item.line, item.reason] for item in found.rejected],
    }


def expectation(source: Path) -> Path:
    return source.with_name(f"{source.name}.expected.json")


def written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.name)
def test_an_archive_of_any_vintage_says_what_it_must(archive: Path) -> None:
    assert written(inspected(archive)) == expectation(archive).read_text(encoding="utf-8")


@pytest.mark.parametrize("cards", CARDS, ids=lambda path: path.name)
def test_a_card_of_any_program_says_what_it_must(cards: Path) -> None:
    assert written(claimed(cards)) == expectation(cards).read_text(encoding="utf-8")


SAME_PEOPLE = [path for path in ARCHIVES if path.name.startswith("connections-")]


@pytest.mark.parametrize("archive", SAME_PEOPLE, ids=lambda path: path.name)
def test_every_vintage_and_re_save_has_the_same_people(archive: Path) -> None:
    keys = ["first_name", "last_name", "name", "company", "position"]
    whole = linkedin.inspect([GOLDEN / "linkedin" / "connections-2023"]).people
    expected = [[person[key] for key in keys] for person in whole]
    found = linkedin.inspect([archive])
    assert [[person[key] for key in keys] for person in found.people] == expected
    if "outlook" not in archive.name:
        days = [person["connected_on"] for person in whole]
        assert [person["connected_on"] for person in found.people] == days
        assert found.counts["connections_hidden"] == 1


if __name__ == "__main__":
    for path in ARCHIVES:
        expectation(path).write_text(written(inspected(path)), encoding="utf-8")
    for path in CARDS:
        expectation(path).write_text(written(claimed(path)), encoding="utf-8")
