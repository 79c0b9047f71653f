"""A pair's evidence in words, each piece with its bits."""

from collections.abc import Iterator, Sequence

import numpy as np

from contacts.judgements import Evidence
from dedupe.address_comparison import AddressLevel
from dedupe.arrays import Ids, Levels, Shares, Texts
from dedupe.block import Pairs
from dedupe.compare import Comparison
from dedupe.edges import marked
from dedupe.levels import Agreement, CompanyLevel, Level, Said
from dedupe.spelling import shape
from dedupe.values import Cleaned
from dedupe.vetoes import Judged
from dedupe.weigh import Weights, two_parts

_RARE = 9.0  # bits from which a name is called rare
_WORTH_SAYING = 0.05
_NAME_WORDS = {
    Level.DIFFERENT: "other {part}",
    Level.INITIAL: "same initial of the {part}",
    Level.OTHER_FORM: "{part} in another form",
    Level.EXACT: "same {part}",
}
_PAIR_WORDS = {
    Level.ALIKE: "{part} alike {one}/{other}",
    Level.SOUND: "{part} sounds alike {one}/{other}",
    Level.NICKNAME: "nickname {one}/{other}",
}
_TURNED_WORDS = {
    Level.DIFFERENT: "{one} is not {other}",
    Level.INITIAL: "same initial {one}/{other}",
    Level.ALIKE: "{one}/{other} alike",
    Level.SOUND: "{one}/{other} sound alike",
    Level.NICKNAME: "nickname {one}/{other}",
    Level.EXACT: "same {one}",
}
_COMPANY_WORDS = {
    CompanyLevel.DIFFERENT: "other company",
    CompanyLevel.ALIKE: "company alike",
    CompanyLevel.SHORT_FORM: "company under its short name",
    CompanyLevel.SAME: "same company",
}
_ADDRESS_WORDS = {
    AddressLevel.DIFFERENT: "other address",
    AddressLevel.TOWN: "same town",
    AddressLevel.STREET: "address alike",
    AddressLevel.SAME: "same address",
}
_MIDDLE_WORDS = {
    Level.DIFFERENT: "other middle name",
    Level.INITIAL: "same middle initial",
    Level.EXACT: "same middle name",
}
_GENERATION_WORDS = {
    Said.EQUAL: "same generation",
    Said.BY_ONE: "generation said by one alone",
}


def evidence(
    values: Cleaned,
    pairs: Pairs,
    found: Comparison,
    weights: Weights,
    bits: Shares,
    said: Judged,
) -> list[tuple[Evidence, ...]]:
    """Return for each pair what speaks for and against it, the most telling kind first.

    It adds up to `bits`, but for what is too small to say. What stands in them beyond the evidence
    of the pair is due to other profiles, or to the user.
    """
    lists: list[list[Evidence]] = [[] for _ in range(len(pairs))]
    for words, worth in _pieces(values, pairs, found, weights):
        _add(lists, words, worth)
    _add(lists, _beyond_words(pairs, said, len(values)), bits - weights.bits)
    _add(lists, _same_words("before any evidence", len(pairs)), weights.prior)
    return [tuple(one) for one in lists]


def in_line(pieces: Sequence[Evidence]) -> str:
    """Return evidence as a line such as `same rare family name +11.0; other company -0.3`."""
    return "; ".join(f"{piece.words} {piece.bits:+.1f}" for piece in pieces)


def _add(lists: Sequence[list[Evidence]], words: Texts, worth: Shares) -> None:
    for at in np.flatnonzero(np.abs(worth) >= _WORTH_SAYING).tolist():
        lists[at].append(Evidence(str(words[at]), float(worth[at])))


def _beyond_words(pairs: Pairs, said: Judged, count: int) -> Texts:
    words = _same_words("other profiles fit too", len(pairs))
    words[marked(pairs, said.same, count)] = "you said they are one"
    words[marked(pairs, said.unsure, count)] = "you were unsure"
    return words


