"""`Endorsement_Given_Info.csv`, `Endorsement_Received_Info.csv`: clicks on each other's skills."""

from dataclasses import dataclass

from contacts.identifiers import profile_slug
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.cells import tidied
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Ledger, blocks

_TAKEN_BACK = frozenset({"redacted", "rejected", "hidden"})


@dataclass(frozen=True, slots=True)
class Endorsement:
    """One skill, endorsed; `name` and `slug` are the other person's, `day` "" if unreadable."""

    given: bool
    name: str
    slug: str
    skill: str
    day: str
    file: str
    line: int


def read(member: Member, ledger: Ledger) -> list[Endorsement]:
    """Return the endorsements of one file that still stand; a row that names nobody is rejected."""
    found = []
    given = member.role is Role.ENDORSEMENTS_GIVEN
    for block in blocks(member, LAYOUTS[member.role], ledger):
        first, last, skill = (
            tidied(column)[0] for column in block.columns("first_name", "last_name", "skill")
        )
        written, url, status = block.columns("date", "url", "status")
        days = dates.days(written).values
        for place, (line, row) in enumerate(zip(block.lines, block.rows, strict=True)):
            name = f"{first[place]} {last[place]}".strip()
            slug = profile_slug(url[place]) or ""
            if not any(cell.strip() for cell in row):
                ledger.seen -= 1
            elif not (name or slug):
                ledger.reject(line, "names nobody")
            elif status[place].strip().casefold() not in _TAKEN_BACK:
                found.append(
                    Endorsement(given, name, slug, skill[place], days[place], member.name, line)
                )
    return found
