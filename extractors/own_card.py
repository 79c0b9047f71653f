"""Whether a card is the owner's own: it is no contact."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from contacts.claims import Property
from contacts.identifiers import EmailKey, ProfileSlug, RecordId, email_key, profile_slug
from extractors.card.text import squeezed, words

Claims = Mapping[str, Collection[str]]  # values by Property


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the owner is; what is not known is empty."""

    name: str = ""
    emails: frozenset[EmailKey] = frozenset()
    profile: ProfileSlug | None = None


def own_cards(
    cards: Mapping[RecordId, Claims], connections: Iterable[Claims], owner: Identity
) -> frozenset[RecordId]:
    """Return the cards that are the owner's own.

    A card is the owner's by e-mail address or profile, or by name as long as nothing contradicts:
    a profile that is not the owner's, or company, e-mail address or profile of a namesake among the
    `connections`, where the owner cannot be. They are looked at only if a name needs it.
    """
    alike = {
        record_id: said
        for record_id, said in cards.items()
        if any(is_same_name(name, owner.name) for name in said.get(Property.NAME, ()))
        and not (owner.profile and _profiles(said))
    }
    namesakes = [
        other
        for other in (connections if alike else ())
        if any(is_same_name(name, owner.name) for name in other.get(Property.NAME, ()))
    ]
    by_name = {
        record_id
        for record_id, said in alike.items()
        if not any(_share_a_mark(said, other) for other in namesakes)
    }
    return frozenset(by_name | {one for one, said in cards.items() if _is_marked(said, owner)})


def is_same_name(one: str, other: str) -> bool:
    """Return whether two names are equal but for accents, capitals, initials and word order."""
    return bool(folded := _folded(one)) and folded == _folded(other)


def _folded(name: str) -> list[str]:
    parts = words(name)
    whole = [word for word in parts if len(word) > 1]
    return sorted(whole if len(whole) > 1 else parts)


def _is_marked(said: Claims, owner: Identity) -> bool:
    return bool(_emails(said) & owner.emails) or owner.profile in _profiles(said)


def _share_a_mark(one: Claims, other: Claims) -> bool:
    return not (
        _emails(one).isdisjoint(_emails(other))
        and _profiles(one).isdisjoint(_profiles(other))
        and _companies(one).isdisjoint(_companies(other))
    )


def _emails(said: Claims) -> set[EmailKey]:
    return {key for address in said.get(Property.EMAIL, ()) if (key := email_key(address))}


def _profiles(said: Claims) -> set[ProfileSlug]:
    return {slug for address in said.get(Property.URL, ()) if (slug := profile_slug(address))}


def _companies(said: Claims) -> set[str]:
    return {squeezed(name) for name in said.get(Property.COMPANY, ())}
