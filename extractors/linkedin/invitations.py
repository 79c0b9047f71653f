"""`Invitations.csv`: who asked whom to connect, and with which words."""

from dataclasses import dataclass

from contacts.identifiers import profile_slug
from contacts.interactions import Direction
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.cells import tidied
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.table import Ledger, blocks

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
    file: str
    line: int

    @property
    def owner(self) -> tuple[str, str]:
        """Name and profile of the owner, ("", "") where the file does not say which side it is."""
        return {
            Direction.OUT: (self.sender, self.sender_slug),
            Direction.IN: (self.recipient, self.recipient_slug),
        }.get(self.direction, ("", ""))


def read(member: Member, ledger: Ledger) -> list[Invitation]:
    """Return the invitations of one file; a row that names nobody is rejected."""
    found = []
    for block in blocks(member, LAYOUTS[member.role], ledger):
        sender, recipient, sent, note, direction, inviter, invitee = block.columns(
            "from", "to", "sent_at", "note", "direction", "inviter_url", "invitee_url"
        )
        names = (tidied(sender)[0], tidied(recipient)[0])
        texts = (tidied(note)[0], direction, inviter, invitee)
        times = dates.instants(sent)
        for place, (line, row) in enumerate(zip(block.lines, block.rows, strict=True)):
            words, way, inviter_url, invitee_url = (column[place] for column in texts)
            invitation = Invitation(
                sender=names[0][place],
                sender_slug=profile_slug(inviter_url) or "",
                recipient=names[1][place],
                recipient_slug=profile_slug(invitee_url) or "",
                direction=_DIRECTIONS.get(way.strip().casefold(), Direction.UNKNOWN),
                note=words,
                sent_at=int(times[place]),
                file=member.name,
                line=line,
            )
            if not any(cell.strip() for cell in row):
                ledger.seen -= 1
            elif invitation.sender or invitation.recipient:
                found.append(invitation)
                if invitation.sent_at == dates.UNDATED:
                    ledger.note("unreadable_date", f"{sent[place][:40]!r} is no date", line)
            else:
                ledger.reject(line, "names nobody")
    return found
