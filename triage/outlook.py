"""Memory over time: how many were known, are, and will be if nothing more happens."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from contacts.identifiers import PersonId
from contacts.report import FadingRow, MemoryPoint
from contacts.ties import TieClass
from triage.activation import Ints
from triage.course import CLASSES, Course

YEARS_BACK = 5
MONTHS_AHEAD = (3, 6, 9, 12)


@dataclass(frozen=True, slots=True)
class Outlook:
    """The course of memory, and who is known today and weak in a year, the first to go first."""

    memory: tuple[MemoryPoint, ...] = ()
    fading: tuple[FadingRow, ...] = ()


def outlook(course: Course, as_of: date) -> Outlook:
    """Return what was at the ends of the last quarters, is as of the day, and comes in a year.

    The picture begins with the first quarter at whose end somebody was there, and is empty where
    nothing is dated. Whoever has nothing dated stands in no year and is left out.
    """
    first = int(course.begun.max(initial=-1))  # days ago
    if first < 0:
        return Outlook()
    past = [day for day in quarter_ends(as_of) if (as_of - day).days <= first]
    points = [_point(day, course.classes(day)) for day in past]
    today = course.classes(as_of)
    points.append(_point(as_of, today))
    left, fading = today == CLASSES.index(TieClass.KNOWN), list[FadingRow]()
    for months in MONTHS_AHEAD:
        day = months_later(as_of, months)
        then = course.classes(day)
        points.append(_point(day, then, ahead=True))
        gone = left & (then == CLASSES.index(TieClass.WEAK))
        left &= ~gone
        people = sorted(course.person[gone])
        fading += [FadingRow(PersonId(person), day.isoformat()) for person in people]
    return Outlook(tuple(points), tuple(fading))


def quarter_ends(as_of: date) -> list[date]:
    """Return the last days of the quarters of five years, all before the day, oldest first."""
    this = as_of.year * 4 + (as_of.month - 1) // 3
    starts = (divmod(quarter, 4) for quarter in range(this - YEARS_BACK * 4 + 1, this + 1))
    return [date(year, 3 * quarter + 1, 1) - timedelta(days=1) for year, quarter in starts]


def months_later(day: date, months: int) -> date:
    """Return the same day so many months on; the month's last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    next_year, next_month = divmod(year * 12 + month + 1, 12)
    last = date(next_year, next_month + 1, 1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def _point(day: date, classes: Ints, *, ahead: bool = False) -> MemoryPoint:
    count = np.bincount(classes, minlength=len(CLASSES))
    number = {kind: int(count[place]) for place, kind in enumerate(CLASSES)}
    return MemoryPoint(
        day.isoformat(),
        number[TieClass.KNOWN],
        number[TieClass.WEAK],
        number[TieClass.CANNOT_TELL],
        ahead,
    )
