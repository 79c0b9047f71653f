"""A pair's evidence in words, each piece with its bits."""

from collections.abc import Iterator

import numpy as np

from dedupe.arrays import Ids, Levels, Shares, Texts
from dedupe.block import Pairs
from dedupe.compare import Comparison
from dedupe.levels import Agreement, CompanyLevel, Level, Said
from dedupe.values import Cleaned
from dedupe.weigh import Weights

_RARE = 9.0  # bits from which a name is called rare
_WORTH_SAYING = 0.05
_NAME_WORDS = {
    Level.DIFFERENT: "other {part}",
    Level.INITIAL: "same initial of the {part}",
    Level.OTHER_FORM: "{part} in another form",
    Level.EXACT: "same {part}",
}
_PAIR_WORDS = {
    Level.ALIKE: "{part} alike",
    Level.SOUND: "{part} sounds alike",
    Level.NICKNAME: "nickname",
}
_COMPANY_WORDS = {
    CompanyLevel.DIFFERENT: "other company",
    CompanyLevel.ALIKE: "company alike",
    CompanyLevel.SHORT_FORM: "company under its short name",
    CompanyLevel.SAME: "same company",
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


def reasons(
    values: Cleaned, pairs: Pairs, found: Comparison, weights: Weights, bits: Shares
) -> Texts:
    """Return for each pair a line such as `same rare family name +11.0; other company -0.3`.

    What is said adds up to `bits`, but for what is too small to say. What stands in them beyond
    the evidence of the pair is due to other profiles, or to the user.
    """
    lines = np.full(len(pairs), f"before any evidence {weights.prior:+.1f}", dtype=object)
    for words, worth in _pieces(values, pairs, found, weights, bits - weights.bits):
        said = np.flatnonzero(np.abs(worth) >= _WORTH_SAYING)
        for at in said.tolist():
            lines[at] = f"{words[at]} {worth[at]:+.1f}; {lines[at]}"
    return lines


def _pieces(
    values: Cleaned, pairs: Pairs, found: Comparison, weights: Weights, beyond: Shares
) -> Iterator[tuple[Texts, Shares]]:
    """Yield words and bits of each kind of evidence, the least telling kind first."""
    count = len(pairs)
    words = np.where(beyond > 0, "you said so", "other profiles fit too, or you were unsure")
    yield words.astype(object), beyond
    yield _same_words("same title", count), weights.title
    yield _looked_up(found.company.level, _COMPANY_WORDS), weights.company
    yield _looked_up(found.generation, _GENERATION_WORDS), weights.generation
    yield _looked_up(found.middle, _MIDDLE_WORDS), weights.middle
    yield _same_words("family name first", count), weights.turned
    yield _same_words("namesakes happen", count), weights.namesakes
    yield _same_words("alike but for a blank", count), weights.whole
    named = values.given[:, 0]
    yield _of_name("given name", found.given, weights.given, values, pairs, named), weights.given
    named = values.family[:, 0]
    yield (
        _of_name("family name", found.family, weights.family, values, pairs, named),
        weights.family,
    )
    yield _shared("phone", found.phone_holders), weights.phone
    yield _same_words("another mailbox at one company", count), weights.desk
    yield _shared("e-mail", found.mail_holders), weights.mail
    yield _same_words("same profile", count), weights.profile


def _same_words(words: str, count: int) -> Texts:
    return np.full(count, words, dtype=object)


def _looked_up(
    level: Levels, words: dict[Level, str] | dict[CompanyLevel, str] | dict[Said, str]
) -> Texts:
    texts = np.full(len(level), "", dtype=object)
    for kind, text in words.items():
        texts[level == kind] = text
    return texts


def _of_name(
    part: str, found: Agreement, bits: Shares, values: Cleaned, pairs: Pairs, named: Ids
) -> Texts:
    texts = _looked_up(
        found.level, {kind: text.format(part=part) for kind, text in _NAME_WORDS.items()}
    )
    texts[(found.level == Level.EXACT) & (bits >= _RARE)] = f"same rare {part}"
    shown = values.words.text
    for kind, text in _PAIR_WORDS.items():
        for at in np.flatnonzero(found.level == kind).tolist():
            one, other = shown[named[pairs.left[at]]], shown[named[pairs.right[at]]]
            texts[at] = f"{text.format(part=part)} {one.title()}/{other.title()}"
    return texts


def _shared(what: str, names: Ids) -> Texts:
    texts = np.full(len(names), f"same {what}", dtype=object)
    several = names > 1
    texts[several] = [f"same {what} ({count} names share it)" for count in names[several].tolist()]
    return texts
