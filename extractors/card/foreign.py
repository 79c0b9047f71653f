"""Which texts are on no card: a page, a receipt, a sign at a wall."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from extractors.card.roles import RoleScores

_FULL: Final = 30  # lines; cards with more are rare, and without any address unheard of
_PAGE: Final = 70  # lines that no card has
_SENTENCE: Final = re.compile(r"(?:[^\W\d_]+\W+){6,}[^\W\d_]+")  # seven words
_SENTENCES: Final = 6
_OF_LINES: Final = 0.35
_PRICE: Final = re.compile(r"(?<![\d.,])\d{1,6}[.,]\d{2}\s?(?:[A-Z€$£¥]{1,3})?\s*$")
_PRICES: Final = 4
_OF_RECEIPT: Final = 0.2  # of its lines
_SURE: Final = 2.0  # log-odds of a line that looks like a part of a card


def is_foreign(texts: Sequence[str], roles: Iterable[RoleScores], *, contacts: int) -> bool:
    """Return whether lines are no card's; `contacts` counts numbers and addresses among them."""
    if len(texts) > _PAGE or (len(texts) > _FULL and not contacts):
        return True
    sentences = sum(bool(_SENTENCE.search(text)) for text in texts)
    if sentences >= max(_SENTENCES, _OF_LINES * len(texts)):
        return True
    prices = sum(bool(_PRICE.search(text)) for text in texts)
    if prices >= max(_PRICES, _OF_RECEIPT * len(texts)):
        return True
    return not contacts and not any(map(_looks_like_a_part, roles))


def _looks_like_a_part(role: RoleScores) -> bool:
    return max(role.name, role.title, role.company, role.address) > _SURE
