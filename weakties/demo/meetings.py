"""How the owner meets somebody, and the career that makes it possible."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from weakties.demo.careers import Anchor, Job, draw_career
from weakties.demo.chance import day_between
from weakties.demo.companies import Market
from weakties.demo.encounters import Event, How, Meeting
from weakties.demo.lives import Life, Owner, Role
from weakties.demo.tables import Country

_HOW: dict[Role, tuple[tuple[How, int], ...]] = {
    Role.CONNECTION: (
        (How.EVENT, 30),
        (How.COLLEAGUE, 15),
        (How.CLASSMATE, 7),
        (How.CLIENT, 12),
        (How.INTRODUCED, 7),
        (How.ONLINE, 20),
        (How.RECRUITER, 6),
        (How.FRIEND, 3),
    ),
    Role.WRITER: ((How.RECRUITER, 60), (How.ONLINE, 30), (How.EVENT, 10)),
    Role.PENDING: ((How.ONLINE, 70), (How.EVENT, 30)),
    Role.PHONE_BOOK: ((How.FRIEND, 60), (How.CLIENT, 25), (How.COLLEAGUE, 15)),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """What everybody's life plays on."""

    seed: int
    today: date
    owner: Owner
    market: Market
    events: tuple[Event, ...]


def draw_meeting(
    role: Role,
    country: Country,
    stage: Stage,
    met: Sequence[Life],
    rng: Random,
    event: Event | None = None,
) -> tuple[Meeting, tuple[Job, ...]]:
    """Return how somebody of the country was met (at `event`, if one is named), and a career.

    Raises:
        KeyError: the role is that of people who are met at an event, and none is named.
    """
    if event:
        return _at_event(event, rng), draw_career(country, stage.market, stage.today, rng)
    choices = _HOW[role]
    how = rng.choices([how for how, _ in choices], weights=[weight for _, weight in choices])[0]
    if how is How.INTRODUCED and not met:
        how = How.ONLINE
    if how is How.COLLEAGUE:
        return _colleague(country, stage, rng)
    career = draw_career(country, stage.market, stage.today, rng)
    if how is How.EVENT:
        return _at_event(rng.choice(stage.events), rng), career
    if how is How.CLASSMATE:
        school = rng.choice(stage.owner.schools)
        return Meeting(
            how, day_between(school.start, school.end, rng), shared=school.school
        ), career
    return _elsewhere(how, country, stage, met, rng), career


def _elsewhere(
    how: How, country: Country, stage: Stage, met: Sequence[Life], rng: Random
) -> Meeting:
    first, last = stage.owner.jobs[0].start, stage.today - timedelta(days=12)
    on = first + (last - first) * rng.random() ** 0.7
    if how is How.INTRODUCED:
        by = rng.choice(met)
        on = min(max(on, by.met.on + timedelta(days=1)), last)
        return Meeting(how, on, by=by.name.full, by_person=by.key)
    place = rng.choice(country.cities).name.split(",", maxsplit=1)[0] if how is How.CLIENT else ""
    return Meeting(how, on, place=place)


def _at_event(event: Event, rng: Random) -> Meeting:
    return Meeting(
        How.EVENT, day_between(event.start, event.end, rng), event=event, place=event.place
    )


def _colleague(country: Country, stage: Stage, rng: Random) -> tuple[Meeting, tuple[Job, ...]]:
    """Return a meeting at one of the owner's jobs; somebody in four works there still."""
    shared = rng.choice(stage.owner.jobs)
    last = (shared.end or stage.today) - timedelta(days=30)
    on = day_between(shared.start, last, rng)
    anchor = Anchor(shared.company, on, stays=rng.random() < 0.25)
    career = draw_career(country, stage.market, stage.today, rng, anchor)
    return Meeting(How.COLLEAGUE, on, shared=shared.company.name), career
