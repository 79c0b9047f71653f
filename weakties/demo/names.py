"""What invented people are called: in their own country, by their friends, before they married."""

import re
from dataclasses import dataclass
from random import Random
from typing import cast

from anyascii import anyascii
from faker import Faker

from weakties.demo.print.cjk import CJK_CHARACTERS, sections
from weakties.demo.tables import Country, countries, nicknames

_COMPOUND = 0.12  # two family names, where that is the custom
_MARRIED = 0.08
_TWO_SURNAMES = ("es_ES", "pt_BR")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in Latin letters, given name first, with the forms it goes by elsewhere.

    `native` is the same name in its own script, family name first; `maiden` the family name before
    the marriage, `suffix` a generation suffix. An empty text stands for none.
    """

    given: str
    family: str
    native: str = ""
    nickname: str = ""
    maiden: str = ""
    suffix: str = ""

    @property
    def full(self) -> str:
        """Given name, family name and suffix."""
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)


class NameGiver:
    """Gives names of every country; a Faker of its own for each, all seeded alike."""

    def __init__(self, seed: int) -> None:
        self._fakers: dict[str, Faker] = {}
        for country in countries().values():
            faker = Faker(country.locale)
            faker.seed_instance(f"{seed}/names/{country.locale}")
            self._fakers[country.locale] = faker

    def draw(self, country: Country, rng: Random) -> PersonName:
        """Return a new name of the country."""
        faker = self._fakers[country.locale]
        woman = rng.random() < 0.5
        if country.region == "JP":
            return _japanese(faker, woman=woman)
        if country.region == "CN":
            return _chinese(rng)
        given = str(faker.first_name_female() if woman else faker.first_name_male())
        family = _family(faker, woman=woman)
        if country.locale in _TWO_SURNAMES and rng.random() < 4 * _COMPOUND:
            family = f"{family} {_family(faker, woman=woman)}"
        elif woman and country.locale == "de_DE" and rng.random() < _COMPOUND:
            family = f"{family}-{_family(faker, woman=woman)}"
        married = woman and rng.random() < _MARRIED
        return PersonName(
            given=given,
            family=family,
            nickname=nicknames().get(given, ""),
            maiden=_family(faker, woman=woman) if married else "",
        )


def plain(text: str) -> str:
    """Return the text as lower-case ASCII letters and digits, for addresses and slugs."""
    return re.sub(r"[^a-z0-9]+", "", str(anyascii(text)).casefold())


def _family(faker: Faker, *, woman: bool) -> str:
    return str(faker.last_name_female() if woman else faker.last_name_male())


def _japanese(faker: Faker, *, woman: bool) -> PersonName:
    draw_given = faker.first_name_female_pair if woman else faker.first_name_male_pair
    while True:
        family, given = _triple(faker.last_name_pair()), _triple(draw_given())
        if CJK_CHARACTERS.issuperset(family[0] + given[0]):  # the fonts hold no others
            return PersonName(given[2], family[2], native=f"{family[0]} {given[0]}")


def _triple(pair: object) -> tuple[str, str, str]:
    return cast("tuple[str, str, str]", pair)  # Faker: kanji, kana, Latin


def _chinese(rng: Random) -> PersonName:
    family, given = rng.choice(sections()["zh.surname"]), rng.choice(sections()["zh.given"])
    latin = str(anyascii(given)).capitalize()
    return PersonName(latin, str(anyascii(family)).capitalize(), native=family + given)
