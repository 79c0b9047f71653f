"""The forms in which two spellings of one thing are equal, and the ids made of them.

Each normalised form has a type that only its own function makes, so nothing is normalised twice.
"""

import hashlib
import re
import unicodedata
from typing import NewType
from urllib.parse import unquote

ProfileSlug = NewType("ProfileSlug", str)
EmailKey = NewType("EmailKey", str)
FoldedName = NewType("FoldedName", str)
RecordId = NewType("RecordId", str)
PersonId = NewType("PersonId", str)

_PROFILE = re.compile(r"(?:^|[/.])linkedin\.com/(?:mwlite/)?(in|pub)/([^\s?#]+)", re.IGNORECASE)
_NOT_IN_SLUGS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\"'`<>\\]")
_EMAIL = re.compile(r"[^@\s<>()\[\],;:\"]+@[^@\s<>()\[\],;:\"]+\.[^@\s<>()\[\],;:\".]{2,}")
_ID_LENGTH = 16  # hex digits: 64 bits, a clash in 10 million ids has odds of 3 in a million


def profile_slug(url: str) -> ProfileSlug | None:
    """Return the slug of a LinkedIn profile address: percent-decoded, NFC, casefolded.

    Takes every spelling seen on cards and in exports (no scheme, country subdomain, trailing slash,
    query, `/pub/` with its path, `/in/` with a language or a page of the profile behind it); None
    where the text is no profile address, or one with control characters, quotes or dot segments.
    """
    found = _PROFILE.search(url.strip())
    if not found:
        return None
    path = unicodedata.normalize("NFC", unquote(found[2]).strip("/ ")).casefold()
    parts = path.split("/")
    slug = parts[0].strip() if found[1].casefold() == "in" else path
    if not slug or _NOT_IN_SLUGS.search(slug) or not {".", ".."}.isdisjoint(parts):
        return None
    return ProfileSlug(slug)


def profile_url(slug: ProfileSlug) -> str:
    """Return the address of a profile."""
    return f"https://www.linkedin.com/in/{slug}"


def email_key(text: str) -> EmailKey | None:
    """Return the form in which two spellings of an address are equal; None if it is none."""
    address = unicodedata.normalize("NFKC", text).strip().removeprefix("mailto:").strip(" <>.,;")
    return EmailKey(address.casefold()) if _EMAIL.fullmatch(address) else None


def folded_name(text: str) -> FoldedName:
    """Return a name as NFKC, casefolded, with single blanks: equal names are equal strings."""
    return FoldedName(" ".join(unicodedata.normalize("NFKC", text).casefold().split()))


def stable_id(*parts: str) -> str:
    """Return a hash of the parts, in their order; no part can run into the next."""
    digest = hashlib.sha256("\x1f".join(parts).encode())
    return digest.hexdigest()[:_ID_LENGTH]


def card_id(photo_sha256: str, ordinal: int) -> RecordId:
    """Return the id of the `ordinal`-th card (from 1) of a photo."""
    return RecordId("c" + stable_id("card", photo_sha256, str(ordinal)))


def linkedin_id(owner: str, slug: ProfileSlug) -> RecordId:
    """Return the id of a profile in an archive; `owner` is empty for the user's own archive."""
    return RecordId("l" + stable_id("linkedin", owner, "in", slug))


def linkedin_id_without_profile(
    owner: str, name: FoldedName, connected_on: str, ordinal: int
) -> RecordId:
    """Return the id of a connection that has no profile address.

    `ordinal` (from 1) tells people of one name and one day apart, in the order of the file.
    """
    return RecordId("l" + stable_id("linkedin", owner, "name", name, connected_on, str(ordinal)))


def vcard_id(uid_or_content: str) -> RecordId:
    """Return the id of a vCard: by its UID, else by its content."""
    return RecordId("v" + stable_id("vcard", uid_or_content))


def addressbook_id(content: str) -> RecordId:
    """Return the id of an entry of an address book: by what identifies it, for it has no UID."""
    return RecordId("a" + stable_id("addressbook", content))


def calendar_id(address: EmailKey) -> RecordId:
    """Return the id of somebody who is known from meetings by an address."""
    return RecordId("m" + stable_id("calendar", address))


def minted_person_id(record_id: RecordId) -> PersonId:
    """Return the id of a person first seen with this record as its smallest."""
    return PersonId("p" + stable_id("person", record_id))
