"""Open loops: they wrote last, and the user never answered."""

from collections.abc import Collection
from datetime import date

import pandas as pd

from contacts import owed_frames
from contacts.identifiers import stable_id
from contacts.interactions import Direction, InteractionKind, SentenceKind
from contacts.owed import LoopState
from triage.pieces import days_ago
from triage.rest import archived

OPEN_FOR = 180  # judgement: days after which nobody waits any more, and a loop is said to be old
_ANSWERS = (InteractionKind.MESSAGE.value, InteractionKind.RECOMMENDED.value)  # if the user acted


def loops(
    ties: pd.DataFrame,
    evidence: pd.DataFrame,
    said: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    dismissed: Collection[str] = frozenset(),
    news: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return a LOOPS frame, the newest first: at most one loop a person.

    Frames of those names; `dismissed` are keys of loops that the user closed. A letter of the user,
    a recommendation or a meeting on a later day is an answer. So is one of that day, a day being as
    precise as evidence gets, unless a sentence asks: it stood in the last words of its archive.
    Ready-made congratulations and mailings open no loop; whoever was let go has none.
    """
    alive = ties.loc[~archived(ties, answers, as_of, news), "person"]
    until = evidence.assign(age=days_ago(evidence["on"], as_of))
    until = until[until["age"] >= 0]
    received = until[
        (until["kind"] == InteractionKind.MESSAGE.value)
        & (until["direction"] == Direction.IN.value)
        & (until["recipients"] == 1)
        & until["person"].isin(alive)
    ]
    newest = received.groupby("person")["age"].transform("min")
    last = received[received["age"] == newest]
    last = last.merge(_asking(said), on=["person", "record_id", "on", "locator"], how="left")
    since = last["person"].map(_answered(until))
    last = last[~(since < last["age"]) & ~((since == last["age"]) & last["sentence"].isna())]
    last = last.sort_values(["sentence", "locator"], na_position="last", kind="stable")
    last = last.drop_duplicates("person")
    old = last["age"] > OPEN_FOR
    found = last.assign(
        key=_keys(last), state=old.map({True: LoopState.OLD.value, False: LoopState.OPEN.value})
    )
    found = found[~found["key"].isin(list(dismissed))]
    ordered = found.sort_values(["on", "person"], ascending=[False, True], kind="stable")
    return owed_frames.LOOPS.typed(ordered)


def _answered(evidence: pd.DataFrame) -> pd.Series:
    """Return by person how many days ago the user last wrote or the two last met."""
    kind, direction = evidence["kind"], evidence["direction"]
    acted = kind.isin(_ANSWERS) & (direction == Direction.OUT.value)
    met = kind == InteractionKind.MET.value
    return evidence[acted | met].groupby("person")["age"].min()


def _asking(said: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences that await an answer, the last of a person and day."""
    asked = (said["kind"] == SentenceKind.LOOP.value) & (said["direction"] == Direction.IN.value)
    ordered = said[asked].sort_values(["at", "text"], na_position="first", kind="stable")
    last = ordered.drop_duplicates(["person", "on"], keep="last")
    columns = ["person", "record_id", "on", "locator", "text"]
    return last[columns].rename(columns={"text": "sentence"})


def _keys(last: pd.DataFrame) -> pd.Series:
    """Return the names by which acts know the loops: the same as long as the message is."""
    words = last["sentence"].fillna("")
    rows = zip(last["record_id"], last["on"], words, strict=True)
    keys = [stable_id(record, SentenceKind.LOOP.value, on, text) for record, on, text in rows]
    return pd.Series(keys, index=last.index, dtype="str")
