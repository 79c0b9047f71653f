"""What an archive says, person by person, for other programs: the door `linkedin inspect`."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from contacts.errors import UnreadableSourceError
from contacts.extraction import Notice, Rejection
from contacts.identifiers import ProfileSlug, profile_url
from contacts.interactions import Direction
from extractors.linkedin import dates
from extractors.linkedin.claimed import names_of
from extractors.linkedin.dates import Order
from extractors.linkedin.evidence import Invited
from extractors.linkedin.extraction import failed_files, refuse_nothing
from extractors.linkedin.reading import Reading, read
from extractors.linkedin.roles import Role
from extractors.linkedin.tables import Choices
from extractors.linkedin.written import written

_WORDS = {Direction.OUT: "outgoing", Direction.IN: "incoming", Direction.UNKNOWN: "unknown"}

_PRAISE = {
    "recommended_by_me": Role.RECOMMENDATIONS_GIVEN,
    "recommended_me": Role.RECOMMENDATIONS_RECEIVED,
    "endorsed_by_me": Role.ENDORSEMENTS_GIVEN,
    "endorsed_me": Role.ENDORSEMENTS_RECEIVED,
}


@dataclass(frozen=True, slots=True)
class Inspection:
    """An archive, person by person; `refused` says why nothing was taken from it."""

    people: list[dict[str, object]]
    counts: Mapping[str, int]
    warnings: Sequence[Notice]
    rejected: Sequence[Rejection]
    refused: bool = False

    def as_json(self) -> dict[str, object]:
        """Return the inspection as its contract has it."""
        return {
            "people": self.people,
            "counts": dict(self.counts),
            "warnings": [asdict(notice) for notice in self.warnings],
            "rejected": [asdict(rejection) for rejection in self.rejected],
        }


def inspect(
    paths: Sequence[Path],
    me: str | None = None,
    *,
    date_order: Order | None = None,
    today: date | None = None,
) -> Inspection:
    """Return what all paths together, as one archive, say of everybody; `extract` has the terms.

    An archive without connections is refused if it was given file by file: somebody took the wrong
    one.
    """
    reading = read(paths, me, Choices(date_order=date_order), today)
    rejected = [*reading.rejected, *failed_files(reading)]
    try:
        _refuse_without_connections(reading, paths)
        refuse_nothing(reading, paths)
    except UnreadableSourceError as error:
        reason = Rejection(error.subject, None, f"{error.reason} ({error.next_step})")
        if reason not in rejected:
            rejected.append(reason)
        return Inspection([], reading.counts, reading.notices, rejected, refused=True)
    return Inspection(_people(reading), reading.counts, _warnings(reading), rejected)


def _refuse_without_connections(reading: Reading, paths: Sequence[Path]) -> None:
    if reading.roles and reading.bare and not reading.has_connections:
        found = ", ".join(sorted(role.replace("_", " ") for role in reading.roles))
        raise UnreadableSourceError(
            ", ".join(path.name for path in paths),
            f"holds {found} alone; Connections.csv is missing",
            "give Connections.csv too, or the whole archive",
        )


def _warnings(reading: Reading) -> list[Notice]:
    """Return the notices, and what the archive as a whole lacks."""
    found = list(reading.notices)
    if not reading.has_connections:
        text = "no Connections.csv: only people you wrote with or invited are listed"
        found.append(Notice("", None, "no_connections", text))
    if Role.MESSAGES in reading.roles and not (reading.owner.name or reading.owner.profile):
        text = "whose archive it is cannot be told: messages have no direction (use --me)"
        found.append(Notice("", None, "owner_unknown", text))
    found += [
        Notice(
            "", None, "ambiguous_name", f"{len(people)} people share a name that {role} name alone"
        )
        for role, people in reading.uncertain.items()
        if people
    ]
    return found


def _people(reading: Reading) -> list[dict[str, object]]:
    people = reading.people
    mail = written(reading)
    invited = {item.person: item for item in sorted(reading.invitations, key=_sent)}
    praise = _praise(reading)
    in_phone_book = {item.person for item in reading.phone_book}
    names = names_of(people)
    profiles, inferred = _profiles(reading)
    has_phone_book = Role.IMPORTED_CONTACTS in reading.roles
    return [
        {
            "first_name": people.first[place] or None,
            "last_name": people.last[place] or None,
            "name": names[place] or None,
            "profile": profiles[place] or None,
            "url": profile_url(ProfileSlug(profiles[place])) if profiles[place] else None,
            "profile_inferred": inferred[place] or None,
            "company": people.company[place] or None,
            "position": people.position[place] or None,
            "email": people.email[place] or None,
            "connected_on": people.day[place] or None,
            "messages_in": mail.incoming[place],
            "messages_out": mail.outgoing[place],
            "first_contact": mail.first[place],
            "last_contact": mail.last[place],
            "invitation": _invitation(invited.get(place)),
            **{key: answers[place] for key, answers in praise.items()},
            "in_phone_book": place in in_phone_book if has_phone_book else None,
        }
        for place in range(len(people))
    ]


def _profiles(reading: Reading) -> tuple[list[str], list[str]]:
    """Return the profiles, and those that only other files give.

    Where Connections.csv has no profiles all are of the second kind.
    """
    people = reading.people
    if reading.has_profiles or not reading.has_connections:
        return people.slug, people.inferred
    both = zip(people.slug, people.inferred, strict=True)
    return [""] * len(people), [slug or inferred for slug, inferred in both]


def _sent(item: Invited) -> int:
    return item.invitation.sent_at


def _invitation(item: Invited | None) -> dict[str, str | None] | None:
    if item is None:
        return None
    return {
        "direction": _WORDS[item.direction],
        "note": item.invitation.note or None,
        "sent_at": dates.utc_or_none(item.invitation.sent_at),
    }


def _praise(reading: Reading) -> dict[str, list[bool | None]]:
    """Return of everybody who praised whom.

    None where the file that says so is absent, or where a namesake may be meant.
    """
    said = {role: {person for person, _ in found} for role, found in reading.statements.items()}
    nothing: list[bool | None] = [None] * len(reading.people)
    return {
        key: [
            None if place in reading.uncertain[role] - said[role] else place in said[role]
            for place in range(len(reading.people))
        ]
        if role in reading.roles
        else nothing
        for key, role in _PRAISE.items()
    }
