"""Addresses and telephone numbers in the form of each country."""

from dataclasses import dataclass
from random import Random
from typing import Literal

import phonenumbers
from phonenumbers import PhoneNumberFormat

from weakties.demo.chance import digits
from weakties.demo.tables import City, Country, countries

PhoneStyle = Literal["international", "national", "dotted", "trunk", "bare"]
PHONE_STYLES: tuple[PhoneStyle, ...] = ("international", "national", "dotted", "trunk", "bare")


@dataclass(frozen=True, slots=True)
class Address:
    """An office: street line, city line, country."""

    street: str
    city: str
    country: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as they are printed."""
        return (self.street, self.city, self.country)


def draw_country(rng: Random) -> Country:
    """Return a country, each as likely as its share."""
    table = list(countries().values())
    return rng.choices(table, weights=[country.share for country in table])[0]


def draw_address(country: Country, city: City, rng: Random) -> Address:
    """Return an office in the city."""
    return Address(
        street=country.street.format(
            number=rng.randint(1, 180), street=rng.choice(country.streets)
        ),
        city=country.city.format(postcode=digits(city.postcode, rng), city=city.name),
        country=country.name,
    )


def draw_landline(city: City, rng: Random) -> str:
    """Return a landline of the city in E.164 form."""
    return digits(city.landline, rng)


def draw_mobile(country: Country, rng: Random) -> str:
    """Return a mobile number of the country in E.164 form."""
    return digits(rng.choice(country.mobile), rng)


def printed_phone(e164: str, style: PhoneStyle) -> str:
    """Return a number as cards print it: with blanks, dots, `(0)`, without its country code."""
    number = phonenumbers.parse(e164)
    international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    if style == "bare":
        return e164
    if style == "national":
        return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    if style == "dotted":
        return international.replace(" ", ".").replace("-", ".")
    if style == "trunk" and phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL
    ).startswith("0"):
        code, rest = international.split(" ", 1)
        return f"{code} (0){rest}"
    return international
