"""Whose archive it is: told, or shown by the files; never guessed.

An invitation says on which side the owner is. The profile names them. And whoever takes part in
every conversation, and is not among the owner's own connections, is the owner.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from contacts.extraction import Owner
from contacts.identifiers import folded_name, profile_slug
from contacts.interactions import Direction
from extractors.linkedin.invitations import Invitation
from extractors.linkedin.names import clean_name
from extractors.linkedin.people import People
from extractors.linkedin.sides import Parties, Party

_NEARLY_ALL = 0.9  # of the conversations: some name a side as "LinkedIn Member"
_ALL = " "  # is nobody's name or profile


def find_owner(
    me: str | None,
    profile_name: str,
    invitations: Sequence[Invitation],
    sides: Sequence[Parties],
    people: People,
) -> Owner:
    """Return the owner; what cannot be known is empty.

    `me` is what the user said: a name or a profile address. That and the name of the profile are
    left aside where the files know nobody of the kind, since every message would get the wrong
    direction. `people` are the connections, among whom the owner cannot be.
    """
    talks = [side for side in sides if not side.is_sponsored]
    shown = _shown(invitations, talks)
    if not any(party.folded or party.slug for side in talks for party in side.everybody):
        return _as_told(me, profile_name, shown)
    for told in filter(None, (me, profile_name)):
        if owner := _borne_out(told, shown, talks, invitations):
            return owner
    if not (shown.name or shown.profile):
        found = _in_nearly_all(talks, people)
        return Owner(found.name, found.slug) if found else Owner()
    slug = shown.profile or _slug_of(shown.name, talks)
    return Owner(shown.name or _name_of(slug, talks, invitations), slug)


def _as_told(me: str | None, profile_name: str, shown: Owner) -> Owner:
    """Return the owner of an archive that nobody wrote or was written to in."""
    slug = (profile_slug(me) or "") if me else ""
    name = (me if me and not slug else "") or profile_name or shown.name
    same = _clean(name) == _clean(shown.name)
    return Owner(name, slug or (shown.profile if same else ""))


def _borne_out(
    told: str, shown: Owner, talks: Sequence[Parties], invitations: Sequence[Invitation]
) -> Owner | None:
    """Return the owner as the files name whom we were told; None if they know no such person."""
    everybody = [party for side in talks for party in side.everybody]
    if slug := profile_slug(told):
        known = slug == shown.profile or any(party.slug == slug for party in everybody)
        return Owner(_name_of(slug, talks, invitations), slug) if known else None
    folded, wanted = folded_name(told), _clean(told)
    names = Counter(party.name for party in everybody if party.folded == folded)
    if not names:  # most often it is there as it was told, and thousands need no cleaning
        alike = {name for name in {party.name for party in everybody} if _clean(name) == wanted}
        names = Counter(party.name for party in everybody if party.name in alike)
    is_shown = bool(wanted) and _clean(shown.name) == wanted
    if not (names or is_shown):
        return None
    name = names.most_common(1)[0][0] if names else shown.name
    return Owner(name, (shown.profile if is_shown else "") or _slug_of(name, talks))


def _clean(name: str) -> str:
    """Return a name to compare with: without a maiden name in brackets, degrees and the like."""
    return folded_name(clean_name(name, ""))


def is_told(me: str, owner: Owner) -> bool:
    """Return whether the owner found is the one the user named."""
    if slug := profile_slug(me):
        return slug == owner.profile
    return _clean(me) == _clean(owner.name)


def is_owner(party: Party, owner: Owner) -> bool:
    """Return whether a message names the owner: by profile if both are known, else by name."""
    if party.slug and owner.profile:
        return party.slug == owner.profile
    return bool(owner.name) and party.folded == folded_name(owner.name)


def _shown(invitations: Iterable[Invitation], sides: Iterable[Parties]) -> Owner:
    """Return whom the files that say which side is the owner's show most often."""
    found = Counter(invitation.owner for invitation in invitations)
    for side in sides:
        if side.direction is Direction.OUT:
            found[side.sender.name, side.sender.slug] += 1
        elif side.direction is Direction.IN and len(side.recipients) == 1:
            found[side.recipients[0].name, side.recipients[0].slug] += 1
    found.pop(("", ""), None)
    return Owner(*found.most_common(1)[0][0]) if found else Owner()


def _slug_of(name: str, sides: Iterable[Parties]) -> str:
    """Return the profile most often found with a name."""
    folded = folded_name(name)
    slugs = Counter(p.slug for s in sides for p in s.everybody if p.slug and p.folded == folded)
    return slugs.most_common(1)[0][0] if folded and slugs else ""


def _name_of(slug: str, sides: Iterable[Parties], invitations: Iterable[Invitation]) -> str:
    if not slug:
        return ""
    names = Counter(p.name for s in sides for p in s.everybody if p.slug == slug and p.name)
    for invitation in invitations:
        names.update(
            name
            for name, found in (
                (invitation.sender, invitation.sender_slug),
                (invitation.recipient, invitation.recipient_slug),
            )
            if found == slug
        )
    return names.most_common(1)[0][0] if names else ""


def _in_nearly_all(sides: Sequence[Parties], people: People) -> Party | None:
    """Return the one who takes part in the conversations, by profile, else by name."""
    if not sides:
        return None
    names = {folded_name(people.name(place)) for place in range(len(people))}
    connected = {*names, *people.slug}
    for key in (attrgetter("slug"), _by_name):
        talks = ({key(party) for party in side.everybody} for side in sides if side.recipients)
        best = Counter(chain.from_iterable((_ALL, *keys) for keys in talks if "" not in keys))
        number = best.pop(_ALL, 0)
        for one in connected.intersection(best):
            del best[one]
        (first, times), (_, second) = (*best.most_common(2), ("", 0), ("", 0))[:2]
        if first and times >= _NEARLY_ALL * number and times > second:
            return next(p for side in sides for p in side.everybody if key(p) == first)
    return None


def _by_name(party: Party) -> str:
    return "" if party.is_gone else party.folded
