"""All tables of an archive, read each for itself: one that fails stops no other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from contacts.errors import UnreadableSourceError
from contacts.extraction import Notice
from extractors.linkedin import (
    connections,
    endorsements,
    invitations,
    messages,
    profile,
    recommendations,
)
from extractors.linkedin.archive import Member, gather
from extractors.linkedin.connections import Connections
from extractors.linkedin.endorsements import Endorsement
from extractors.linkedin.invitations import Invitation
from extractors.linkedin.messages import Messages
from extractors.linkedin.recommendations import Recommendation
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Ledger

_Table = TypeVar("_Table")
CONNECTIONS = (Role.CONNECTIONS, Role.OUTLOOK)
_RECOMMENDATIONS = (Role.RECOMMENDATIONS_GIVEN, Role.RECOMMENDATIONS_RECEIVED)
_ENDORSEMENTS = (Role.ENDORSEMENTS_GIVEN, Role.ENDORSEMENTS_RECEIVED)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables as they stand, and what became of their rows.

    `ledgers` has the roles that were there and could be read, `failures` what could not. `bare`
    says that every table was given by itself, `skipped` counts files that are no evidence.
    """

    connections: Sequence[Connections]
    messages: Messages
    invitations: Sequence[Invitation]
    praise: Mapping[Role, Sequence[Recommendation | Endorsement]]
    owner_name: str
    ledgers: Mapping[Role, Sequence[Ledger]]
    failures: Sequence[UnreadableSourceError]
    notices: Sequence[Notice]
    bare: bool
    skipped: int

    def rows(self, *roles: Role) -> int:
        """Return how many rows the tables of some roles have; of all, if none is named."""
        chosen = roles or tuple(self.ledgers)
        return sum(ledger.seen for role in chosen for ledger in self.ledgers.get(role, ()))


def read_tables(paths: Sequence[Path], *, with_digests: bool) -> Tables:
    """Return the tables of all paths together, as one archive."""
    gathered = gather(paths)
    files = _Files(gathered.members)
    praise: dict[Role, list[Recommendation | Endorsement]] = {}
    for role in _RECOMMENDATIONS:
        praise[role] = [*chain.from_iterable(files.read((role,), recommendations.read))]
    for role in _ENDORSEMENTS:
        praise[role] = [*chain.from_iterable(files.read((role,), endorsements.read))]
    return Tables(
        connections=files.read(CONNECTIONS, connections.read),
        messages=files.read_messages(with_digests=with_digests),
        invitations=[*chain.from_iterable(files.read((Role.INVITATIONS,), invitations.read))],
        praise=praise,
        owner_name=next(filter(None, files.read((Role.PROFILE,), profile.read)), ""),
        ledgers=files.ledgers,
        failures=[*gathered.failures, *files.failures],
        notices=[*gathered.notices, *files.notices()],
        bare=all(member.bare for member in gathered.members),
        skipped=gathered.skipped,
    )


class _Files:
    """Reads tables role by role and keeps their accounts."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._members = list(members)
        self.ledgers: dict[Role, list[Ledger]] = {}
        self.failures: list[UnreadableSourceError] = []

    def read(
        self, roles: Sequence[Role], reader: Callable[[Member, Ledger], _Table]
    ) -> list[_Table]:
        """Return what a reader makes of each table of these roles."""
        found = []
        for member in self._of(roles):
            ledger = Ledger(member.name)
            try:
                found.append(reader(member, ledger))
            except UnreadableSourceError as error:
                self.failures.append(error)
            else:
                self.ledgers.setdefault(member.role, []).append(ledger)
        return found

    def read_messages(self, *, with_digests: bool) -> Messages:
        """Return the messages of all their tables, which share their sides.

        When one fails all are read again without it, so that nothing of it is kept.
        """
        members = self._of((Role.MESSAGES,))
        while True:
            ledgers = [Ledger(member.name) for member in members]
            pairs = list(zip(members, ledgers, strict=True))
            try:
                found = messages.read(pairs, with_digests=with_digests)
            except UnreadableSourceError as error:
                self.failures.append(error)
                members = [member for member in members if member.name != error.subject]
            else:
                if ledgers:
                    self.ledgers[Role.MESSAGES] = ledgers
                return found

    def notices(self) -> list[Notice]:
        """Return what the user should know of the tables that were read."""
        ledgers = chain.from_iterable(self.ledgers.values())
        return [notice for ledger in ledgers for notice in ledger.notices]

    def _of(self, roles: Sequence[Role]) -> list[Member]:
        return [member for member in self._members if member.role in roles]
