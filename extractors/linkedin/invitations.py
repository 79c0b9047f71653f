"""`Invitations.csv`: who asked whom to connect, and with which words."""

from dataclasses import dataclass, field

from contacts.identifiers import profile_slug
from contacts.interactions import Direction
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order
from extractors.linkedin.table import Ledger, rows

_DIRECTIONS = {"outgoing": Direction.OUT, "incoming": Direction.IN}


@dataclass(frozen=True, slots=True)
class Invitation:
    """One invitation; `sent_at` in seconds since 1970, `dates.UNDATED` if it cannot be read."""

    sender: str
    sender_slug: str
    recipient: str
    recipient_slug: str
    direction: Direction
    note: str
    sent_at: int
    file: str = field(compare=False)
    line: int = field(compare=False)

    @property
    def owner(self) -> tuple[str, str]:
        """Name and profile of the owner, ("", "") where the file does not say which side it is."""
        return {
            Direction.OUT: (self.sender, self.sender_slug),
            Direction.IN: (self.recipient, self.recipient_slug),
        }.get(self.direction, ("", ""))


def read(member: Member, ledger: Ledger, order: Order | None) -> list[Invitation]:
    """Return the invitations of one file; a row that names nobody is rejected."""
    whole = list(rows(member, ledger))
    times = dates.instants([cells["sent_at"] for _, cells in whole], order).tolist()
    found = []
    for (line, cells), sent_at in zip(whole, times, strict=True):
        if not (cells["from"] or cells["to"]):
            ledger.reject(line, "names nobody")
            continue
        if sent_at == dates.UNDATED:
            ledger.note("unreadable_date", f"{cells['sent_at'][:40]!r} is no date", line)
        found.append(
            Invitation(
                sender=cells["from"],
                sender_slug=profile_slug(cells["inviter_url"]) or "",
                recipient=cells["to"],
                recipient_slug=profile_slug(cells["invitee_url"]) or "",
                direction=_DIRECTIONS.get(cells["direction"].casefold(), Direction.UNKNOWN),
                note=cells["note"],
                sent_at=sent_at,
                file=member.label,
                line=line,
            )
        )
    return found
