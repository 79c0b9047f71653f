"""What is so in the invented world, as plain values: what the product is held against."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from weakties.demo.addressbook import on_the_telephone, saved_as, uid
from weakties.demo.album import CardPhoto, PhotoCard, Shot
from weakties.demo.archive import archive_name
from weakties.demo.calendar import appointment_uid
from weakties.demo.careers import job_on
from weakties.demo.chance import generator
from weakties.demo.letters import Intent, last_word
from weakties.demo.listing import listed
from weakties.demo.lives import Life
from weakties.demo.meetings import Stage
from weakties.demo.print.face import PrintedCard
from weakties.demo.remember import occasions, recall

Json = dict[str, Any]


def told(stage: Stage, lives: Sequence[Life], photos: Sequence[CardPhoto]) -> Json:
    """Return the truth about a world of which these photos exist.

    `people` has the records, evidence and memory of each; `photos` the fields of each card in the
    form of `weakties cards read --json`; the rest are lists of what is owed. An open loop says with
    which `intent` the other side had the last word: not all of them want an answer.
    """
    return {
        "today": stage.today.isoformat(),
        "seed": stage.seed,
        "owner": _owner(stage),
        "events": [
            {"name": event.name, "kind": event.gathering.value, "place": event.place}
            | {"start": event.start.isoformat(), "end": event.end.isoformat()}
            for event in stage.events
        ],
        "people": [_person(life, stage, photos) for life in lives],
        "photos": [_photo(photo, photos) for photo in photos],
        "open_loops": [row for life in lives for row in _open_loops(life)],
        "promises": [row for life in lives for row in _promises(life)],
        "give_back": [row for life in lives for row in _give_back(life)],
    }


def _owner(stage: Stage) -> Json:
    owner = stage.owner
    return {
        "name": owner.name.full,
        "profile": owner.slug,
        "region": owner.country.region,
        "language": owner.country.language,
        "emails": list(owner.emails),
        "phones": [owner.mobile],
        "positions": [
            {"company": job.company.name, "title": job.title}
            | {"start": job.start.isoformat(), "end": job.end.isoformat() if job.end else None}
            for job in owner.jobs
        ],
        "schools": [one.school for one in owner.schools],
    }


def _person(life: Life, stage: Stage, photos: Sequence[CardPhoto]) -> Json:
    memory = recall(
        occasions(life, stage.today), stage.today, generator(stage.seed, "memory", life.key)
    )
    evidence = sorted(_evidence(life), key=lambda row: (row["on"], row["kind"]))
    return {
        "person": life.key,
        "role": life.role.value,
        "name": life.name.full,
        "native_name": life.name.native or None,
        "nickname": life.name.nickname or None,
        "maiden_name": life.name.maiden or None,
        "namesake_of": life.namesake_of or None,
        "company": job_on(life.jobs, stage.today).company.name,
        "title": job_on(life.jobs, stage.today).title,
        "jobs": [
            {"company": job.company.name, "title": job.title}
            | {"start": job.start.isoformat(), "end": job.end.isoformat() if job.end else None}
            for job in life.jobs
        ],
        "records": list(_records(life, stage, photos)),
        "met": {
            "how": life.met.how.value,
            "on": life.met.on.isoformat(),
            "event": life.met.event.name if life.met.event else None,
            "place": life.met.place or None,
            "shared": life.met.shared or None,
            "by": life.met.by_person or None,
            "words": life.met.words,
        },
        "evidence": evidence,
        "messages_in": sum(not message.out for message in life.messages),
        "messages_out": sum(message.out for message in life.messages),
        "last_contact": evidence[-1]["on"] if evidence else None,
        "p_remembered": memory.probability,
        "remembered": memory.remembered,
    }


def _records(life: Life, stage: Stage, photos: Sequence[CardPhoto]) -> Iterator[Json]:
    if life.connected_on:
        listing = listed(life)
        file = f"linkedin/{archive_name(stage)}"
        names = {"first_name": listing.first, "last_name": listing.last}
        yield {"source": "linkedin", "file": file, "url": listing.url} | names
    for photo in photos:
        for number, card in enumerate(photo.cards, 1):
            if card.person == life.key and photo.shot is not Shot.BACK:
                yield {"source": "card", "file": photo.name, "card": number}
    if life.in_address_book:
        book = "telephone" if on_the_telephone(life) else "computer"
        found = {"uid": uid(life), "name": saved_as(life)}
        yield {"source": "vcard", "file": f"contacts/{book}.vcf"} | found


def _evidence(life: Life) -> Iterator[Json]:
    if life.connected_on:
        yield _piece("connected", "unknown", life.connected_on)
    if life.invitation:
        one = life.invitation
        yield _piece("invited", _way(out=one.out), one.at.date(), text=one.note)
    for message in life.messages:
        kind = "one_tap" if message.intent is Intent.ONE_TAP else "message"
        extra = {"text": message.text, "intent": message.intent.value}
        at = f"{message.at:%Y-%m-%dT%H:%M:%SZ}"
        yield _piece(kind, _way(out=message.out), message.at.date(), at=at, **extra)
    for praise in life.recommendations:
        yield _piece("recommended", _way(out=praise.given), praise.at.date(), text=praise.text)
    for click in life.endorsements:
        yield _piece("endorsed", _way(out=click.given), click.at.date(), text=click.skill)
    for appointment in life.appointments:
        extra = {"text": appointment.subject, "uid": appointment_uid(life, appointment)}
        yield _piece("met", "both", appointment.at.date(), **extra)
    for card in life.cards:
        yield _piece("card", "both", card.on, text=card.event.name if card.event else "")


def _piece(kind: str, direction: str, on: date, **extra: str) -> Json:
    return {"kind": kind, "direction": direction, "on": on.isoformat(), **extra}


def _way(*, out: bool) -> str:
    return "out" if out else "in"


def _photo(photo: CardPhoto, photos: Sequence[CardPhoto]) -> Json:
    """Return what a photo shows; that of a back names the photo of its front, and no card."""
    cards = photo.cards if photo.shot is not Shot.BACK else ()
    return {
        "file": photo.name,
        "event": photo.event or None,
        "taken_at": photo.taken_at.isoformat() if photo.taken_at else None,
        "shot": photo.shot.value,
        "back_of": _front(photo, photos),
        "cards": [_card(number, card) for number, card in enumerate(cards, 1)],
    }


def _front(photo: CardPhoto, photos: Sequence[CardPhoto]) -> str | None:
    if photo.shot is not Shot.BACK:
        return None
    return next(one.name for one in photos if one.shot is Shot.FRONT and one.cards == photo.cards)


def _card(number: int, card: PhotoCard) -> Json:
    place = {"card": number, "person": card.person, "given_on": card.given_on.isoformat()}
    return place | printed_fields(card.printed)


def printed_fields(card: PrintedCard) -> Json:
    """Return the fields of a card as `weakties cards read --json` names them, and what is beside.

    `phones` are voice numbers, `phones_typed` all of them.
    """
    return {
        "name": card.name,
        "title": card.title,
        "company": card.company,
        "phones": [number for kind, number in card.phones if kind != "fax"],
        "emails": list(card.emails),
        "urls": list(card.urls),
        "address": ", ".join(card.address_lines) or None,
        "department": card.department,
        "phones_typed": [{"type": kind, "printed": number} for kind, number in card.phones],
        "degrees": card.degrees,
        "honorific": card.honorific,
        "slogan": card.slogan,
        "native_name": card.native_name,
        "native_company": card.native_company,
        "language": card.language,
        "qr": card.qr,
    }


def _open_loops(life: Life) -> Iterator[Mapping[str, str]]:
    """Yield the thread if the other side had the last word, and it was not thanks."""
    last = last_word(life.messages)
    if last and not last.out and last.intent is not Intent.THANKS:
        since = last.at.date().isoformat()
        yield {"person": life.key, "since": since, "text": last.text, "intent": last.intent.value}


def _promises(life: Life) -> Iterator[Json]:
    """Yield what the owner promised; it is kept if it came later in the thread."""
    for number, message in enumerate(life.messages):
        if message.intent is Intent.PROMISE and message.out:
            after = life.messages[number + 1 :]
            kept = any(later.intent is Intent.KEPT and later.out for later in after[:1])
            day = message.at.date().isoformat()
            yield {"person": life.key, "date": day, "text": message.text, "kept": kept}


def _give_back(life: Life) -> Iterator[Mapping[str, str]]:
    for kind, praise in (
        ("recommendation", life.recommendations),
        ("endorsement", life.endorsements),
    ):
        if any(not one.given for one in praise) and not any(one.given for one in praise):
            yield {"person": life.key, "kind": kind}
