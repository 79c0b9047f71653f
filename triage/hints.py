"""What may bring a person back: true, dated lines, each with the place it was read.

Recognition outlives recall by decades (Seamon & Travis 1993), so a name is shown with its cues.
Nothing is inferred: every noun of a line stands in the evidence or on the list of people.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain, groupby
from operator import itemgetter

import pandas as pd

from contacts import frames
from contacts.interactions import YOUR_WORD, Direction, InteractionKind, SentenceKind
from contacts.ties import HintKind
from triage import own_life
from triage.background import Background
from triage.hint_lines import Row, ends, line, spoken, when
from triage.news import lasting, sentence
from triage.pieces import pieces
from triage.weights import DEFAULTS, Weights
from triage.wording import excerpt, listed

COMPANY_OF_A_DAY = 3  # judgement: so many on one day were one occasion, or one sitting
NAMED = 3  # of those who share a day, so many by name
SENTENCES = 2  # of those that say how the two met, so many


def hints(
    evidence: pd.DataFrame,
    people: pd.DataFrame,
    as_of: date,
    background: Background | None = None,
    weights: Weights = DEFAULTS,
) -> pd.DataFrame:
    """Return a HINTS frame: the lines of each person, in the order of `people`, the best first.

    Frames of those names. Mailings and one-tap texts bring nobody back and give no line.
    """
    background = background or Background()
    rows = _usable(evidence, people, as_of, weights)
    met = _how_met(background.said, people, as_of)
    lines = [
        *_cards(rows),
        *_places(rows, background.places),
        *_together(rows, InteractionKind.CARD),
        *_messages(rows, met),
        *_meetings(rows),
        *_told(rows),
        *_recommendations(rows),
        *_invitations(rows),
        *_phone_book(rows),
        *_connections(rows),
        *_together(rows, InteractionKind.CONNECTED),
        *own_life.lines(rows, background),
        *_news(background.news, people, as_of),
    ]
    if not lines:
        return frames.HINTS.empty()
    ordered = pd.DataFrame(lines).sort_values(["owner", "rank", "date", "text"], kind="stable")
    return frames.HINTS.typed(ordered)


def _usable(
    evidence: pd.DataFrame, people: pd.DataFrame, as_of: date, weights: Weights
) -> pd.DataFrame:
    """Return the usable evidence with what is said of its people, oldest first, undated last."""
    found = pieces(evidence, people, as_of, weights)
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


def _cards(rows: pd.DataFrame) -> Iterator[Row]:
    for row, _ in ends(rows, InteractionKind.CARD):
        taken = f", photographed on {spoken(row)}" if row["on"] else ""
        if row["text"]:
            yield line(row, HintKind.EVENT, "event", f"Card from {row['text']}{taken}")
        else:
            yield line(row, HintKind.CARD, "card", f"You have a card of theirs{taken}")


def _places(rows: pd.DataFrame, places: Mapping[str, str]) -> Iterator[Row]:
    where = rows["record_id"].map(places)
    located = rows.assign(where=where)[where.notna()].drop_duplicates(["owner", "where"])
    for row, _ in ends(located, InteractionKind.CARD):
        text = f"Card photographed near {row['where']}{when(row)}"
        yield line(row, HintKind.PLACE, "place", text)


def _how_met(said: pd.DataFrame, people: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Return the sentences that say how somebody was met, of each person the first ones."""
    known = said["on"].isna() | (said["on"] <= as_of.isoformat())
    told = said[(said["kind"] == SentenceKind.HINT.value) & known]
    told = told.assign(owner=pd.Index(people["person"]).get_indexer(told["person"]))
    told = told[told["owner"] >= 0].sort_values(["owner", "at", "text"], kind="stable")
    told = told.drop_duplicates(["owner", "text"])
    return told[told.groupby("owner").cumcount() < SENTENCES]


