"""`Recommendations_Given.csv`, `Recommendations_Received.csv`: what was written of each other."""

from dataclasses import dataclass, field

from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Ledger, rows


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation; `name` is the other person's, `day` "" where it cannot be read."""

    given: bool
    name: str
    company: str
    text: str
    day: str
    file: str = field(compare=False)
    line: int = field(compare=False)


def read(member: Member, ledger: Ledger, order: Order | None) -> list[Recommendation]:
    """Return the recommendations of one file; a row that names nobody is rejected."""
    given = member.role is Role.RECOMMENDATIONS_GIVEN
    whole = list(rows(member, ledger))
    days = dates.days([cells["creation_date"] for _, cells in whole], order).values
    found = []
    for (line, cells), day in zip(whole, days, strict=True):
        name = f"{cells['first_name']} {cells['last_name']}".strip()
        if name:
            company, text = cells["company"], cells["text"]
            found.append(Recommendation(given, name, company, text, day, member.label, line))
        else:
            ledger.reject(line, "names nobody")
    return found
