"""Messages between the owner and one person: scenes of a correspondence, filled with phrases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random

from weakties.demo.chance import moment_of
from weakties.demo.encounters import How, Meeting
from weakties.demo.tables import Phrases, phrases

_LONG = 0.45  # messages with greeting and closing on lines of their own


class Intent(StrEnum):
    """What a message is for."""

    NOTE = "note"  # the note of an invitation, copied into the thread
    HELLO = "hello"
    SMALL_TALK = "small_talk"
    ASK = "ask"
    ANSWER = "answer"
    PROMISE = "promise"
    KEPT = "kept"  # what was promised comes
    THANKS = "thanks"
    INTRODUCTION = "introduction"
    ONE_TAP = "one_tap"
    INMAIL = "inmail"
    EMPTY = "empty"  # a reaction or an attachment alone


@dataclass(frozen=True, slots=True)
class Message:
    """A one-to-one message; `out` where the owner wrote it."""

    at: datetime
    out: bool
    text: str
    intent: Intent
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Correspondent:
    """What the phrases may speak of: first names, company, language, how they met.

    `acquaintances` are people of whom the two may speak.
    """

    given: str
    owner: str
    company: str
    language: str
    met: Meeting
    place: str
    acquaintances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a scene: by who opened it or by the other, after so many days of silence."""

    opener: bool
    intent: Intent
    days: tuple[int, int]


_OPENER, _OTHER = True, False
_AT_ONCE = (0, 0)
_SCENES: tuple[tuple[int, tuple[_Line, ...]], ...] = (  # with the weight of each
    (
        5,
        (
            _Line(_OPENER, Intent.SMALL_TALK, _AT_ONCE),
            _Line(_OTHER, Intent.SMALL_TALK, (0, 6)),
        ),
    ),
    (2, (_Line(_OPENER, Intent.SMALL_TALK, _AT_ONCE),)),
    (1, (_Line(_OPENER, Intent.SMALL_TALK, _AT_ONCE), _Line(_OTHER, Intent.EMPTY, (0, 2)))),
    (2, (_Line(_OPENER, Intent.ASK, _AT_ONCE),)),
    (4, (_Line(_OPENER, Intent.ASK, _AT_ONCE), _Line(_OTHER, Intent.ANSWER, (0, 9)))),
    (
        3,
        (
            _Line(_OPENER, Intent.ASK, _AT_ONCE),
            _Line(_OTHER, Intent.ANSWER, (0, 9)),
            _Line(_OPENER, Intent.THANKS, (0, 2)),
        ),
    ),
    (3, (_Line(_OPENER, Intent.ASK, _AT_ONCE), _Line(_OTHER, Intent.PROMISE, (0, 5)))),
    (
        3,
        (
            _Line(_OPENER, Intent.ASK, _AT_ONCE),
            _Line(_OTHER, Intent.PROMISE, (0, 5)),
            _Line(_OTHER, Intent.KEPT, (2, 25)),
            _Line(_OPENER, Intent.THANKS, (0, 2)),
        ),
    ),
    (
        2,
        (
            _Line(_OPENER, Intent.INTRODUCTION, _AT_ONCE),
            _Line(_OTHER, Intent.THANKS, (0, 4)),
        ),
    ),
    (3, (_Line(_OPENER, Intent.ONE_TAP, _AT_ONCE), _Line(_OTHER, Intent.THANKS, (0, 2)))),
    (3, (_Line(_OPENER, Intent.ONE_TAP, _AT_ONCE),)),
)


def correspond(
    who: Correspondent, first: date, warmth: float, today: date, rng: Random
) -> tuple[Message, ...]:
    """Return the messages of the years, in order; `warmth` (0 to 1) makes them many and lasting."""
    found: list[Message] = []
    begin = moment_of(first, rng)
    for number in range(1 + int(rng.expovariate(1 / (1 + 7 * warmth)))):
        found += _greeted(who, begin, rng) if number == 0 else _scene(who, begin, rng)
        begin = moment_of(
            max(found[-1].at.date(), begin.date())
            + timedelta(days=3 + int(rng.expovariate(1 / (60 + 300 * (1 - warmth))))),
            rng,
        )
    return tuple(message for message in found if message.at.date() < today)


