"""`ImportedContacts.csv`, once `Contacts.csv`: the phone book that the owner uploaded."""

import re
from dataclasses import dataclass, field

from contacts.identifiers import EmailKey, email_key
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.table import Ledger, blocks, rows_of

_SEVERAL = re.compile(r"[,;|\s]+")
_BETWEEN_NUMBERS = re.compile(r"\s*[,;|\n]\s*")
_FEWEST_DIGITS = 5  # shorter numbers are services


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the phone book; every second one has no name. `day` is "" if unreadable."""

    name: str
    company: str
    title: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    day: str
    raw: str = field(compare=False)
    file: str = field(compare=False)
    line: int = field(compare=False)

    @property
    def keys(self) -> tuple[EmailKey, ...]:
        """The addresses in the form in which equal ones are equal."""
        return tuple(key for address in self.emails if (key := email_key(address)))


def read(member: Member, ledger: Ledger, order: Order | None) -> list[Entry]:
    """Return the entries of one file."""
    layout = LAYOUTS[member.role]
    whole = [
        (block.lines[place], raw[place], cells)
        for block in blocks(member, layout, ledger)
        for raw in (block.as_json(),)
        for place, cells in rows_of(block, layout, ledger)
    ]
    days = dates.days([cells["created"] for _, _, cells in whole], order).values
    return [
        Entry(
            name=_name(cells),
            company=cells["company"],
            title=cells["title"],
            emails=_emails(cells["emails"]),
            phones=_phones(cells["phones"]),
            day=day,
            raw=raw,
            file=member.label,
            line=line,
        )
        for (line, raw, cells), day in zip(whole, days, strict=True)
    ]


def _name(cells: dict[str, str]) -> str:
    parts = (cells["first_name"], cells["middle_name"], cells["last_name"])
    return " ".join(filter(None, parts)) or cells["full_name"]


def _emails(text: str) -> tuple[str, ...]:
    words = (word.strip("<>()[]\"'") for word in _SEVERAL.split(text))
    return tuple(dict.fromkeys(word for word in words if email_key(word)))


def _phones(text: str) -> tuple[str, ...]:
    numbers = (number.strip() for number in _BETWEEN_NUMBERS.split(text))
    enough = (n for n in numbers if sum(map(str.isdigit, n)) >= _FEWEST_DIGITS)
    return tuple(dict.fromkeys(enough))
