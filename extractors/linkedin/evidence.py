"""Whom invitations, recommendations, endorsements and follows are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from contacts.extraction import Owner
from contacts.interactions import Direction
from extractors.linkedin.acquaintances import Acquaintances
from extractors.linkedin.endorsements import Endorsement
from extractors.linkedin.follows import Follow
from extractors.linkedin.invitations import Invitation
from extractors.linkedin.owner import is_owner
from extractors.linkedin.recommendations import Recommendation
from extractors.linkedin.sides import Party, party_of

_Statement = TypeVar("_Statement", bound=Recommendation | Endorsement | Follow)


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation and with whom: `person` is a place among the people."""

    person: int
    direction: Direction
    invitation: Invitation


def attribute_invitations(
    invitations: Iterable[Invitation], owner: Owner, acquaintances: Acquaintances
) -> list[Invited]:
    """Return the invitations with people; who is no connection is added to the people.

    One that two exports tell of is there once, though an older one may lack the addresses.
    """
    found: dict[tuple[int, Direction, int, str], Invited] = {}
    for invitation in invitations:
        sender = party_of(invitation.sender_slug, invitation.sender)
        recipient = party_of(invitation.recipient_slug, invitation.recipient)
        direction = invitation.direction
        if direction is Direction.UNKNOWN and (owner.name or owner.profile):
            direction = Direction.OUT if is_owner(sender, owner) else Direction.IN
        other = _other(sender, recipient, direction, acquaintances)
        if other and not other.is_gone and not is_owner(other, owner):
            where = (invitation.file, invitation.line)
            person = acquaintances.found_or_added(other, "", where)
            if person is not None:
                key = (person, direction, invitation.sent_at, invitation.note)
                found.setdefault(key, Invited(person, direction, invitation))
    return list(found.values())


def attribute(
    statements: Iterable[_Statement], acquaintances: Acquaintances
) -> list[tuple[int, _Statement]]:
    """Return statements with the places of the people they are about; they add nobody."""
    found = []
    for statement in statements:
        slug = statement.slug if isinstance(statement, Endorsement) else ""
        company = statement.company if isinstance(statement, Recommendation) else ""
        person = acquaintances.known(party_of(slug, statement.name), company)
        if person is not None:
            found.append((person, statement))
    return found


def _other(
    sender: Party, recipient: Party, direction: Direction, acquaintances: Acquaintances
) -> Party | None:
    if direction is Direction.UNKNOWN:
        known = [party for party in (sender, recipient) if acquaintances.known(party) is not None]
        return known[0] if len(known) == 1 else None
    return recipient if direction is Direction.OUT else sender
