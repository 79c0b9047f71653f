"""What the evidence is worth, in bits: log2(m / u) as Fellegi and Sunter (1969) put it.

m is how often two records of *one* person agree so, u how often two strangers do. The m stand in
the tables below; they are round numbers for address books in general, of which cards are misread,
profiles rarely show a mail and people change employers. u comes from the records themselves.
Weights add up with the odds that any two records are one person; job changes weigh next to nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final

import numpy as np

from dedupe.address_comparison import AddressLevel, address_bits
from dedupe.arrays import Flags, Ids, Levels, Shares
from dedupe.compare import Comparison
from dedupe.levels import Agreement, CompanyLevel, Level, Said
from dedupe.model import Learnt, Model

GIVEN_M = {
    Level.EXACT: 0.80,
    Level.NICKNAME: 0.50,
    Level.SOUND: 0.10,
    Level.OTHER_FORM: 0.25,
    Level.ALIKE: 0.02,
    Level.INITIAL: 0.90,
}
FAMILY_M = {
    Level.EXACT: 0.85,
    Level.SOUND: 0.10,
    Level.OTHER_FORM: 0.30,
    Level.ALIKE: 0.02,
    Level.INITIAL: 0.90,
}
DIFFERENT_NAME = -8.0
MISREAD = 0.02  # of names
GIVEN_ALIKE_BY_CHANCE = 0.0005  # share of names that a misread one is alike by chance
FAMILY_ALIKE_BY_CHANCE = 0.001  # there are more of them
TURNED = -1.5  # family name first without a comma
WHOLE_M = 0.02
WHOLE_BY_CHANCE = 5e-7
NAMESAKES = 0.005  # people who meet a relative or namesake of a name however rare
SEVERAL_BEARERS = 1.0  # bits at the most of records that share only a name of several people
RELATIVES_APART = 1.0  # bits that a shared place says against a relative: half of them share one
ONE_COUNTRY = 1.5  # times that a given name is likelier than by chance among those of a family name

MIDDLE = {Level.EXACT: 5.0, Level.INITIAL: 3.5, Level.DIFFERENT: -3.5}
GENERATION = {Said.EQUAL: 3.0, Said.BY_ONE: -3.5}  # who bears a suffix has a namesake
PROFILE = 25.0
MAIL_M = 0.15
PHONE_M = 0.3
NUMBERED = -2.5  # whose mailbox has a number has a namesake at that company
OTHER_DESK = -3.5  # one employer gives one person one address, mostly
MAIL_BY_CHANCE = 0.2  # names more at a mailbox than are seen
PHONE_BY_CHANCE = 0.5
OTHER_PHONE = -0.8  # some keep one through their jobs
COMPANY_M = {CompanyLevel.SAME: 0.35, CompanyLevel.SHORT_FORM: 0.08, CompanyLevel.ALIKE: 0.02}
OTHER_COMPANY = -0.3
OTHER_COMPANY_AT_ONCE = -2.0  # few work for two at a time
MOST_OF_COMPANY = 8.0  # colleagues of one family are many in a small firm
TITLE = 3.0
SAME_WORK = 1.5  # at another rank
_PLACES = 6  # of bits, so that the last binary digit of a sum decides nothing

FACTORS: Final[Mapping[str, tuple[str, ...]]] = {
    "names": ("given", "family", "whole", "namesakes", "turned", "middle", "generation"),
    "e-mails": ("mail", "desk", "numbered"),
    "phones": ("phone",),
    "companies": ("company",),
    "addresses": ("address",),
    "titles": ("title",),
}
"""The kinds of evidence whose weight the user's answers may change, and what each is made of."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Bits for each kind of evidence, a row a pair; `evidence` is their sum, `bits` has all."""

    given: Shares
    family: Shares
    whole: Shares  # in place of given and family, where a blank was lost
    namesakes: Shares
    turned: Shares
    middle: Shares
    generation: Shares
    profile: Shares
    mail: Shares
    desk: Shares
    numbered: Shares
    phone: Shares
    company: Shares
    address: Shares
    title: Shares
    bearers: Shares
    prior: Shares
    evidence: Shares
    bits: Shares


def weighed(model: Model, found: Comparison, prior: Shares) -> Weights:
    """Return what each pair's evidence is worth to a model.

    `prior` are the bits of each pair before any.
    """
    given = _of_name(found.given, GIVEN_M, GIVEN_ALIKE_BY_CHANCE)
    family = _of_name(found.family, FAMILY_M, FAMILY_ALIKE_BY_CHANCE)
    company = _of_company(found)
    address = address_bits(found.address, company, model.world)
    at_home = np.where(found.address.level >= AddressLevel.STREET, address - RELATIVES_APART, 0.0)
    whole = _of_whole(found)
    glued = whole > given + family
    name = np.where(glued, whole, given + family)
    parts = {
        "given": np.where(glued, 0.0, given),
        "family": np.where(glued, 0.0, family),
        "whole": np.where(glued, whole, 0.0),
        "namesakes": -_of_namesakes(name + np.maximum(at_home, 0.0), model.world),
        "turned": np.where(found.turned & ~glued & two_parts(found), TURNED, 0.0),
        "middle": _looked_up(found.middle, MIDDLE),
        "generation": _looked_up(found.generation, GENERATION),
        "profile": np.where(found.profile == Said.EQUAL, PROFILE, 0.0),
        "mail": _of_shared(found.mail_holders, model.world, MAIL_M, MAIL_BY_CHANCE),
        "desk": np.where(found.other_desk, OTHER_DESK, 0.0),
        "numbered": np.where(found.numbered, NUMBERED, 0.0),
        "phone": _of_phone(found, company, model.world),
        "company": company,
        "address": address,
        "title": np.where(found.same_title, TITLE, np.where(found.same_work, SAME_WORK, 0.0)),
    }
    learnt = _as_learnt(parts, model.learnt)
    return summed(learnt | {"bearers": _of_bearers(found, learnt, model.world)}, prior)


