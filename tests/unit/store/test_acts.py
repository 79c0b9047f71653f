from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from contacts import frames
from contacts.errors import UsageError
from contacts.extraction import Extraction
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict
from contacts.ties import Answer, Disposition, Recall
from store import Database, Transaction, acts, people

AT = "2026-03-04T05:06:07Z"


def _judge(tx: Transaction, first: str, second: str, verdict: str) -> int:
    return acts.append(
        tx, acts.JUDGEMENT, {"first": first, "second": second, "verdict": verdict}, AT
    )


def _judgement(first: str, second: str, verdict: Verdict) -> Judgement:
    return Judgement(RecordId(first), RecordId(second), verdict)


@pytest.mark.parametrize("change", ["UPDATE acts SET kind = 'other'", "DELETE FROM acts"])
def test_an_act_cannot_be_changed_or_deleted(database: Database, change: str) -> None:
    with database.write() as tx:
        acts.append(tx, "note", {"text": "met at the fair"}, AT)
    with database.write() as tx, pytest.raises(IntegrityError, match="never changed or deleted"):
        tx.exec_driver_sql(change)


def test_an_act_holds_until_it_is_undone(database: Database) -> None:
    with database.write() as tx:
        act = acts.append(tx, "note", {"text": "Ünïcode", "on": None, "n": [1, 2.5]}, AT)
        (held,) = acts.live(tx, "note")
        assert (held.act, held.payload) == (act, {"text": "Ünïcode", "on": None, "n": [1, 2.5]})
        acts.undo(tx, act, AT)
        assert acts.live(tx, "note") == []


def test_undoing_an_undoing_lets_the_act_hold_again(database: Database) -> None:
    with database.write() as tx:
        act = acts.append(tx, "note", {}, AT)
        undoing = acts.undo(tx, act, AT)
        acts.undo(tx, undoing, AT)
        assert [held.act for held in acts.live(tx, "note")] == [act]
        acts.undo(tx, act, AT)
        assert acts.live(tx, "note") == []
        assert len(acts.history(tx)) == acts.last(tx) == 4


def test_what_was_undone_or_never_was_cannot_be_undone(database: Database) -> None:
    with database.write() as tx:
        act = acts.append(tx, "note", {}, AT)
        acts.undo(tx, act, AT)
        with pytest.raises(UsageError, match="undone already"):
            acts.undo(tx, act, AT)
        with pytest.raises(UsageError, match="act 99: is not in the log"):
            acts.undo(tx, 99, AT)


def test_the_newest_judgement_on_a_pair_counts(database: Database) -> None:
    with database.write() as tx:
        assert (acts.last(tx), acts.judgements(tx)) == (0, [])
        _judge(tx, "b", "a", "same")
        newest = _judge(tx, "a", "b", "different")
        _judge(tx, "a", "c", "unsure")
        unsure = _judgement("a", "c", Verdict.UNSURE)
        assert acts.judgements(tx) == [_judgement("a", "b", Verdict.DIFFERENT), unsure]
        acts.undo(tx, newest, AT)
        assert acts.judgements(tx) == [_judgement("a", "b", Verdict.SAME), unsure]


def test_a_judgement_holds_of_all_its_pairs_and_is_one_act(database: Database) -> None:
    with database.write() as tx:
        old = _judge(tx, "b", "c", "same")
        said = {"first": "d", "second": "a", "verdict": "different", "besides": [["c", "b"]]}
        act = acts.append(tx, acts.JUDGEMENT, said, AT)
        assert acts.verdicts(tx) == {
            ("a", "d"): (Verdict.DIFFERENT, act),
            ("b", "c"): (Verdict.DIFFERENT, act),
        }
        acts.undo(tx, act, AT)
        assert acts.verdicts(tx) == {("b", "c"): (Verdict.SAME, old)}


def test_judgements_are_told_oldest_first(database: Database) -> None:
    with database.write() as tx:
        for first, second in (("c", "d"), ("a", "b"), ("c", "d")):
            _judge(tx, first, second, "same")
        assert [one.first for one in acts.judgements(tx)] == ["a", "c"]


