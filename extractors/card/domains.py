"""Domain names as they are printed on cards; the public suffix list is the one in the wheel."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import tldextract

from extractors.card.text import folded
from extractors.card.vocabulary import FREE_MAIL, word_set

_LABEL: Final = re.compile(r"[A-Za-z0-9\-]+")
_NEXT_LABEL: Final = re.compile(r"(\s?[.,]\s?)([A-Za-z0-9\-]+)")
_LOST_DOT: Final = re.compile(r"(\s)((?:com?|ac|org|net|edu)\b)")
_COUNTRY: Final = 2  # letters
_BEFORE_COUNTRY: Final = word_set("co com net org ac or ne go gov edu")
_SCHEME: Final = re.compile(r"^https?:/*", re.IGNORECASE)
_RESERVED: Final = ("example", "test", "invalid", "localhost")  # RFC 2606; on no public list
_MISREAD: Final = {
    "corn": "com", "c0m": "com", "corm": "com", "con": "com", "oom": "com", "eom": "com",
    "cem": "com", "0rg": "org", "orq": "org", "nel": "net", "nef": "net",
}  # fmt: skip
_CONFUSED: Final = (("rn", "m"), ("vv", "w"), ("1", "l"), ("i", "l"), ("|", "l"), ("0", "o"))


@cache
def _extractor() -> Any:  # noqa: ANN401  (tldextract ships no types)
    return tldextract.TLDExtract(cache_dir=None, suffix_list_urls=(), extra_suffixes=_RESERVED)


def suffix(host: str) -> str:
    """Return the public suffix of a host (`co.uk`), empty where it has none."""
    return str(_extractor()(host).suffix)


def registered(host: str) -> str:
    """Return what of a host is somebody's own (`acme.co.uk`), empty where nothing is."""
    return str(_extractor()(host).top_domain_under_public_suffix)


def host_at(text: str, start: int, *, marked: bool = False) -> tuple[str, int] | None:
    """Return the host that a text has at a place, without blanks, and where it ends.

    Where a mark (`@`, `www.`) says that a host stands there, a misread ending is mended.

    What is printed without a blank counts as it stands; a part behind a blank or a comma is taken
    in only as long as the host is none without it (`acme. com`, `acme,com`, `acme.ac uk`).
    """
    first = _LABEL.match(text, start)
    if not first:
        return None
    host, end = first[0], first.end()
    while True:
        following = _NEXT_LABEL.match(text, end)
        if not following and not registered(host):
            following = _LOST_DOT.match(text, end)
        if not following or (following[1] != "." and not _goes_on(host, following[2])):
            break
        if following[1] == "." and registered(host) and not registered_with(host, following[2]):
            break
        host, end = f"{host}.{following[2]}", following.end()
    if marked and not registered(host):
        before, dot, ending = host.rpartition(".")
        host = f"{before}{dot}{_MISREAD.get(ending.lower(), ending)}"
    return (host, end) if registered(host) else None


def _goes_on(host: str, label: str) -> bool:
    """Return whether a label behind a blank belongs to a host: `acme` + `com`, `acme.co` + `uk`."""
    if not registered(host):
        return True
    return len(label) == _COUNTRY and host.rpartition(".")[2].lower() in _BEFORE_COUNTRY


def registered_with(host: str, label: str) -> bool:
    """Return whether a host is still one with another label behind it."""
    return bool(registered(f"{host}.{label}"))


def host_of(address: str) -> str:
    """Return the host of a web or e-mail address."""
    return _SCHEME.sub("", address.rpartition("@")[2]).partition("/")[0]


def core_of(address: str) -> str:
    """Return the own word of a host or e-mail address: `acme` of `info@mail.acme.co.uk`."""
    return folded(str(_extractor()(host_of(address)).domain))


def company_cores(emails: Sequence[str], urls: Sequence[str]) -> frozenset[str]:
    """Return the own words of all domains that are no mail provider's."""
    cores = {core_of(address) for address in (*emails, *urls)}
    return frozenset(core for core in cores if core and core not in FREE_MAIL)


def skeleton(text: str) -> str:
    """Return a text in which signs that OCR confuses are one."""
    shape = folded(text)
    for seen, meant in _CONFUSED:
        shape = shape.replace(seen, meant)
    return shape
