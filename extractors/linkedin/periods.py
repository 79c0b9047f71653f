"""`Positions.csv`, `Education.csv`: the owner's own jobs and schools."""

import re
from calendar import monthrange
from datetime import date

from contacts.owner import OwnerPeriod, PeriodKind
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import LONGEST, Order, full_year, moment, month_of, order_of
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Ledger, rows

_YEARS = range(1950, 2050)  # judgement: no owner of an archive worked before, so `98` is 1998
_LAST_MONTH = 12
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED = re.compile(r"([^\W\d_]+)\.?[ -]((?:19|20)\d\d|\d\d)")  # `Mar 2019`; `Mar-19` re-saved
_MONTH_FIRST = re.compile(r"(\d\d?)[./-]((?:19|20)\d\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[./-](\d\d?)")
_KINDS = {Role.POSITIONS: PeriodKind.JOB, Role.EDUCATION: PeriodKind.SCHOOL}

_Span = tuple[date, date]


def read(member: Member, ledger: Ledger, order: Order | None) -> list[OwnerPeriod]:
    """Return the owner's periods of one file; a row that names no employer or school is rejected.

    A date that cannot be read is left out with a notice. Where that is the end, the period did end:
    it is taken to have lasted until the last day that may have been its first, and is rejected
    where that is unknown too. A period without an end goes on.
    """
    whole = list(rows(member, ledger))
    order = order_of([cells[field] for _, cells in whole for field in ("start", "end")], order)
    found = []
    for line, cells in whole:
        starts, ends = (_span(cells[field], order) for field in ("start", "end"))
        for field, span in (("start", starts), ("end", ends)):
            if cells[field] and not span:
                ledger.note("unreadable_date", f"{cells[field][:40]!r} is no month or year", line)
        latest = ends or (starts if cells["end"] else None)
        if not cells["organisation"]:
            ledger.reject(line, "names no organisation")
        elif cells["end"] and not latest:
            ledger.reject(line, "ended on a day that cannot be read")
        else:
            found.append(
                OwnerPeriod(
                    _KINDS[member.role],
                    cells["organisation"],
                    cells["title"],
                    starts[0] if starts else None,
                    latest[1] if latest else None,
                    f"{member.label}:{line}",
                )
            )
    return found


def _span(text: str, order: Order | None) -> _Span | None:
    """Return the first and the last day of a year or month, or of a day."""
    if len(text) > LONGEST:
        return None
    if _YEAR.fullmatch(text):
        return date(int(text), 1, 1), date(int(text), _LAST_MONTH, 31)
    if named := _NAMED.fullmatch(text):
        return _month(named[2], month_of(named[1]))
    if numbered := _MONTH_FIRST.fullmatch(text):
        return _month(numbered[2], int(numbered[1]))
    if numbered := _YEAR_FIRST.fullmatch(text):
        return _month(numbered[1], int(numbered[2]))
    day = moment(text, order, _YEARS)
    return (day.date(), day.date()) if day else None


def _month(written: str, month: int) -> _Span | None:
    year = int(written) if len(written) == len("2019") else full_year(written, _YEARS)
    if year is None or not 1 <= month <= _LAST_MONTH:
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
