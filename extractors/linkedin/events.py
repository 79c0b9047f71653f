"""`Events.csv`: events the owner said yes to; who else went it does not say."""

from datetime import date

from contacts.owner import OwnerEvent
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order, moment
from extractors.linkedin.table import Ledger, rows

_SAID_YES = frozenset({"approved", ""})  # some vintages have no status


def read(member: Member, ledger: Ledger, order: Order | None) -> list[OwnerEvent]:
    """Return the events of one file that the owner said yes to, and did not give up."""
    found = []
    for line, cells in rows(member, ledger):
        if not cells["name"]:
            ledger.reject(line, "names no event")
        elif cells["status"].casefold() in _SAID_YES:
            start, end = _days(cells["time"], order)
            if cells["time"] and not start:
                ledger.note("unreadable_date", f"{cells['time'][:60]!r} is no time", line)
            where = f"{member.label}:{line}"
            found.append(OwnerEvent(cells["name"], start, end, cells["url"], where))
    return found


def _days(text: str, order: Order | None) -> tuple[date | None, date | None]:
    """Return the days of `Mar 05, 2024 09:00 AM - Mar 06, 2024 06:00 PM`."""
    start, _, end = text.partition(" - ")
    first, last = moment(start, order), moment(end, order)
    return (first.date() if first else None), (last.date() if last else first and first.date())
