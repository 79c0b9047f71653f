"""What is printed on an invented card."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """The text of one card, each value as it is to be printed.

    `phones` pairs a kind (`work`, `mobile`, `fax`) with the number. `address_lines` is one office.
    `native_name` and `native_company` are the same person in her own script; `language` chooses the
    words before a number. With `qr`, a square code carries the values as a vCard.
    """

    name: str
    title: str | None
    department: str | None
    company: str | None
    phones: tuple[tuple[str, str], ...]
    emails: tuple[str, ...]
    urls: tuple[str, ...]
    address_lines: tuple[str, ...]
    slogan: str | None = None
    degrees: str | None = None
    honorific: str | None = None
    native_name: str | None = None
    native_company: str | None = None
    language: str = "en"
    qr: bool = False
