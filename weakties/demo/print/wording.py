"""The lines of a card: which words stand before a number, how a name is dressed."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from weakties.demo.print.face import PrintedCard

Labels = Literal["words", "letters", "none"]
Field = Literal[
    "name",
    "native_name",
    "title",
    "department",
    "company",
    "native_company",
    "slogan",
    "phones",
    "emails",
    "urls",
    "address",
]


class Line(NamedTuple):
    """One printed line: the word before the value (or nothing), and the value."""

    label: str
    text: str


# work, mobile, fax, e-mail, web
_WORDS: Final[Mapping[str, tuple[str, str, str, str, str]]] = {
    "en": ("Tel.", "Mobile", "Fax", "E-mail", "Web"),
    "de": ("Tel.", "Mobil", "Fax", "E-Mail", "Web"),
    "fr": ("Tél.", "Port.", "Fax", "E-mail", "Site"),
    "es": ("Tel.", "Móvil", "Fax", "Correo", "Web"),
    "it": ("Tel.", "Cell.", "Fax", "E-mail", "Web"),
    "pt": ("Tel.", "Telem.", "Fax", "E-mail", "Web"),
    "nl": ("Tel.", "Mobiel", "Fax", "E-mail", "Web"),
    "sv": ("Tel.", "Mobil", "Fax", "E-post", "Webb"),
    "pl": ("tel.", "kom.", "faks", "e-mail", "www"),
    "cs": ("Tel.", "Mobil", "Fax", "E-mail", "Web"),
    "tr": ("Tel", "Cep", "Faks", "E-posta", "Web"),
    "vi": ("ĐT", "DĐ", "Fax", "Email", "Web"),
    "ja": ("TEL", "携帯", "FAX", "E-mail", "URL"),
    "zh": ("电话", "手机", "传真", "邮箱", "网址"),
}
_LETTERS: Final = ("T", "M", "F", "E", "W")
_KINDS: Final = ("work", "mobile", "fax")


def _labels(labels: Labels, language: str) -> tuple[str, str, str, str, str]:
    words = _WORDS.get(language, _WORDS["en"])
    if labels == "words":
        return words
    # Without its word a fax number would be printed as a telephone.
    return _LETTERS if labels == "letters" else ("", "", words[2], "", "")


def _phones(card: PrintedCard, labels: Labels) -> tuple[Line, ...]:
    words = dict(zip(_KINDS, _labels(labels, card.language), strict=False))
    return tuple(Line(words[kind], number) for kind, number in card.phones)


def full_name(card: PrintedCard) -> str:
    """Return the name with its honorific before and its degrees behind."""
    named = f"{card.honorific} {card.name}" if card.honorific else card.name
    return f"{named}, {card.degrees}" if card.degrees else named


def lines_of(card: PrintedCard, field: Field, labels: Labels) -> tuple[Line, ...]:
    """Return the lines that a field takes; none where the card has no such value."""
    if field == "name":
        return (Line("", full_name(card)),)
    if field == "phones":
        return _phones(card, labels)
    if field == "emails":
        return tuple(Line(_labels(labels, card.language)[3], value) for value in card.emails)
    if field == "urls":
        return tuple(Line(_labels(labels, card.language)[4], value) for value in card.urls)
    if field == "address":
        return tuple(Line("", value) for value in card.address_lines)
    value: str | None = getattr(card, field)
    return (Line("", value),) if value else ()
