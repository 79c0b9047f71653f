"""What a life leaves in the owner's files: connecting, letters, praise, appointments."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from weakties.demo.careers import job_on
from weakties.demo.chance import day_between, moment_of
from weakties.demo.encounters import How
from weakties.demo.letters import (
    Correspondent,
    Intent,
    Message,
    correspond,
    inmail,
    invitation_note,
    recommendation,
)
from weakties.demo.lives import (
    Appointment,
    Endorsement,
    Invitation,
    Life,
    Recommendation,
    Role,
)
from weakties.demo.meetings import Stage
from weakties.demo.tables import phrases, working_life

_WRITES = {  # share of those met in this way with whom there is any message
    How.EVENT: 0.16,
    How.COLLEAGUE: 0.13,
    How.CLASSMATE: 0.1,
    How.CLIENT: 0.24,
    How.INTRODUCED: 0.35,
    How.ONLINE: 0.06,
    How.RECRUITER: 0.35,
    How.FRIEND: 0.1,
}
_MEETS = {How.CLIENT: 0.4, How.INTRODUCED: 0.2, How.COLLEAGUE: 0.1, How.EVENT: 0.05}
_PRAISES = {How.COLLEAGUE: 0.06, How.CLIENT: 0.04, How.CLASSMATE: 0.02, How.FRIEND: 0.03}
_INVITATIONS_KEPT = timedelta(days=450)  # the export lists no older ones
_NOTED = 0.3  # invitations with a note
_NOTE_COPIED = 0.5  # notes that are also the first message of the thread
_LAST_EXPORT = timedelta(days=2)  # nothing happens between the export and today


def with_traces(life: Life, stage: Stage, met: Sequence[Life], rng: Random) -> Life:
    """Return the life with what it left in the files up to the export."""
    if life.role is Role.PHONE_BOOK:
        return life
    who = _correspondent(life, stage, met, rng)
    last = stage.today - _LAST_EXPORT
    connected_on = _connected_on(life, last, rng) if life.role is Role.CONNECTION else None
    invitation = _invitation(life, who, connected_on, last, rng)
    life = replace(life, connected_on=connected_on, invitation=invitation)
    return replace(
        life,
        messages=_messages(life, who, last, rng),
        recommendations=_recommendations(life, who, stage, rng),
        endorsements=_endorsements(life, last, rng),
        appointments=_appointments(life, who, last, rng),
    )


def _correspondent(life: Life, stage: Stage, met: Sequence[Life], rng: Random) -> Correspondent:
    others = rng.sample(met, min(len(met), 3))
    return Correspondent(
        given=life.name.given,
        owner=stage.owner.name.given,
        company=job_on(life.jobs, life.met.on).company.name,
        language=life.language,
        met=life.met,
        place=rng.choice(life.country.cities).name.split(",", maxsplit=1)[0],
        acquaintances=tuple(other.name.full for other in others) or ("my sister",),
    )


def _connected_on(life: Life, last: date, rng: Random) -> date:
    """Return the day of connecting: mostly right after the meeting, sometimes years later."""
    lag = rng.choices(((0, 2), (3, 21), (22, 400)), weights=(55, 30, 15))[0]
    on = life.met.on + timedelta(days=rng.randint(*lag))
    return on if on <= last else day_between(life.met.on, last, rng)


def _invitation(
    life: Life, who: Correspondent, connected_on: date | None, last: date, rng: Random
) -> Invitation | None:
    if life.role not in {Role.CONNECTION, Role.PENDING}:
        return None
    sent = connected_on or day_between(max(life.met.on, last - timedelta(days=200)), last, rng)
    if sent < last - _INVITATIONS_KEPT:
        return None
    out = rng.random() < (0.1 if life.met.how is How.RECRUITER else 0.5)
    note = invitation_note(who, rng, out=out) if rng.random() < _NOTED else ""
    return Invitation(moment_of(sent, rng), out, note)


def _messages(life: Life, who: Correspondent, last: date, rng: Random) -> tuple[Message, ...]:
    if life.role is Role.WRITER and life.met.how is How.RECRUITER:
        return (inmail(who, min(life.met.on, last), rng),)
    copied = _copied_note(life, rng)
    writes = 1.0 if life.role is Role.WRITER else _WRITES[life.met.how] * (0.4 + 1.2 * life.warmth)
    if life.role not in {Role.WRITER, Role.CONNECTION} or rng.random() > writes:
        return copied
    begin = min(life.connected_on or life.met.on, last)
    written = correspond(who, begin + timedelta(days=1), life.warmth, last, rng)
    return (*copied, *written)


def _copied_note(life: Life, rng: Random) -> tuple[Message, ...]:
    invitation = life.invitation
    if not invitation or not invitation.note or rng.random() > _NOTE_COPIED:
        return ()
    return (Message(invitation.at, invitation.out, invitation.note, Intent.NOTE),)


def _recommendations(
    life: Life, who: Correspondent, stage: Stage, rng: Random
) -> tuple[Recommendation, ...]:
    if not life.connected_on or rng.random() > _PRAISES.get(life.met.how, 0.0):
        return ()
    last = stage.today - _LAST_EXPORT
    first = _moment(life.connected_on, last, rng)
    own_company = job_on(stage.owner.jobs, life.met.on).company.name
    subjects = {
        True: (who, life.name.given),
        False: (replace(who, company=own_company), stage.owner.name.given),
    }
    sides = rng.choice(((True,), (False,), (False,), (True, False)))
    moments = [first + timedelta(days=number) for number in range(len(sides))]
    return tuple(
        Recommendation(at, given, recommendation(*subjects[given], rng))
        for at, given in zip(moments, sides, strict=True)
        if at.date() <= last
    )


def _endorsements(life: Life, last: date, rng: Random) -> tuple[Endorsement, ...]:
    if not life.connected_on or rng.random() > 0.06:
        return ()
    skills = rng.sample(working_life("en").trades, rng.randint(1, 3))
    given = rng.random() < 0.4
    at = _moment(life.connected_on, last, rng)
    return tuple(
        Endorsement(at + timedelta(seconds=7 * number), given, skill)
        for number, skill in enumerate(skills)
    )


def _appointments(
    life: Life, who: Correspondent, last: date, rng: Random
) -> tuple[Appointment, ...]:
    if rng.random() > _MEETS.get(life.met.how, 0.0):
        return ()
    first = life.met.on if life.met.how is How.CLIENT else life.met.on + timedelta(days=10)
    days = [first]
    while rng.random() < 0.35 + 0.3 * life.warmth:
        days.append(days[-1] + timedelta(days=rng.randint(20, 300)))
    topic = rng.choice(phrases("en")["topic"])
    return tuple(
        Appointment(
            at=moment_of(day, rng).replace(minute=0, second=0),
            minutes=rng.choice((30, 45, 60, 90)),
            subject=rng.choice((f"{life.name.full} / {topic}", f"Call: {topic}", "Catch-up")),
            place=rng.choice((who.place, "Video call", "")),
        )
        for day in days
        if day <= last
    )


def _moment(first: date, last: date, rng: Random) -> datetime:
    return moment_of(day_between(first, last, rng), rng)
