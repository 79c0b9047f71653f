"""Which file of the archive is which, by its name: exact, after what browsers and LinkedIn add."""

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath


class Role(StrEnum):
    """A file of the archive that is evidence of a tie, or that names the owner."""

    CONNECTIONS = "connections"
    OUTLOOK = "outlook_connections"  # the exporter of 2017 and before
    MESSAGES = "messages"
    INVITATIONS = "invitations"
    RECOMMENDATIONS_RECEIVED = "recommendations_received"
    RECOMMENDATIONS_GIVEN = "recommendations_given"
    ENDORSEMENTS_RECEIVED = "endorsements_received"
    ENDORSEMENTS_GIVEN = "endorsements_given"
    PROFILE = "profile"


_ROLES: Mapping[str, Role] = {
    "connections": Role.CONNECTIONS,
    "linkedin connections export microsoft outlook": Role.OUTLOOK,
    "messages": Role.MESSAGES,
    "invitations": Role.INVITATIONS,
    "recommendations received": Role.RECOMMENDATIONS_RECEIVED,
    "recommendations given": Role.RECOMMENDATIONS_GIVEN,
    "endorsement received info": Role.ENDORSEMENTS_RECEIVED,
    "endorsement given info": Role.ENDORSEMENTS_GIVEN,
    "profile": Role.PROFILE,
}
_DECOYS = frozenset({  # conversations with LinkedIn's own assistants, under the header of messages
    "guide messages", "coach messages", "learning coach messages", "learning role play messages",
})  # fmt: skip
_OTHERS_LISTED = """
    account status history, ad targeting, ads clicked, articles, causes you care about,
    certifications, comments, company follows, contacts, courses, education, email
    addresses, events, hashtag follows, honors, imported contacts, importedcontacts,
    inferences about you, instantreposts, job alerts, job applicant saved answers, job
    applicant saved screening question responses, job applications, job seeker preferences,
    languages, lan ads engagement, learning, logins, member follows, organizations, patents,
    phone numbers, phonenumbers, positions, private identity asset, profile summary,
    projects, providers, publications, reactions, receipts, receipts v2, registration, rich
    media, saved items, saved job alerts, saved jobs, search queries, searchqueries,
    security challenges, shares, skills, test scores, verifications, volunteering, votes,
    whatsapp phone numbers
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


def role_of(name: str) -> Role | None:
    """Return what a file is by its name; None where it is no evidence."""
    return _ROLES.get(stem_of(name) or "")


def is_decoy(name: str) -> bool:
    """Return whether a file looks like the messages but holds talks with LinkedIn's assistants."""
    return stem_of(name) in _DECOYS


def is_known_other(name: str) -> bool:
    """Return whether LinkedIn puts a file of this name into archives that we have no use for."""
    return is_decoy(name) or stem_of(name) in _OTHERS
