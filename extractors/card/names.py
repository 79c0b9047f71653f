"""How much a line looks like a person's name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from contacts.readings import PersonName
from extractors.card import vocabulary as known
from extractors.card.companies import domain_agreement, has_legal_form
from extractors.card.facts import CardFacts
from extractors.card.given_names import GIVEN_NAMES, SURNAMES
from extractors.card.person_name import person_name
from extractors.card.places import is_place
from extractors.card.text import is_cjk, letters_share, squeezed, words

_KATAKANA: Final = re.compile(r"[\u30a0-\u30ff]{3,}")
_NO_NAME: Final = -6.0
_BY_WORDS: Final = {1: -0.9, 2: 1.4, 3: 0.9, 4: 0.4, 5: -0.5}
_MANY_WORDS: Final = -3.0
_BY_HAN_SIGNS: Final = {2: 0.8, 3: 1.5, 4: 1.7, 5: 1.0, 6: 0.0}
_MOSTLY_LETTERS: Final = 0.75
_NAMED_IN_MAILBOX: Final = 2.0
_PARTICLE: Final = 2  # letters: St, Al, De are parts of names as well as of streets
_SHORT_FORM: Final = 4  # letters that a short form of a name shares with it
_UNLIKELY: Final = re.compile(r"[&+@/:|*\u2022\u00b7!?=#]")
_QUOTED: Final = re.compile(r"\s*[\"'(\u00ab][^\"')\u00bb]{1,20}[\"')\u00bb]\s*")
_INITIAL: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]\.")
_PARTICLES: Final = known.word_set(
    "van von vom zu zum zur de der den del della dello di da do dos das du des la le las les lo "
    "el al ter ten te bin ibn bint abu af av mac st san saint op in am auf of"
)
_IDLE: Final = known.SLOGAN_WORDS - _PARTICLES
_UMLAUTS: Final = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"))


@lru_cache(maxsize=4096)
def _parted(text: str) -> tuple[str, PersonName]:
    return person_name(text)


def name_score(text: str, facts: CardFacts) -> float:
    """Return the log-odds that a line is a person's name, by its words and the mailboxes."""
    if not any(map(str.isalpha, text)):
        return _NO_NAME
    bare, parts = _parted(text)
    if is_cjk(bare):
        return han_name_score(bare)
    bare = _QUOTED.sub(" ", bare).strip()
    tokens = words(bare)
    if not tokens or letters_share(bare) < _MOSTLY_LETTERS or any(map(str.isdigit, bare)):
        return _NO_NAME
    score = _by_shape(bare, small=facts.small) + _by_words(tokens)
    score += 2.0 * bool(parts.honorific) + 0.7 * bool(parts.degrees)
    score -= 2.5 * bool(_UNLIKELY.search(bare)) + 2.0 * has_legal_form(bare)
    score -= 1.5 * is_place(tokens)
    mailbox = _mailbox_agreement(bare, tokens, facts)
    own = _is_own_domain(tokens, facts)
    company = domain_agreement(bare, facts) if mailbox < _NAMED_IN_MAILBOX and not own else 0.0
    return score + mailbox + own - 0.8 * company


def _by_shape(bare: str, *, small: bool) -> float:
    """Return what number and capitals of the words say; particles do not count."""
    parts = [part for part in re.split(r"[\s.,]+", bare) if part]
    heavy = [part for part in parts if _is_capital(part)]
    score = _BY_WORDS.get(len(parts) if small else len(heavy), _MANY_WORDS)
    capital = small or (_is_capital(parts[0]) and all(map(_is_capital_or_particle, parts)))
    score += 0.8 if capital else -1.5
    return score + (0.5 if _INITIAL.search(bare) else 0.0)


def _is_capital_or_particle(part: str) -> bool:
    particle = 4  # letters: von, bint, della is rare
    return _is_capital(part) or len(part) <= particle


def _is_capital(part: str) -> bool:
    """Return whether a word begins with a capital, or is of a script without them."""
    return part[0].upper() == part[0]


