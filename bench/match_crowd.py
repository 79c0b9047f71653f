"""Records of an invented crowd with the person each belongs to, for measuring who is who.

Linear and seeded. Names, companies and towns are as unequally common as in life (Zipf and
Mandelbrot); households, namesakes in one company, job changes, offices with one phone, one mailbox
and one address; cards are misread letter by letter, profiles and address books are as people write
them.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from dedupe.nicknames import FULL_NAMES
from dedupe.spelling import listed

SYLLABLES = sorted(
    listed(
        """
        ba bel bor ca cor dan del dor el fa fer gar gol ha hal hor in ja kar kel kir la lan lem lo
        mar mel mon na nes nor o pa pel por ra rim ros sa sel son ta tam ten tor va vel vin wal wen
        yam za zel
        """
    )
)
ENDINGS = ("", "er", "man", "son", "sen", "ez", "ini", "ski", "ova", "berg", "land", "stein", "eau")
ACCENTS = {"a": "áäå", "e": "éè", "o": "öøó", "u": "üú", "n": "ñ", "c": "ç", "s": "ş"}
MISREAD = {"l": "1", "o": "0", "i": "l", "m": "rn", "e": "c", "s": "5", "b": "8", "d": "cl"}
TITLES = ("Engineer", "Sales Manager", "CEO", "Consultant", "Head of Marketing", "Analyst", "Buyer")
RANKS = ("", "Senior ", "Sr. ", "Lead ", "Junior ")
FORMS = ("", " Inc.", " GmbH", " Ltd", " AG", " S.A.", " AB")
TRADES = ("Systems", "Foods", "Robotics", "Bank", "Health", "Logistics", "Media", "Energy")
STREETS = ("{n} {s} Street", "{n} {s} St.", "{s}str. {n}", "{n} rue {s}", "{n} {s} Ave")
HOSTS = ("gmail.com", "gmx.de", "yahoo.com", "outlook.com")
FIRST_DAY = date(2012, 1, 1)
DAYS = 5_000
COMMON_GIVEN = 220  # that have nicknames we know of; others follow, made of syllables
TOWNS = 400
PEOPLE_A_COMPANY = 25
OFFICES = 3

Row = dict[str, str]
T = TypeVar("T")


class Company(NamedTuple):
    """An employer."""

    name: str
    form: str
    domain: str
    prefix: str
    offices: tuple[str, ...]
    mailbox: Callable[[str, str], str]


class Job(NamedTuple):
    """What somebody does where, and is reached by there."""

    employer: Company
    title: str
    phone: str
    mail: str
    office: str


class Person(NamedTuple):
    """Somebody with the jobs that they had, the newest last."""

    given: str
    family: str
    middle: str
    suffix: str
    maiden: str
    slug: str
    home: str
    own_phone: str
    own_mail: str
    jobs: tuple[Job, ...]
    moved: int  # day of the last change


class Weighted(Generic[T]):
    """Values of which the one on rank r is drawn about 1 / (r + shift) times as often."""

    def __init__(self, values: Sequence[T], shift: float) -> None:
        """The first value is the most common."""
        self.values = values
        self.cumulated = list(accumulate(1 / (rank + shift) for rank in range(len(values))))


class Crowd:
    """The maker: one source of chance, the names and companies drawn from it."""

    def __init__(self, people: int, seed: int) -> None:
        """`people` sets how many names and companies there are."""
        self.random = random.Random(seed)  # noqa: S311 - invented people, drawn from a seed
        self.taken: set[str] = set()
        self.nicknames: dict[str, list[str]] = {}
        for nickname, fulls in FULL_NAMES.items():
            for full in fulls:
                if nickname != full:
                    self.nicknames.setdefault(full, []).append(nickname)
        known = self.random.sample(sorted(self.nicknames), COMMON_GIVEN)
        made = list(dict.fromkeys(self.word(2, 3) for _ in range(300 + people // 40)))
        self.given = Weighted([*known, *made], shift=12.0)
        families = dict.fromkeys(self.family_name() for _ in range(2_000 + people // 4))
        self.family = Weighted(list(families), shift=20.0)
        self.towns = Weighted([self.word(2, 3).title() for _ in range(TOWNS)], shift=3.0)
        count = 20 + people // PEOPLE_A_COMPANY
        self.companies = Weighted([self.company() for _ in range(count)], shift=30.0)

    def one(self, values: Sequence[str]) -> str:
        """Return one of the values."""
        return values[int(self.random.random() * len(values))]

    def drawn(self, of: Weighted[T]) -> T:
        """Return one of the values, the common ones more often."""
        return self.random.choices(of.values, cum_weights=of.cumulated)[0]

    def happens(self, chance: float) -> bool:
        """Return true that often."""
        return self.random.random() < chance

    def word(self, least: int, most: int) -> str:
        """Return some syllables."""
        return "".join(self.one(SYLLABLES) for _ in range(self.random.randint(least, most)))

    def family_name(self) -> str:
        """Return a family name, now and then with an accent."""
        name = self.word(1, 3) + self.one(ENDINGS)
        at = self.random.randrange(len(name))
        if name[at] in ACCENTS and self.happens(0.2):
            name = name[:at] + self.one(ACCENTS[name[at]]) + name[at + 1 :]
        return name

    def digits(self, count: int) -> str:
        """Return a number of so many digits."""
        return str(self.random.randrange(10 ** (count - 1), 10**count))

    def address(self) -> str:
        """Return a street, a postcode and a town."""
        street = self.one(STREETS).format(n=self.random.randint(1, 250), s=self.word(2, 2).title())
        return f"{street}, {self.digits(5)} {self.drawn(self.towns)}"

    def company(self) -> Company:
        """Return a company."""
        name = f"{self.word(2, 3).title()} {self.one(TRADES)}"
        patterns: tuple[Callable[[str, str], str], ...] = (
            lambda given, family: f"{given}.{family}",
            lambda given, family: f"{given[0]}{family}",
            lambda given, family: f"{given}{family[0]}",
        )
        return Company(
            name=name,
            form=self.one(FORMS),
            domain=name.casefold().replace(" ", "") + self.one((".com", ".de", ".example")),
            prefix=f"+{self.digits(2)} {self.digits(3)} {self.digits(4)}",
            offices=tuple(self.address() for _ in range(self.random.randint(1, OFFICES))),
            mailbox=self.random.choice(patterns),
        )

    def slug(self, short: str, name: str) -> str:
        """Return the end of a profile's address, which nobody else has."""
        slug = short if self.happens(0.2) else f"{name}-{self.digits(8)}"
        while slug in self.taken:
            slug = f"{name}-{self.digits(8)}"
        self.taken.add(slug)
        return slug

    def job(self, given: str, family: str) -> Job:
        """Return a job."""
        employer = self.drawn(self.companies)
        extension = "-0" if self.happens(0.25) else self.digits(3)
        mailbox = "info" if self.happens(0.06) else employer.mailbox(given, family)
        title = self.one(RANKS) + self.one(TITLES)
        office = self.one(employer.offices)
        phone, mail = f"{employer.prefix}{extension}", f"{mailbox}@{employer.domain}"
        return Job(employer, title, phone, mail, office)

    def person(
        self, given: str, family: str, suffix: str = "", like: Person | None = None
    ) -> Person:
        """Return somebody; who is `like` another has the same home, one employer or both."""
        plain = family.encode("ascii", "replace").decode().replace("?", "e").replace(" ", "")
        jobs = [self.job(given, plain) for _ in range(1 + self.happens(0.35) + self.happens(0.1))]
        if like and self.happens(0.5):
            jobs[-1] = jobs[-1]._replace(employer=like.jobs[-1].employer)
        home = like.home if like and self.happens(0.6) else self.address()
        number = self.digits(2) if self.happens(0.4) else ""
        return Person(
            given=given,
            family=family,
            middle=self.drawn(self.given) if self.happens(0.25) else "",
            suffix=suffix,
            maiden=self.drawn(self.family) if self.happens(0.03) else "",
            slug=self.slug(f"{given}{plain}{number}", f"{given}-{plain}"),
            home=home,
            own_phone=like.own_phone if like and self.happens(0.1) else f"+49 17{self.digits(9)}",
            own_mail=f"{given}{plain}{number}@{self.one(HOSTS)}",
            jobs=tuple(jobs),
            moved=self.random.randrange(DAYS),
        )

    def people(self, count: int) -> Iterator[Person]:
        """Yield so many people: some are another's spouse, child or namesake at work."""
        before = self.person(self.drawn(self.given), self.drawn(self.family))
        for _ in range(count):
            kind = self.random.random()
            if kind < 0.012:
                before = self.person(self.drawn(self.given), before.family, like=before)
            elif kind < 0.018:
                younger = self.one(("", "", "Jr."))
                before = self.person(before.given, before.family, younger, like=before)
            elif kind < 0.024:
                twin = self.person(before.given, before.family)
                job = twin.jobs[-1]._replace(employer=before.jobs[-1].employer)
                before = twin._replace(jobs=(*twin.jobs[:-1], job))
            else:
                before = self.person(self.drawn(self.given), self.drawn(self.family))
            yield before

    def called(self, person: Person) -> str:
        """Return one of the ways in which people write the name."""
        given, family, middle = person.given.title(), person.family.title(), person.middle.title()
        if self.happens(0.12):
            given = self.one(self.nicknames.get(person.given, [person.given])).title()
        elif self.happens(0.03):
            given = f"{given[0]}."
        if person.maiden and self.happens(0.5):
            family = self.one((person.maiden.title(), f"{family}-{person.maiden.title()}"))
        if middle and self.happens(0.5):
            given = f"{given} {self.one((middle, middle[0] + '.'))}"
        name = f"{given} {family}"
        if self.happens(0.04):
            name = self.one((f"{family}, {given}", f"{family} {given}"))
        if person.suffix and self.happens(0.6):
            name = f"{name} {person.suffix}"
        kind = self.random.random()
        if kind < 0.08:
            return name.upper()
        return f"Dr. {name}" if kind < 0.12 else name

    def misread(self, text: str, rate: float) -> str:
        """Return the text as optical character reading may give it."""
        if not self.happens(rate * len(text)):
            return text
        at = self.random.randrange(len(text))
        letter = self.one((MISREAD.get(text[at].lower(), "t"), "", text[at] + " "))
        return text[:at] + letter + text[at + 1 :]

    def card(self, person: Person) -> Row:
        """Return a card as read."""
        day = self.random.randrange(DAYS)
        employer, title, phone, mail, office = person.jobs[-1 if day >= person.moved else 0]
        phones = [phone] + ([person.own_phone] if self.happens(0.4) else [])
        mails = [mail] * self.happens(0.92) + [person.own_mail] * self.happens(0.05)
        row = {
            "source": "card",
            "full_name": self.called(person),
            "company": employer.name + employer.form * self.happens(0.5),
            "title": title,
            "emails": ";".join(mails),
            "phones": ";".join(phones) if self.happens(0.92) else "",
            "profile_url": f"linkedin.com/in/{person.slug}" if self.happens(0.05) else "",
            "urls": f"www.{employer.domain}" if self.happens(0.6) else "",
            "address": office if self.happens(0.65) else "",
        }
        return {name: self.misread(text, 0.004) for name, text in row.items()} | {
            "source": "card",
            "date": (FIRST_DAY + timedelta(days=day)).isoformat(),
        }

    def profile(self, person: Person) -> Row:
        """Return a row of LinkedIn."""
        employer, title, *_ = person.jobs[-1]
        day = FIRST_DAY + timedelta(days=self.random.randrange(DAYS))
        return {
            "source": "linkedin",
            "full_name": self.called(person),
            "company": employer.name if self.happens(0.95) else "",
            "title": title if self.happens(0.9) else "",
            "emails": person.own_mail if self.happens(0.05) else "",
            "profile_url": f"https://www.linkedin.com/in/{person.slug}",
            "date": day.isoformat(),
        }

    def address_book(self, person: Person) -> Row:
        """Return an entry of an address book."""
        employer, _, phone, mail, _ = self.random.choice(person.jobs)
        mails = [person.own_mail] * self.happens(0.45) + [mail] * self.happens(0.3)
        phones = [person.own_phone] * self.happens(0.8) + [phone] * self.happens(0.2)
        return {
            "source": "vcard",
            "full_name": self.called(person),
            "company": employer.name if self.happens(0.5) else "",
            "emails": ";".join(mails),
            "phones": ";".join(phones),
            "profile_url": f"linkedin.com/in/{person.slug}" if self.happens(0.04) else "",
            "address": person.home if self.happens(0.2) else "",
        }

    def records(self, person: Person) -> Iterator[Row]:
        """Yield what is known of somebody, one record at the least."""
        said = []
        if self.happens(0.75):
            said.append(self.profile(person))
        said += [self.card(person) for _ in range(self.happens(0.5) + self.happens(0.15))]
        if self.happens(0.18):
            said.append(self.address_book(person))
        yield from said or [self.card(person)]


def made(people: int, seed: int) -> Iterator[tuple[Row, str]]:
    """Yield records of so many people in no order that tells, each with whose it is."""
    crowd = Crowd(people, seed)
    whose = [
        (row, f"p{number}")
        for number, person in enumerate(crowd.people(people))
        for row in crowd.records(person)
    ]
    crowd.random.shuffle(whose)
    for number, (row, person_id) in enumerate(whose):
        yield {"record_id": f"r{number:08}", **row}, person_id
