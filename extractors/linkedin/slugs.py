"""Profile addresses to slugs, a whole column at once where it has LinkedIn's own form."""

import re
import string
import unicodedata
from collections.abc import Sequence
from itertools import repeat
from urllib.parse import unquote

from contacts.identifiers import profile_slug

_PROFILE = "https://www.linkedin.com/in/"
_PLAIN = (string.ascii_lowercase + string.digits + "_-").encode()
_ENCODED = _PLAIN + b"%ABCDEF\n"
_ODD = re.compile(r"[\x00-\t\x0b-,./:-@\[-^`{-\xa0\u2000-\u206f\u3000]")  # left to `profile_slug`


def slugs(urls: Sequence[str]) -> list[str]:
    """Return the profile slug of each address, "" where it is none."""
    if "" in urls:
        places = [place for place, url in enumerate(urls) if url]
        found = dict(zip(places, slugs([urls[place] for place in places]), strict=True))
        return [found.get(place, "") for place in range(len(urls))]
    return _taken_apart(urls) or [profile_slug(url) or "" for url in urls]


def _taken_apart(urls: Sequence[str]) -> list[str] | None:
    """Return the slugs as `profile_slug` would; None if one address is of another form."""
    tails = [*map(str.removeprefix, urls, repeat(_PROFILE))]
    size = sum(map(len, urls)) - len(_PROFILE) * len(urls)
    if sum(map(len, tails)) != size:
        return None
    places = [place for place, tail in enumerate(tails) if "%" in tail]
    encoded = "\n".join([tails[place] for place in places])
    for place in places:
        tails[place] = ""
    if _has_others("".join(tails), _PLAIN) or _has_others(encoded, _ENCODED):
        return None
    decoded = unicodedata.normalize("NFC", unquote(encoded)).casefold()
    parts = decoded.split("\n")
    if _ODD.search(decoded) or len(parts) != max(len(places), 1):
        return None
    for place, slug in zip(places, parts, strict=False):
        tails[place] = slug
    return tails


def _has_others(text: str, letters: bytes) -> bool:
    return bool(text.encode().translate(None, letters))
