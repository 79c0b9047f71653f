"""Everybody in the world: how many of each role, their names, and whom they are mistaken for."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from urllib.parse import quote

from weakties.demo.chance import day_between, generator
from weakties.demo.encounters import Event, How
from weakties.demo.lives import HandedCard, Life, Role
from weakties.demo.meetings import Stage, draw_meeting
from weakties.demo.names import NameGiver, PersonName, plain
from weakties.demo.places import draw_country, draw_mobile
from weakties.demo.traces import with_traces

_NAMESAKES = 0.02  # people who carry the very name of somebody else
_JUNIORS = 0.25  # of the namesakes: the son of the other
_NATIVE_SLUG = 0.12  # of the names with other letters than English: a percent-encoded address
_VANITY_SLUG = 0.15
_IN_ADDRESS_BOOK = {How.FRIEND: 0.9, How.CLIENT: 0.35, How.COLLEAGUE: 0.3, How.CLASSMATE: 0.2}
_PRIVATE_MAIL = ("mail.example", "post.example", "inbox.example")
_WARMTH = {
    How.EVENT: 0.35,
    How.COLLEAGUE: 0.6,
    How.CLASSMATE: 0.35,
    How.CLIENT: 0.55,
    How.INTRODUCED: 0.5,
    How.ONLINE: 0.15,
    How.RECRUITER: 0.1,
    How.FRIEND: 0.6,
}


class Population:
    """Draws lives one after another; later ones may be namesakes or friends of earlier ones."""

    def __init__(self, stage: Stage, names: NameGiver) -> None:
        self._stage = stage
        self._names = names
        self._slugs: set[str] = {stage.owner.slug}
        self.lives: list[Life] = []

    def add(self, role: Role, event: Event | None = None) -> Life:
        """Return one more life, with all its traces but cards; met at `event`, if one is named."""
        key = self.next_key
        rng = generator(self._stage.seed, "life", key)
        person = self._person(key, role, event, rng)
        return self.join(with_traces(person, self._stage, self.lives, rng))

    @property
    def next_key(self) -> str:
        """The key of the next life."""
        return f"p{len(self.lives) + 1:06d}"

    def join(self, life: Life) -> Life:
        """Return the life, which is one of the population from now on."""
        self.lives.append(life)
        return life

    def give(self, life: Life, card: HandedCard) -> None:
        """Let somebody give the owner a card."""
        place = int(life.key.removeprefix("p")) - 1
        self.lives[place] = replace(self.lives[place], cards=(*self.lives[place].cards, card))

    def _person(self, key: str, role: Role, event: Event | None, rng: Random) -> Life:
        stage = self._stage
        at_home = rng.random() < 0.35
        country = stage.owner.country if at_home else draw_country(rng)
        name, namesake_of = self._names.draw(country, rng), ""
        if self.lives and rng.random() < _NAMESAKES:
            twin = rng.choice(self.lives)
            country, namesake_of = twin.country, twin.key
            junior = rng.random() < _JUNIORS and not twin.name.suffix
            name = replace(twin.name, maiden="", suffix="Jr." if junior else twin.name.suffix)
        met, jobs = draw_meeting(role, country, stage, self.lives, rng, event)
        life = Life(
            key=key,
            role=role,
            name=name,
            country=country,
            jobs=jobs,
            met=met,
            slug=self._slug(name, rng),
            email=_private_mail(name, rng),
            mobile=draw_mobile(country, rng),
            warmth=min(1.0, _WARMTH[met.how] * rng.uniform(0.3, 1.7)),
            language=country.language if rng.random() < 0.6 else "en",
            namesake_of=namesake_of,
        )
        return self._aged(life, rng)

    def _aged(self, life: Life, rng: Random) -> Life:
        """Return the life with its marriage and the day on which its address was saved."""
        today = self._stage.today
        kept = life.role is Role.PHONE_BOOK or rng.random() < _IN_ADDRESS_BOOK.get(
            life.met.how, 0.05
        )
        saved = day_between(life.met.on, min(life.met.on + timedelta(days=60), today), rng)
        married = day_between(life.met.on - timedelta(days=900), today, rng)
        return replace(
            life,
            in_address_book=saved if kept else None,
            maiden_until=married if life.name.maiden else None,
        )

    def _slug(self, name: PersonName, rng: Random) -> str:
        """Return a profile address of which there is no other, percent-encoded as in an export."""
        latin = f"{plain(name.given)}-{plain(name.family)}"
        spelled = (name.native or f"{name.given} {name.family}").casefold().replace(" ", "-")
        if rng.random() < _VANITY_SLUG and latin not in self._slugs:
            slug = latin
        else:
            stem = spelled if rng.random() < _NATIVE_SLUG else latin
            slug = f"{stem}-{rng.getrandbits(32):08x}{rng.randint(0, 9)}"
        self._slugs.add(slug)
        return quote(slug)


def _private_mail(name: PersonName, rng: Random) -> str:
    given, family = plain(name.given), plain(name.family)
    local = rng.choice((f"{given}.{family}", f"{given}{family[:1]}{rng.randint(1, 99)}"))
    return f"{local}@{rng.choice(_PRIVATE_MAIL)}"