def _by_words(tokens: Sequence[str]) -> float:
    """Return what the words say: those of names against those of the trade."""
    given = [token for token in tokens if token in GIVEN_NAMES]
    others = [token for token in tokens if token not in given[:1]]
    score = 1.3 if given else -0.5
    score += 0.5 if any(token in SURNAMES or token in GIVEN_NAMES for token in others) else 0.0
    for token in tokens:
        known_name = token in SURNAMES or token in GIVEN_NAMES
        supported = known_name and any(one != token and _is_given(one) for one in tokens)
        if token not in _PARTICLES and _is_trade_word(token):
            score -= 0.9 if supported else 1.7 if known_name else 2.9
        if token in _IDLE:
            score -= 0.6 if supported else 1.8
    return score


def _is_given(token: str) -> bool:
    return token in GIVEN_NAMES or len(token) == 1


def _is_trade_word(token: str) -> bool:
    sets: Iterable[frozenset[str]] = (
        known.TITLE_WORDS,
        known.ORGANISATION_WORDS,
        known.DEPARTMENT_WORDS,
        known.SOCIAL_WORDS,
    )
    if token in known.COUNTRIES:
        return True
    longer = len(token) > _PARTICLE and (
        token in known.STREET_WORDS or token in known.SENIORITY_WORDS or token in known.AREA_WORDS
    )
    return longer or any(token in one for one in sets)


def _is_own_domain(tokens: Sequence[str], facts: CardFacts) -> float:
    """Return what it is worth that a domain is a person's whole name."""
    named = len(tokens) > 1 and any(token in GIVEN_NAMES for token in tokens)
    whole = "".join(tokens)
    return 1.7 if named and any(squeezed(core) == whole for core in facts.cores) else 0.0


def _mailbox_agreement(bare: str, tokens: Sequence[str], facts: CardFacts) -> float:
    """Return how far the local part of an e-mail address confirms a name."""
    best = 0.0
    spelled = [token for one in _spellings(bare) for token in words(one)]
    initials = "".join(token[0] for token in tokens)
    for letters in map(squeezed, facts.locals_):
        whole = {token for token in spelled if len(token) > _PARTICLE and token in letters}
        if whole:
            covered = sum(map(len, whole)) / max(1, len(letters))
            best = max(best, _NAMED_IN_MAILBOX + 2.1 * min(1.0, covered))
        elif _are_initials(letters, initials) or _has_short_form(letters, tokens):
            best = max(best, 1.5)
    return best


def _spellings(text: str) -> Iterator[str]:
    """Yield a text as it is, and with its umlauts in two letters, as addresses have them."""
    yield text
    spelled = text.casefold()
    for sign, letters in _UMLAUTS:
        spelled = spelled.replace(sign, letters)
    if spelled != text.casefold():
        yield spelled


def _are_initials(letters: str, initials: str) -> bool:
    return len(initials) > 1 and letters in {initials, initials[0] + initials[-1]}


def _has_short_form(letters: str, tokens: Sequence[str]) -> bool:
    start = letters[:_SHORT_FORM]
    return any(len(token) > _SHORT_FORM and token.startswith(start) for token in tokens)


def han_name_score(text: str) -> float:
    """Return the log-odds that a line in Han, kana or Hangul is a person's name."""
    signs = "".join(filter(str.isalpha, text))
    if any(map(str.isdigit, text)) or len(signs) not in _BY_HAN_SIGNS:
        return _NO_NAME
    score = _BY_HAN_SIGNS[len(signs)]
    if signs[0] in known.COMMON_HAN_SURNAMES or signs[0] in known.COMMON_JAPANESE_SURNAME_SIGNS:
        score += 1.5
    patterns = (known.TITLE_CJK, known.LEGAL_CJK, known.DEPARTMENT_CJK, known.ADDRESS_CJK)
    compact = text.replace(" ", "")
    score -= 3.0 * sum(bool(pattern.search(compact)) for pattern in patterns)
    return score - (1.5 if _KATAKANA.search(text) else 0.0)
