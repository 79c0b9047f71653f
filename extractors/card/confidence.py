"""How likely each field of a card is right, from what speaks for it.

A logistic model for each field weighs a few signs that mean the same whatever rules found the
value: how well its lines were read, how clearly the rules preferred it, and what the rest of the
card says of it. Each sign is 0 to 1, and the more of it the better. The weights are fitted on cards
whose text is known: `python bench/calibration.py --fit` writes `confidence_weights.py`.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from contacts.readings import CardReading
from extractors.card.confidence_weights import REVIEW_BELOW, WEIGHTS
from extractors.card.domains import company_cores, core_of
from extractors.card.given_names import GIVEN_NAMES
from extractors.card.text import is_cjk, words
from extractors.card.vocabulary import LEGAL_CJK, LEGAL_FORMS

Signs = Mapping[str, float]
Check = Callable[[str, CardReading], Signs]
BIAS: Final = "bias"  # the weight that every value of a field has
_LEAST_DOUBT: Final = 0.003  # an engine that claims less is not righter
_LEAST_RIVALRY: Final = 0.01
_FULL_CARD: Final = 40.0  # lines; from there on it is several cards, or none
_USUAL_WORDS: Final = (2, 3)  # of a name
_USUAL_PHONES: Final = 3
_PLACES: Final = 3.0  # commas of an address in one line: street, town, country
_ADDRESS_LENGTHS: Final = (40.0, 80.0, 160.0)  # letters: a whole one, a long one, two of them


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from.

    `read` is the engine's least confidence in its lines, `share` the value's among the ways to
    assign the card's lines to fields.
    """

    read: float
    share: float = 1.0


def signs(
    reading: CardReading, sources: Mapping[str, Sequence[Source]], lines: Sequence[float]
) -> dict[str, tuple[Signs, ...]]:
    """Return for each field that was found what speaks for each of its values.

    `sources` are in the order of the reading's values, `lines` the confidence of all lines.
    """
    card = {
        "card_read": _sureness(sum(lines) / max(1, len(lines))),
        "few_lines": 1.0 - min(1.0, len(lines) / _FULL_CARD),
        "one_domain": float(len(company_cores(reading.emails, reading.urls)) <= 1),
    }
    return {
        field: tuple(
            {**card, **_source_signs(source), **check(value, reading)}
            for value, source in zip(values, sources[field], strict=True)
        )
        for field, check in _CHECKS.items()
        if (values := _values(reading, field))
    }


def _values(reading: CardReading, field: str) -> Sequence[str]:
    value = getattr(reading, field)
    if isinstance(value, str):
        return (value,)
    return value or ()


def _source_signs(source: Source) -> Signs:
    """Return how well a value was read, and the odds of its share, certainty being 1."""
    rivalry = min(max(1.0 - source.share, _LEAST_RIVALRY), 1.0)
    return {
        "read": _sureness(source.read),
        "preferred": math.log(rivalry) / math.log(_LEAST_RIVALRY),
    }


def _sureness(confidence: float) -> float:
    """Return an engine's confidence so that .9, .99 and .999 are evenly apart, as far as .997."""
    return math.log(max(1.0 - confidence, _LEAST_DOUBT)) / math.log(_LEAST_DOUBT)


def confidences(found: Mapping[str, Sequence[Signs]]) -> dict[str, float]:
    """Return for each field the probability that its least sure value is right."""
    return {
        field: round(min(probability(WEIGHTS[field], one) for one in values), 4)
        for field, values in found.items()
    }


def probability(weights: Mapping[str, float], found: Signs) -> float:
    """Return the probability that a value with some signs is right."""
    score = sum(weight * found.get(sign, 1.0) for sign, weight in weights.items())
    return 1.0 / (1.0 + math.exp(-score))


def for_review(confidence: Mapping[str, float]) -> tuple[str, ...]:
    """Return the fields that are too unsure to be taken unseen."""
    return tuple(field for field, sure in confidence.items() if sure < REVIEW_BELOW)


def _of_name(name: str, _reading: CardReading) -> Signs:
    tokens = words(name)
    usual = is_cjk(name) or len(tokens) in _USUAL_WORDS
    given = is_cjk(name) or any(token in GIVEN_NAMES for token in tokens)
    return {"usual_words": float(usual), "given_name": float(given)}


def _of_company(company: str, _reading: CardReading) -> Signs:
    legal = any(token in LEGAL_FORMS for token in words(company))
    return {"legal_form": float(legal or bool(LEGAL_CJK.search(company.replace(" ", ""))))}


def _of_phone(printed: str, reading: CardReading) -> Signs:
    valid = any(one.e164 for one in reading.phones_typed if one.printed == printed)
    return {"valid": float(valid), "few_values": float(len(reading.phones) <= _USUAL_PHONES)}


def _of_url(url: str, reading: CardReading) -> Signs:
    cores = company_cores(reading.emails, reading.urls)
    mailed = len(cores) == 1 and core_of(url) in map(core_of, reading.emails)
    return {"mail_domain": float(mailed), "few_values": float(len(reading.urls) == 1)}


def _of_address(address: str, _reading: CardReading) -> Signs:
    whole, long, two = _ADDRESS_LENGTHS
    length = len(address) * (2 if is_cjk(address) else 1)
    return {
        "places": min(1.0, address.count(",") / _PLACES),
        "length": min(1.0, length / whole, max(0.0, (two - length) / (two - long))),
    }


def _unchecked(_value: str, _reading: CardReading) -> Signs:
    return {}


_CHECKS: Final[Mapping[str, Check]] = {
    "name": _of_name,
    "title": _unchecked,
    "company": _of_company,
    "phones": _of_phone,
    "emails": _unchecked,
    "urls": _of_url,
    "address": _of_address,
}
