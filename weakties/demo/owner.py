"""Whose world it is: name, jobs, schools, addresses."""

from dataclasses import replace
from datetime import date, timedelta

from weakties.demo.careers import closed, draw_job, draw_schooling
from weakties.demo.chance import generator
from weakties.demo.companies import Market
from weakties.demo.lives import Owner
from weakties.demo.names import NameGiver, plain
from weakties.demo.places import draw_mobile
from weakties.demo.tables import countries

_HOMES = ("GB", "DE", "US", "FR")
_TENURES = (900, 1500, 1100)  # days of the owner's jobs, the oldest first


def draw_owner(seed: int, market: Market, names: NameGiver, today: date) -> Owner:
    """Return the owner, with three jobs at different companies and two schools."""
    rng = generator(seed, "owner")
    country = countries()[rng.choice(_HOMES)]
    name = names.draw(country, rng)
    name = replace(name, nickname="", maiden="")
    start = today - timedelta(days=sum(_TENURES) + rng.randint(-200, 200))
    near = [*market.by_country.get(country.region, ()), *market.companies]
    employers = rng.sample(list(dict.fromkeys(near))[:5], len(_TENURES))
    jobs = []
    for tenure, company in zip(_TENURES, employers, strict=True):
        jobs.append(draw_job(company, start, country, rng))
        start += timedelta(days=tenure)
    graduation = date(jobs[0].start.year, 6, 30)
    schools = (
        draw_schooling(country, graduation.replace(year=graduation.year - 4), rng),
        draw_schooling(country, graduation, rng),
    )
    handle = f"{plain(name.given)}.{plain(name.family)}"
    return Owner(
        name=name,
        country=country,
        city=rng.choice(country.cities),
        slug=f"{plain(name.given)}-{plain(name.family)}-{rng.getrandbits(28):07x}1",
        member_id=str(rng.randint(100_000_000, 999_999_999)),
        emails=(f"{handle}@mail.example", f"{handle}@{jobs[-1].company.domain}"),
        mobile=draw_mobile(country, rng),
        jobs=closed(jobs),
        schools=schools,
    )
