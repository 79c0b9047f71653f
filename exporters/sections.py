"""Who stands in which part of the report: the same people in every rendering."""

from collections.abc import Iterable
from dataclasses import dataclass

from contacts.report import CueGroup, FileRow, PersonRow, Report
from contacts.sources import FileState
from contacts.ties import TieClass


@dataclass(frozen=True, slots=True)
class CheckList:
    """People who share one cue: "Acme, Inc."."""

    label: str
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class CueSection:
    """All lists of people of one kind of cue: `company`; of no cue at all where it is empty."""

    cue: str
    lists: tuple[CheckList, ...]

    @property
    def people(self) -> int:
        """How many people there are in all lists."""
        return sum(len(one.people) for one in self.lists)


def of_today(report: Report) -> tuple[PersonRow, ...]:
    """Return the people of today's queue, in its order."""
    rows = {row.person: row for row in report.people}
    return tuple(rows[person] for person in report.today)


def of_class(report: Report, tie_class: TieClass) -> tuple[PersonRow, ...]:
    """Return the people of one class, in the order of the report."""
    return tuple(row for row in report.people if row.tie_class is tie_class)


def by_cue(report: Report) -> tuple[CueSection, ...]:
    """Return every cannot-tell once, in the order of the groups; the rest is without a cue."""
    return _grouped(of_class(report, TieClass.CANNOT_TELL), report.groups)


def weak_by_cue(report: Report) -> tuple[CueSection, ...]:
    """Return every weak tie once, in the order of the groups; the rest is without a cue."""
    return _grouped(of_class(report, TieClass.WEAK), report.weak_groups)


def _grouped(people: Iterable[PersonRow], groups: Iterable[CueGroup]) -> tuple[CueSection, ...]:
    rows = {row.person: row for row in people}
    lists: dict[str, list[CheckList]] = {}
    for group in groups:
        members = tuple(rows.pop(person) for person in group.people if person in rows)
        if members:
            lists.setdefault(group.cue, []).append(CheckList(group.label, members))
    if rows:
        lists.setdefault("", []).append(CheckList("Everyone else", tuple(rows.values())))
    return tuple(CueSection(cue, tuple(kept)) for cue, kept in lists.items())


def needing_attention(files: Iterable[FileRow]) -> tuple[FileRow, ...]:
    """Return the files that were not read whole, or of which something was rejected."""
    return tuple(file for file in files if file.state != FileState.DONE or file.rejected)
