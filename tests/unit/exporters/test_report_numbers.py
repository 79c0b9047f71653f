"""Every rendering tells the same numbers: they are parsed back and compared."""

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from contacts.report import Report
from contacts.ties import TieClass
from exporters import as_csv, as_html, as_json, as_markdown, json_text, wording

Rows = list[list[str]]


class Page(HTMLParser):
    """The tables of a page as rows of texts, and the values of its `data` elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[Rows] = []
        self.figures: dict[str, int] = {}
        self.boxes = 0
        self._cell: list[str] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self._cell = []
        elif tag == "data":
            self.figures[str(values["id"]).removeprefix("count-")] = int(str(values["value"]))
        elif tag == "input":
            self.boxes += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"} and self._cell is not None:
            self.tables[-1][-1].append("".join(self._cell))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)


def markdown_tables(markdown: str) -> list[Rows]:
    blocks = re.findall(r"(?:^\|.*\|\n)+", markdown, flags=re.MULTILINE)
    unescaped = [re.sub(r"\\(.)", r"\1", block) for block in blocks]
    rows = [[line.strip("|").split("|") for line in block.splitlines()] for block in unescaped]
    return [[[cell.strip() for cell in row] for row in [r[0], *r[2:]]] for r in rows]


@pytest.fixture
def page(report: Report) -> Page:
    return Page(as_html(report))


def test_the_three_counts_are_equal_in_all_renderings(report: Report, page: Page) -> None:
    classes = {kind.value: report.counts[kind.value] for kind in TieClass}
    rows = list(csv.DictReader(io.StringIO(as_csv(report))))
    bold = re.findall(r"\*\*([0-9,]+) ([a-z ]+)\.\*\*", as_markdown(report))
    assert page.figures == classes
    assert {name.replace(" ", "_"): int(count) for count, name in bold} == classes
    assert {key: sum(row["class"] == key for row in rows) for key in classes} == classes
    assert {key: as_json(report)["counts"][key] for key in classes} == classes


def test_the_weak_ties_are_equal_in_all_renderings(report: Report, page: Page) -> None:
    rows = [row for row in csv.DictReader(io.StringIO(as_csv(report))) if row["class"] == "weak"]
    told = [
        [
            row["group"],
            row["name"],
            row["company"],
            wording.spoken_date(row["last_contact"]),
            row["still_known"],
            row["hints"].split("; ")[0],
        ]
        for row in sorted(rows, key=lambda row: not row["group"])
    ]
    weak = [row for row in as_json(report)["people"] if row["class"] == "weak"]
    weak_tables = [table for table in page.tables if table[0][0] == "Name"]
    assert [row for table in weak_tables for row in weak_ties(table)] == told
    assert markdown_tables(as_markdown(report))[0][1:] == told
    assert [float(row["p_known"]) for row in rows] == [row["p_known"] for row in weak]
    assert {wording.likelihood(row["p_known"]) for row in weak} == {row[4] for row in told}


def weak_ties(table: Rows) -> Rows:
    """Return the rows of a page's table with the group under whose heading each stands."""
    found, group = [], ""
    for row in table[1:]:
        if len(row) == 1:
            group = row[0].rpartition(" ")[0]
        else:
            found.append([group, *row])
    return found


def test_files_are_equal_in_all_renderings(report: Report, page: Page) -> None:
    told = as_json(report)
    markdown = markdown_tables(as_markdown(report))
    assert page.tables[-1][1:] == markdown[-1][1:]
    numbers = [[int(cell.replace(",", "")) for cell in row[3:5]] for row in markdown[-1][1:]]
    assert numbers == [[file["records"], file["rejected"]] for file in told["files"]]


def test_everyone_of_whom_too_little_is_known_has_one_box(report: Report, page: Page) -> None:
    count = report.counts["cannot_tell"]
    assert page.boxes == count
    assert as_markdown(report).count("- [ ] ") == count