def summed(parts: Mapping[str, Shares], prior: Shares) -> Weights:
    """Return the weights with their sum; added one by one, for the same sum in any company."""
    evidence = np.round(reduce(np.add, parts.values()), _PLACES)
    return Weights(**parts, prior=prior, evidence=evidence, bits=evidence + prior)


def _as_learnt(parts: Mapping[str, Shares], learnt: Learnt) -> dict[str, Shares]:
    """Return the parts with the weight that the user's answers gave their kind."""
    factor = {
        part: learnt.factors[kind]
        for kind, of_kind in FACTORS.items()
        for part in of_kind
        if kind in learnt.factors
    }
    return {part: bits * factor[part] if part in factor else bits for part, bits in parts.items()}


def _of_name(found: Agreement, likelihood: dict[Level, float], alike: float) -> Shares:
    """Return the weight of a part of the name; `alike` is how often one is alike by chance."""
    level, share = found.level, found.share
    bits = np.zeros(len(level))
    bits[level == Level.DIFFERENT] = DIFFERENT_NAME
    for kind, chance in likelihood.items():
        at = level == kind
        by_chance = MISREAD * share[at] + alike if kind is Level.ALIKE else share[at]
        bits[at] = np.log2(chance / by_chance)
    return bits


def _of_namesakes(name: Shares, world: int) -> Shares:
    """Return the bits that a name loses because relatives and people of one country share it."""
    return np.where(name > 0, np.log2(ONE_COUNTRY + NAMESAKES / world * np.exp2(name)), 0.0)


def _of_bearers(found: Comparison, parts: Mapping[str, Shares], world: int) -> Shares:
    """Return the bits (0 or less) that a pair loses because its name is proven to be of several.

    That bounds what name and employer are worth: namesakes meet at work. A mailbox, phone or
    address of one's own is not touched, and of two profiles `rivals` decides.
    """
    own = (parts["mail"] > 0) | (parts["phone"] > 0) | (parts["address"] > 0)
    in_doubt = (found.bearers > 1) & (found.profile == Said.BY_NONE) & ~own
    beyond = reduce(np.add, parts.values()) - np.log2(world) - SEVERAL_BEARERS
    return np.where(in_doubt, -np.maximum(beyond, 0.0), 0.0)


def _of_whole(found: Comparison) -> Shares:
    by_chance = found.given.share * found.family.share + WHOLE_BY_CHANCE
    bits = np.log2(WHOLE_M / by_chance)
    return np.where(found.whole_alike > 0, bits, -np.inf)


def two_parts(found: Comparison) -> Flags:
    """Return which pairs have a given and a family name to compare."""
    both = (found.given.level != Level.ABSENT) & (found.family.level != Level.ABSENT)
    return np.asarray(both, dtype=np.bool_)


def _looked_up(level: Levels, table: dict[Level, float] | dict[Said, float]) -> Shares:
    bits = np.zeros(len(level))
    for kind, weight in table.items():
        bits[level == kind] = weight
    return bits


def _of_shared(names: Ids, world: int, likelihood: float, by_chance: float) -> Shares:
    """Return the weight of a shared value that `names` distinct names hold, 0 where none is."""
    chance = (np.maximum(names, 1) - 1 + by_chance) / world
    return np.where(names > 0, np.maximum(np.log2(likelihood / chance), 0.0), 0.0)


def _of_phone(found: Comparison, company: Shares, world: int) -> Shares:
    """Return the weight of a shared phone; a switchboard says no more than the company does."""
    bits = _of_shared(found.phone_holders, world, PHONE_M, PHONE_BY_CHANCE)
    bits = np.where(found.other_phone, OTHER_PHONE, bits)
    switchboard = (found.phone_holders > 1) & (company > 0)
    return np.where(switchboard, np.maximum(bits - company, 0.0), bits)


def _of_company(found: Comparison) -> Shares:
    other = np.where(found.at_once, OTHER_COMPANY_AT_ONCE, OTHER_COMPANY)
    bits = np.where(found.company.level == CompanyLevel.DIFFERENT, other, 0.0)
    for kind, likelihood in COMPANY_M.items():
        at = found.company.level == kind
        bits[at] = np.clip(np.log2(likelihood / found.company.share[at]), 0.0, MOST_OF_COMPANY)
    return bits
