"""The committed HEIC photos as a part of the world: three people met at one conference."""

from datetime import date, datetime

import phonenumbers

from weakties.demo.album import CardPhoto, PhotoCard
from weakties.demo.careers import Job
from weakties.demo.companies import Company
from weakties.demo.encounters import Event, Gathering, How, Meeting
from weakties.demo.lives import HandedCard, Life, Role
from weakties.demo.names import PersonName
from weakties.demo.places import Address
from weakties.demo.population import Population
from weakties.demo.print.face import PrintedCard
from weakties.demo.print.heic import committed
from weakties.demo.tables import countries

CONFERENCE = Event(
    "Nordic Harbour Days 2024",
    Gathering.CONFERENCE,
    "Bergen",
    date(2024, 9, 18),
    date(2024, 9, 19),
)
_TAKEN = {  # as their EXIF says
    "IMG_2041.HEIC": datetime.fromisoformat("2024-09-18T11:42:07"),
    "IMG_2042.HEIC": datetime.fromisoformat("2024-09-18T11:43:51"),
    "IMG_2043.HEIC": datetime.fromisoformat("2024-09-19T18:05:22"),
}


def ready_photos(population: Population) -> list[CardPhoto]:
    """Return the photos; the people on them join the population, known by their cards alone."""
    photos = []
    for name, content, card in committed():
        taken_at = _TAKEN[name]
        life = population.join(_life(population.next_key, card, taken_at.date()))
        population.give(life, HandedCard(taken_at.date(), CONFERENCE, "international", 0))
        photos.append(
            CardPhoto(
                name=f"cards/{CONFERENCE.name}/",
                event=CONFERENCE.name,
                taken_at=taken_at,
                cards=(PhotoCard(life.key, taken_at.date(), card),),
                seed=0,
                content=content,
            )
        )
    return photos


def _life(key: str, card: PrintedCard, met_on: date) -> Life:
    """Return the little that a card tells of a life."""
    number, region = _number(card)
    country = countries()[region]
    given, family = card.name.split(" ", 1)
    company = Company(
        name=card.company or "",
        legal_name=card.company or "",
        native=card.native_company or "",
        domain=card.emails[0].partition("@")[2],
        country=country,
        city="",
        address=Address(card.address_lines[0], card.address_lines[1], ""),
        switchboard=number,
    )
    started = met_on.replace(year=met_on.year - 2)
    return Life(
        key=key,
        role=Role.CARD_ONLY,
        name=PersonName(given, family, native=card.native_name or ""),
        country=country,
        jobs=(Job(company, card.title or "", card.department or "", started),),
        met=Meeting(How.EVENT, met_on, event=CONFERENCE, place=CONFERENCE.place),
        slug="",
        email=card.emails[0],
        mobile=number,
        warmth=0.0,
        language="en",
    )


def _number(card: PrintedCard) -> tuple[str, str]:
    """Return the last number of a card in E.164 form, and the region it is of."""
    parsed = phonenumbers.parse(card.phones[-1][1])
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return e164, phonenumbers.region_code_for_country_code(parsed.country_code or 0)
