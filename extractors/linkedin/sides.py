"""Who stands on either side of a conversation."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from contacts.identifiers import FoldedName, folded_name, profile_slug
from contacts.interactions import Direction
from extractors.linkedin.cells import tidied
from extractors.linkedin.messages import SIDE, Side
from extractors.linkedin.slugs import slugs

_SPONSORED = "sponsored conversation"
_DIRECTIONS = {"outgoing": Direction.OUT, "incoming": Direction.IN}
_UNKNOWN = Direction.UNKNOWN
_BETWEEN_ADDRESSES = re.compile("[,;]")
_GONE = "linkedin member"  # what is left of somebody who left
_BETWEEN_NAMES = re.compile(r",(?! )")  # a comma and a blank is part of a name: "Lee, PMP"


class Party(NamedTuple):
    """Somebody as a message names them; `slug` is "" where it does not say."""

    slug: str
    name: str
    folded: FoldedName

    @property
    def is_gone(self) -> bool:
        """Whether nothing is left of them but that they were a member."""
        return not self.slug and self.folded in {_GONE, ""}


class Parties(NamedTuple):
    """A side of a conversation, understood; `direction` as the file itself says it."""

    conversation: str
    sender: Party
    recipients: tuple[Party, ...]
    direction: Direction
    is_sponsored: bool

    @property
    def everybody(self) -> tuple[Party, ...]:
        """The sender and the recipients."""
        return (self.sender, *self.recipients)


def understood(sides: Sequence[Side]) -> list[Parties]:
    """Return who the sides are between; addresses count, names only where there are none."""
    _, titles, senders, sender_urls, to, recipient_urls, directions = _columns(sides)
    single = (url for url in recipient_urls if not _BETWEEN_ADDRESSES.search(url))
    addresses = list(dict.fromkeys(chain(sender_urls, single)))
    slug_of = dict(zip(addresses, slugs(addresses), strict=True))
    named = {
        (url, name): party_of(slug_of[url], name)
        for url, name in dict.fromkeys(zip(sender_urls, senders, strict=True))
    }
    addressed = {
        (urls, names): _recipients(urls, names, slug_of, named)
        for urls, names in dict.fromkeys(zip(recipient_urls, to, strict=True))
    }
    is_sponsored = {title: title.strip().casefold() == _SPONSORED for title in titles}
    direction = {way: _DIRECTIONS.get(way.strip().casefold(), _UNKNOWN) for way in directions}
    return [
        Parties(
            side[0], named[url, sender], addressed[urls, names], direction[way], is_sponsored[title]
        )
        for side, title, sender, url, names, urls, way in zip(
            sides, titles, senders, sender_urls, to, recipient_urls, directions, strict=True
        )
    ]


def _columns(sides: Sequence[Side]) -> list[Sequence[str]]:
    """Return the sides field by field, the names tidied."""
    columns: list[Sequence[str]] = list(zip(*sides, strict=True)) or [()] * len(SIDE)
    for name in ("from", "to"):
        place = SIDE.index(name)
        columns[place] = tidied(columns[place])[0]
    return columns


def in_groups(sides: Iterable[Parties]) -> set[str]:
    """Return the conversations that ever had more than one recipient."""
    return {s.conversation for s in sides if len(s.recipients) > 1 and s.conversation}


def _recipients(
    urls: str, names: str, slug_of: Mapping[str, str], known: Mapping[tuple[str, str], Party]
) -> tuple[Party, ...]:
    if slug := slug_of.get(urls):  # most often a sender on the other side of the conversation
        return (known.get((urls, names)) or party_of(slug, names),)
    found = [profile_slug(url) or "" for url in _BETWEEN_ADDRESSES.split(urls)]
    if len(found) > 1:  # who left has none; names hold commas, so which is whose cannot be told
        return tuple(party_of(slug, "") for slug in found)
    if urls.strip():
        return (party_of(found[0], names),)
    return tuple(party_of("", name) for name in _BETWEEN_NAMES.split(names) if names.strip())


def party_of(slug: str, name: str) -> Party:
    """Return somebody by profile and name, either of which may be empty."""
    return Party(slug, name.strip(), folded_name(name))
