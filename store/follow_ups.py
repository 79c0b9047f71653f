"""What the user said became of what they owe, by the key of each matter."""

from collections.abc import Mapping

from contacts.follow_ups import FollowUp, Outcome
from store import acts
from store.database import Transaction


def settle(tx: Transaction, what: FollowUp, key: str, outcome: Outcome, words: str, at: str) -> int:
    """Add what became of a matter, `words` say which; return the act. The newest word counts."""
    said = {"what": what.value, "key": key, "outcome": outcome.value, "words": words}
    return acts.append(tx, acts.FOLLOW_UP, said, at)


def outcomes(tx: Transaction) -> Mapping[str, Outcome]:
    """Return what became of matters, by key."""
    said = acts.live(tx, acts.FOLLOW_UP)
    return {act.payload["key"]: Outcome(act.payload["outcome"]) for act in said}
