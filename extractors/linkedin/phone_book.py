"""Who stands in the uploaded phone book: a connection, somebody else, or nobody one can name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contacts.extraction import Owner
from contacts.identifiers import EmailKey, FoldedName, email_key, folded_name
from extractors.linkedin.imported_contacts import Entry
from extractors.linkedin.people import People

_DIGITS = re.compile(r"\d")
_TELLING = 9  # digits: country and trunk prefixes before them are written in many ways


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry and who it is: a place among the people, None for somebody known from it alone.

    `contact` is its first address or number, in the form in which equal ones are equal.
    """

    person: int | None
    contact: str
    entry: Entry


def listed(
    entries: Sequence[Entry], owner: Owner, people: People
) -> tuple[list[Listed], dict[str, int]]:
    """Return the entries that are somebody, and what became of all of them.

    An address that one connection alone has is theirs. Of the others those count that have a name
    and an address or number; entries of one name and first contact are one.
    """
    if not entries:
        return [], {}
    own = {key for address in owner.emails if (key := email_key(address))}
    own_numbers = {_number(phone) for phone in owner.phones}
    known = _by_email(people)
    found: dict[tuple[int | None, FoldedName, str], Listed] = {}
    counts = Counter(matched=0, people=0, own=0, nameless=0, unreachable=0, duplicate=0)
    for entry in entries:
        numbers = [_number(phone) for phone in entry.phones]
        person = next((known[key] for key in entry.keys if key in known), None)
        if not own.isdisjoint(entry.keys) or not own_numbers.isdisjoint(numbers):
            counts["own"] += 1
        elif not (entry.keys or numbers):
            counts["unreachable"] += 1
        elif person is None and not entry.name:
            counts["nameless"] += 1
        else:
            contact = next(iter((*entry.keys, *numbers)))
            one = (person, folded_name(entry.name), contact)
            counts["duplicate" if one in found else "people" if person is None else "matched"] += 1
            found[one] = _merged(found.get(one), Listed(person, contact, entry))
    return list(found.values()), dict(counts)


def _merged(first: Listed | None, other: Listed) -> Listed:
    """Return an entry with the addresses and numbers of another; the earlier day counts."""
    if first is None:
        return other
    one, two = first.entry, other.entry
    merged = replace(
        one,
        emails=tuple(dict.fromkeys((*one.emails, *two.emails))),
        phones=tuple(dict.fromkeys((*one.phones, *two.phones))),
        day=min(filter(None, (one.day, two.day)), default=""),
    )
    return replace(first, entry=merged)


def _number(phone: str) -> str:
    return "".join(_DIGITS.findall(phone))[-_TELLING:]


def _by_email(people: People) -> dict[EmailKey, int]:
    """Return who has an address; not one that several have."""
    places: dict[EmailKey, list[int]] = defaultdict(list)
    for place in _with_email(people):
        if key := email_key(people.email[place]):
            places[key].append(place)
    return {key: of[0] for key, of in places.items() if len(of) == 1}


def _with_email(people: People) -> Iterable[int]:
    return (place for place, address in enumerate(people.email) if address)
