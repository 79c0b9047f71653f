"""What the user promised in writing, and what became of it by the user's own word."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from contacts import frames, owed_frames
from contacts.identifiers import stable_id
from contacts.interactions import Direction, SentenceKind
from contacts.owed import PromiseState
from triage.due import due
from triage.rest import archived

_KINDS = (SentenceKind.PROMISE.value, SentenceKind.INTRODUCTION.value)


def promises(
    ties: pd.DataFrame,
    said: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    states: Mapping[str, PromiseState] | None = None,
    news: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return a PROMISES frame: the open ones first, of each state the newest first.

    Frames of those names; `states` is the user's word, by key. Nothing is taken for kept or broken
    without it. A promise to somebody who was let go shows only if the user said what became of it.
    """
    spoken = {} if states is None else states
    known = said["on"].isna() | (said["on"] <= as_of.isoformat())
    written = said["kind"].isin(_KINDS) & (said["direction"] == Direction.OUT.value)
    found = said[known & written].rename(columns={"text": "sentence"})
    rows = frames.rows(found)
    keys = [_key(row) for row in rows]
    told = owed_frames.PROMISES.build(
        row | {"key": key, "due": _due(row), "state": spoken.get(key, PromiseState.OPEN).value}
        for row, key in zip(rows, keys, strict=True)
    )
    gone = ties.loc[archived(ties, answers, as_of, news), "person"]
    told = told[~told["person"].isin(gone) | (told["state"] != PromiseState.OPEN.value)]
    rank = told["state"].map([state.value for state in PromiseState].index)
    ordered = told.assign(rank=rank).sort_values(["key", "kind"], kind="stable")
    ordered = ordered.drop_duplicates("key").sort_values("on", ascending=False, kind="stable")
    return owed_frames.PROMISES.typed(ordered.sort_values("rank", kind="stable"))


def _key(row: Mapping[str, object]) -> str:
    """Return the name by which acts know a promise; the kind may change, the words may not."""
    on = str(row["on"] or "")
    parts = (str(row["record_id"]), SentenceKind.PROMISE.value, on, str(row["sentence"]))
    return stable_id(*parts)


def _due(row: Mapping[str, object]) -> str | None:
    """Return the day that the words name, counted from that of the message."""
    if not row["on"]:
        return None
    day = due(str(row["sentence"]), date.fromisoformat(str(row["on"])))
    return day.isoformat() if day else None
