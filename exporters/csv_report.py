"""The report as tables: one row a person, and the numbers of the pictures.

Spreadsheets run cells that begin like a formula (OWASP, "CSV injection"), and phone numbers begin
so too. What is opened in one is therefore guarded by an apostrophe; programs get the bare values.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from contacts.report import PersonRow, Report
from contacts.ties import HintKind
from exporters import wording
from exporters.legible import legible_report
from exporters.links import profile_link
from exporters.pictures import pictures

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
    "fades_by",
    "group",
    "today",
    "why_today",
    "hints",
    "owed",
    "news",
    "questions",
    "reasons",
    "records",
)
PICTURE_COLUMNS = ("picture", "at", "series", "people", "ahead")
_FORMULA_STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")  # also in full width


Guard: TypeAlias = Callable[[str], str]


class CsvFlavour(StrEnum):
    """Who reads the table."""

    SPREADSHEET = "spreadsheet"  # values that begin like a formula are guarded
    MACHINE = "machine"  # bare values


def as_csv(report: Report, flavour: CsvFlavour = CsvFlavour.SPREADSHEET) -> str:
    """Return the report as CSV with a header; several values in one cell are parted by "; ".

    `today` is the place in today's queue, from 1; `questions` are who it may be besides, those that
    the other forms show; `group` is that of a weak tie or a cannot-tell, `fades_by` the day by
    which somebody known is none any more. `class` and `p_known` are as in the JSON. Where a photo
    was taken is left out: a table is passed on, and it may be the owner's home.
    """
    shown = legible_report(report)
    beside = _beside(shown)
    guard = guarded if flavour is CsvFlavour.SPREADSHEET else str
    return _table(COLUMNS, (_cells(row, beside, guard) for row in shown.people))


def pictures_as_csv(report: Report) -> str:
    """Return the numbers of the pictures as CSV with a header, a row for each part of a bar.

    `at` is a day, a year or how a tie began; `ahead` is 1 on days to come, if nothing more happens.
    """
    return _table(
        PICTURE_COLUMNS,
        (
            (picture.key, bar.at, series.name, str(value), str(int(bar.ahead)))
            for picture in pictures(legible_report(report))
            for bar in picture.bars
            for series, value in zip(picture.series, bar.values, strict=True)
        ),
    )


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the report says of people outside their rows, by person."""

    places: Mapping[str, int]
    groups: Mapping[str, str]
    fades: Mapping[str, str]
    owed: Mapping[str, Sequence[str]]
    news: Mapping[str, Sequence[str]]
    questions: Mapping[str, Sequence[str]]


def _beside(report: Report) -> _Beside:
    news: dict[str, list[str]] = {}
    for row in report.news:
        news.setdefault(row.person, []).append(row.text)
    questions: dict[str, list[str]] = {}
    for pair in report.pairs[: wording.SHOWN_PAIRS]:
        for side, other in ((pair.first, pair.second), (pair.second, pair.first)):
            asked = f"{other.name}? {pair.same} or {pair.different}"
            questions.setdefault(side.person, []).append(asked)
    return _Beside(
        places={person: place for place, person in enumerate(report.today, start=1)},
        groups={
            person: group.label
            for group in (*report.weak_groups, *report.groups)
            for person in group.people
        },
        fades={row.person: row.by for row in report.fading},
        owed=_owed(report),
        news=news,
        questions=questions,
    )


def _owed(report: Report) -> dict[str, list[str]]:
    owed: dict[str, list[str]] = {}
    for matter in report.owed:
        for person in matter.people:
            owed.setdefault(person, []).append(matter.text)
    return owed


def guarded(value: str) -> str:
    """Return the value with an apostrophe before it if a spreadsheet could run it."""
    return f"'{value}" if value[:1] in _FORMULA_STARTS else value


def _cells(row: PersonRow, beside: _Beside, guard: Guard) -> list[str]:
    hints = [hint.text for hint in row.hints if hint.kind != HintKind.PLACE]
    return [
        guard(row.person),
        guard(row.name or ""),
        guard(row.company or ""),
        guard(row.title or ""),
        _joined(row.emails, guard),
        _joined(row.phones, guard),
        profile_link(row.profile) or "",
        row.tie_class.value,
        "" if row.p_known is None else f"{row.p_known:.4f}",
        wording.still_known(row),
        guard(row.last_contact or ""),
        guard(beside.fades.get(row.person, "")),
        guard(beside.groups.get(row.person, "")),
        str(beside.places.get(row.person, "")),
        guard(row.why_today or ""),
        _joined(hints, guard),
        _joined(beside.owed.get(row.person, ()), guard),
        _joined(beside.news.get(row.person, ()), guard),
        _joined(beside.questions.get(row.person, ()), guard),
        _joined(row.reasons, guard),
        _joined(map(wording.place, row.records), guard),
    ]


def _joined(values: Iterable[str], guard: Guard) -> str:
    return "; ".join(map(guard, values)) if values else ""
