"""`Profile.csv`: whose archive it is."""

from extractors.linkedin.archive import Member
from extractors.linkedin.cells import tidy
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.table import Ledger, blocks


def read(member: Member, ledger: Ledger) -> str:
    """Return the owner's name, as on the profile; "" where the file has none."""
    for block in blocks(member, LAYOUTS[member.role], ledger):
        first, last = block.columns("first_name", "last_name")
        for place, row in enumerate(block.rows):
            if any(cell.strip() for cell in row):
                return tidy(f"{first[place]} {last[place]}")
    return ""
