from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

import dedupe
from dedupe.learning import ENOUGH, FURTHEST, LEAST, MOST

People = Callable[..., pd.DataFrame]
Told = tuple[pd.DataFrame, list[dedupe.Answer]]

SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru")


@pytest.fixture
def told(people: People) -> Told:
    """Return pairs of records, and answers: whoever shares a phone is another, all else are one."""
    rows: list[dict[str, str]] = []
    answers: list[dedupe.Answer] = []
    for at in range(2 * ENOUGH):
        name = f"{SYLLABLES[at % 10]}{SYLLABLES[at // 10]}r"
        shared = {"phones": f"040 {9_000_000 + 37 * at}"} if at % 2 else {"company": f"{name}works"}
        first, second = (f"r{len(rows)}", f"r{len(rows) + 1}")
        rows += [{"full_name": f"{given} {name}son", **shared} for given in ("Jo", "J.")]
        answers.append(dedupe.Answer(first, second, same=not at % 2))
    return people(*rows), answers


def test_answers_teach_what_counts_for_less(told: Told) -> None:
    rows, answers = told
    learnt = dedupe.fit(rows, answers).learnt
    assert learnt.answers == len(answers)
    assert LEAST <= learnt.factors["phones"] < 1 < learnt.factors["companies"] <= MOST
    assert abs(learnt.shift) <= FURTHEST


def test_answers_in_any_order_teach_the_same_and_one_taken_back_leaves_no_trace(
    told: Told,
) -> None:
    rows, answers = told
    taught = dedupe.fit(rows, answers).as_json()
    assert dedupe.fit(rows, answers[::-1]).as_json() == taught
    changed = [*answers[:-1], replace(answers[-1], same=not answers[-1].same)]
    assert dedupe.fit(rows, changed).as_json() != taught
    assert dedupe.fit(rows, answers).as_json() == taught


def test_too_few_answers_or_all_alike_teach_nothing(told: Told) -> None:
    rows, answers = told
    for some in (answers[: ENOUGH - 1], [one for one in answers if one.same]):
        assert dedupe.fit(rows, some).learnt.factors == {}
    every_third = [replace(one, weight=1 / 3) for one in answers]
    assert dedupe.fit(rows, every_third).learnt.factors == {}


def test_answers_about_records_that_are_gone_teach_nothing(told: Told) -> None:
    rows, answers = told
    gone = [replace(one, first=f"gone{at}") for at, one in enumerate(answers)]
    assert dedupe.fit(rows, gone).learnt.factors == {}


def test_what_is_learnt_moves_the_bits_and_the_reasons_still_add_up(told: Told) -> None:
    rows, answers = told
    plain, taught = (dedupe.settled(rows, answers=some) for some in ((), answers))
    by_phone = [
        found.found.pairs[found.found.pairs["reasons"].str.contains("phone")]
        for found in (plain, taught)
    ]
    assert by_phone[1]["bits"].max() < by_phone[0]["bits"].max()
    for _, pair in taught.found.pairs.iterrows():
        said = [float(reason.rsplit(" ", 1)[1]) for reason in pair["reasons"].split("; ")]
        assert sum(said) == pytest.approx(pair["bits"], abs=0.5)
