"""The tables an invented world is drawn from, read from the TOML files beside this module."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Phrases = Mapping[str, Sequence[str]]
_PHRASE_LANGUAGES = ("de", "en", "es", "fr")


@dataclass(frozen=True, slots=True)
class City:
    """A city with the patterns of its postcodes and of its landlines (`chance.digits`)."""

    name: str
    postcode: str
    landline: str


@dataclass(frozen=True, slots=True)
class Country:
    """How people are named, called and written to in one country.

    `share` is its weight among the people one meets. `roots` and `sectors` pair the Latin and the
    native form of what companies are called, where the country writes otherwise.
    """

    region: str
    locale: str
    language: str
    name: str
    share: int
    legal: tuple[str, ...]
    native_legal: str
    cities: tuple[City, ...]
    streets: tuple[str, ...]
    street: str
    city: str
    mobile: tuple[str, ...]
    roots: tuple[tuple[str, str], ...]
    sectors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WorkingLife:
    """Titles with departments, trades, slogans, schools and degrees in one language."""

    titles: tuple[tuple[str, str], ...]
    trades: tuple[str, ...]
    slogans: tuple[str, ...]
    schools: tuple[str, ...]
    degrees: tuple[str, ...]


@cache
def countries() -> Mapping[str, Country]:
    """Return the countries by region code, in the order of the file."""
    return {region: _country(region, row) for region, row in _table("tables/countries").items()}


@cache
def working_life(language: str) -> WorkingLife:
    """Return what people do for a living in a language, English where it has no table."""
    table = _table("tables/working_life")
    row = table.get(language, table["en"])
    return WorkingLife(
        titles=_pairs(row["titles"]),
        trades=tuple(row["trades"]),
        slogans=tuple(row["slogans"]),
        schools=tuple(row["schools"]),
        degrees=tuple(row["degrees"]),
    )


@cache
def nicknames() -> Mapping[str, str]:
    """Return what friends call somebody, by given name."""
    return _table("tables/nicknames")


@cache
def phrases(language: str) -> Phrases:
    """Return message phrases by kind (`promise`, `met.event`), English where there are none."""
    table = _table(f"phrases/{language if language in _PHRASE_LANGUAGES else 'en'}")
    flat: dict[str, Sequence[str]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": texts for inner, texts in value.items()}
        else:
            flat[key] = value
    return flat


def _country(region: str, row: Mapping[str, Any]) -> Country:
    return Country(
        region=region,
        locale=row["locale"],
        language=row["language"],
        name=row["name"],
        share=row["share"],
        legal=tuple(row["legal"]),
        native_legal=row.get("native_legal", ""),
        cities=tuple(City(*city) for city in row["cities"]),
        streets=tuple(row["streets"]),
        street=row["street"],
        city=row["city"],
        mobile=tuple(row["mobile"]),
        roots=_pairs(row.get("roots", ())),
        sectors=_pairs(row.get("sectors", ())),
    )


def _pairs(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in rows)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))
