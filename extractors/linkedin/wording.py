"""The words of a message: what is kept of them, and which were only a click."""

import hashlib
import html
import re
from collections.abc import Sequence

from extractors.linkedin.cells import tidy

EXCERPT = 200  # characters
_MARKUP = re.compile(r"<[^<>]{1,300}>")
_BREAKS = ("\n", "  ", "\r", "\u2028")
_BREAK = re.compile(r"[\r\n\u2028]+| {2,}")
_LONGEST_ONE_TAP = 160  # characters
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
    return " ".join(_bare(text).split())


def in_lines(text: str) -> str:
    """Return words as `plain` does, but a line for each of the text's.

    Two blanks are a line break that the export lost, as it did from 2021 to 2026.
    """
    bare = _bare(text)
    if not any(mark in bare for mark in _BREAKS):
        return " ".join(bare.split())
    return "\n".join(filter(None, (" ".join(line.split()) for line in _BREAK.split(bare))))


def _bare(text: str) -> str:
    return html.unescape(_MARKUP.sub(" ", text)) if "<" in text or "&" in text else text


def digest(text: str) -> str:
    """Return a hash of the words, in 16 hex digits: equal words, whatever their blanks."""
    return plain_digest(plain(text))


def plain_digest(text: str) -> str:
    """Return the digest of words that are plain already."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def excerpt(text: str) -> str:
    """Return the beginning of plain words, without mojibake."""
    return tidy(text[: 2 * EXCERPT])[:EXCERPT]


def one_taps(texts: Sequence[str]) -> list[int]:
    """Return the places of the messages that are one tap; hardly any begins as those do."""
    short = [place for place, text in enumerate(texts) if len(text) <= _LONGEST_ONE_TAP]
    begins = {texts[place][:2] for place in short}
    telling = {head for head in begins if head[:1].isspace() or head.casefold() in _BEGINNINGS}
    return [place for place in short if texts[place][:2] in telling and is_one_tap(texts[place])]


def is_one_tap(text: str) -> bool:
    """Return whether a message is a congratulation that LinkedIn had ready, and says no more."""
    return (
        len(text) <= _LONGEST_ONE_TAP
        and text.lstrip()[:2].casefold() in _BEGINNINGS
        and _ONE_TAP.match(text) is not None
        and _SAYS_MORE.search(text) is None
    )
