"""What may bring a person back: true, dated lines, each with the place it was read.

Recognition outlives recall by decades (Seamon & Travis 1993), so a name is shown with its cues.
Nothing is inferred: every noun of a line stands in the evidence or on the list of people.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

import numpy as np
import pandas as pd

from contacts import frames
from contacts.interactions import YOUR_WORD, Direction, InteractionKind
from contacts.ties import HintKind
from contacts.wording import spoken_day
from triage.news import lasting, sentence
from triage.pieces import pieces
from triage.weights import DEFAULTS
from triage.wording import excerpt, listed

COMPANY_OF_A_DAY = 3  # judgement: so many on one day were one occasion, or one sitting
NAMED = 3  # of those who share a day, so many by name
Row = Mapping[str, Any]

RANKS = {  # judgement: what brings most back comes first; an occasion before words before a date
    "your word": -1,
    "event": 0,
    "calendar": 1,
    "note": 2,
    "first words": 3,
    "last words": 4,
    "card": 5,
    "news": 6,
    "place": 7,
    "cards of the day": 8,
    "connected with others": 9,
    "connected": 10,
    "invitation": 11,
    "message": 12,
}


def hints(
    evidence: pd.DataFrame,
    people: pd.DataFrame,
    as_of: date,
    places: Mapping[str, str] | None = None,
    news: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return a HINTS frame: the lines of each person, in the order of `people`, the best first.

    Frames of those names, `news` too; `places` says in words where the photo of a record was taken.
    Mailings and one-tap texts bring nobody back and give no line.
    """
    rows = _usable(evidence, people, as_of)
    lines = [
        *_cards(rows),
        *_places(rows, places or {}),
        *_together(rows, InteractionKind.CARD),
        *_messages(rows),
        *_meetings(rows),
        *_told(rows),
        *_invitations(rows),
        *_connections(rows),
        *_together(rows, InteractionKind.CONNECTED),
        *_news(frames.NEWS.empty() if news is None else news, people, as_of),
    ]
    if not lines:
        return frames.HINTS.empty()
    ordered = pd.DataFrame(lines).sort_values(["owner", "rank", "date", "text"], kind="stable")
    return frames.HINTS.typed(ordered)