def inmail(who: Correspondent, first: date, rng: Random) -> Message:
    """Return a message from somebody who is no contact."""
    english = phrases("en")
    subject = _filled(rng.choice(english["english_only.inmail_subject"]), who, rng, out=False)
    text = _filled(rng.choice(english["english_only.inmail"]), who, rng, out=False)
    return Message(
        moment_of(first, rng), out=False, text=text, intent=Intent.INMAIL, subject=subject
    )


def invitation_note(who: Correspondent, rng: Random, *, out: bool) -> str:
    """Return the words of an invitation: they say how the two met."""
    return _worded(who, f"met.{who.met.how}", rng, out=out, long=False)


def recommendation(who: Correspondent, name: str, rng: Random) -> str:
    """Return what one says of `name`."""
    text = rng.choice(phrases(who.language)[f"recommendation.{who.met.how}"])
    return _filled(text, who, rng, out=True).replace("{name}", name)


def _greeted(who: Correspondent, begin: datetime, rng: Random) -> Iterator[Message]:
    """Yield the first scene, which mostly begins with how the two met."""
    if rng.random() < 0.7:
        out = _owner_opens(who, rng)
        text = _worded(who, f"met.{who.met.how}", rng, out=out, long=True)
        yield Message(begin, out, text, Intent.HELLO)
        begin += timedelta(minutes=rng.randint(30, 3000))
    yield from _scene(who, begin, rng)


def _scene(who: Correspondent, begin: datetime, rng: Random) -> Iterator[Message]:
    opened_by_owner = _owner_opens(who, rng)
    lines = rng.choices(_SCENES, weights=[weight for weight, _ in _SCENES])[0][1]
    for line in lines:
        begin += timedelta(days=rng.randint(*line.days), minutes=rng.randint(4, 500))
        out = opened_by_owner is line.opener
        yield Message(begin, out, _said(who, line.intent, rng, out=out), line.intent)


def _owner_opens(who: Correspondent, rng: Random) -> bool:
    return rng.random() < (0.05 if who.met.how is How.RECRUITER else 0.45)


def _said(who: Correspondent, intent: Intent, rng: Random, *, out: bool) -> str:
    english = phrases("en")
    if intent is Intent.EMPTY:
        return ""
    if intent is Intent.ONE_TAP:
        return _filled(rng.choice(english["english_only.one_tap"]), who, rng, out=out)
    if intent is Intent.THANKS and rng.random() < 0.3:
        return _filled(rng.choice(english["english_only.one_tap_thanks"]), who, rng, out=out)
    long = intent is not Intent.THANKS and rng.random() < _LONG
    return _worded(who, intent.value, rng, out=out, long=long)


def _worded(who: Correspondent, kind: str, rng: Random, *, out: bool, long: bool) -> str:
    book: Phrases = phrases(who.language)
    body = _filled(rng.choice(book[kind]), who, rng, out=out)
    if not long:
        return body[:1].upper() + body[1:]
    greeting = _filled(rng.choice(book["greeting"]), who, rng, out=out)
    closing = _filled(rng.choice(book["closing"]), who, rng, out=out)
    return "\n\n".join(part for part in (greeting, body, closing) if part)


def _filled(text: str, who: Correspondent, rng: Random, *, out: bool) -> str:
    book = phrases(who.language)
    reader, writer = (who.given, who.owner) if out else (who.owner, who.given)
    event = who.met.event.name if who.met.event else "the fair"
    values = {
        "{thing}": rng.choice(book["thing"]),  # first: a thing may speak of a topic
        "{topic}": rng.choice(book["topic"]),
        "{when}": rng.choice(book["when"]),
        "{you}": reader,
        "{i}": writer,
        "{event}": event,
        "{place}": who.met.place or who.place,
        "{company}": who.company,
        "{shared}": who.met.shared or who.company,
        "{other}": who.met.by or rng.choice(who.acquaintances),
        "{years}": str(rng.randint(1, 15)),
    }
    for slot, value in values.items():
        text = text.replace(slot, value)
    return text


def last_word(messages: Sequence[Message]) -> Message | None:
    """Return the last message that is more than a click; None where there is none."""
    worded = [m for m in messages if m.intent not in {Intent.ONE_TAP, Intent.EMPTY}]
    return worded[-1] if worded else None
