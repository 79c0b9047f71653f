"""The numbers and addresses of a card, each with its line, and the words that are left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.card.addresses_mended import Printed, mended
from extractors.card.addresses_online import find_online
from extractors.card.labels import is_label, phone_label
from extractors.card.layout import Layout, Line
from extractors.card.numbering import FoundPhone
from extractors.card.phones import find_phones
from extractors.card.social import find_profiles

if TYPE_CHECKING:
    from extractors.card.labels import PhoneKind


@dataclass(frozen=True, slots=True)
class ContactLines:
    """What of a card is a number or an address; `texts` is what is left of each line."""

    phones: tuple[tuple[FoundPhone, Line], ...]
    emails: tuple[Printed, ...]
    urls: tuple[Printed, ...]
    texts: Mapping[int, str]


def contact_lines(layout: Layout, region: str | None) -> ContactLines:
    """Return the numbers and addresses of a card; `region` is where short numbers may be valid."""
    phones: list[tuple[FoundPhone, Line]] = []
    emails: list[Printed] = []
    urls: list[Printed] = []
    texts: dict[int, str] = {}
    kinds: dict[int | None, PhoneKind | None] = {}
    for line in layout.lines:
        found = find_online(line.text)
        emails += [Printed(email, line) for email in found.emails]
        profiles, rest = find_profiles(found.rest)
        urls += [Printed(url, line) for url in (*found.urls, *profiles)]
        above = kinds.get(layout.above(line.at))
        numbers = find_phones(rest, region=region, after=above)
        phones += [(phone, line) for phone in numbers.phones]
        kinds[line.at] = numbers.phones[-1].kind if numbers.phones else _heading(line.text)
        if numbers.rest.strip():
            texts[line.at] = numbers.rest.strip()
    mails, sites, left = mended(emails, urls, texts)
    return ContactLines(tuple(phones), mails, sites, left)


def _heading(text: str) -> "PhoneKind | None":
    """Return what a line that is only a label says of the numbers under it."""
    label = phone_label(text) if is_label(text) else None
    return label.kind if label else None
