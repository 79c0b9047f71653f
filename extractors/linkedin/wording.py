"""The words of a message: what is kept of them, and which were only a click."""

import hashlib
import html
import re

from extractors.linkedin.cells import tidy

EXCERPT = 200  # characters
_MARKUP = re.compile(r"<[^<>]{1,300}>")
LONGEST_ONE_TAP = 160  # characters
_ONE_TAP = re.compile(
    r"\s*(?:(?:hi|hey|hello|dear|hallo|liebe|lieber|bonjour|hola|olá|ciao)\b[^!.?]{0,30}[,!]?\s+)?"
    r"(?:congrats\b|congratulations\b|happy (?:birthday|work anniversary|belated birthday)\b|"
    r"(?:herzlichen )?glückwunsch\b|alles gute zum (?:geburtstag|jubiläum|dienstjubiläum)\b|"
    r"félicitations\b|joyeux anniversaire\b|felicidades\b|enhorabuena\b|feliz cumpleaños\b|"
    r"parabéns\b|feliz aniversário\b|congratulazioni\b|buon compleanno\b|gefeliciteerd\b)",
    re.IGNORECASE,
)
_BEGINNINGS = frozenset({  # of greetings and congratulations: most messages are told by two letters
    "hi", "he", "de", "ha", "li", "bo", "ho", "ol", "ci", "co", "gl", "al", "fé", "jo", "fe", "en",
    "pa", "bu", "ge",
})  # fmt: skip
_SAYS_MORE = re.compile(r"[?]|https?://|\d{3}")


def plain(text: str) -> str:
    """Return words without markup, entities and runs of blanks."""
    if "<" in text or "&" in text:
        text = html.unescape(_MARKUP.sub(" ", text))
    return " ".join(text.split())


def digest(text: str) -> str:
    """Return a hash of the words, in 16 hex digits: equal words, whatever their blanks."""
    return plain_digest(plain(text))


def plain_digest(text: str) -> str:
    """Return the digest of words that are plain already."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def excerpt(text: str) -> str:
    """Return the beginning of plain words, without mojibake."""
    return tidy(text[: 2 * EXCERPT])[:EXCERPT]


def is_one_tap(text: str) -> bool:
    """Return whether a message is a congratulation that LinkedIn had ready, and says no more."""
    return (
        len(text) <= LONGEST_ONE_TAP
        and text.lstrip()[:2].casefold() in _BEGINNINGS
        and _ONE_TAP.match(text) is not None
        and _SAYS_MORE.search(text) is None
    )
