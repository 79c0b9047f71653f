"""Where the three zones begin, in one place."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Odds, 0 to 1, from which a pair is merged unasked (`merge`) or put to the user (`ask`).

    At `merge` .97 expect about 6 wrong in 1,000 pairs merged unasked among five thousand people,
    more than twice as many among fifty thousand: namesakes grow with the crowd.
    """

    merge: float = 0.97
    ask: float = 0.25

    def __post_init__(self) -> None:
        if not 0 < self.ask <= self.merge < 1:
            raise ValueError(f"want 0 < ask <= merge < 1, not ask {self.ask}, merge {self.merge}")

    @property
    def merge_bits(self) -> float:
        """The log2 of the odds from which a pair is merged unasked."""
        return math.log2(self.merge / (1 - self.merge))

    @property
    def ask_bits(self) -> float:
        """The log2 of the odds from which a pair is put to the user."""
        return math.log2(self.ask / (1 - self.ask))