def _pieces(
    values: Cleaned, pairs: Pairs, found: Comparison, weights: Weights
) -> Iterator[tuple[Texts, Shares]]:
    """Yield words and bits of each kind of evidence, the most telling kind first."""
    count = len(pairs)
    yield _profile_words(values, pairs), weights.profile
    yield _shared("e-mail", found.mail_holders), weights.mail
    yield _same_words("another mailbox at one company", count), weights.desk
    yield _same_words("a number in one mailbox: a namesake there", count), weights.numbered
    phone = _shared("phone", found.phone_holders)
    phone[found.other_phone] = "other phones"
    yield phone, weights.phone
    yield _family_words(values, pairs, found, weights.family), weights.family
    yield _given_words(values, pairs, found, weights.given), weights.given
    yield _same_words("names alike as one word", count), weights.whole
    yield _same_words("namesakes happen", count), weights.namesakes
    yield _same_words("order of the names turned", count), weights.turned
    yield _looked_up(found.middle, _MIDDLE_WORDS), weights.middle
    yield _looked_up(found.generation, _GENERATION_WORDS), weights.generation
    yield _looked_up(found.company.level, _COMPANY_WORDS), weights.company
    yield _looked_up(found.address.level, _ADDRESS_WORDS), weights.address
    words = np.where(found.same_title, "same title", "same work").astype(object)
    yield words, weights.title
    yield _same_words("several people bear this name", count), weights.bearers


def _same_words(words: str, count: int) -> Texts:
    return np.full(count, words, dtype=object)


def _looked_up(
    level: Levels,
    words: dict[Level, str] | dict[CompanyLevel, str] | dict[AddressLevel, str] | dict[Said, str],
) -> Texts:
    texts = np.full(len(level), "", dtype=object)
    for kind, text in words.items():
        texts[level == kind] = text
    return texts


def _profile_words(values: Cleaned, pairs: Pairs) -> Texts:
    """Return what makes two profiles one: that they are equal, or that the user said so."""
    words = _same_words("same profile", len(pairs))
    one, other = values.slug[pairs.left], values.slug[pairs.right]
    for at in np.flatnonzero(one != other).tolist():
        if shape(one[at]) != shape(other[at]):
            words[at] = "two profiles that you said are one person's"
    return words


def _given_words(values: Cleaned, pairs: Pairs, found: Comparison, bits: Shares) -> Texts:
    """Return how given names agree; where the order is turned, one with the other's family name."""
    given, family = values.given[:, 0], values.family[:, 0]
    other = np.where(found.turned, family[pairs.right], given[pairs.right])
    named = values.words.text[given[pairs.left]], values.words.text[other]
    return _name_words("given name", found, found.given, bits, named)


def _family_words(values: Cleaned, pairs: Pairs, found: Comparison, bits: Shares) -> Texts:
    """Return how family names agree; where the order is turned, one with the other's given name."""
    given, family = values.given[:, 0], values.family[:, 0]
    other = np.where(found.turned, given[pairs.right], family[pairs.right])
    named = values.words.text[family[pairs.left]], values.words.text[other]
    return _name_words("family name", found, found.family, bits, named)


def _name_words(
    part: str, found: Comparison, agreed: Agreement, bits: Shares, named: tuple[Texts, Texts]
) -> Texts:
    texts = _looked_up(
        agreed.level, {kind: text.format(part=part) for kind, text in _NAME_WORDS.items()}
    )
    texts[(agreed.level == Level.EXACT) & (bits >= _RARE)] = f"same rare {part}"
    for turned, words in ((False, _PAIR_WORDS), (True, _TURNED_WORDS)):
        for kind, text in words.items():
            for at in np.flatnonzero((found.turned == turned) & (agreed.level == kind)).tolist():
                one, other = (str(names[at]).title() for names in named)
                texts[at] = text.format(part=part, one=one, other=other)
    alone = found.turned & ~two_parts(found)
    texts[alone] += ", the only name of one"
    texts[found.turned & ~alone] += ", given name of one and family name of the other"
    return texts


def _shared(what: str, names: Ids) -> Texts:
    texts = np.full(len(names), f"same {what}", dtype=object)
    several = names > 1
    texts[several] = [f"same {what} ({count} names share it)" for count in names[several].tolist()]
    return texts