def test_today_has_its_order_in_json_and_csv(report: Report) -> None:
    rows = csv.DictReader(io.StringIO(as_csv(report)))
    places = {row["today"]: row["person"] for row in rows if row["today"]}
    assert places == {"1": report.today[0]}
    assert as_json(report)["today"] == list(report.today)


def test_json_has_the_keys_of_the_contract(report: Report) -> None:
    told = json.loads(json_text(report))
    assert told.keys() >= {"as_of", "counts", "people", "today", "give_back", "news"}
    (loop,), (promise,), (introduction,) = (
        told[key] for key in ("open_loops", "promises", "introductions")
    )
    where = {"file": "linkedin/archive.zip", "locator": "messages.csv:12"}
    assert loop["since"] == "2026-06-05"
    assert loop["source"] == where
    assert promise.items() >= {"date": "2026-05-04", "text": "I will send you the proofs."}.items()
    assert promise["person"] == introduction["a"]
    assert introduction["reason"] == "You have cards of both from Kettle meetup."
    dagny = told["people"][1]
    assert dagny.keys() >= {"person", "records", "name", "company", "emails", "profile"}
    assert dagny["class"] == "weak"
    assert dagny["p_known"] == 0.2071
    assert dagny["records"][1] == {
        "source": "linkedin",
        "file": "linkedin/archive.zip",
        "locator": "Connections.csv:14",
    }
    assert dagny["hints"][0] == {
        "kind": "card",
        "text": "You were given a card at Kettle meetup",
        "date": "2019-04",
        "source": {"file": "cards/Kettle meetup/IMG_0001.heic", "locator": "card 1"},
    }


def test_where_a_photo_was_taken_is_text_and_never_in_the_table(report: Report) -> None:
    assert "55.61 N, 13.00 E" not in as_csv(report)
    for told in (as_html(report), as_markdown(report), json_text(report)):
        assert "Card photographed near 55.61 N, 13.00 E" in told
        assert "geo:" not in told


def test_an_encounter_is_asked_about_in_the_same_words(report: Report) -> None:
    told = as_json(report)["encounters"]
    assert [(one["number"], one["cards"], len(one["names"])) for one in told] == [(3, 7, 6)]
    for text in (as_html(report), as_markdown(report)):
        assert "3 May 2026, 19:05 to 19:40" in text
        assert "7 cards: Bo Ek, Eva Holm, Per Sund, Liv Dahl, Ida Moe, 2 more; photo" in text
        assert "Perhaps Harbour Fair or Dinner?" in text


def test_an_unsure_field_comes_with_its_command(report: Report) -> None:
    (card,) = as_json(report)["unsure"]
    for text in (as_html(report), as_markdown(report)):
        assert card["fields"][0]["command"] in text
        assert "Edit0r" in text


def test_what_is_no_persons_card_is_counted_apart(report: Report) -> None:
    for text in (as_html(report), as_markdown(report)):
        assert "1 company contact: cards that name nobody." in text
        assert "Your own card: 2 photos, counted as nobody." in text
        assert "Tram Café" in text


def test_who_may_be_one_person_is_asked_in_all_four_forms(report: Report) -> None:
    (pair,) = report.pairs
    html, markdown = as_html(report), as_markdown(report)
    for form in (html, markdown, as_csv(report), json_text(report)):
        assert pair.same in form
        assert pair.different in form
    for form in (html, markdown):
        assert "same e-mail +14.0; before any evidence -13.3" in form.replace("\\", "")
        assert "fair, about 60" in form
    assert as_json(report)["pairs"][0]["probability"] == pair.probability
    assert as_json(report)["questions"] == len(report.pairs)


def test_more_pairs_than_fit_are_counted(report: Report) -> None:
    many = replace(report, pairs=report.pairs * (wording.SHOWN_PAIRS + 2))
    for form in (as_html(many), as_markdown(many)):
        assert "2 more: weakties questions" in form
    assert len(as_json(many)["pairs"]) == wording.SHOWN_PAIRS + 2
