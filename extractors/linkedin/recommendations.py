"""`Recommendations_Given.csv`, `Recommendations_Received.csv`: what was written of each other."""

from dataclasses import dataclass

from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.cells import tidied
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Ledger, blocks


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation; `name` is the other person's, `day` "" where it cannot be read."""

    given: bool
    name: str
    company: str
    text: str
    day: str
    file: str
    line: int


def read(member: Member, ledger: Ledger) -> list[Recommendation]:
    """Return the recommendations of one file; a row that names nobody is rejected."""
    found = []
    given = member.role is Role.RECOMMENDATIONS_GIVEN
    for block in blocks(member, LAYOUTS[member.role], ledger):
        first, last, company, text = (
            tidied(column)[0]
            for column in block.columns("first_name", "last_name", "company", "text")
        )
        (written,) = block.columns("creation_date")
        days = dates.days(written).values
        for place, (line, row) in enumerate(zip(block.lines, block.rows, strict=True)):
            name = f"{first[place]} {last[place]}".strip()
            if not any(cell.strip() for cell in row):
                ledger.seen -= 1
            elif name:
                found.append(
                    Recommendation(
                        given, name, company[place], text[place], days[place], member.name, line
                    )
                )
            else:
                ledger.reject(line, "names nobody")
    return found
