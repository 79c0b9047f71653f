"""Short drafts for the user to change and send: they state what is stored, and nothing else.

Nothing is ever sent from here. A draft has blanks where only the user knows what to say.
"""

from dataclasses import dataclass
from datetime import date

from contacts.owed import OwedKind
from contacts.wording import spoken_day
from triage.wording import excerpt

BLANK = "…"  # what the user fills in


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people who may be introduced; what is not known is empty."""

    name: str
    title: str = ""
    company: str = ""


def answer(name: str, on: date, sentence: str = "") -> str:
    """Return the beginning of a late answer; `sentence` is what awaited it, if it is known."""
    wrote = f"you wrote on {spoken_day(on)}"
    about = f"{wrote}: {excerpt(sentence)}" if sentence else f"{wrote}."
    return f"{_greeting(name)} {about} I never answered, and I am sorry. {BLANK}"


def keep(name: str, sentence: str, on: date | None = None) -> str:
    """Return a draft that goes with what was promised in those words."""
    when = f" on {spoken_day(on)}" if on else ""
    return f"{_greeting(name)} I wrote{when}: {excerpt(sentence)} Here it is: {BLANK}"


def thank(name: str, kind: OwedKind, on: date | None = None) -> str:
    """Return thanks for a recommendation or endorsements, and the offer to return them."""
    when = f" on {spoken_day(on)}" if on else ""
    if kind is OwedKind.RECOMMENDATION:
        given = f"you wrote a recommendation for me{when}"
        offer = "I would like to write one for you, too"
    elif kind is OwedKind.ENDORSEMENT:
        given = f"you endorsed me{when}"
        offer = "I would like to endorse you, too"
    else:
        return f"{_greeting(name)} I owe you an introduction: {BLANK}"
    return f"{_greeting(name)} {given}: thank you! {offer}: for {BLANK}?"


def congratulate(name: str, job: str) -> str:
    """Return a congratulation on a new job, in the words of the list of connections."""
    return f"{_greeting(name)} I saw your new job: {job}. Congratulations! How is it? {BLANK}"


def introduce(one: Side, other: Side, reason: str = "") -> tuple[str, str]:
    """Return a message to each of the two that asks first: neither learns how to reach the other.

    `reason` is a line that may be shown to both: a shared event or company, no quoted message.
    """
    return _ask_first(one, other, reason), _ask_first(other, one, reason)


def _ask_first(to: Side, other: Side, reason: str) -> str:
    at = f" at {other.company}" if other.company else ""
    who = f" ({other.title}{at})" if other.title else f" ({other.company})" if other.company else ""
    why = f" {reason}" if reason else ""
    name = other.name or BLANK
    return (
        f"{_greeting(to.name)} may I introduce you to {name}{who}?{why} If you would rather not,"
        f" just say so; I ask {name}, too, before I connect the two of you."
    )


def _greeting(name: str) -> str:
    return f"Hello {name}," if name else "Hello,"
