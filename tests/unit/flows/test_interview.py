from contacts.identifiers import PersonId
from contacts.judgements import Verdict
from contacts.report import OpenPair, PairSide
from flows.interview import Answered, Interview


def pair(one: str, other: str) -> OpenPair:
    first, second = (PairSide(PersonId(who), who, "") for who in (one, other))
    return OpenPair(first, second, 0.5, (), "", "")


AB, BC, AC = pair("a", "b"), pair("b", "c"), pair("a", "c")


def test_what_follows_from_two_answers_is_not_asked() -> None:
    asking = Interview((AB, BC, AC))
    asking.answered.append(Answered(AB, Verdict.SAME))
    assert asking.open() == [BC, AC]
    asking.answered.append(Answered(BC, Verdict.SAME))
    assert asking.open() == []


def test_who_differs_from_one_differs_from_all_who_are_the_same() -> None:
    asking = Interview((AB, BC, AC))
    asking.answered += [Answered(AB, Verdict.SAME), Answered(BC, Verdict.DIFFERENT)]
    assert asking.open() == []


def test_two_differences_leave_the_third_pair_open() -> None:
    asking = Interview((AB, BC, AC))
    asking.answered += [Answered(AB, Verdict.DIFFERENT), Answered(BC, Verdict.DIFFERENT)]
    assert asking.open() == [AC]


def test_a_pair_that_is_passed_over_is_not_asked_again_and_answers_nothing() -> None:
    asking = Interview((AB, BC, AC))
    asking.answered.append(Answered(AB, Verdict.UNSURE))
    assert asking.open() == [BC, AC]
    asking.answered.pop()
    assert asking.open() == [AB, BC, AC]
