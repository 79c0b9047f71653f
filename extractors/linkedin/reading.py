"""The whole archive, put together: what both the extraction and the door are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from contacts.errors import UnreadableSourceError
from contacts.extraction import Notice, Owner, Rejection
from contacts.identifiers import folded_name
from extractors.linkedin.acquaintances import Acquaintances
from extractors.linkedin.correspondence import Correspondence, attribute
from extractors.linkedin.endorsements import Endorsement
from extractors.linkedin.evidence import Invited, attribute_invitations, attribute_praise
from extractors.linkedin.messages import Messages
from extractors.linkedin.owner import find_owner, is_told
from extractors.linkedin.people import People, connected_people
from extractors.linkedin.recommendations import Recommendation
from extractors.linkedin.roles import Role
from extractors.linkedin.sides import understood
from extractors.linkedin.tables import CONNECTIONS, Tables, read_tables


@dataclass(frozen=True, slots=True)
class Reading:
    """An archive as it was understood; people are named by their place in `people`.

    `roles` are the files that were there and could be read, `failures` files that could not.
    `uncertain` are the people who share a name, by which alone a file of that role names somebody.
    """

    owner: Owner
    people: People
    messages: Messages
    correspondence: Correspondence
    invitations: Sequence[Invited]
    praise: Mapping[Role, Sequence[tuple[int, Recommendation | Endorsement]]]
    uncertain: Mapping[Role, frozenset[int]]
    roles: frozenset[Role]
    bare: bool
    has_profiles: bool
    rows: int
    connection_rows: int
    rejected: tuple[Rejection, ...]
    notices: tuple[Notice, ...]
    failures: tuple[UnreadableSourceError, ...]
    counts: Mapping[str, int]

    @property
    def has_connections(self) -> bool:
        """Whether a list of connections was there and could be read."""
        return any(role in self.roles for role in CONNECTIONS)


def read(paths: Sequence[Path], me: str | None = None, *, with_digests: bool = False) -> Reading:
    """Return what all paths together, as one archive, say.

    `me` is the owner's name or profile address, where it is known; digests of messages are made
    only for who keeps them.
    """
    tables = read_tables(paths, with_digests=with_digests)
    people = connected_people(tables.connections)
    sides = understood(tables.messages.sides)
    owner = find_owner(me, tables.owner_name, tables.invitations, sides, _keys(people))
    acquaintances = Acquaintances(people, sides)
    uncertain = {}
    mail = attribute(tables.messages, sides, owner, acquaintances)
    uncertain[Role.MESSAGES] = acquaintances.forget_uncertain()
    invited = attribute_invitations(tables.invitations, owner, acquaintances)
    uncertain[Role.INVITATIONS] = acquaintances.forget_uncertain()
    praise = {}
    for role, statements in tables.praise.items():
        praise[role] = attribute_praise(statements, acquaintances)
        uncertain[role] = acquaintances.forget_uncertain()
    matched = {Role.INVITATIONS: len(invited)} | {role: len(of) for role, of in praise.items()}
    ledgers = list(chain.from_iterable(tables.ledgers.values()))
    return Reading(
        owner=owner,
        people=people,
        messages=tables.messages,
        correspondence=mail,
        invitations=invited,
        praise=praise,
        uncertain=uncertain,
        roles=frozenset(tables.ledgers),
        bare=tables.bare,
        has_profiles=any(table.has_profiles for table in tables.connections),
        rows=tables.rows(),
        connection_rows=tables.rows(*CONNECTIONS),
        rejected=tuple(row for ledger in ledgers for row in ledger.rejected),
        notices=(*tables.notices, *people.notices, *_contradiction(me, owner)),
        failures=tuple(tables.failures),
        counts=_counts(tables, people, mail, matched),
    )


def _contradiction(me: str | None, owner: Owner) -> list[Notice]:
    """Return what to say where the files know another owner than the user named."""
    if not me or is_told(me, owner):
        return []
    found = owner.name or owner.profile
    text = f"{me!r} is nowhere in this archive" + (f"; it is {found!r}'s" if found else "")
    return [Notice("", None, "other_owner", text)]


def _keys(people: People) -> set[str]:
    """Return the profiles and folded names of the connections."""
    names = {folded_name(people.name(place)) for place in range(len(people))}
    return {*people.slug, *names} - {""}


def _counts(
    tables: Tables, people: People, mail: Correspondence, matched: Mapping[Role, int]
) -> dict[str, int]:
    """Return every number of the accounting; `matched` rows are about somebody of the people."""
    counts = {"files_skipped": tables.skipped}
    for role, ledgers in tables.ledgers.items():
        counts[f"{role}_read"] = tables.rows(role)
        counts[f"{role}_rejected"] = sum(len(ledger.rejected) for ledger in ledgers)
        if role in matched:
            counts[f"{role}_matched"] = matched[role]
    if tables.connections:
        counts["connections_taken"] = people.connected
        counts["connections_hidden"] = sum(table.hidden for table in tables.connections)
        counts["connections_duplicate"] = people.duplicates
    if Role.MESSAGES in tables.ledgers:
        counts |= {f"messages_{why}": number for why, number in mail.counts.items()}
    counts["people"] = len(people)
    counts["people_not_connected"] = len(people) - people.connected
    return counts
