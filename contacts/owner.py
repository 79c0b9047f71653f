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
    months or years): None where the source does not say, which for an end means that it goes on.
    """

    kind: PeriodKind
    organisation: str
    title: str
    start: date | None
    end: date | None
    locator: str = field(compare=False)
    file: str = field(default="", compare=False)  # known once it is stored

    def covers(self, day: date) -> bool:
        """Return whether it may have been on a day; never, if its start is unknown."""
        return (
            self.start is not None and self.start <= day and (self.end is None or day <= self.end)
        )


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
