"""`Endorsement_Given_Info.csv`, `Endorsement_Received_Info.csv`: clicks on each other's skills."""

from dataclasses import dataclass, field

from contacts.identifiers import profile_slug
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Ledger, rows

_TAKEN_BACK = frozenset({"redacted", "rejected", "hidden"})


@dataclass(frozen=True, slots=True)
class Endorsement:
    """One skill, endorsed; `name` and `slug` are the other person's, `day` "" if unreadable."""

    given: bool
    name: str
    slug: str
    skill: str
    day: str
    file: str = field(compare=False)
    line: int = field(compare=False)


def read(member: Member, ledger: Ledger, order: Order | None) -> list[Endorsement]:
    """Return the endorsements of one file that still stand; a row that names nobody is rejected."""
    given = member.role is Role.ENDORSEMENTS_GIVEN
    whole = list(rows(member, ledger))
    days = dates.days([cells["date"] for _, cells in whole], order).values
    found = []
    for (line, cells), day in zip(whole, days, strict=True):
        name = f"{cells['first_name']} {cells['last_name']}".strip()
        slug = profile_slug(cells["url"]) or ""
        if not (name or slug):
            ledger.reject(line, "names nobody")
        elif cells["status"].casefold() not in _TAKEN_BACK:
            found.append(Endorsement(given, name, slug, cells["skill"], day, member.label, line))
    return found
