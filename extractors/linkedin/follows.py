"""`Member_Follows.csv`: whom the owner follows, by name alone."""

from dataclasses import dataclass, field

from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order
from extractors.linkedin.table import Ledger, rows

_GIVEN_UP = frozenset({"unfollow", "unfollowed", "inactive"})


@dataclass(frozen=True, slots=True)
class Follow:
    """Somebody the owner follows; `day` "" where it cannot be read."""

    name: str
    day: str
    file: str = field(compare=False)
    line: int = field(compare=False)


def read(member: Member, ledger: Ledger, order: Order | None) -> list[Follow]:
    """Return whom the owner still follows; a row that names nobody is rejected."""
    whole = list(rows(member, ledger))
    days = dates.days([cells["date"] for _, cells in whole], order).values
    found = []
    for (line, cells), day in zip(whole, days, strict=True):
        if not cells["name"]:
            ledger.reject(line, "names nobody")
        elif cells["status"].casefold() not in _GIVEN_UP:
            found.append(Follow(cells["name"], day, member.label, line))
    return found
