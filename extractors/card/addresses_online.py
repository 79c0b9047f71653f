"""E-mail and web addresses in a line."""

import re
from dataclasses import dataclass
from typing import Final

from extractors.card.domains import core_of, host_at, suffix
from extractors.card.labels import without_email_label, without_leading_label
from extractors.card.vocabulary import word_set

_AT: Final = r"\s?(?:[(\[]?[@©®][)\]]?|[(\[{]\s?at\s?[)\]}])\s?"
_LOCAL: Final = re.compile(rf"([A-Za-z0-9_%+\-.À-ÿ]+(?:'[A-Za-z]+)?){_AT}", re.IGNORECASE)
_LOOSE_LOCAL: Final = re.compile(
    rf"([A-Za-z0-9_%+\-]+(?:\s?[._]\s?[A-Za-z0-9_%+\-]+)*){_AT}", re.IGNORECASE
)
_COMMA_LOCAL: Final = re.compile(rf"^([a-z]{{2,}}),([a-z]{{2,}}){_AT}")
_LOST_MARK: Final = re.compile(
    r"([a-z0-9_%+\-.]+)\s([a-z0-9\-]+(?:\.[a-z0-9\-]+)+)$", re.IGNORECASE
)
_DOT: Final = re.compile(r"\s?[(\[{]\s?dot\s?[)\]}]\s?", re.IGNORECASE)
_BLANK_IN_COM: Final = re.compile(r"(?<=[^\W_])\s?\.\s?(?:c\s?o\s+m|c\s+o\s?m)\b")
_GLUED_LABEL: Final = re.compile(
    r"^e?[\-_.]?ma[il1][l1i]?s?(?:[\-_.:]?id)?[:.\-_]+(?=\w)|^e-?mail(?=[a-z0-9])", re.IGNORECASE
)
_MARK: Final = re.compile(
    r"(?P<scheme>h[tl1]{2}ps?\s?[:;.]?\s?/{1,2}\s?)?(?P<www>(?:w{3,4}|(?:vv){3})\s?[.,:\s]\s?)?",
    re.IGNORECASE,
)
_MARKED: Final = re.compile(
    r"h[tl1]{2}ps?\s?[:;.]?\s?/{1,2}|(?:w{3,4}|(?:vv){3})\s?[.,:\s]", re.IGNORECASE
)
_BARE: Final = re.compile(r"(?<![\w@.\-])[a-z0-9][a-z0-9\-]+(?:\.[a-z0-9\-]+)+", re.IGNORECASE)
_PATH: Final = re.compile(r"/[^\s,;|]*")
_BARE_SUFFIXES: Final = word_set(
    "com net org edu gov info biz io eu app dev me tv ai shop online tech agency example cloud xyz "
    "studio design consulting solutions digital group team world global law legal art company"
)
_NO_DOMAINS: Final = word_set("tel fax mob email mail web url www tech dipl med phil co st")
_LIST_WORDS: Final = word_set("info sales contact office mail support hello admin")
_SHORTEST_CORE: Final = 3  # M.Sc is none
_COUNTRY_SUFFIX: Final = 2  # letters
_WWW: Final = 3


@dataclass(frozen=True, slots=True)
class OnlineLine:
    """What a line has of e-mail and web addresses, and the words that are left of it."""

    emails: tuple[str, ...]
    urls: tuple[str, ...]
    rest: str


def find_online(text: str) -> OnlineLine:
    """Return the e-mail and web addresses of a line; blanks within them are taken out."""
    whole = _BLANK_IN_COM.sub(".com", _DOT.sub(".", text))
    emails, rest = _emails(whole)
    urls, rest = _urls(rest)
    left = without_leading_label(rest).strip(" :;,|/") if emails or urls else text
    return OnlineLine(emails, urls, left)


def _emails(text: str) -> tuple[tuple[str, ...], str]:
    found: list[str] = []
    bare = without_leading_label(text)
    labelled = bare != text
    while match := (_LOOSE_LOCAL.match(bare) if labelled else None) or _local_in(bare):
        labelled = False
        host = host_at(bare, match.end(), marked=True)
        if not host:
            bare = bare.replace("@", " ", 1) if "@" in match[0] else bare[: match.start()]
            continue
        local = ".".join(part for part in match.groups() if part)
        local = _GLUED_LABEL.sub("", re.sub(r"\s", "", local).strip(".-_"))
        if local:
            found.append(f"{local}@{host[0]}")
        bare = f"{bare[: match.start()]} {bare[host[1] :]}"
    if not found and (lost := _without_mark(text)):
        return (lost,), ""
    return tuple(found), bare if found else text


def _local_in(text: str) -> re.Match[str] | None:
    """Return the next local part with its mark; one that fills the line may have blanks."""
    found = _COMMA_LOCAL.match(text)
    if found and found[1] not in _LIST_WORDS:
        return found
    loose = _LOOSE_LOCAL.match(text)
    if loose and " " in loose[1] and loose[1].islower() and host_at(text, loose.end()):
        return loose
    return _LOCAL.search(text)


def _without_mark(text: str) -> str | None:
    """Return the e-mail address behind a label whose @ was read as a blank."""
    rest = without_email_label(text)
    found = _LOST_MARK.fullmatch(rest.strip()) if rest else None
    host = host_at(found[2], 0) if found else None
    return f"{found[1]}@{host[0]}" if found and host else None


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
    host = host_at(text, mark.end(), marked=marked)
    if not host or not (marked or _is_bare_host(host[0])):
        return None
    path = _PATH.match(text, host[1])
    scheme = mark["scheme"] or ""
    head = ("https://" if "s" in scheme.lower() else "http://") if scheme else ""
    head += f"{mark['www'].strip()[:1] * _WWW}." if mark["www"] else ""
    head = head.replace("vvv", "www").replace("VVV", "WWW")
    tail = path[0].rstrip(".") if path else ""
    return f"{head}{_with_dot(host[0])}{tail}", path.end() if path else host[1]


def _with_dot(host: str) -> str:
    """Return a host whose `www` has lost its dot with it."""
    lost = core_of(host).startswith("www") and len(core_of(host)) >= _WWW + _SHORTEST_CORE
    return f"{host[:_WWW]}.{host[_WWW:]}" if lost and host.lower().startswith("www") else host


def _is_bare_host(host: str) -> bool:
    """Return whether a host without http or www is one: `Co.Ltd` and `M.Tech` are none."""
    ending = suffix(host).rpartition(".")[2].lower()
    core = core_of(host)
    known = ending in _BARE_SUFFIXES or len(ending) == _COUNTRY_SUFFIX
    letters = any(sign.isalpha() for sign in core)
    return known and len(core) >= _SHORTEST_CORE and letters and core not in _NO_DOMAINS
