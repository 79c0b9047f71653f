"""What a run did, in counts: shown at its end, kept in the store and in Prefect's artifacts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from flows.stages.archives import Outcome
from flows.stages.scan import Passed


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file that was not wholly read: why, and what to do."""

    file: str
    reason: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file that is no photo brought, in counts; `number` is that of the import."""

    number: int
    file: str
    accounting: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a run found and made; counts and file names, nobody's name.

    `accounting` adds up the records of the files read: new, updated, unchanged, rejected; `imports`
    has those of each archive, address book and calendar alone.
    """

    as_of: str
    nothing_new: bool = False
    read: int = 0
    accounting: Mapping[str, int] = field(default_factory=dict)
    imports: Sequence[Imported] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    trouble: Sequence[Trouble] = ()
    report: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the receipt as plain values."""
        return asdict(self)

    def as_markdown(self) -> str:
        """Return the receipt as a table for Prefect's page; files by number, never by name."""
        rows = {"files read": self.read, "files in trouble": len(self.trouble)}
        rows |= {f"records {name}": number for name, number in self.accounting.items()}
        rows |= dict(self.counts)
        lines = [f"| {name} | {number} |" for name, number in rows.items()]
        return "\n".join([f"As of {self.as_of}", "", "| what | how many |", "|---|---|", *lines])


def counted(number: int, what: str) -> str:
    """Return `1 photo`, `2 photos`."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def added_up(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Return the accounting of several files as one."""
    total = dict.fromkeys(("new", "updated", "unchanged", "rejected"), 0)
    for outcome in outcomes:
        for name, number in outcome.accounting.items():
            total[name] = total.get(name, 0) + number
    return total


def imported(outcomes: Sequence[Outcome]) -> tuple[Imported, ...]:
    """Return the receipts of the files that were read."""
    return tuple(Imported(one.number, one.file, one.accounting) for one in outcomes if one.number)


def troubles(outcomes: Sequence[Outcome], passed: Sequence[Passed]) -> tuple[Trouble, ...]:
    """Return what was not wholly read."""
    failed = [Trouble(one.file, one.error, one.next_step) for one in outcomes if one.error]
    return (*failed, *(Trouble(one.path, one.reason, one.next_step) for one in passed))
