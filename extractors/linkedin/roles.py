"""Which file of the archive is which, by its name: exact, after what browsers and LinkedIn add."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath


class Role(StrEnum):
    """A file of the archive that is evidence of a tie, or that tells of the owner."""

    CONNECTIONS = "connections"
    OUTLOOK = "outlook_connections"  # the exporter of 2017 and before
    MESSAGES = "messages"
    INVITATIONS = "invitations"
    RECOMMENDATIONS_RECEIVED = "recommendations_received"
    RECOMMENDATIONS_GIVEN = "recommendations_given"
    ENDORSEMENTS_RECEIVED = "endorsements_received"
    ENDORSEMENTS_GIVEN = "endorsements_given"
    PROFILE = "profile"
    IMPORTED_CONTACTS = "imported_contacts"  # the phone book that was uploaded
    POSITIONS = "positions"
    EDUCATION = "education"
    EVENTS = "events"
    MEMBER_FOLLOWS = "member_follows"
    EMAIL_ADDRESSES = "email_addresses"  # the owner's own
    PHONE_NUMBERS = "phone_numbers"  # likewise


CANONICAL: Mapping[Role, str] = {  # LinkedIn's own name of each, the newest
    Role.CONNECTIONS: "Connections.csv",
    Role.OUTLOOK: "linkedin_connections_export_microsoft_outlook.csv",
    Role.MESSAGES: "messages.csv",
    Role.INVITATIONS: "Invitations.csv",
    Role.RECOMMENDATIONS_RECEIVED: "Recommendations_Received.csv",
    Role.RECOMMENDATIONS_GIVEN: "Recommendations_Given.csv",
    Role.ENDORSEMENTS_RECEIVED: "Endorsement_Received_Info.csv",
    Role.ENDORSEMENTS_GIVEN: "Endorsement_Given_Info.csv",
    Role.PROFILE: "Profile.csv",
    Role.IMPORTED_CONTACTS: "ImportedContacts.csv",
    Role.POSITIONS: "Positions.csv",
    Role.EDUCATION: "Education.csv",
    Role.EVENTS: "Events.csv",
    Role.MEMBER_FOLLOWS: "Member_Follows.csv",
    Role.EMAIL_ADDRESSES: "Email Addresses.csv",
    Role.PHONE_NUMBERS: "PhoneNumbers.csv",
}
OF_THE_OWNER = frozenset({  # they name nobody else
    Role.PROFILE, Role.POSITIONS, Role.EDUCATION, Role.EVENTS, Role.EMAIL_ADDRESSES,
    Role.PHONE_NUMBERS,
})  # fmt: skip
_OLDER_NAMES: Mapping[str, Role] = {
    "contacts": Role.IMPORTED_CONTACTS,  # 2022 to 2024
    "imported contacts": Role.IMPORTED_CONTACTS,  # 2018
    "phone numbers": Role.PHONE_NUMBERS,
    "whatsapp phone numbers": Role.PHONE_NUMBERS,
}
_DECOYS = frozenset({  # conversations with LinkedIn's own assistants, under the header of messages
    "guide messages", "coach messages", "learning coach messages", "learning role play messages",
})  # fmt: skip
_OTHERS_LISTED = """
    account status history, ad targeting, ads clicked, articles, causes you care about,
    certifications, comments, company follows, courses, hashtag follows, honors, inferences
    about you, instantreposts, job alerts, job applicant saved answers, job applicant saved
    screening question responses, job applications, job seeker preferences, languages, lan ads
    engagement, learning, logins, organizations, patents, private identity asset, profile
    summary, projects, providers, publications, reactions, receipts, receipts v2,
    registration, rich media, saved items, saved job alerts, saved jobs, search queries,
    searchqueries, security challenges, shares, skills, test scores, verifications,
    volunteering, votes
"""
_OTHERS = frozenset(  # LinkedIn's files that say nothing of a tie
    " ".join(name.split()) for name in _OTHERS_LISTED.split(",")
)
_SUFFIXES = (".csv", ".txt", ".tsv")
_ADDED = re.compile(r"\s*\(\d+\)$|[-_ ]+\d+$|\s*-?\s*(?:copy|kopie)$", re.IGNORECASE)


def stem_of(name: str) -> str | None:
    """Return the bare name of a table: no folders, suffix, member id or ` (1)`; None if no table.

    Archives made on a Mac hold a `._` twin of each file that is none.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    base = path.name.casefold()
    if base.startswith("._") or "__MACOSX" in path.parts or not base.endswith(_SUFFIXES):
        return None
    while base.endswith(_SUFFIXES):
        base = base[:-4]
    shorter = _ADDED.sub("", base)
    while shorter != base:
        base, shorter = shorter, _ADDED.sub("", shorter)
    return " ".join(base.replace("_", " ").split())


_ROLES = {str(stem_of(name)): role for role, name in CANONICAL.items()} | dict(_OLDER_NAMES)


def role_of(name: str) -> Role | None:
    """Return what a file is by its name; None where it is no evidence."""
    return _ROLES.get(stem_of(name) or "")


def is_decoy(name: str) -> bool:
    """Return whether a file looks like the messages but holds talks with LinkedIn's assistants."""
    return stem_of(name) in _DECOYS


def is_known_other(name: str) -> bool:
    """Return whether LinkedIn puts a file of this name into archives that we have no use for."""
    return is_decoy(name) or stem_of(name) in _OTHERS
