"""Jobs with their dates, and the school before them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from weakties.demo.companies import Company, Market
from weakties.demo.tables import Country, working_life

_TENURE_DAYS = (400, 2600)
_CAREER_DAYS = (5 * 365, 16 * 365)
_BEFORE_THE_ANCHOR = timedelta(days=200)
_AFTER_THE_ANCHOR = timedelta(days=150)


@dataclass(frozen=True, slots=True)
class Job:
    """A job; `end` is None while it lasts."""

    company: Company
    title: str
    department: str
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A company at which somebody worked on a day; `stays`: and ever since."""

    company: Company
    day: date
    stays: bool


@dataclass(frozen=True, slots=True)
class Schooling:
    """Years at a school."""

    school: str
    degree: str
    start: date
    end: date


def draw_job(company: Company, start: date, country: Country, rng: Random) -> Job:
    """Return a job that begins on a day, titled in the language of the company's office."""
    at_home = company.country.region == country.region
    life = working_life(company.country.language if at_home else "en")
    title, department = rng.choice(life.titles)
    return Job(company, title, department, start)


def draw_career(
    country: Country,
    market: Market,
    today: date,
    rng: Random,
    anchor: Anchor | None = None,
) -> tuple[Job, ...]:
    """Return the jobs of a life up to today, the oldest first.

    With an `anchor` the job of that day is at that company, for some months before and after.
    """
    day = today - timedelta(days=rng.randint(*_CAREER_DAYS))
    if anchor:
        day = min(day, anchor.day - _BEFORE_THE_ANCHOR)
    jobs: list[Job] = []
    while day < today:
        jobs.append(draw_job(market.employer(country, rng), day, country, rng))
        day += timedelta(days=rng.randint(*_TENURE_DAYS))
    if anchor:
        jobs = _anchored(jobs, anchor, country, rng)
    return closed(jobs)


def closed(jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Return the jobs with each ended on the day before the next begins."""
    starts = [job.start for job in jobs[1:]]
    ends = [start - timedelta(days=1) for start in starts]
    return tuple(replace(job, end=end) for job, end in zip(jobs, [*ends, None], strict=True))


def job_on(jobs: Sequence[Job], day: date) -> Job:
    """Return the job held on a day; the first one for a day before all.

    Raises:
        ValueError: there are no jobs.
    """
    if not jobs:
        raise ValueError(f"no job on {day}: the career is empty")
    return next((job for job in reversed(jobs) if job.start <= day), jobs[0])


def draw_schooling(country: Country, end: date, rng: Random) -> Schooling:
    """Return some years at a school of the country, ended by a day."""
    life = working_life(country.language)
    years = rng.randint(2, 5)
    start = date(end.year - years, 9, 1)
    return Schooling(
        rng.choice(life.schools), rng.choice(life.degrees), start, date(end.year, 6, 30)
    )


def _anchored(jobs: Sequence[Job], anchor: Anchor, country: Country, rng: Random) -> list[Job]:
    first = anchor.day - timedelta(days=rng.randint(60, _BEFORE_THE_ANCHOR.days))
    after = anchor.day + timedelta(days=rng.randint(60, _AFTER_THE_ANCHOR.days))
    before = [job for job in jobs if job.start < first - timedelta(days=90)]
    later = [job for job in jobs if job.start > after and not anchor.stays]
    return [*before, draw_job(anchor.company, first, country, rng), *later]
