"""`Positions.csv`, `Education.csv`: the owner's own jobs and schools."""

import re
from calendar import monthrange
from datetime import date

from contacts.owner import OwnerPeriod, PeriodKind
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order, moment, month_of
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Ledger, rows

_YEAR = re.compile(r"(?:([^\W\d_]+)\.?[ -])?((?:19|20)\d\d)")
_SHORT_YEAR = re.compile(r"([^\W\d_]+)\.?[ -](\d\d)")  # `Mar-19`, as spreadsheets re-save it
_KINDS = {Role.POSITIONS: PeriodKind.JOB, Role.EDUCATION: PeriodKind.SCHOOL}


def read(member: Member, ledger: Ledger, order: Order | None) -> list[OwnerPeriod]:
    """Return the owner's periods of one file; a row that names no employer or school is rejected.

    A date that cannot be read is left out with a notice: the period then has no start, or no end.
    """
    found = []
    for line, cells in rows(member, ledger):
        starts, ends = (_span(cells[field], order) for field in ("start", "end"))
        for field, span in (("start", starts), ("end", ends)):
            if cells[field] and not span:
                ledger.note("unreadable_date", f"{cells[field][:40]!r} is no month or year", line)
        if cells["organisation"]:
            found.append(
                OwnerPeriod(
                    _KINDS[member.role],
                    cells["organisation"],
                    cells["title"],
                    starts[0] if starts else None,
                    ends[1] if ends else None,
                    f"{member.label}:{line}",
                )
            )
        else:
            ledger.reject(line, "names no organisation")
    return found


def _span(text: str, order: Order | None) -> tuple[date, date] | None:
    """Return the first and the last day of a month or year, or of a day."""
    if named := _YEAR.fullmatch(text) or _SHORT_YEAR.fullmatch(text):
        year = int(named[2]) + (0 if len(named[2]) > len("19") else 2000)
        month = month_of(named[1]) if named[1] else 0
        if named[1] and not month:
            return None
        last = month or 12
        return date(year, month or 1, 1), date(year, last, monthrange(year, last)[1])
    day = moment(text, order)
    return (day.date(), day.date()) if day else None
