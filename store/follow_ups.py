"""What the user said became of what they owe, by the key of each matter."""

from collections.abc import Collection, Mapping

from contacts.identifiers import RecordId
from contacts.owed import FollowUp, Outcome
from store import acts
from store.database import Transaction


def settle(
    tx: Transaction,
    what: FollowUp,
    key: str,
    outcome: Outcome,
    words: str,
    at: str,
    record_ids: Collection[RecordId] = (),
) -> int:
    """Add what became of a matter and return the act; the newest word on a key counts.

    `words` say which matter it was, `record_ids` are those of whom it is about.
    """
    said = {"what": what.value, "key": key, "outcome": outcome.value, "words": words}
    return acts.append(tx, acts.FOLLOW_UP, {**said, "record_ids": list(record_ids)}, at)


def outcomes(tx: Transaction) -> Mapping[str, Outcome]:
    """Return what became of matters, by key."""
    said = acts.live(tx, acts.FOLLOW_UP)
    return {act.payload["key"]: Outcome(act.payload["outcome"]) for act in said}


def introduced(tx: Transaction) -> frozenset[tuple[str, str]]:
    """Return the pairs of persons of whom the user said anything: they are not proposed again."""
    pairs = [
        act.payload["record_ids"]
        for act in acts.live(tx, acts.FOLLOW_UP)
        if act.payload["what"] == FollowUp.INTRODUCTION
    ]
    holder = acts.holders(tx, {record_id for pair in pairs for record_id in pair})
    return frozenset(
        (holder[one], holder[other]) for one, other in pairs if one in holder and other in holder
    )
