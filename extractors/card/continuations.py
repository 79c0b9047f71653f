"""Addresses that are printed on two lines, or beside each other, made one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractors.card.domains import registered
from extractors.card.layout import Line, numbered

_BESIDE: Final = 1.2  # heights between two parts on one row
_LOOSE_MARK: Final = re.compile(r"\s*@\s*")
_HOST: Final = re.compile(r"[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*")
_LOCAL: Final = re.compile(r"[A-Za-z0-9._%+\-]+")
_MARK: Final = re.compile(r"(?:https?://)?(?:www\.)?$", re.IGNORECASE)
_MARKED: Final = re.compile(r"(?:https?://(?:www\.)?|www\.)(?P<host>[^/\s]*)", re.IGNORECASE)
_PATH: Final = re.compile(r"[\w.~%?=&#+@/-]+")
_OPEN_PATH: Final = re.compile(r"[^/\s]\.[a-z]{2,}/(?:\S*[/_=?&-])?$", re.IGNORECASE)
_DEEP: Final = re.compile(r"\.[a-z]{2,}/\S*[/_=?&-]$", re.IGNORECASE)


def rejoined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, an e-mail or web address that goes on in the next one made one line."""
    layout = numbered(lines)
    kept: dict[int, Line] = dict(enumerate(layout.lines))
    for line in layout.lines:
        for at in (_beside(layout.lines, line), layout.below.get(line.at)):
            if at in kept and line.at in kept and goes_on(kept[line.at].text, kept[at].text):
                kept[line.at] = _joined(kept[line.at], kept.pop(at))
                break
    return tuple(kept.values())


def _beside(lines: Sequence[Line], line: Line) -> int:
    """Return the line that begins where this one ends, -1 if none does."""
    found = [
        other
        for other in lines
        if abs(other.middle - line.middle) < line.height / 2
        and -line.height / 2 < other.left - line.right < _BESIDE * line.height
        and other.at != line.at
    ]
    return min(found, key=lambda other: other.left).at if found else -1


def _joined(line: Line, rest: Line) -> Line:
    return replace(
        line,
        text=f"{line.text.rstrip()}{rest.text.lstrip()}",
        confidence=min(line.confidence, rest.confidence),
        sources=(*line.sources, *rest.sources),
    )


def goes_on(text: str, following: str) -> bool:
    """Return whether an address at the end of a text is whole only with what follows."""
    rest = _LOOSE_MARK.sub("@", following.strip())
    last = _LOOSE_MARK.sub("@", text.strip()).rpartition(" ")[2]
    if not last or not rest or " " in rest:
        return False
    if "@" in last + rest:
        return _mail_goes_on(last, rest)
    if _MARK.fullmatch(last):
        return _is_host(rest.partition("/")[0])
    marked = _MARKED.search(last)
    if marked and "/" not in marked["host"] and last.endswith(marked["host"]):
        whole = f"{marked['host']}{rest.partition('/')[0]}"
        return not _is_host(marked["host"]) and _is_host(whole) and "." in whole
    if not _PATH.fullmatch(rest) or not _OPEN_PATH.search(last):
        return _is_host(last) and last.lower().endswith("linkedin.com") and rest.startswith("/")
    return "/" in rest or bool(_DEEP.search(last))


def _mail_goes_on(last: str, rest: str) -> bool:
    local, mark, host = last.rpartition("@")
    if not mark:  # the mark is on the next line
        before, _, behind = rest.partition("@")
        if not _is_host(behind) or not _LOCAL.fullmatch(last):
            return False
        return not before or last.endswith(("-", ".", "_"))
    if "@" in rest or not _LOCAL.fullmatch(local.rpartition(":")[2]):
        return False
    return not _is_host(host) and _is_host(f"{host}{rest}")


def _is_host(text: str) -> bool:
    return bool(_HOST.fullmatch(text) and registered(text))
