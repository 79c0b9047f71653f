"""Cards as read against cards as printed: which is which, and how much of each field is right."""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from rapidfuzz.fuzz import token_sort_ratio

from contacts.readings import CardReading

ALIKE = 90.0  # token sort ratio from which on two texts are one
ONE = ("name", "title", "company", "address")
SEVERAL = {"phones": r"\D", "emails": r"\s", "urls": r"^https?://|^www\.|/+$|\s"}
ORDERS = 5000  # of the read cards that are tried against the printed ones
Json = dict[str, Any]
Read = Mapping[str, Sequence[str]]  # the values of each field


class Tally:
    """Counts of what is right, extra and missed in each field."""

    def __init__(self) -> None:
        self.counts = {field: np.zeros(3, dtype=int) for field in (*ONE, *SEVERAL)}

    def add(self, printed: Sequence[Json], read: Sequence[Read]) -> None:
        """Count the cards of one photo."""
        for truth, card in paired(list(printed), list(read)):
            for field in ONE:
                self.counts[field] += _judged_one(truth.get(field), card.get(field, []))
            for field, noise in SEVERAL.items():
                self.counts[field] += _judged_several(truth[field], card.get(field, []), noise)

    def micro(self) -> float:
        """Return the F1 of all fields together."""
        return _rates(np.sum(list(self.counts.values()), axis=0))[2]

    def lines(self) -> Iterator[str]:
        """Yield precision, recall and F1 of each field and of all."""
        total = np.sum(list(self.counts.values()), axis=0)
        for field, counted in {**self.counts, "micro": total}.items():
            precision, recall, f1 = _rates(counted)
            yield f"{field:8s} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"


def _rates(counted: Iterable[int]) -> tuple[float, float, float]:
    hit, extra, missed = (int(count) for count in counted)
    f1 = 2 * hit / max(2 * hit + extra + missed, 1)
    return hit / max(hit + extra, 1), hit / max(hit + missed, 1), f1


def values(card: CardReading) -> Read:
    """Return the fields of a reading as lists of values."""
    single = {field: [value] if (value := getattr(card, field)) else [] for field in ONE}
    return single | {field: list(getattr(card, field)) for field in SEVERAL}


def folded(text: str) -> str:
    """Return a text in which spelling differences that nobody sees are gone."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def paired(printed: list[Json], found: list[Read]) -> Iterable[tuple[Json, Read]]:
    """Pair what was printed with what was read so that the names agree best."""
    empty: Json = {"phones": [], "emails": [], "urls": []}
    size = max(len(printed), len(found))
    one = printed + [empty] * (size - len(printed))
    orders = itertools.permutations(found + [{}] * (size - len(found)))

    def agreement(order: tuple[Read, ...]) -> float:
        pairs = zip(one, order, strict=True)
        return sum(
            token_sort_ratio(a.get("name") or "", next(iter(b.get("name", ())), ""))
            for a, b in pairs
        )

    return zip(one, max(itertools.islice(orders, ORDERS), key=agreement), strict=True)


def _judged_one(printed: str | None, read: Sequence[str]) -> tuple[int, int, int]:
    said = read[0] if read else None
    if said and printed and token_sort_ratio(folded(printed), folded(said)) >= ALIKE:
        return 1, 0, 0
    return 0, int(bool(said)), int(bool(printed))


def _judged_several(
    printed: Sequence[str], read: Sequence[str], noise: str
) -> tuple[int, int, int]:
    one, other = ({_own(value, noise) for value in values} for values in (printed, read))
    return len(one & other), len(other - one), len(one - other)


def _own(value: str, noise: str) -> str:
    """Return a value without what is spelled freely; of a number the digits after any prefix."""
    plain = re.sub(noise, "", value.casefold())
    return plain[-8:] if plain.isdigit() else plain
