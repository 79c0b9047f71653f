"""The user's acts in words, and taking them back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import store
from contacts import frames
from contacts.claims import Property
from contacts.errors import UsageError
from contacts.interactions import InteractionKind
from contacts.judgements import Verdict
from contacts.wording import spoken_day
from extractors.card.entered import field_name
from flows.receipt import counted
from store.acts import Act

_NAMED = 4  # of a judgement, so many by name
_VERDICTS = {
    Verdict.SAME: "are one person",
    Verdict.DIFFERENT: "are two people",
    Verdict.UNSURE: "may be one person",
}


@dataclass(frozen=True, slots=True)
class ToldAct:
    """An act that holds: its number, when it was, and what was said."""

    act: int
    at: str
    words: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and the number of the act that did it, which can be undone in turn."""

    taken_back: ToldAct
    act: int


def told_acts(database: store.Database) -> list[ToldAct]:
    """Return the acts that hold, oldest first."""
    with database.read() as tx:
        return told(tx, store.acts.held(tx))


def undo(database: store.Database, act: int | None, at: str) -> Undone:
    """Take back an act, by default the last one that holds.

    Raises:
        UsageError: there is none to take back.
    """
    with database.write() as tx:
        held = store.acts.held(tx)
        if act is None and not held:
            raise UsageError("undo", "there is nothing to take back", "weakties undo --list")
        number = held[-1].act if act is None else act
        log = {entry.act: entry for entry in store.acts.history(tx)}
        undoing = store.acts.undo(tx, number, at)
        (taken_back,) = told(tx, [log[number]])
    return Undone(taken_back, undoing)


def told(tx: store.Transaction, acts: Sequence[Act]) -> list[ToldAct]:
    """Return acts in words."""
    names = _names(tx, sorted({one for act in acts for one in _records(act)}))
    return [ToldAct(act.act, act.at, in_words(act, names)) for act in acts]


def _records(act: Act) -> list[str]:
    if act.kind == store.acts.JUDGEMENT:
        besides = (one for pair in act.payload.get("besides", ()) for one in pair)
        return list(dict.fromkeys((act.payload["first"], act.payload["second"], *besides)))
    return [str(act.payload["record_id"])] if "record_id" in act.payload else []


def _names(tx: store.Transaction, record_ids: Sequence[str]) -> Mapping[str, str]:
    claims = store.records.claimed(tx, record_ids)
    rows = frames.rows(claims[claims["property"] == Property.NAME.value])
    return {str(row["record_id"]): str(row["value"]) for row in reversed(rows)}


def in_words(act: Act, names: Mapping[str, str]) -> str:
    """Return what an act says; `names` are those of records, where they have one."""
    if act.undoes is not None:
        return f"act {act.undoes} was taken back"
    said = act.payload
    who = [f"{names[one]} ({one})" if one in names else one for one in _records(act)]
    match act.kind:
        case store.acts.CORRECTION:
            values = ", ".join(one["value"] for one in said["values"]) or "nothing"
            words = f"the {field_name(Property(said['property']))} of {who[0]} is {values}"
        case store.acts.JUDGEMENT:
            words = _judgement(Verdict(said["verdict"]), who, len(said.get("besides", ())))
        case store.acts.ANSWER:
            words = _answered(act, who)
        case store.acts.HAPPENED:
            did = "met" if said["what"] == InteractionKind.MET else "wrote to"
            words = f"you {did} {who[0]} on {_day(said['on'])}{_text(said)}"
        case store.acts.FOLLOW_UP:
            words = f"{said['outcome']}: {said['words']}"
        case store.acts.NOTE:
            words = f"a note of {_day(said['on'])} about {who[0]}{_text(said)}"
        case store.acts.ENCOUNTER:
            cards = counted(len(said["record_ids"]), "card")
            words = f"{cards} of one encounter: {said['event'] or 'no event'}"
        case store.acts.REVERT:
            words = f"what {said['file']} brought does not count"
        case _:
            words = act.kind
    return words


def _answered(act: Act, who: Sequence[str]) -> str:
    """Return an answer in words; of several, how many of each."""
    said = store.acts.answers_of(act)
    if len(said) > 1:
        every = Counter(_spoken(one["answer"]) for one in said)
        told_ = ", ".join(f"{number} {word}" for word, number in every.items())
        return f"{len(said)} people at once: {told_}"
    (one,) = said
    words = [_spoken(word) for word in (one["answer"], one.get("then")) if word]
    until = f" until {_day(one['until'])}" if one.get("until") else ""
    return f"{who[0]}: {', '.join(words)}{until}"


def _spoken(word: str) -> str:
    return word.replace("_", " ")


def _day(on: str) -> str:
    return spoken_day(date.fromisoformat(on))


def _text(said: Mapping[str, str]) -> str:
    return f": {said['text']}" if said["text"] else ""


def _judgement(verdict: Verdict, who: Sequence[str], besides: int) -> str:
    """Return a judgement in words; `besides` are the pairs beyond the first two of `who`."""
    if verdict is Verdict.SAME:
        more = [f"{len(who) - _NAMED} more records"] if len(who) > _NAMED else []
        names = [*who[:_NAMED], *more]
        return f"{', '.join(names[:-1])} and {names[-1]} {_VERDICTS[verdict]}"
    others = f", and so for {counted(besides, 'other pair')} of their records" if besides else ""
    return f"{who[0]} and {who[1]} {_VERDICTS[verdict]}{others}"
