"""What is known of the owner's own life, to be laid beside the dates of ties."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class PeriodKind(StrEnum):
    """What the owner did then."""

    JOB = "job"
    SCHOOL = "school"


@dataclass(frozen=True, slots=True)
class OwnerPeriod:
    """A job or a time at school; `title` is the position or the degree.

    `start` is the first day it may have begun, `end` the last day it may have lasted (sources give
    months or years): None where the source does not say, which for an end means that it goes on;
    an end that could not be read is therefore never None.
    """

    kind: PeriodKind
    organisation: str
    title: str
    start: date | None
    end: date | None
    locator: str = field(compare=False)
    file: str = field(default="", compare=False)  # known once it is stored

    def covers(self, day: date) -> bool:
        """Return whether it certainly was on a day; never, if its start is unknown.

        A start on the first day of a month or year may stand for all of it, as may an end on the
        last day: what began in 2019 is certain from 2020 on, what ended in March until February.
        """
        if self.start is None or day < _certain_from(self.start):
            return False
        return self.end is None or day < _ends_from(self.end)


def _certain_from(start: date) -> date:
    """Return the first day by which what may have begun on a day has begun."""
    if start.day > 1:
        return start
    if start.month == 1:
        return start.replace(year=start.year + 1)
    return (start + timedelta(days=31)).replace(day=1)


def _ends_from(end: date) -> date:
    """Return the first day by which what may have lasted until a day may have ended."""
    following = end + timedelta(days=1)
    if following.day > 1:
        return following
    return end.replace(month=1, day=1) if following.month == 1 else end.replace(day=1)


@dataclass(frozen=True, slots=True)
class OwnerEvent:
    """An event the owner said yes to; who else went is not known."""

    name: str
    start: date | None
    end: date | None
    url: str
    locator: str = field(compare=False)
    file: str = field(default="", compare=False)  # known once it is stored

    def was_on(self, day: date, afterwards: timedelta = timedelta(0)) -> bool:
        """Return whether it was held on a day, or ended no longer than `afterwards` before."""
        if self.start is None:
            return False
        return self.start <= day <= (self.end or self.start) + afterwards