def _usable(evidence: pd.DataFrame, people: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Return the usable evidence with what is said of its people, oldest first, undated last."""
    found = pieces(evidence, people, as_of, DEFAULTS)
    owner = found.events.owner
    rows = evidence.iloc[found.row].reset_index(drop=True)
    rows = rows.assign(
        owner=owner,
        name=people["name"].to_numpy()[owner],
        batched=found.batched,
        mailed=found.mailed,
        on=rows["on"].where(found.dated),
        text=rows["text"].fillna("").str.strip(),
    )
    return rows.sort_values(["owner", "on", "kind", "file", "locator"], kind="stable")


def _line(row: Row, kind: HintKind, rank: str, text: str) -> Row:
    """Return a row of HINTS with where it stands among its person's."""
    return {
        "owner": row["owner"],
        "rank": RANKS[rank],
        "person": row["person"],
        "kind": kind.value,
        "text": text,
        "date": row["on"],
        "file": row["file"],
        "locator": row["locator"],
    }


def _day(row: Row) -> str:
    return spoken_day(date.fromisoformat(row["on"]))


def _when(row: Row) -> str:
    """Return ` on 3 May 2021`, or nothing for an undated row."""
    return f" on {_day(row)}" if row["on"] else ""


def _ends(rows: pd.DataFrame, kind: InteractionKind) -> Iterator[tuple[Row, str]]:
    """Yield the first and the last row of a kind of each owner, each with which it is."""
    alike = rows[rows["kind"] == kind.value]
    first, last = ~alike.duplicated("owner"), ~alike.duplicated("owner", keep="last")
    which = np.where(first & last, "only", np.where(first, "first", "last"))
    ends = (first | last).to_numpy()
    yield from zip(frames.rows(alike[ends]), which[ends].tolist(), strict=True)


def _cards(rows: pd.DataFrame) -> Iterator[Row]:
    for row, _ in _ends(rows, InteractionKind.CARD):
        dated = f", dated {_day(row)}" if row["on"] else ""
        dated += " or earlier" if row["batched"] else ""
        if row["text"]:
            yield _line(row, HintKind.EVENT, "event", f"Card from {row['text']}{dated}")
        else:
            yield _line(row, HintKind.CARD, "card", f"You have a card of theirs{dated}")


def _places(rows: pd.DataFrame, places: Mapping[str, str]) -> Iterator[Row]:
    where = rows["record_id"].map(places)
    located = rows.assign(where=where)[where.notna()].drop_duplicates(["owner", "where"])
    for row, _ in _ends(located, InteractionKind.CARD):
        text = f"Card photographed near {row['where']}{_when(row)}"
        yield _line(row, HintKind.PLACE, "place", text)


def _messages(rows: pd.DataFrame) -> Iterator[Row]:
    for row, which in _ends(rows[rows["on"].notna()], InteractionKind.MESSAGE):
        if row["mailed"]:
            continue
        who = "You" if row["direction"] == Direction.OUT.value else "They"
        text = f"{who} wrote{_when(row)} ({which} message)"
        if row["text"]:
            rank = "last words" if which == "last" else "first words"
            yield _line(row, HintKind.MESSAGE, rank, f"{text}: {excerpt(row['text'])}")
        else:
            yield _line(row, HintKind.MESSAGE, "message", text)


def _meetings(rows: pd.DataFrame) -> Iterator[Row]:
    for row, _ in _ends(rows[rows["file"] != YOUR_WORD], InteractionKind.MET):
        words = f": {excerpt(row['text'])}" if row["text"] else ""
        yield _line(row, HintKind.CALENDAR, "calendar", f"In your calendar{_when(row)}{words}")


def _told(rows: pd.DataFrame) -> Iterator[Row]:
    """Yield the first and last meeting, and the first and last note, of which the user told."""
    yours = rows[rows["file"] == YOUR_WORD]
    for kind, happened in ((InteractionKind.MET, "You met"), (InteractionKind.NOTE, "Your note")):
        for row, _ in _ends(yours, kind):
            words = f": {excerpt(row['text'])}" if row["text"] else ""
            yield _line(row, HintKind.NOTE, "your word", f"{happened}{_when(row)}{words}")


def _invitations(rows: pd.DataFrame) -> Iterator[Row]:
    for row, _ in _ends(rows, InteractionKind.INVITED):
        mine = row["direction"] == Direction.OUT.value
        text = f"{'You invited them' if mine else 'They invited you'}{_when(row)}"
        if row["text"]:
            note = f"{text}, with a note: {excerpt(row['text'])}"
            yield _line(row, HintKind.INVITATION, "note", note)
        else:
            yield _line(row, HintKind.INVITATION, "invitation", text)


def _connections(rows: pd.DataFrame) -> Iterator[Row]:
    for row, which in _ends(rows, InteractionKind.CONNECTED):
        if which != "last":
            yield _line(row, HintKind.CONNECTED, "connected", f"Connected{_when(row)}")


def _news(news: pd.DataFrame, people: pd.DataFrame, as_of: date) -> Iterator[Row]:
    owners = dict(zip(people["person"], range(len(people)), strict=True))
    for row in lasting(news, as_of):
        if row["person"] in owners:
            dated = {**row, "owner": owners[row["person"]], "on": row["as_of"]}
            yield _line(dated, HintKind.NEWS, "news", sentence(row))


def _together(rows: pd.DataFrame, kind: InteractionKind) -> Iterator[Row]:
    """Yield who else came on the same day, for days that brought several people."""
    alike = rows[(rows["kind"] == kind.value) & rows["on"].notna()]
    alike = alike.drop_duplicates(["owner", "on"]).sort_values(["on", "name"], kind="stable")
    card = kind is InteractionKind.CARD
    rank = "cards of the day" if card else "connected with others"
    for _, together in groupby(frames.rows(alike), key=itemgetter("on")):
        day = list(together)
        if len(day) < COMPANY_OF_A_DAY:
            continue
        named = [row for row in day if row["name"]][: NAMED + 1]
        for row in day:
            others = [str(other["name"]) for other in named if other is not row][:NAMED]
            who = listed(others, len(day) - 1 - len(others))
            text = f"Cards of {who} bear the same day, {_day(row)}"
            if not card:
                text = f"On {_day(row)} you also connected with {who}"
            yield _line(row, HintKind.SAME_DAY, rank, text)
