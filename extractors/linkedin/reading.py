"""The whole archive, put together: what both the extraction and the door are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

from contacts import collector
from contacts.errors import UnreadableSourceError
from contacts.extraction import Notice, Owner, Rejection
from contacts.owner import OwnerEvent, OwnerPeriod
from extractors.linkedin.acquaintances import Acquaintances
from extractors.linkedin.correspondence import Correspondence, attribute_messages
from extractors.linkedin.endorsements import Endorsement
from extractors.linkedin.evidence import Invited, attribute, attribute_invitations
from extractors.linkedin.follows import Follow
from extractors.linkedin.messages import Messages
from extractors.linkedin.owner import find_owner, is_told
from extractors.linkedin.people import People, connected_people
from extractors.linkedin.phone_book import Listed, listed
from extractors.linkedin.recommendations import Recommendation
from extractors.linkedin.roles import Role
from extractors.linkedin.sides import understood
from extractors.linkedin.tables import CONNECTIONS, DOOR, Choices, Tables, read_tables

Statement = Recommendation | Endorsement | Follow


@dataclass(frozen=True, slots=True)
class Reading:
    """An archive as it was understood; people are named by their place in `people`.

    `statements` are recommendations, endorsements and follows, by their file. `roles` are the files
    that were there and could be read, `failures` files that could not. `uncertain` are the people
    who share a name, by which alone a file of that role names somebody. `until` is the last day the
    archive can speak of, "" where that is not known.
    """

    owner: Owner
    people: People
    messages: Messages
    correspondence: Correspondence
    invitations: Sequence[Invited]
    statements: Mapping[Role, Sequence[tuple[int, Statement]]]
    phone_book: Sequence[Listed]
    periods: Sequence[OwnerPeriod]
    events: Sequence[OwnerEvent]
    uncertain: Mapping[Role, frozenset[int]]
    roles: frozenset[Role]
    bare: bool
    has_profiles: bool
    rows: int
    connection_rows: int
    made: str
    until: str
    rejected: tuple[Rejection, ...]
    notices: tuple[Notice, ...]
    failures: tuple[UnreadableSourceError, ...]
    counts: Mapping[str, int]

    @property
    def has_connections(self) -> bool:
        """Whether a list of connections was there and could be read."""
        return any(role in self.roles for role in CONNECTIONS)


@collector.still()
def read(
    paths: Sequence[Path],
    me: str | None = None,
    choices: Choices = DOOR,
    today: date | None = None,
) -> Reading:
    """Return what all paths together, as one archive, say.

    `me` is the owner's name or profile address, where it is known. A day after the archive was
    made, or after `today` where the archive does not say when that was, is taken and said.
    """
    tables = read_tables(paths, choices)
    people = connected_people(tables.connections)
    sides = understood(tables.messages.sides)
    owner = find_owner(me, tables.owner.name, tables.invitations, sides, people)
    owner = replace(owner, emails=tables.owner.emails, phones=tables.owner.phones)
    acquaintances = Acquaintances(people, sides)
    mail = attribute_messages(tables.messages, sides, owner, acquaintances)
    uncertain = {Role.MESSAGES: acquaintances.forget_uncertain()}
    invited = attribute_invitations(tables.invitations, owner, acquaintances)
    uncertain[Role.INVITATIONS] = acquaintances.forget_uncertain()
    statements: dict[Role, list[tuple[int, Statement]]] = {}
    for role, said in {**tables.praise, Role.MEMBER_FOLLOWS: tables.follows}.items():
        statements[role] = attribute(said, acquaintances)
        uncertain[role] = acquaintances.forget_uncertain()
    phone_book, of_phone_book = listed(tables.phone_book, owner, people)
    matched = {Role.INVITATIONS: len(invited)} | {role: len(of) for role, of in statements.items()}
    until = _last_day(tables.made, today)
    ledgers = list(chain.from_iterable(tables.ledgers.values()))
    return Reading(
        owner=owner,
        people=people,
        messages=tables.messages,
        correspondence=mail,
        invitations=invited,
        statements=statements,
        phone_book=phone_book,
        periods=tables.periods,
        events=tables.events,
        uncertain=uncertain,
        roles=frozenset(tables.ledgers),
        bare=tables.bare,
        has_profiles=any(table.has_profiles for table in tables.connections),
        rows=tables.rows(),
        connection_rows=tables.rows(*CONNECTIONS),
        made=tables.made,
        until=until,
        rejected=tuple(row for ledger in ledgers for row in ledger.rejected),
        notices=(
            *tables.notices, *people.notices, *_contradiction(me, owner), *_future(people, until),
        ),
        failures=tuple(tables.failures),
        counts=_counts(tables, people, mail, matched)
        | {f"{Role.IMPORTED_CONTACTS}_{why}": number for why, number in of_phone_book.items()},
    )  # fmt: skip


def _last_day(made: str, today: date | None) -> str:
    """Return the last day that can be spoken of; a day more, for it may be tomorrow elsewhere."""
    known = date.fromisoformat(made[:10]) if made else today
    return (known + timedelta(days=1)).isoformat() if known else ""


def _contradiction(me: str | None, owner: Owner) -> list[Notice]:
    """Return what to say where the files know another owner than the user named."""
    if not me or is_told(me, owner):
        return []
    found = owner.name or owner.profile
    text = f"{me!r} is nowhere in this archive" + (f"; it is {found!r}'s" if found else "")
    return [Notice("", None, "other_owner", text)]


def _future(people: People, until: str) -> list[Notice]:
    """Return what to say of connections that were made after the archive was."""
    places = [place for place, day in enumerate(people.day) if day > until] if until else []
    if not places:
        return []
    first = places[0]
    text = f"{len(places)} connections are dated later than {until}, the first {people.day[first]}"
    return [Notice(people.file[first], people.line[first], "future_date", text)]


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
