"""`Profile.csv`, `Email Addresses.csv`, `PhoneNumbers.csv`: whose archive it is."""

from contacts.identifiers import email_key
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order
from extractors.linkedin.table import Ledger, rows


def read(member: Member, ledger: Ledger, _: Order | None) -> str:
    """Return the owner's name, as on the profile; "" where the file has none."""
    names = [f"{cells['first_name']} {cells['last_name']}" for _, cells in rows(member, ledger)]
    return next(filter(None, map(str.strip, names)), "")


def read_emails(member: Member, ledger: Ledger, _: Order | None) -> list[str]:
    """Return the owner's mail addresses, the primary one first."""
    found = []
    for line, cells in rows(member, ledger):
        if email_key(cells["address"]):
            found.append((cells["primary"].casefold() != "yes", cells["address"]))
        else:
            ledger.reject(line, f"{cells['address'][:40]!r} is no e-mail address")
    return [address for _, address in sorted(found, key=lambda pair: pair[0])]


def read_phones(member: Member, ledger: Ledger, _: Order | None) -> list[str]:
    """Return the owner's telephone numbers, as written."""
    return [cells["number"] for _, cells in rows(member, ledger) if cells["number"]]
