"""Which country a card is from: by its words, numbers, postcode, domains or script."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import phonenumbers

from extractors.card.domains import core_of, host_of, suffix
from extractors.card.numbering import called_country
from extractors.card.places import country
from extractors.card.vocabulary import FREE_MAIL, word_set

_STATES: Final = (  # of the United States; those that are words elsewhere count with a postcode
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|"
    "NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|DC"
)
_POSTCODES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(  # those of one country alone
    (code, re.compile(pattern))
    for code, pattern in (
        ("JP", r"\u3012\s?\d{3}-?\d{4}"),
        ("US", rf"\b(?:{_STATES}),?\s+\d{{5}}(?:-\d{{4}})?\b"),
        ("CA", r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\s?\d[ABCEGHJ-NPRSTV-Z]\d\b"),
        ("GB", r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b"),
        ("IE", r"\b[AC-FHKNPRTV-Y]\d[\dW]\s?[\dAC-FHKNPRTV-Y]{4}\b"),
        ("NL", r"\b[1-9]\d{3}\s?[A-Z]{2}\b(?!\s?\d)"),
        ("AU", r"\b(?:NSW|VIC|QLD|TAS|ACT)\s+\d{4}\b"),
        ("BR", r"\b\d{5}-\d{3}\b"),
        ("PL", r"\b\d{2}-\d{3}\s+[^\W\d_]"),
        ("PT", r"\b\d{4}-\d{3}\s+[^\W\d_]"),
        ("SE", r"\bS-?\s?\d{3}\s?\d{2}\b"),
        ("DE", r"\bD\s?-\s?\d{5}\b"),
        ("CH", r"\bCH\s?-\s?\d{4}\b"),
        ("AT", r"\bA\s?-\s?\d{4}\b"),
        ("FR", r"\bF\s?-\s?\d{5}\b|\b\d{5}\s[A-ZÀ-Ý' -]+ CEDEX\b"),
        ("IT", r"\bI\s?-\s?\d{5}\b|\b\d{5}\s[^\W\d_][\w' ]+\s\([A-Z]{2}\)"),
        ("BE", r"\bB\s?-\s?\d{4}\b"),
        ("LU", r"\bL\s?-\s?\d{4}\b"),
        ("LV", r"\bLV\s?-\s?\d{4}\b"),
        ("LT", r"\bLT\s?-\s?\d{5}\b"),
        ("IN", r"[^\W\d_]\s?-\s?[1-8]\d{2}\s?\d{3}\b(?![\s-]?\d)"),
    )
)
_SCRIPTS: Final = (
    ("JP", re.compile(r"[\u3041-\u3096\u30a1-\u30fa]{2}|[都道府県].{1,8}[市区郡町村]")),
    ("KR", re.compile(r"[\uac00-\ud7a3]{2}")),
    ("TH", re.compile(r"[\u0e01-\u0e3a]{2}")),
    ("GR", re.compile(r"[\u0370-\u03ff]{3}")),
)
_ANYWHERE: Final = word_set(  # domains of a country that are sold as words
    "io co me tv ai cc ws fm am ly to gg la nu im sh vc ac su st tk ml ga cf gq pw sx gl bz so"
)
_LETTERS: Final = 2  # of the domain of a country


def told_countries(
    texts: Sequence[str],
    *,
    address: Sequence[str] = (),
    numbers: Iterable[str] = (),
    online: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the countries that a card names (two letters), the surest first.

    What the address says in words comes first; then the calling codes of the numbers; postcodes
    that only one country has; domains of countries; a country in the other lines; a script that is
    one country's.
    """
    found = [
        *_named(reversed(address)),
        *_called(numbers),
        *_by_postcode([*address, *texts]),
        *_by_domain(online),
        *_named(texts),
        *_by_script([*address, *texts]),
    ]
    return tuple(dict.fromkeys(found))


def _named(texts: Iterable[str]) -> Iterator[str]:
    return (code for text in texts if (code := country(text)))


def _called(numbers: Iterable[str]) -> list[str]:
    """Return the countries of numbers with a country code, the most frequent first."""
    codes = [code for number in numbers if (code := called_country(number))]
    return [code for code, _ in Counter(codes).most_common()]


def _by_postcode(texts: Sequence[str]) -> Iterator[str]:
    return (code for text in texts for code, pattern in _POSTCODES if pattern.search(text))


def _by_domain(online: Iterable[str]) -> Iterator[str]:
    """Yield the countries of domains; a mail provider's is where its user may not be."""
    for address in online:
        ending = suffix(host_of(address)).rpartition(".")[2].upper()
        code = "GB" if ending == "UK" else ending
        own = core_of(address) not in FREE_MAIL and ending.lower() not in _ANYWHERE
        if own and len(code) == _LETTERS and code in phonenumbers.SUPPORTED_REGIONS:
            yield code


def _by_script(texts: Sequence[str]) -> Iterator[str]:
    return (code for code, pattern in _SCRIPTS if any(map(pattern.search, texts)))
