"""What became of what is owed: the newest word counts, and can be taken back."""

from contacts.owed import FollowUp, Outcome
from store import Database, acts, follow_ups

AT = "2026-06-30T08:00:00Z"


def test_the_newest_word_on_a_matter_counts_until_it_is_taken_back(database: Database) -> None:
    with database.write() as tx:
        follow_ups.settle(tx, FollowUp.PROMISE, "a1", Outcome.BROKEN, "a line", AT)
        newest = follow_ups.settle(tx, FollowUp.PROMISE, "a1", Outcome.DONE, "a line", AT)
        follow_ups.settle(tx, FollowUp.LOOP, "b2", Outcome.DISMISSED, "a line", AT)
        assert follow_ups.outcomes(tx) == {"a1": Outcome.DONE, "b2": Outcome.DISMISSED}
        acts.undo(tx, newest, AT)
        assert follow_ups.outcomes(tx) == {"a1": Outcome.BROKEN, "b2": Outcome.DISMISSED}


def test_what_became_of_a_matter_changes_nobody(database: Database) -> None:
    with database.write() as tx:
        follow_ups.settle(tx, FollowUp.PROMISE, "a1", Outcome.DONE, "a line", AT)
        assert not acts.change_people(tx, 0)
