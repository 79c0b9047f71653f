"""What is sure of a card before its lines are told apart."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What the numbers and addresses of a card say about its other lines.

    `locals_` are the local parts of the e-mail addresses, folded; `cores` the own words of the
    domains that are no mail provider's; `median` is the usual height of a line in pixels.
    """

    locals_: tuple[str, ...]
    cores: frozenset[str]
    median: float


NO_FACTS: Final = CardFacts(locals_=(), cores=frozenset(), median=1.0)
