"""Invented companies: name, legal form, domain under `.example`, office and switchboard."""

from dataclasses import dataclass
from random import Random

from weakties.demo.chance import spread
from weakties.demo.names import plain
from weakties.demo.places import Address, draw_address, draw_country, draw_landline
from weakties.demo.tables import Country, working_life

_ROOTS = (
    *("Velo", "Luma", "Quill", "Brisk", "Torv", "Marna", "Osta", "Pelo", "Gryf", "Halm", "Nero"),
    *("Zan", "Kesta", "Dorn", "Fell", "Ivar", "Juni", "Saro", "Tama", "Wend", "Rusk", "Elva"),
)
_ENDINGS = (
    *("wick", "rix", "nova", "dal", "mark", "via", "holm", "tis", "gard", "lin", "bek", "sund"),
    *("mere", "ton", "aro", "eno", "field", "vik"),
)


@dataclass(frozen=True, slots=True)
class Company:
    """An employer; `native` is its name in its own script, or empty."""

    name: str
    legal_name: str
    native: str
    domain: str
    country: Country
    city: str
    address: Address
    switchboard: str


@dataclass(frozen=True, slots=True)
class Market:
    """All companies; the earlier ones are the larger, and people change jobs at home mostly."""

    companies: tuple[Company, ...]
    by_country: dict[str, tuple[Company, ...]]

    def employer(self, country: Country, rng: Random) -> Company:
        """Return an employer for somebody of the country: four times in five one at home."""
        local = self.by_country.get(country.region, ())
        pool = local if local and rng.random() < 0.8 else self.companies
        return pool[int(len(pool) * rng.random() ** 2)]


def found_market(count: int, rng: Random) -> Market:
    """Return `count` companies, no two with one name."""
    found: dict[str, Company] = {}
    domains: set[str] = set()
    while len(found) < count:
        company = _found(draw_country(rng), domains, rng)
        found.setdefault(plain(company.name), company)
        domains.add(found[plain(company.name)].domain)
    companies = tuple(found.values())
    by_country = {
        region: tuple(company for company in companies if company.country.region == region)
        for region in sorted({company.country.region for company in companies})
    }
    return Market(companies, by_country)


def _found(country: Country, domains: set[str], rng: Random) -> Company:
    """Return a company; its domain is the first word of its name if that is not taken."""
    name, native = _coined(country, rng)
    short = f"{plain(name.split()[0])}.example"
    city = country.cities[int(len(country.cities) * rng.random() ** 2)]
    return Company(
        name=name,
        legal_name=f"{name} {rng.choice(country.legal)}",
        native=native,
        domain=f"{plain(name)}.example" if short in domains else short,
        country=country,
        city=city.name.split(",", maxsplit=1)[0],
        address=draw_address(country, city, rng),
        switchboard=draw_landline(city, rng),
    )


def _coined(country: Country, rng: Random) -> tuple[str, str]:
    if country.roots:
        (first, first_native), (second, second_native) = rng.sample(country.roots, 2)
        sector, sector_native = rng.choice(country.sectors)
        body = f"{first_native}{second_native}{sector_native}"
        native = (
            f"{country.native_legal}{body}"
            if country.region == "JP"
            else f"{body}{country.native_legal}"
        )
        return f"{first}{second.lower()} {sector}", native
    coined = rng.choice(_ROOTS) + rng.choice(_ENDINGS)
    return f"{coined} {spread(working_life(country.language).trades, rng)}", ""
