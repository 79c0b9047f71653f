"""What stands on a card that somebody gives away on a day."""

from random import Random

from weakties.demo.careers import Job, job_on
from weakties.demo.chance import digits
from weakties.demo.lives import HandedCard, Life
from weakties.demo.places import printed_phone
from weakties.demo.print.face import PrintedCard
from weakties.demo.tables import working_life

_DEGREES = ("PhD", "MBA", "LL.M.", "M.Sc.", "CPA")
_HONORIFICS = {"de": ("Dr.", "Prof. Dr.", "Dipl.-Ing."), "cs": ("Ing.", "Mgr.")}


def printed(life: Life, card: HandedCard) -> PrintedCard:
    """Return the print of a card: job, company and name as they were on the day it was given."""
    rng = Random(f"print/{card.seed}")
    job = job_on(life.jobs, card.on)
    company = job.company
    at_home = company.country.region == life.country.region
    native = bool(life.name.native) and at_home and rng.random() < 0.85
    honorifics = _HONORIFICS.get(life.country.language, ("Dr.", "Prof."))
    return PrintedCard(
        name=life.full_name_on(card.on),
        title=job.title if rng.random() < 0.96 else None,
        department=job.department if job.department and rng.random() < 0.75 else None,
        company=company.legal_name if rng.random() < 0.7 else company.name,
        phones=_phones(life, job, card, rng),
        emails=_emails(life, card, rng),
        urls=_urls(life, job, rng),
        address_lines=company.address.lines[: rng.choice((2, 2, 3))] if rng.random() < 0.8 else (),
        slogan=_slogan(job, rng),
        degrees=rng.choice(_DEGREES) if rng.random() < 0.08 else None,
        honorific=rng.choice(honorifics) if rng.random() < 0.06 else None,
        native_name=life.name.native if native else None,
        native_company=company.native or None if native else None,
        language=company.country.language if at_home else "en",
        qr=rng.random() < 0.12,
    )


def _phones(life: Life, job: Job, card: HandedCard, rng: Random) -> tuple[tuple[str, str], ...]:
    stem = job.company.switchboard[:-2]
    numbers = {
        "work": digits(f"{stem}##", rng) if rng.random() < 0.7 else job.company.switchboard,
        "mobile": life.mobile,
        "fax": digits(f"{stem}##", rng),
    }
    odds = {"work": 0.8, "mobile": 0.7, "fax": 0.12}
    kinds = [kind for kind in numbers if rng.random() < odds[kind]]
    if not kinds and rng.random() < 0.8:
        kinds = ["mobile"]
    return tuple((kind, printed_phone(numbers[kind], card.style)) for kind in kinds)


def _emails(life: Life, card: HandedCard, rng: Random) -> tuple[str, ...]:
    if rng.random() > 0.92:
        return ()
    work = life.work_email_on(card.on)
    draw = rng.random()
    if draw < 0.05:
        return (work, life.email)
    if draw < 0.1:  # the mailbox of the house, which colleagues share
        return (f"info@{job_on(life.jobs, card.on).company.domain}",)
    return (work,)


def _urls(life: Life, job: Job, rng: Random) -> tuple[str, ...]:
    domain = job.company.domain
    found = []
    if rng.random() < 0.72:
        found.append(rng.choice((f"www.{domain}", f"www.{domain}", f"https://{domain}", domain)))
    if life.connected_on and "%" not in life.slug and rng.random() < 0.12:
        found.append(f"linkedin.com/in/{life.slug}")
    return tuple(found)


def _slogan(job: Job, rng: Random) -> str | None:
    slogans = working_life(job.company.country.language).slogans
    return rng.choice(slogans) if rng.random() < 0.25 else None
