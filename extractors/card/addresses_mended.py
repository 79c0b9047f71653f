"""Addresses mended where something else on the card proves the mend."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.card.domains import core_of, host_of, registered, skeleton
from extractors.card.given_names import GIVEN_NAMES
from extractors.card.layout import Line
from extractors.card.text import squeezed, words
from extractors.card.vocabulary import FREE_MAIL, word_set

_WATERMARK: Final = re.compile(r"^[A-Z][a-z]{0,3}(?=[a-z])|^[a-z](?=[a-z])")
_PROVEN: Final = 4  # letters of a name that a local part repeats
_SHORTEST: Final = 3  # letters of a local part
_MARK_READ_AS: Final = "aQOG09&€"  # what an @ is read as
_A_MAIL, _A_SITE, _IN_PRINT = 10, 12, 7  # votes for a spelling; two of any kind outvote one
_LOCAL: Final = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*", re.IGNORECASE)
_PARTS: Final = re.compile(r"([._-])")
_PROVIDERS: Final = word_set(
    "gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com gmx.de"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """An e-mail or web address and the line it was read on."""

    value: str
    line: Line


def mended(
    emails: Sequence[Printed], urls: Sequence[Printed], texts: Mapping[int, str]
) -> tuple[tuple[Printed, ...], tuple[Printed, ...], Mapping[int, str]]:
    """Return e-mail addresses, web addresses and the words left of the lines (by place), mended.

    A web address that is a known domain with a name before it is an e-mail address whose @ was
    lost. Domains that differ by letters OCR confuses take the spelling that most of the card has. A
    local part takes the spelling of the names on the card, and what is glued before a name goes.
    """
    emails, urls, texts = _with_lost_marks(emails, urls, texts)
    spelled = _spellings([*emails, *urls], texts)
    urls = [replace(one, value=_respelled(one.value, spelled)) for one in urls]
    emails = [replace(one, value=_respelled(one.value, spelled)) for one in emails]
    said = {word for text in texts.values() for word in words(text)}
    whole = {one.value.partition("@")[0].casefold() for one in emails}
    emails = [replace(one, value=_with_names(one.value, said, whole)) for one in emails]
    return _each_once(emails), _each_once(urls), texts


def _each_once(printed: Sequence[Printed]) -> tuple[Printed, ...]:
    first: dict[str, Printed] = {}
    for one in printed:
        first.setdefault(one.value, one)
    return tuple(first.values())


def _with_lost_marks(
    emails: Sequence[Printed], urls: Sequence[Printed], texts: Mapping[int, str]
) -> tuple[list[Printed], list[Printed], Mapping[int, str]]:
    found, kept, left = list(emails), [], dict(texts)
    said = {word for text in texts.values() for word in words(text)}
    hosts = Counter(_own_host(one.value) for one in (*emails, *urls))
    for one in urls:
        known = {*(host for host in hosts if host and host != _own_host(one.value)), *_PROVIDERS}
        if glued := _glued(one.value.lower(), known, said):
            found.append(replace(one, value=glued))
        elif parted := _parted_local(one, left.get(one.line.at, ""), hosts, said):
            found.append(replace(one, value=f"{parted}@{host_of(one.value)}"))
            left[one.line.at] = left[one.line.at][: -len(parted)].rstrip(" :")
        else:
            kept.append(one)
    return found, kept, {at: text for at, text in left.items() if text}


def _own_host(address: str) -> str:
    return registered(host_of(address)).lower()


def _glued(url: str, hosts: set[str], said: set[str]) -> str:
    """Return the e-mail address `jane.doeacme.com`, where `acme.com` is known and Jane is said."""
    for host in sorted(hosts, key=len, reverse=True):
        local = url.removesuffix(host)
        if local == url or local.endswith((".", "/", "-")) or local.startswith(("http", "www")):
            continue
        for tried in (local, local[:-1] if local[-1:] in _MARK_READ_AS.lower() else ""):
            if len(tried) >= _SHORTEST and _LOCAL.fullmatch(tried) and _is_said(tried, said):
                return f"{tried}@{host}"
    return ""


def _parted_local(url: Printed, left: str, hosts: Mapping[str, int], said: set[str]) -> str:
    """Return the local part that stands before a domain, a blank in the place of the @."""
    local = left.rsplit(maxsplit=1)[-1] if left else ""
    host = url.value.lower()
    if host != host_of(host) or host.startswith("www.") or not _LOCAL.fullmatch(local):
        return ""
    if core_of(host) in FREE_MAIL:
        return local
    elsewhere = hosts.get(_own_host(host), 0) > 1
    return local if elsewhere and local.islower() and _is_said(local, said) else ""


def _is_said(local: str, said: set[str]) -> bool:
    """Return whether a local part is made of names that the card says."""
    parts = [part for part in _PARTS.split(local.lower()) if part.isalnum()]
    named = [part for part in parts if part in said and len(part) >= _SHORTEST]
    if named and all(part in said or len(part) == 1 for part in parts):
        return True
    return len(parts) == 1 and len(local) > _PROVEN and local[1:].lower() in said


def _spellings(addresses: Sequence[Printed], texts: Mapping[int, str]) -> dict[str, str]:
    """Return for each domain the spelling of it that the card has most often."""
    votes: dict[str, Counter[str]] = {}
    for one in addresses:
        host = _own_host(one.value)
        vote = votes.setdefault(skeleton(host), Counter())
        vote[host] += _A_MAIL if "@" in one.value else _A_SITE
    printed = squeezed(" ".join(texts.values()))
    for vote in votes.values():
        vote.update({host: _IN_PRINT for host in vote if squeezed(core_of(host)) in printed})
    best = [(vote, max(vote, key=lambda name: (vote[name], name))) for vote in votes.values()]
    return {host: spelled for vote, spelled in best for host in vote}


def _respelled(address: str, spelled: Mapping[str, str]) -> str:
    own = _own_host(address)
    better = spelled.get(own, own)
    if better == own:
        return address
    at = address.lower().rindex(own)
    return f"{address[:at]}{better}{address[at + len(own) :]}"


def _with_names(email: str, said: set[str], whole: set[str]) -> str:
    """Return an e-mail address whose local part has the names as the card spells them."""
    local, _, domain = email.partition("@")
    parts = [_as_said(part, said) for part in _PARTS.split(local)]
    return f"{_without_watermark(''.join(parts), said, whole)}@{domain}"


def _as_said(part: str, said: set[str]) -> str:
    """Return a part of a local part as a word of the card has it, if OCR confuses the two."""
    low = part.lower()
    if low in said or len(low) < _PROVEN:
        return part
    shape = skeleton(low)
    initials = {word[0] for word in said if word in GIVEN_NAMES}
    alike = [sign for sign in initials if skeleton(sign) == shape[0] and sign.isascii()]
    if low[1:] in said and low[0] not in initials and len(alike) == 1:
        return alike[0] + part[1:]  # Ijones of Lee Jones
    for begin in (0, 1):
        alike = [word for word in said if len(word) >= _PROVEN and skeleton(word) == shape[begin:]]
        if len(alike) == 1 and alike[0].isascii() and skeleton(low[begin:]) == shape[begin:]:
            return part[:begin] + alike[0]
    return part


def _without_watermark(local: str, said: set[str], whole: set[str]) -> str:
    found = _WATERMARK.match(local)
    for length in range(1, found.end() + 1) if found else ():
        rest = local[length:]
        first = re.split(r"[._-]", rest.lower())[0]
        begins_name = first in said and len(first) >= _PROVEN
        initial = length == 1 and local[0].lower() in {word[0] for word in said if word != first}
        glued = local[0].isupper() or "." in rest
        if (begins_name or rest.lower() in whole) and glued and not initial:
            return local if local.lower() in said else rest
    return local
