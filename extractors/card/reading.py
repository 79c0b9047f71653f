"""Lines of text → the fields of a card."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from contacts.readings import CardReading, TextLine
from extractors.card import addresses_online as online
from extractors.card.assignment import Assignment, assign
from extractors.card.candidates import CardLines, departments
from extractors.card.domains import company_cores
from extractors.card.facts import CardFacts
from extractors.card.layout import Layout, arranged, numbered
from extractors.card.phones import FoundPhone, calling_region, find_phones, typed
from extractors.card.places import country
from extractors.card.roles import role_scores
from extractors.card.splitting import split_lines
from extractors.card.text import folded

if TYPE_CHECKING:
    from extractors.card.labels import PhoneKind

REVIEW_BELOW: Final = 0.7  # confidence under which a field is shown to the user
_PATH: Final = re.compile(r"[\w.~%?=&#-]+(?:/[\w.~%?=&#-]*)+")
_UNLABELLED_PHONE: Final = 0.85


@dataclass(frozen=True, slots=True)
class _Contact:
    """The numbers and addresses of a card, each with the confidence of its line."""

    phones: tuple[tuple[FoundPhone, float], ...]
    emails: tuple[tuple[str, float], ...]
    urls: tuple[tuple[str, float], ...]
    texts: dict[int, str]  # what is left of the lines


def read_card(lines: Sequence[TextLine], *, region: str | None) -> CardReading:
    """Return the fields of the card that some lines were read on.

    `region` is the country (two letters) of numbers without a country code, where neither the
    address nor another number says it.
    """
    layout = numbered(split_lines(arranged(lines).lines))
    stated = _stated_region(line.text for line in layout.lines) or region
    contact = _contact(layout, stated)
    facts = _facts(layout, contact)
    scores = {at: role_scores(layout.lines[at], text, facts) for at, text in contact.texts.items()}
    card = CardLines(layout, contact.texts, scores, facts)
    return _reading(card, assign(card), contact, stated)


def _stated_region(texts: Iterable[str]) -> str | None:
    """Return the country that the card itself names, in words or by a country code."""
    found = [(country(text), calling_region(text)) for text in texts]
    named = [code for code, _ in found if code]
    called = [code for _, code in found if code]
    return next(iter(named + called), None)


def _contact(layout: Layout, region: str | None) -> _Contact:
    phones: list[tuple[FoundPhone, float]] = []
    emails: list[tuple[str, float]] = []
    urls: list[tuple[str, float]] = []
    texts: dict[int, str] = {}
    kinds: dict[int, PhoneKind] = {}
    for line in layout.lines:
        found = online.find_online(line.text)
        emails += [(email, line.confidence) for email in found.emails]
        urls += [(_continued(url, layout, line.at), line.confidence) for url in found.urls]
        above = layout.above(line.at)
        numbers = find_phones(
            found.rest, region=region, after=None if above is None else kinds.get(above)
        )
        phones += [(phone, line.confidence) for phone in numbers.phones]
        if numbers.phones:
            kinds[line.at] = numbers.phones[-1].kind
        if numbers.rest.strip():
            texts[line.at] = numbers.rest.strip()
    return _Contact(tuple(phones), tuple(emails), tuple(urls), texts)


def _continued(url: str, layout: Layout, at: int) -> str:
    """Return a web address with the rest of its path, if that stands on the next line."""
    below = layout.below.get(at)
    if not url.endswith(("/", "-", "=")) or below is None:
        return url
    rest = layout.lines[below].text
    return url + rest if _PATH.fullmatch(rest) else url


def _facts(layout: Layout, contact: _Contact) -> CardFacts:
    heights = [line.height for line in layout.lines] or [1.0]
    emails = [email for email, _ in contact.emails]
    urls = [url for url, _ in contact.urls]
    return CardFacts(
        locals_=tuple(folded(email.partition("@")[0]) for email in emails),
        cores=company_cores(emails, urls),
        median=median(heights),
    )


def _reading(
    card: CardLines, chosen: Assignment, contact: _Contact, region: str | None
) -> CardReading:
    emails = online.repaired(
        [email for email, _ in contact.emails],
        [url for url, _ in contact.urls],
        list(contact.texts.values()),
    )
    urls = tuple(dict.fromkeys(url for url, _ in contact.urls))
    numbers = typed(iter(dict.fromkeys(phone for phone, _ in contact.phones)), region=region)
    confidence = _confidences(card, chosen, contact)
    return CardReading(
        name=chosen.name.value,
        title=chosen.title.value,
        department=departments(card, chosen.lines),
        company=chosen.company.value,
        phones=tuple(dict.fromkeys(one.printed for one in numbers if one.kind != "fax")),
        phones_typed=numbers,
        emails=emails,
        urls=urls,
        address=chosen.address.value,
        confidence=confidence,
        needs_review=tuple(field for field, sure in confidence.items() if sure < REVIEW_BELOW),
    )


def _confidences(card: CardLines, chosen: Assignment, contact: _Contact) -> dict[str, float]:
    """Return for each field that was found how likely it is right."""
    found: dict[str, float] = {}
    for field in ("name", "title", "company", "address"):
        part = getattr(chosen, field)
        if part.value:
            read = min(card.layout.lines[at].confidence for at in part.lines)
            found[field] = part.probability * read
    voices = [
        sure * (1.0 if phone.labelled else _UNLABELLED_PHONE)
        for phone, sure in contact.phones
        if phone.kind != "fax"
    ]
    for field, values in (
        ("phones", voices),
        ("emails", [sure for _, sure in contact.emails]),
        ("urls", [sure for _, sure in contact.urls]),
    ):
        if values:
            found[field] = min(values)
    return {field: round(min(1.0, sure), 4) for field, sure in found.items()}