def test_an_answer_follows_the_record_that_was_shown(
    database: Database, say: Callable[..., object], said: Callable[..., Extraction]
) -> None:
    say("aa", said({"a": "Ada", "b": "Bob"}))
    with database.write() as tx:
        together = frames.CLUSTERS.build({"record_id": x, "cluster_id": "1"} for x in "ab")
        people.assign(tx, together)
        acts.append(tx, acts.ANSWER, {"record_id": "b", "answer": "no_idea"}, AT)
        gone = {"record_id": "gone", "answer": "know_well"}
        acts.append(tx, acts.ANSWER, gone, AT)
        local = {"record_id": "a", "answer": "keep", "on": "2026-03-05"}
        kept = acts.append(tx, acts.ANSWER, local, AT)
        apart = frames.CLUSTERS.build({"record_id": x, "cluster_id": x} for x in "ab")
        ada, bob = people.assign(tx, apart)["cluster_id"]
        assert frames.rows(acts.answers(tx)) == [
            {"person": bob, "answer": "no_idea", "on": "2026-03-04", "until": None},
            {"person": ada, "answer": "keep", "on": "2026-03-05", "until": None},
        ]
        acts.undo(tx, kept, AT)
        assert acts.answers(tx)["person"].tolist() == [bob]


def _apart(tx: Transaction) -> list[str]:
    """Make a person of each record; returns them."""
    apart = frames.CLUSTERS.build({"record_id": x, "cluster_id": x} for x in "ab")
    return people.assign(tx, apart)["cluster_id"].tolist()


def test_an_answer_with_a_wish_is_two_answers_of_one_act(
    database: Database, say: Callable[..., object], said: Callable[..., Extraction]
) -> None:
    say("aa", said({"a": "Ada", "b": "Bob"}))
    later = Answer(Recall.CAN_PLACE, Disposition.LATER, date(2026, 5, 1), 2.5)
    with database.write() as tx:
        ada, _ = _apart(tx)
        act = acts.answer(tx, {RecordId("a"): later}, date(2026, 3, 5), AT)
        assert acts.live(tx, acts.ANSWER)[0].payload["seconds"] == 2.5
        assert frames.rows(acts.answers(tx)) == [
            {"person": ada, "answer": "can_place", "on": "2026-03-05", "until": None},
            {"person": ada, "answer": "later", "on": "2026-03-05", "until": "2026-05-01"},
        ]
        acts.undo(tx, act, AT)
        assert acts.answers(tx).empty


def test_the_answers_of_a_screen_are_one_act_that_one_undo_takes_back(
    database: Database, say: Callable[..., object], said: Callable[..., Extraction]
) -> None:
    say("aa", said({"a": "Ada", "b": "Bob"}))
    screen = {
        RecordId("a"): Answer(Recall.CAN_PLACE),
        RecordId("b"): Answer(None, Disposition.LET_GO),
    }
    with database.write() as tx:
        ada, bob = _apart(tx)
        act = acts.answer(tx, screen, date(2026, 3, 5), AT)
        found = acts.answers(tx)
        assert dict(zip(found["person"], found["answer"], strict=True)) == {
            ada: "can_place",
            bob: "let_go",
        }
        acts.undo(tx, act, AT)
        assert acts.answers(tx).empty


def test_an_answer_and_its_undoing_leave_who_is_who(database: Database) -> None:
    with database.write() as tx:
        judged = _judge(tx, "a", "b", "same")
        said = acts.answer(tx, {RecordId("a"): Answer(Recall.SKIP)}, date(2026, 3, 5), AT)
        undone = acts.undo(tx, said, AT)
        acts.undo(tx, undone, AT)
        assert acts.change_people(tx, judged - 1)
        assert not acts.change_people(tx, judged)
        acts.undo(tx, judged, AT)
        assert acts.change_people(tx, undone)