def _messages(rows: pd.DataFrame, met: pd.DataFrame) -> Iterator[Row]:
    """Yield the first and last words, and the sentences that say how the two met, each once."""
    sentences: defaultdict[int, list[Row]] = defaultdict(list)
    for told in frames.rows(met):
        sentences[int(str(told["owner"]))].append(told)
    for row, which in ends(rows[rows["on"].notna()], InteractionKind.MESSAGE):
        if row["mailed"]:
            continue
        text = f"{_who_wrote(row)} wrote{when(row)} ({which} message)"
        if not row["text"]:
            yield line(row, HintKind.MESSAGE, "message", text)
            continue
        words, left = excerpt(row["text"]), sentences[row["owner"]]
        repeated = [one for one in left if one["text"] in words]
        rank = "how you met" if repeated else f"{'last' if which == 'last' else 'first'} words"
        yield line(row, HintKind.MESSAGE, rank, f"{text}: {words}")
        sentences[row["owner"]] = [one for one in left if one not in repeated]
    for one in chain.from_iterable(sentences.values()):
        text = f"{_who_wrote(one)} wrote{when(one)}: {excerpt(one['text'])}"
        yield line(one, HintKind.MESSAGE, "how you met", text)


def _who_wrote(row: Row) -> str:
    return "You" if row["direction"] == Direction.OUT.value else "They"


def _meetings(rows: pd.DataFrame) -> Iterator[Row]:
    for row, _ in ends(rows[rows["file"] != YOUR_WORD], InteractionKind.MET):
        words = f": {excerpt(row['text'])}" if row["text"] else ""
        yield line(row, HintKind.CALENDAR, "calendar", f"In your calendar{when(row)}{words}")


def _told(rows: pd.DataFrame) -> Iterator[Row]:
    """Yield the first and last meeting, and the first and last note, of which the user told."""
    yours = rows[rows["file"] == YOUR_WORD]
    for kind, happened in ((InteractionKind.MET, "You met"), (InteractionKind.NOTE, "Your note")):
        for row, _ in ends(yours, kind):
            words = f": {excerpt(row['text'])}" if row["text"] else ""
            yield line(row, HintKind.NOTE, "your word", f"{happened}{when(row)}{words}")


def _recommendations(rows: pd.DataFrame) -> Iterator[Row]:
    for row, _ in ends(rows, InteractionKind.RECOMMENDED):
        mine = row["direction"] == Direction.OUT.value
        text = f"{'You recommended them' if mine else 'They recommended you'}{when(row)}"
        words = f": {excerpt(row['text'])}" if row["text"] else ""
        yield line(row, HintKind.RECOMMENDATION, "recommendation", f"{text}{words}")


def _invitations(rows: pd.DataFrame) -> Iterator[Row]:
    for row, _ in ends(rows, InteractionKind.INVITED):
        mine = row["direction"] == Direction.OUT.value
        text = f"{'You invited them' if mine else 'They invited you'}{when(row)}"
        if row["text"]:
            note = f"{text}, with a note: {excerpt(row['text'])}"
            yield line(row, HintKind.INVITATION, "note", note)
        else:
            yield line(row, HintKind.INVITATION, "invitation", text)


def _phone_book(rows: pd.DataFrame) -> Iterator[Row]:
    for row, which in ends(rows, InteractionKind.IMPORTED):
        if which != "last":
            yield line(row, HintKind.PHONE_BOOK, "phone book", f"In your phone book{when(row)}")


def _connections(rows: pd.DataFrame) -> Iterator[Row]:
    for row, which in ends(rows, InteractionKind.CONNECTED):
        if which != "last":
            yield line(row, HintKind.CONNECTED, "connected", f"Connected{when(row)}")


def _news(news: pd.DataFrame, people: pd.DataFrame, as_of: date) -> Iterator[Row]:
    owners = dict(zip(people["person"], range(len(people)), strict=True))
    for row in lasting(news, as_of):
        if row["person"] in owners:
            dated = {**row, "owner": owners[row["person"]], "on": row["as_of"]}
            yield line(dated, HintKind.NEWS, "news", sentence(row))


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
            text = f"Cards of {who} were photographed the same day, {spoken(row)}"
            if not card:
                text = f"On {spoken(row)} you also connected with {who}"
            yield line(row, HintKind.SAME_DAY, rank, text)
