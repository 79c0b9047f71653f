"""All tables of an archive, read each for itself: one that fails stops no other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from contacts import collector
from contacts.errors import UnreadableSourceError
from contacts.extraction import Notice, Owner
from contacts.owner import OwnerEvent, OwnerPeriod
from extractors.linkedin import (
    connections,
    endorsements,
    events,
    follows,
    imported_contacts,
    invitations,
    messages,
    periods,
    profile,
    recommendations,
)
from extractors.linkedin.archive import Member, gather
from extractors.linkedin.connections import Connections
from extractors.linkedin.dates import Order
from extractors.linkedin.endorsements import Endorsement
from extractors.linkedin.follows import Follow
from extractors.linkedin.imported_contacts import Entry
from extractors.linkedin.invitations import Invitation
from extractors.linkedin.messages import Keep, Messages
from extractors.linkedin.recommendations import Recommendation
from extractors.linkedin.roles import Role
from extractors.linkedin.table import Ledger

_Table = TypeVar("_Table")
CONNECTIONS = (Role.CONNECTIONS, Role.OUTLOOK)
_RECOMMENDATIONS = (Role.RECOMMENDATIONS_GIVEN, Role.RECOMMENDATIONS_RECEIVED)
_ENDORSEMENTS = (Role.ENDORSEMENTS_GIVEN, Role.ENDORSEMENTS_RECEIVED)


@dataclass(frozen=True, slots=True)
class Choices:
    """How an archive is read.

    `keep` says what is kept of the words of messages; with "nothing" rows are not kept either.
    `date_order` is how to read dates of which nothing else tells the order.
    """

    keep: Keep = "nothing"
    date_order: Order | None = None


DOOR = Choices()  # what says all of an archive and keeps nothing of it


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables as they stand, and what became of their rows.

    `ledgers` has the roles that were there and could be read, `failures` what could not. `owner` is
    as the files say outright. `made` is when LinkedIn wrote the newest of them, "" if they do not
    say. `bare` says that every table was given by itself, `skipped` counts files that are no
    evidence.
    """

    connections: Sequence[Connections]
    messages: Messages
    invitations: Sequence[Invitation]
    praise: Mapping[Role, Sequence[Recommendation | Endorsement]]
    follows: Sequence[Follow]
    phone_book: Sequence[Entry]
    owner: Owner
    periods: Sequence[OwnerPeriod]
    events: Sequence[OwnerEvent]
    ledgers: Mapping[Role, Sequence[Ledger]]
    failures: Sequence[UnreadableSourceError]
    notices: Sequence[Notice]
    made: str
    bare: bool
    skipped: int

    def rows(self, *roles: Role) -> int:
        """Return how many rows the tables of some roles have; of all, if none is named."""
        chosen = roles or tuple(self.ledgers)
        return sum(ledger.seen for role in chosen for ledger in self.ledgers.get(role, ()))


@collector.still()
def read_tables(paths: Sequence[Path], choices: Choices = DOOR) -> Tables:
    """Return the tables of all paths together, as one archive."""
    gathered = gather(paths)
    files = _Files(gathered.members, choices)
    praise: dict[Role, list[Recommendation | Endorsement]] = {}
    for role in _RECOMMENDATIONS:
        praise[role] = [*files.joined((role,), recommendations.read)]
    for role in _ENDORSEMENTS:
        praise[role] = [*files.joined((role,), endorsements.read)]
    read_connections = partial(connections.read, with_raw=choices.keep != "nothing")
    return Tables(
        connections=files.read(CONNECTIONS, read_connections),
        messages=files.read_messages(),
        invitations=files.joined((Role.INVITATIONS,), invitations.read),
        praise=praise,
        follows=files.joined((Role.MEMBER_FOLLOWS,), follows.read),
        phone_book=files.joined((Role.IMPORTED_CONTACTS,), imported_contacts.read),
        owner=Owner(
            name=next(filter(None, files.read((Role.PROFILE,), profile.read)), ""),
            emails=tuple(files.joined((Role.EMAIL_ADDRESSES,), profile.read_emails)),
            phones=tuple(files.joined((Role.PHONE_NUMBERS,), profile.read_phones)),
        ),
        periods=[
            *files.joined((Role.POSITIONS,), periods.read),
            *files.joined((Role.EDUCATION,), periods.read),
        ],
        events=files.joined((Role.EVENTS,), events.read),
        ledgers=files.ledgers,
        failures=[*gathered.failures, *files.failures],
        notices=[*gathered.notices, *files.notices()],
        made=max((member.made for member in gathered.members), default=""),
        bare=all(member.bare for member in gathered.members),
        skipped=gathered.skipped,
    )


class _Files:
    """Reads tables role by role and keeps their accounts."""

    def __init__(self, members: Iterable[Member], choices: Choices) -> None:
        self._members = sorted(members, key=lambda member: member.label)  # whatever their names
        self._choices = choices
        self.ledgers: dict[Role, list[Ledger]] = {}
        self.failures: list[UnreadableSourceError] = []

    def read(
        self, roles: Sequence[Role], reader: Callable[[Member, Ledger, Order | None], _Table]
    ) -> list[_Table]:
        """Return what a reader makes of each table of these roles."""
        found = []
        for member in self._of(roles):
            ledger = Ledger(member.name)
            try:
                found.append(reader(member, ledger, self._choices.date_order))
            except UnreadableSourceError as error:
                self.failures.append(error)
            else:
                self.ledgers.setdefault(member.role, []).append(ledger)
        return found

    def joined(
        self,
        roles: Sequence[Role],
        reader: Callable[[Member, Ledger, Order | None], Sequence[_Table]],
    ) -> list[_Table]:
        """Return what a reader finds in all tables of these roles, each thing once."""
        return list(dict.fromkeys(chain.from_iterable(self.read(roles, reader))))

    def read_messages(self) -> Messages:
        """Return the messages of all their tables, which share their sides.

        When one fails all are read again without it, so that nothing of it is kept.
        """
        members = self._of((Role.MESSAGES,))
        while True:
            ledgers = [Ledger(member.name) for member in members]
            pairs = list(zip(members, ledgers, strict=True))
            try:
                found = messages.read(pairs, self._choices.keep, self._choices.date_order)
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
