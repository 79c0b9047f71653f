"""Names that a profile address or a mailbox gives away: a maiden name, a name behind an initial."""

import re
from collections.abc import Sequence

from dedupe.contact_points import Mailbox
from dedupe.names import PersonName
from dedupe.spelling import token

_SERIAL = re.compile(r"(?=.*\d)[0-9a-z]{5,}$")  # what the site adds to tell namesakes apart
_PARTS = re.compile(r"[-_.]+")
_SHORTEST = 3  # letters of an alias; fewer are an initial

Alias = tuple[str, str]
"""A given and a family name; an empty string where nothing new is learned."""


def of_profile(name: PersonName, slug: str) -> Alias:
    """Return what a profile slug (`adeline-matthai-d3be988f`) adds to a name."""
    words = [part for part in _PARTS.split(slug) if part and not _SERIAL.fullmatch(part)]
    return of_words(name, [letters for letters in map(token, words) if letters])


def of_mailbox(name: PersonName, mail: Mailbox) -> Alias:
    """Return what a mailbox adds; couples share one at home, so there no other given name."""
    given, family = of_words(name, mail.words)
    own = bool(mail.domain) or not name.given or given[:1] == name.given[0]
    return (given, family) if own else ("", "" if given else family)


def of_words(name: PersonName, words: Sequence[str]) -> Alias:
    """Return what the words of a slug or of a mailbox's local part add to a name."""
    if len(words) > 1:
        given, family = words[0], words[-1]
        if given == name.family or family == name.given:
            given, family = family, given
        return _new(given, (name.given, *name.called)), _new(family, (name.family, *name.families))
    if len(words) == 1 and len(name.given) > 1:
        return "", _new(_without_given(words[0], name), (name.family, *name.families))
    if len(words) == 1 and name.family:
        return _new(_without_family(words[0], name), (name.given, *name.called)), ""
    return "", ""


def _new(word: str, known: Sequence[str]) -> str:
    return word if len(word) >= _SHORTEST and word not in known else ""


def _without_family(letters: str, name: PersonName) -> str:
    """Return what stays of `brianparsons` or `brian` for a B. Parsons."""
    rest = letters
    if len(name.family) >= _SHORTEST:
        rest = letters.removesuffix(name.family).removeprefix(name.family)
    return rest if rest.startswith(name.given) else ""


def _without_given(letters: str, name: PersonName) -> str:
    """Return what stays of `ericahatkins`, `hatkinserica` or `ehatkins` for an Erica."""
    for given in (name.given, *name.called):
        if len(given) >= _SHORTEST and letters.startswith(given):
            return letters[len(given) :]
        if len(given) >= _SHORTEST and letters.endswith(given):
            return letters[: -len(given)]
    if letters.startswith(name.given[0]) and letters[1:] != name.family:
        return letters[1:] if letters != name.family + name.given[0] else ""
    return ""
