"""The report as a table, one row a person.

Spreadsheets run cells that begin like a formula (OWASP, "CSV injection"), and phone numbers begin
so too. What is opened in one is therefore guarded by an apostrophe; programs get the bare values.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from contacts.report import PersonRow, Report
from contacts.ties import HintKind
from exporters import wording
from exporters.legible import legible_report
from exporters.links import profile_link

COLUMNS = (
    "person",
    "name",
    "company",
    "title",
    "emails",
    "phones",
    "profile",
    "class",
    "p_known",
    "still_known",
    "last_contact",
    "today",
    "why_today",
    "hints",
    "news",
    "questions",
    "reasons",
    "records",
)
_FORMULA_START = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")  # also in full width


class CsvFlavour(StrEnum):
    """Who reads the table."""

    SPREADSHEET = "spreadsheet"  # values that begin like a formula are guarded
    MACHINE = "machine"  # bare values


def as_csv(report: Report, flavour: CsvFlavour = CsvFlavour.SPREADSHEET) -> str:
    """Return the report as CSV with a header; several values in one cell are parted by "; ".

    `today` is the place in today's queue, from 1; `questions` are who it may be besides, those that
    the other forms show. `class` and `p_known` are as in the JSON. Where a photo was taken
    is left out: a table is passed on, and it may be the owner's home.
    """
    shown = legible_report(report)
    places = {person: place for place, person in enumerate(shown.today, start=1)}
    news: dict[str, list[str]] = {}
    for row in shown.news:
        news.setdefault(row.person, []).append(row.text)
    questions: dict[str, list[str]] = {}
    for pair in shown.pairs[: wording.SHOWN_PAIRS]:
        for side, other in ((pair.first, pair.second), (pair.second, pair.first)):
            asked = f"{other.name}? {pair.same} or {pair.different}"
            questions.setdefault(side.person, []).append(asked)
    guard = guarded if flavour is CsvFlavour.SPREADSHEET else str
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(
        _cells(
            row,
            places.get(row.person),
            news.get(row.person, ()),
            questions.get(row.person, ()),
            guard,
        )
        for row in shown.people
    )
    return text.getvalue()


def guarded(value: str) -> str:
    """Return the value with an apostrophe before it if a spreadsheet could run it."""
    return f"'{value}" if _FORMULA_START.match(value) else value


def _cells(
    row: PersonRow,
    place: int | None,
    news: Iterable[str],
    questions: Iterable[str],
    guard: Callable[[str], str],
) -> list[str]:
    def one(value: str | None) -> str:
        return guard(value or "")

    def many(values: Iterable[str]) -> str:
        return "; ".join(guard(value) for value in values)

    return [
        one(row.person),
        one(row.name),
        one(row.company),
        one(row.title),
        many(row.emails),
        many(row.phones),
        one(profile_link(row.profile)),
        row.tie_class.value,
        "" if row.p_known is None else f"{row.p_known:.4f}",
        wording.still_known(row),
        one(row.last_contact),
        "" if place is None else str(place),
        one(row.why_today),
        many(hint.text for hint in row.hints if hint.kind != HintKind.PLACE),
        many(news),
        many(questions),
        many(row.reasons),
        many(wording.place(record) for record in row.records),
    ]
