"""Which readings are the two sides of one card."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from rapidfuzz import fuzz

from contacts.readings import CardReading, PhotoReading
from extractors.card.domains import company_cores
from extractors.card.text import is_cjk, squeezed, words

Agreement = Literal["sure", "perhaps", "no"]

_ALIKE: Final = 85  # of 100: names that differ by a slip of the engine or a middle name
_TELLING: Final = 4  # signs of a company's name that may be found in a domain


def sides_agreement(front: CardReading, back: CardReading) -> Agreement:
    """Return how sure two readings are the sides of one card; either may be the front.

    Sure is the same name, or what only one person has (e-mail address, mobile number) with the
    name in another script, or a side without a person that shares company or domain. A side whose
    largest words are the other's company has no person. Perhaps is a name, company or domain that
    agrees in part, and two people's names are never more than that.
    """
    if are_sides(front, back):
        return "sure"
    if front.name and back.name:
        if is_cjk(front.name) != is_cjk(back.name):
            partly = _same_company(front, back) or _partly_same_company(front, back)
        else:
            partly = _same_person(front, back) or _alike(front.name, back.name)
    else:
        partly = _partly_same_company(front, back) or _share_a_number(front, back)
    return "perhaps" if partly else "no"


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(" ".join(words(one)), " ".join(words(other))) >= _ALIKE


def _partly_same_company(one: CardReading, other: CardReading) -> bool:
    """Return whether a company's name is alike, or stands in the other side's domain."""
    if one.company and other.company and _alike(one.company, other.company):
        return True
    return _named_in_domain(one, other) or _named_in_domain(other, one)


def _named_in_domain(one: CardReading, other: CardReading) -> bool:
    own = squeezed(one.company or "")
    cores = (squeezed(core) for core in company_cores(other.emails, other.urls))
    return any(
        min(len(own), len(core)) >= _TELLING and (own in core or core in own) for core in cores
    )


def _share_a_number(one: CardReading, other: CardReading) -> bool:
    numbers = {phone.e164 for phone in one.phones_typed if phone.e164}
    return bool(numbers & {phone.e164 for phone in other.phones_typed})


def are_sides(front: CardReading, back: CardReading) -> bool:
    """Return whether two readings are clearly the sides of one card: `sides_agreement` is sure."""
    if _is_company_of(front.name, back) or _is_company_of(back.name, front):
        return True
    if front.name and back.name:
        if squeezed(front.name) == squeezed(back.name):
            return True
        return is_cjk(front.name) != is_cjk(back.name) and _same_person(front, back)
    return _same_company(front, back)


def _is_company_of(name: str | None, other: CardReading) -> bool:
    return bool(name and other.company and squeezed(name) == squeezed(other.company))


def _same_person(one: CardReading, other: CardReading) -> bool:
    emails = {email.casefold() for email in one.emails}
    mobiles = {phone.e164 for phone in one.phones_typed if phone.kind == "mobile" and phone.e164}
    return bool(
        emails & {email.casefold() for email in other.emails}
        or mobiles & {phone.e164 for phone in other.phones_typed}
    )


def _same_company(one: CardReading, other: CardReading) -> bool:
    if company_cores(one.emails, one.urls) & company_cores(other.emails, other.urls):
        return True
    return bool(one.company and other.company and squeezed(one.company) == squeezed(other.company))


def sides_joined(cards: Sequence[CardReading]) -> list[CardReading | None]:
    """Return the cards of one photo, the second side of a card as None and joined to the first."""
    joined: list[CardReading | None] = list(cards)
    for at, card in enumerate(cards):
        for later in range(at + 1, len(cards)):
            kept, other = joined[at], joined[later]
            if kept and other and are_sides(kept, other):
                joined[at] = replace(_united(*_front_first(kept, other)), box=card.box)
                joined[later] = None
    return joined


def _front_first(one: CardReading, other: CardReading) -> tuple[CardReading, CardReading]:
    """Return the two sides of a card, the one that names the person first."""
    turned = _is_company_of(one.name, other) or not one.name
    return (other, one) if turned and other.name else (one, other)


def _united(front: CardReading, back: CardReading) -> CardReading:
    """Return the front with what only the back says."""
    confidence = {**back.confidence, **front.confidence}
    placed = front if front.address else back
    return replace(
        front,
        title=front.title or back.title,
        department=front.department or back.department,
        company=front.company or back.company,
        address=placed.address,
        address_lines=placed.address_lines,
        country=placed.country or front.country or back.country,
        languages=tuple(dict.fromkeys((*front.languages, *back.languages))),
        scripts=tuple(dict.fromkeys((*front.scripts, *back.scripts))),
        disagreements=(*front.disagreements, *back.disagreements),
        field_lines=_field_lines(front, back),
        phones=front.phones or back.phones,
        phones_typed=front.phones_typed or back.phones_typed,
        emails=tuple(dict.fromkeys((*front.emails, *back.emails))),
        urls=tuple(dict.fromkeys((*front.urls, *back.urls))),
        confidence=confidence,
        needs_review=tuple(
            field
            for field in confidence
            if field in (front.needs_review if field in front.confidence else back.needs_review)
        ),
    )


def among(card: CardReading, lines_before: int) -> CardReading:
    """Return a card whose lines are counted among a photo's, some of which come before them."""
    places = {
        field: tuple(at + lines_before for at in found) for field, found in card.field_lines.items()
    }
    return replace(card, field_lines=places)


def _field_lines(front: CardReading, back: CardReading) -> dict[str, tuple[int, ...]]:
    """Return the lines of each field; those of addresses online are on both sides."""
    own = {**back.field_lines, **front.field_lines}
    both = {
        field: (*front.field_lines.get(field, ()), *back.field_lines.get(field, ()))
        for field in ("emails", "urls")
    }
    return own | {field: places for field, places in both.items() if places}


def paired(readings: Iterable[PhotoReading]) -> Iterator[tuple[PhotoReading, str | None]]:
    """Yield each reading with the file that is the other side of its card, if that is clear.

    Only two photos in a row, each of one card, are a pair.
    """
    before: PhotoReading | None = None
    for reading in readings:
        if before is None:
            before = reading
        elif _is_pair(before, reading):
            yield before, reading.file
            yield reading, before.file
            before = None
        else:
            yield before, None
            before = reading
    if before is not None:
        yield before, None


def _is_pair(one: PhotoReading, other: PhotoReading) -> bool:
    return (
        len(one.cards) == len(other.cards) == 1
        and one.page is None
        and other.page is None
        and are_sides(one.cards[0], other.cards[0])
    )
