"""Why a tie stands where it stands, in two or three plain lines."""

from collections.abc import Hashable, Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from contacts.interactions import InteractionKind
from contacts.ties import Recall
from contacts.wording import spoken_day, spoken_month
from triage.activation import Bools, strengths
from triage.pieces import KINDS, Pieces
from triage.weights import Weights
from triage.wording import spoken_chance, spoken_gap

SPOKEN = 2  # kinds of evidence that are named, the strongest first
MOST = 0.6  # a share from which on one kind of evidence is most of what is left
SILENCE = 30  # days: a shorter gap is none

_PHRASES = {  # (kind, by the user): what happened
    (InteractionKind.CARD, True): "Their card is from",
    (InteractionKind.CARD, False): "Their card is from",
    (InteractionKind.MET, False): "You met in",
    (InteractionKind.CONNECTED, False): "You connected in",
    (InteractionKind.INVITED, True): "You invited them in",
    (InteractionKind.INVITED, False): "They invited you in",
    (InteractionKind.MESSAGE, True): "You wrote in",
    (InteractionKind.MESSAGE, False): "They wrote in",
    (InteractionKind.ONE_TAP, True): "You sent a ready-made greeting in",
    (InteractionKind.ONE_TAP, False): "They sent a ready-made greeting in",
    (InteractionKind.RECOMMENDED, True): "You recommended them in",
    (InteractionKind.RECOMMENDED, False): "They recommended you in",
    (InteractionKind.ENDORSED, True): "You endorsed them in",
    (InteractionKind.ENDORSED, False): "They endorsed you in",
    (InteractionKind.MET, True): "You met in",
    (InteractionKind.IMPORTED, False): "They were in your phone book in",
    (InteractionKind.IMPORTED, True): "They were in your phone book in",
    (InteractionKind.FOLLOWED, True): "You followed them in",
    (InteractionKind.FOLLOWED, False): "They followed you in",
    (InteractionKind.NOTE, True): "You noted something about them in",
    (InteractionKind.NOTE, False): "You noted something about them in",
}
_SEVERAL = {InteractionKind.CARD: "They gave you cards"}
_CONFIDENCE = ("Nothing dated.", "One date only.")  # by the number of dated pieces
_SAID = {
    Recall.KNOW_WELL: "you know them well",
    Recall.CAN_PLACE: "you can place them",
    Recall.ONLY_THE_NAME: "only the name rings a bell",
    Recall.NO_IDEA: "you have no idea who they are",
}


def reasons(
    found: Pieces, ties: pd.DataFrame, newest: pd.DataFrame, as_of: date, weights: Weights
) -> pd.Series:
    """Return the lines of each tie, a line each: the user's word, strongest evidence, the gap.

    `ties` are in the order of the owners of `found`; `newest`: the newest recall of each person.
    """
    spoken = _spoken(found, as_of, weights)
    only_they = _only_they(found, len(ties))
    said = newest.reindex(ties["person"])
    rows = zip(ties["last_contact"], ties["pieces"], said["answer"], said["on"], strict=True)
    return pd.Series(
        [
            "\n".join(
                [
                    *_word_of_the_user(answer, on),
                    *spoken.get(owner, ()),
                    *(["They write, you don't."] if only_they[owner] else []),
                    *_confidence(int(pieces)),
                    *_gap(last, as_of),
                ]
            )
            for owner, (last, pieces, answer, on) in enumerate(rows)
        ],
        index=ties.index,
        dtype="str",
    )


def _spoken(found: Pieces, as_of: date, weights: Weights) -> dict[int, list[str]]:
    """Return for each owner with dated evidence the lines on what is strongest."""
    alike = ["owner", "kind", "acted", "batched", "noted"]
    every = pd.DataFrame(
        {
            "owner": found.events.owner,
            "kind": found.kind,
            "acted": found.events.acted,
            "batched": found.batched,
            "noted": found.noted & found.is_kind(InteractionKind.INVITED),
            "day": found.day,
            "strength": strengths(found.events, weights),
        }
    )
    days = every[found.dated].groupby([*alike, "day"])["strength"].max().reset_index()
    groups = days.groupby(alike, as_index=False).agg(
        strength=("strength", "sum"), count=("day", "size"), newest=("day", "min")
    )
    groups["share"] = groups["strength"] / groups.groupby("owner")["strength"].transform("sum")
    groups = groups.sort_values(["owner", "strength"], ascending=[True, False], kind="stable")
    groups["place"] = groups.groupby("owner").cumcount()
    groups["of"] = groups.groupby("owner")["place"].transform("size")
    lines: dict[int, list[str]] = {}
    for group in groups[groups["place"] < SPOKEN].to_dict("records"):
        line = _happened(group, as_of)
        if group["place"] == 0 and group["of"] > 1 and group["share"] >= MOST:
            line += f"; that is most of what is left ({spoken_chance(group['share'])})"
        lines.setdefault(group["owner"], []).append(f"{line}.")
    return lines


def _happened(group: dict[Hashable, Any], as_of: date) -> str:
    """Return what happened and when, of pieces of evidence that are alike."""
    phrase = _PHRASES[KINDS[group["kind"]], bool(group["acted"])]
    if group["noted"]:
        phrase = f"{phrase.rpartition(' ')[0]} with a note in"
    month = spoken_month(as_of - timedelta(days=group["newest"]))
    if group["count"] > 1:
        stem = _SEVERAL.get(KINDS[group["kind"]], phrase.rpartition(" ")[0])
        return f"{stem} on {group['count']} different days, last in {month}"
    return f"{phrase} {month}{' or earlier' if group['batched'] else ''}"


def _only_they(found: Pieces, people: int) -> Bools:
    """Return who wrote to the user without the user having ever acted towards them."""
    owner = found.events.owner
    wrote = found.is_kind(InteractionKind.MESSAGE) & ~found.events.acted
    mine = np.bincount(owner[found.events.acted], minlength=people) > 0
    return ~mine & (np.bincount(owner[wrote], minlength=people) > 0)


def _word_of_the_user(answer: object, on: object) -> Iterator[str]:
    if isinstance(answer, str) and isinstance(on, str):
        yield f"You said on {spoken_day(date.fromisoformat(on))} that {_SAID[Recall(answer)]}."


def _confidence(pieces: int) -> Iterator[str]:
    if pieces < len(_CONFIDENCE):
        yield _CONFIDENCE[pieces]


def _gap(last: object, as_of: date) -> Iterator[str]:
    if isinstance(last, str):
        day = date.fromisoformat(last)
        silent = (as_of - day).days
        if silent >= SILENCE:
            yield f"Nothing dated since {spoken_month(day)}: {spoken_gap(silent)}."
