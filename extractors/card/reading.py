"""Lines of text → the fields of a card."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from contacts.readings import CardReading, PersonName, TextLine
from extractors.card.assignment import Assigned, Assignment, assign
from extractors.card.candidates import CardLines, departments, tidy
from extractors.card.confidence import Signs, Source, confidences, for_review, signs
from extractors.card.contact_lines import ContactLines, contact_lines
from extractors.card.continuations import rejoined
from extractors.card.facts import card_facts
from extractors.card.foreign import is_foreign
from extractors.card.layout import Line, arranged, numbered
from extractors.card.numbering import typed
from extractors.card.person_name import degrees_alone, person_name
from extractors.card.regions import told_countries
from extractors.card.roles import role_scores
from extractors.card.splitting import split_lines
from extractors.card.writing import languages, scripts

_NAME_BLOCK: Final = 4.0  # heights of a name within which degrees belong to it


def read_card(lines: Sequence[TextLine], *, region: str | None) -> CardReading:
    """Return the fields of the card that some lines were read on.

    `region` is the country (two letters) of numbers without a country code, where neither the
    address nor another number says it.
    """
    reading, found = read_with_signs(lines, region=region)
    confidence = confidences(found)
    return replace(reading, confidence=confidence, needs_review=for_review(confidence))


def read_with_signs(
    lines: Sequence[TextLine], *, region: str | None
) -> tuple[CardReading, dict[str, tuple[Signs, ...]]]:
    """Return the fields of a card without their confidence, and what speaks for each value."""
    layout = numbered(rejoined(split_lines(arranged(lines).lines)))
    printed = [line.text for line in layout.lines]
    stated = told_countries(printed, numbers=printed)
    contact = contact_lines(layout, next(iter(stated), region))
    facts = card_facts(
        layout.lines,
        [one.value for one in contact.emails],
        [one.value for one in contact.urls],
    )
    scores = {at: role_scores(layout.lines[at], text, facts) for at, text in contact.texts.items()}
    contacts = len(contact.phones) + len(contact.emails) + len(contact.urls)
    if is_foreign(printed, scores.values(), contacts=contacts):
        return CardReading(), {}
    card = CardLines(layout, contact.texts, scores, facts)
    chosen = assign(card)
    reading = _reading(card, chosen, contact, region)
    read = [line.confidence for line in layout.lines]
    return reading, signs(reading, _sources(reading, card, chosen, contact), read)


def _reading(
    card: CardLines, chosen: Assignment, contact: ContactLines, region: str | None
) -> CardReading:
    texts = [line.text for line in card.layout.lines]
    address_lines = _address_lines(card, chosen.address)
    countries = told_countries(
        texts,
        address=address_lines,
        numbers=[phone.printed for phone, _ in contact.phones],
        online=[one.value for one in (*contact.emails, *contact.urls)],
    )
    country = next(iter(countries), None)
    found = list(dict.fromkeys(phone for phone, _ in contact.phones))
    numbers = typed(found, countries or filter(None, [region]))
    voices = [one.printed for one, plan in zip(found, numbers, strict=True) if plan.kind != "fax"]
    name, parts = _name(card, chosen, country)
    return CardReading(
        name=name,
        name_parts=parts,
        title=chosen.title.value,
        department=departments(card, chosen.lines),
        company=chosen.company.value,
        phones=tuple(dict.fromkeys(voices)),
        phones_typed=numbers,
        emails=tuple(one.value for one in contact.emails),
        urls=tuple(one.value for one in contact.urls),
        address=chosen.address.value,
        address_lines=address_lines,
        country=country,
        languages=languages(texts, country),
        scripts=scripts(texts, country),
        field_lines=_field_lines(card, chosen, contact),
    )


def _address_lines(card: CardLines, part: Assigned) -> tuple[str, ...]:
    """Return the lines of the address that was chosen, its heading cut off as it is there."""
    if not part.value:
        return ()
    _, *others = [card.texts[at].rstrip(" ,") for at in sorted(part.lines)]
    tail = tidy(", ".join(others))
    first = part.value.removesuffix(tail).rstrip(" ,")
    return (first, *others[:-1], tidy(others[-1])) if others else (part.value,)


def _name(
    card: CardLines, chosen: Assignment, country: str | None
) -> tuple[str | None, PersonName | None]:
    """Return the name and its parts; degrees may stand on the line beside or under it."""
    if not chosen.name.value:
        return None, None
    bare, parts = person_name(chosen.name.value, country=country, mailboxes=card.facts.locals_)
    line = card.layout.lines[max(chosen.name.lines)]
    near = [
        degrees_alone(text)
        for at, text in card.texts.items()
        if at not in chosen.lines
        and abs(card.layout.lines[at].middle - line.middle) < _NAME_BLOCK * line.height
    ]
    return bare, replace(parts, degrees=(*parts.degrees, *chain.from_iterable(near)))


def _field_lines(
    card: CardLines, chosen: Assignment, contact: ContactLines
) -> dict[str, tuple[int, ...]]:
    """Return for each field which of the engine's lines it was read on."""
    lines = card.layout.lines
    found: dict[str, Iterable[Line]] = {
        field: [lines[at] for at in sorted(getattr(chosen, field).lines)]
        for field in ("name", "title", "company", "address")
    }
    found["phones"] = [line for _, line in contact.phones]
    found["emails"] = [one.line for one in contact.emails]
    found["urls"] = [one.line for one in contact.urls]
    sources = {
        field: tuple(dict.fromkeys(at for line in read_on for at in line.sources))
        for field, read_on in found.items()
    }
    return {field: places for field, places in sources.items() if places}


def _sources(
    reading: CardReading, card: CardLines, chosen: Assignment, contact: ContactLines
) -> dict[str, tuple[Source, ...]]:
    """Return for each field where its values come from, in their order."""
    found: dict[str, tuple[Source, ...]] = {}
    for field in ("name", "title", "company", "address"):
        part = getattr(chosen, field)
        read = min((card.layout.lines[at].confidence for at in part.lines), default=0.0)
        found[field] = (Source(read, part.probability),)
    first = {phone.printed: line for phone, line in reversed(contact.phones)}
    found["phones"] = tuple(Source(first[value].confidence) for value in reading.phones)
    found["emails"] = tuple(Source(one.line.confidence) for one in contact.emails)
    found["urls"] = tuple(Source(one.line.confidence) for one in contact.urls)
    return found
