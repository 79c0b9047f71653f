"""Who stands on either side of a conversation."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contacts.identifiers import FoldedName, folded_name, profile_slug
from contacts.interactions import Direction
from extractors.linkedin.cells import tidied
from extractors.linkedin.messages import Side

_SPONSORED = "sponsored conversation"
_DIRECTIONS = {"outgoing": Direction.OUT, "incoming": Direction.IN}
_GONE = "linkedin member"  # what is left of somebody who left
_BETWEEN_NAMES = re.compile(r",(?! )")  # a comma and a blank is part of a name: "Lee, PMP"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody as a message names them; `slug` is "" where it does not say."""

    slug: str
    name: str
    folded: FoldedName

    @property
    def is_gone(self) -> bool:
        """Whether nothing is left of them but that they were a member."""
        return not self.slug and self.folded in {_GONE, ""}


@dataclass(frozen=True, slots=True)
class Parties:
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
    senders = tidied([side.sender for side in sides])[0]
    recipients = tidied([side.to for side in sides])[0]
    return [
        Parties(
            conversation=side.conversation,
            sender=party_of(profile_slug(side.sender_url) or "", sender),
            recipients=tuple(_recipients(side.recipient_urls, to)),
            direction=_DIRECTIONS.get(side.direction.strip().casefold(), Direction.UNKNOWN),
            is_sponsored=side.title.strip().casefold() == _SPONSORED,
        )
        for side, sender, to in zip(sides, senders, recipients, strict=True)
    ]


def in_groups(sides: Iterable[Parties]) -> set[str]:
    """Return the conversations that ever had more than one recipient."""
    return {s.conversation for s in sides if len(s.recipients) > 1 and s.conversation}


def _recipients(urls: str, names: str) -> list[Party]:
    slugs = [profile_slug(url) or "" for url in re.split("[,;]", urls) if url.strip()]
    if len(slugs) == 1:
        return [party_of(slugs[0], names)]
    if slugs:  # names hold commas too, so which is whose cannot be told
        return [party_of(slug, "") for slug in slugs]
    return [party_of("", name) for name in _BETWEEN_NAMES.split(names) if name.strip()]


def party_of(slug: str, name: str) -> Party:
    """Return somebody by profile and name, either of which may be empty."""
    return Party(slug, name.strip(), folded_name(name))
