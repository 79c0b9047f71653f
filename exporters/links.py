"""Addresses that are safe to click: made of what was read, never taken over as they stand."""

import re
from urllib.parse import quote

from contacts.identifiers import ProfileSlug, email_key, profile_slug, profile_url

_NO_SLUG = re.compile(r"[\s/:?#]")
_MIN_DIGITS = 5  # the shortest numbers worth dialling


def profile_link(profile: str | None) -> str | None:
    """Return the https address of a LinkedIn profile, given its address or slug; else None."""
    if not profile:
        return None
    slug = profile_slug(profile)
    if slug is None and not _NO_SLUG.search(profile):
        slug = ProfileSlug(profile)
    return profile_url(ProfileSlug(quote(slug, safe="-", errors="replace"))) if slug else None


def mail_link(address: str) -> str | None:
    """Return a mailto address that carries a recipient and nothing else; None if it is none."""
    key = email_key(address)
    return f"mailto:{quote(key, safe='@+')}" if key else None


def phone_link(phone: str) -> str | None:
    """Return a tel address; None where there are too few digits to dial."""
    printed = phone.replace("(0)", "") if phone.startswith("+") else phone
    digits = re.sub(r"[^0-9]", "", printed)
    if len(digits) < _MIN_DIGITS:
        return None
    return f"tel:+{digits}" if phone.startswith("+") else f"tel:{digits}"
