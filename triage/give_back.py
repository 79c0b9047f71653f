"""What was received and not returned: recommendations and endorsements, and introductions owed."""

from datetime import date

import pandas as pd

from contacts import owed_frames
from contacts.interactions import Direction, InteractionKind, SentenceKind
from contacts.owed import OwedKind, PromiseState
from triage.rest import archived

_ORDER = tuple(kind.value for kind in OwedKind)  # what is owed most comes first
_RETURNED_BY = {  # a recommendation is more than an endorsement, and returns one as well
    OwedKind.RECOMMENDATION.value: (InteractionKind.RECOMMENDED.value,),
    OwedKind.ENDORSEMENT.value: (
        InteractionKind.ENDORSED.value,
        InteractionKind.RECOMMENDED.value,
    ),
}
_KINDS = {
    InteractionKind.RECOMMENDED.value: OwedKind.RECOMMENDATION.value,
    InteractionKind.ENDORSED.value: OwedKind.ENDORSEMENT.value,
}


def give_back(
    ties: pd.DataFrame,
    evidence: pd.DataFrame,
    promises: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    news: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return a GIVE_BACK frame: a row a person and kind, whoever is owed most first.

    Frames of those names. A person's rows stand together; between people of whom the same kind is
    owed, the worth of the tie decides. Several endorsements are one row that counts them.
    """
    alive = ties.loc[~archived(ties, answers, as_of, news), ["person", "value"]]
    until = evidence[evidence["on"].isna() | (evidence["on"] <= as_of.isoformat())]
    owed = pd.concat([_introductions(promises), _received(until)], ignore_index=True)
    owed = owed.merge(alive, on="person")
    if owed.empty:
        return owed_frames.GIVE_BACK.empty()
    owed["rank"] = owed["kind"].map(_ORDER.index)
    owed["best"] = owed.groupby("person")["rank"].transform("min")
    owed = owed.sort_values(
        ["best", "value", "person", "rank"], ascending=[True, False, True, True], kind="stable"
    )
    return owed_frames.GIVE_BACK.typed(owed)


def _introductions(promises: pd.DataFrame) -> pd.DataFrame:
    """Return the open promises to introduce somebody, the newest of each person."""
    is_open = promises["state"] == PromiseState.OPEN.value
    owed = promises[is_open & (promises["kind"] == SentenceKind.INTRODUCTION.value)]
    owed = owed.rename(columns={"sentence": "text"})
    return _newest(owed.assign(kind=OwedKind.INTRODUCTION.value))


def _received(evidence: pd.DataFrame) -> pd.DataFrame:
    """Return what people gave the user and did not get back."""
    kinds = evidence[evidence["kind"].isin(list(_KINDS))]
    given = kinds[kinds["direction"] == Direction.OUT.value]
    received = kinds[kinds["direction"] == Direction.IN.value]
    received = received.assign(kind=received["kind"].map(_KINDS))
    returned = pd.Series(data=False, index=received.index)
    for kind, ways in _RETURNED_BY.items():
        thanked = given.loc[given["kind"].isin(ways), "person"]
        returned |= (received["kind"] == kind) & received["person"].isin(thanked)
    return _newest(received[~returned])


def _newest(owed: pd.DataFrame) -> pd.DataFrame:
    """Return of each person and kind the newest row, with how many there are."""
    ordered = owed.sort_values(["on", "locator"], na_position="first", kind="stable")
    pieces = ordered.groupby(["person", "kind"])["record_id"].transform("size")
    newest = ordered.assign(pieces=pieces).drop_duplicates(["person", "kind"], keep="last")
    columns = owed_frames.GIVE_BACK.names
    return newest[columns]
