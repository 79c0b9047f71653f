"""E-mail and web addresses in a line, repaired where the card itself proves the repair."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractors.card.domains import core_of, host_at, host_of, registered, skeleton, suffix
from extractors.card.labels import without_leading_label
from extractors.card.vocabulary import word_set

_LOCAL: Final = re.compile(r"([A-Za-z0-9_%+\-.À-ÿ]+)\s?[(\[]?[@©®]\s?")
_LOOSE_LOCAL: Final = re.compile(r"([A-Za-z0-9_%+\-]+(?:\s?\.\s?[A-Za-z0-9_%+\-]+)*)\s?[@©®]\s?")
_GLUED_LABEL: Final = re.compile(
    r"^e?[\-_.]?ma[il1][l1i]?s?(?:[\-_.:]?id)?[:.\-_]+(?=\w)|^e-?mail(?=[a-z0-9])", re.IGNORECASE
)
_WATERMARK: Final = re.compile(r"^[A-Z][a-z]{0,3}(?=[a-z])")
_MARK: Final = re.compile(
    r"(?P<scheme>https?\s?[:;.]?\s?/{1,2}\s?)?(?P<www>www\s?[.,\s]\s?)?", re.IGNORECASE
)
_MARKED: Final = re.compile(r"https?\s?[:;.]?\s?/{1,2}|www\s?[.,\s]", re.IGNORECASE)
_BARE: Final = re.compile(r"(?<![\w@.\-])[a-z0-9][a-z0-9\-]+(?:\.[a-z0-9\-]+)+", re.IGNORECASE)
_PATH: Final = re.compile(r"/[^\s,;|]*")
_BARE_SUFFIXES: Final = word_set(
    "com net org edu gov info biz io eu app dev me tv ai shop online tech agency example"
)
_NO_DOMAINS: Final = word_set("tel fax mob email mail web url www tech dipl med phil co st")
_SHORTEST_CORE: Final = 3  # M.Sc is none
_COUNTRY_SUFFIX: Final = 2  # letters
_PROVEN: Final = 4  # letters of a name that a local part repeats


@dataclass(frozen=True, slots=True)
class OnlineLine:
    """What a line has of e-mail and web addresses, and the words that are left of it."""

    emails: tuple[str, ...]
    urls: tuple[str, ...]
    rest: str


def find_online(text: str) -> OnlineLine:
    """Return the e-mail and web addresses of a line; blanks within them are taken out."""
    emails, rest = _emails(text)
    urls, rest = _urls(rest)
    left = without_leading_label(rest).strip(" :;,|/") if emails or urls else rest
    return OnlineLine(emails, urls, left)


def _emails(text: str) -> tuple[tuple[str, ...], str]:
    found: list[str] = []
    bare = without_leading_label(text)
    labelled = bare != text
    while match := (_LOOSE_LOCAL.match(bare) if labelled else None) or _LOCAL.search(bare):
        labelled = False
        host = host_at(bare, match.end())
        if not host:
            bare = bare.replace("@", " ", 1) if "@" in match[0] else bare[: match.start()]
            continue
        local = _GLUED_LABEL.sub("", re.sub(r"\s", "", match[1]).strip(".-_"))
        if local:
            found.append(f"{local}@{host[0]}")
        bare = f"{bare[: match.start()]} {bare[host[1] :]}"
    return tuple(found), bare if found else text


def _urls(text: str) -> tuple[tuple[str, ...], str]:
    found: list[str] = []
    for pattern in (_MARKED, _BARE):
        place = 0
        while match := pattern.search(text, place):
            url = _url_at(text, match.start(), marked=pattern is _MARKED)
            if url is None:
                place = match.end()
            else:
                found.append(url[0])
                text = f"{text[: match.start()]} {text[url[1] :]}"
                place = match.start()
    return tuple(found), text


def _url_at(text: str, start: int, *, marked: bool) -> tuple[str, int] | None:
    """Return the web address at a place as printed, without blanks, and where it ends."""
    mark = _MARK.match(text, start)
    assert mark is not None  # all of the pattern may be absent
    host = host_at(text, mark.end())
    if not host or not (marked or _is_bare_host(host[0])):
        return None
    path = _PATH.match(text, host[1])
    scheme = mark["scheme"] or ""
    head = ("https://" if "s" in scheme.lower() else "http://") if scheme else ""
    head += f"{mark['www'].strip()[:3]}." if mark["www"] else ""
    tail = path[0].rstrip(".") if path else ""
    return f"{head}{host[0]}{tail}", path.end() if path else host[1]


def _is_bare_host(host: str) -> bool:
    """Return whether a host without http or www is one: `Co.Ltd` and `M.Tech` are none."""
    ending = suffix(host).rpartition(".")[2].lower()
    core = core_of(host)
    known = ending in _BARE_SUFFIXES or len(ending) == _COUNTRY_SUFFIX
    letters = any(sign.isalpha() for sign in core)
    return known and len(core) >= _SHORTEST_CORE and letters and core not in _NO_DOMAINS


def repaired(emails: Sequence[str], urls: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Return the e-mail addresses, each mended where something else on the card proves it.

    A domain that differs from a web address's by letters OCR confuses takes its spelling. A capital
    with a few letters before what another local part, or a word of the card, says alone is a
    watermark that was read with it.
    """
    hosts = [host for host in (registered(host_of(url)).lower() for url in urls) if host]
    mended = [_with_proven_domain(email, hosts) for email in emails]
    said = {email.partition("@")[0] for email in mended}
    said |= {word.casefold() for text in texts for word in text.split() if len(word) >= _PROVEN}
    return tuple(dict.fromkeys(_without_watermark(email, said) for email in mended))


def _with_proven_domain(email: str, hosts: Sequence[str]) -> str:
    local, _, domain = email.partition("@")
    own = registered(domain).lower()
    for host in hosts:
        if host != own and skeleton(host) == skeleton(own):
            return f"{local}@{domain[: len(domain) - len(own)]}{host}"
    return email


def _without_watermark(email: str, said: set[str]) -> str:
    local, _, domain = email.partition("@")
    found = _WATERMARK.match(local)
    for length in range(1, found.end() + 1) if found else ():
        rest = local[length:]
        begins_name = rest.split(".")[0] in said and len(rest.split(".")[0]) >= _PROVEN
        initial = length == 1 and local[0].casefold() in {word[0] for word in said if word != rest}
        if (begins_name or rest in said) and not initial and local.casefold() not in said:
            return f"{rest}@{domain}"
    return email
