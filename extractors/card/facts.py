"""What is sure of a card before its lines are told apart."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from extractors.card.domains import company_cores
from extractors.card.layout import Line
from extractors.card.text import folded, squeezed

_SMALL: Final = 0.03  # capitals among the letters of a card written in small ones
_A_WORD: Final = 4  # letters


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the numbers and addresses of a card say about its other lines.

    `locals_` are the local parts of the e-mail addresses, folded; `cores` the own words of the
    domains that are no mail provider's; `median` is the usual height of a line in pixels;
    `tallest` is the height of the highest; `repeated` are the texts (squeezed) that begin several
    lines; `small` is whether the card is written without capitals.
    """

    locals_: tuple[str, ...]
    cores: frozenset[str]
    median: float
    tallest: float = math.inf
    repeated: frozenset[str] = frozenset()
    small: bool = False


NO_FACTS: Final = CardFacts(locals_=(), cores=frozenset(), median=1.0)


def card_facts(lines: Sequence[Line], emails: Sequence[str], urls: Sequence[str]) -> CardFacts:
    """Return what the lines and the addresses of a card say."""
    texts = [line.text for line in lines]
    return CardFacts(
        locals_=tuple(folded(email.partition("@")[0]) for email in emails),
        cores=company_cores(emails, urls),
        median=median([line.height for line in lines] or [1.0]),
        tallest=max((line.height for line in lines), default=1.0),
        repeated=_repeated(texts),
        small=_is_small(texts),
    )


def _repeated(texts: Iterable[str]) -> frozenset[str]:
    """Return the texts that other lines say again, or begin with."""
    counted = Counter(squeezed(text) for text in texts)
    long = [text for text in counted if len(text) >= _A_WORD]
    return frozenset(
        text
        for text in long
        if counted[text] > 1 or any(one.startswith(text) for one in long if one != text)
    )


def _is_small(texts: Iterable[str]) -> bool:
    letters = [sign for text in texts if "@" not in text for sign in text if sign.isalpha()]
    cased = [sign for sign in letters if sign.lower() != sign.upper()]
    return bool(cased) and sum(map(str.isupper, cased)) <= _SMALL * len(cased)
