"""Keys of phones, mailboxes and web addresses: what two spellings of one have in common."""

import re
from typing import NamedTuple

from dedupe.spelling import ascii_lower, composed, listed, shape

_SEPARATORS = re.compile(r"[;\n]")
_EXTENSION = re.compile(r"(?:ext\.?|x|durchwahl|dw|poste|#)\s*[:.]?\s*\w{1,6}\s*$", re.IGNORECASE)
_DIGIT_FOR_LETTER = str.maketrans("OoQDlIi|!ZzSsBbgq", "00001111122558899")
_NOT_A_DIGIT = re.compile(r"\D+")
_TRUNK = re.compile(r"[(\uff08]0[)\uff09]")
_SIGNIFICANT = 8  # last digits: of every country enough to tell subscribers apart
_SHORTEST = 6

_MAIL = re.compile(r"([^@\s]+)@([^@\s]+)")
_HOST = re.compile(r"^(?:[a-z]+://)?(?:www?[.]?|wvvw[.]|vvww[.])?([^/?#:]+)")
_PUBLIC_SUFFIX_LABELS = frozenset({"co", "com", "ac", "gov", "org", "net", "edu", "or", "ne", "go"})
_TAG = re.compile(r"\+.*$")
_NUMBERED = re.compile(r"[a-z][2-9]$")
_LETTERS = re.compile(r"[^a-z0-9]+")

ROLES = listed(
    """
    info sales office contact hello admin support mail service team kontakt marketing press hr
    jobs careers billing accounts enquiries inquiries buero vertrieb ventas comercial contacto
    infos accueil direction secretariat presse commercial webmaster postmaster noreply
    reception
    """
)
"""Mailboxes of an office: they name the company, not a person."""

PUBLIC_MAIL = listed(
    """
    gmail googlemail yahoo ymail hotmail outlook live msn aol icloud me mac gmx web tonline
    freenet orange wanadoo free laposte sfr libero virgilio tiscali alice protonmail proton pm
    zoho mail yandex ru rambler bk inbox list qq 163 126 sina sohu naver daum hanmail
    rediffmail comcast verizon att sbcglobal btinternet sky ntlworld bluewin hispeed telia uol
    bol terra ig wp o2 interia onet seznam centrum abv ukr fastmail hey tutanota posteo
    mailbox hushmail rocketmail
    """
)
"""Domains at which anybody may have a mailbox: they say nothing of a company."""


class Mailbox(NamedTuple):
    """A mailbox: `key` is equal where OCR or case alone differ, `domain` the company's label.

    `domain` is empty for a public mail host, `local` has its letters and digits alone.
    """

    key: str
    local: str
    domain: str
    words: tuple[str, ...]
    is_role: bool

    @property
    def is_numbered(self) -> bool:
        """Whether a company gave it a number: somebody of that name was there before."""
        return bool(self.domain and _NUMBERED.search(self.local))


def parted(cell: str) -> list[str]:
    """Return the values of a cell that may hold several."""
    return [value.strip() for value in _SEPARATORS.split(cell) if value.strip()]


def phone_key(text: str) -> str | None:
    """Return the last significant digits of a number; None where it has too few to be one.

    Country and trunk prefixes are written or left out at will, extensions too: they stand before
    and after the digits that are kept.
    """
    digits = _TRUNK.sub("", _EXTENSION.sub("", composed(text)).translate(_DIGIT_FOR_LETTER))
    significant = _NOT_A_DIGIT.sub("", digits).lstrip("0")
    if len(significant) < _SHORTEST or len(set(significant)) == 1:
        return None
    return significant[-_SIGNIFICANT:]


def domain_label(host: str) -> str:
    """Return the label that a company chose: `acme` of `mail.acme.co.uk`."""
    labels = [label for label in host.split(".") if label]
    named = labels[:-1] or labels
    if len(named) > 1 and named[-1] in _PUBLIC_SUFFIX_LABELS:
        named.pop()
    return _LETTERS.sub("", named[-1]) if named else ""


def mailbox(text: str) -> Mailbox | None:
    """Return the parts of an e-mail address; None where there is none."""
    found = _MAIL.search(ascii_lower(composed(text)).replace(" ", ""))
    if not found:
        return None
    local, label = _TAG.sub("", found[1]), domain_label(found[2])
    words = tuple(word for word in re.split(r"[^a-z]+", local) if word)
    letters = _LETTERS.sub("", local)
    if not letters:
        return None
    return Mailbox(
        key=f"{shape(letters)}@{shape(label)}",
        local=letters,
        domain="" if label in PUBLIC_MAIL else label,
        words=words,
        is_role=letters in ROLES,
    )


def web_label(url: str) -> str:
    """Return the company's label of a web address, empty for a social network's."""
    host = _HOST.match(ascii_lower(composed(url)).replace(" ", ""))
    label = domain_label(host[1]) if host else ""
    return "" if label in {"linkedin", "facebook", "twitter", "xing", "instagram", "x"} else label
