"""What real data does to the tie model: each case as the manual of the model says."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd
import pytest

from contacts import frames
from triage import cues, hints, memory, queue
from triage.sweep import screens

Build = Callable[..., pd.DataFrame]
MARKUP = ('<img src=x onerror="x">', "<b>", "&lt;", "]]>", "''''", "\x1b[31mred\x00", "=1+1", "   ")


def letters(years: range) -> list[dict[str, object]]:
    return [{"on": f"{year}-06-01"} for year in years]


@pytest.mark.parametrize("answer", ["know_well", "no_idea"])
def test_answers_of_one_kind_alone_leave_odds_and_their_order(
    evidence: Build, people: Build, answers: Build, as_of: date, answer: str
) -> None:
    told = [
        (f"p{age}", one) for age in range(1, 9) for one in letters(range(2018 - age, 2020 - age))
    ]
    everybody = people(*(f"p{age}" for age in range(1, 9)))
    said = answers(*((f"p{age}", answer, "2026-05-30") for age in range(1, 9)))
    found = memory.assess(evidence(*told), everybody, said, as_of)
    assert found["p_known"].between(0.01, 0.99).all()
    assert found["p_known"].is_monotonic_decreasing
    before = memory.assess(evidence(*told), everybody, answers(), as_of)["p_known"]
    assert ((found["p_known"] > before) == (answer == "know_well")).all()


def test_one_with_a_hundred_thousand_messages_is_assessed_and_moves_nobody_else(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    few = [(person, one) for person in ("ann", "bo") for one in letters(range(2020, 2023))]
    days = pd.Timestamp(as_of) - pd.to_timedelta(np.arange(100_000) % 3000, unit="D")
    flood = evidence(("max", {})).loc[np.zeros(days.size, dtype=np.int64)]
    flood = flood.assign(on=days.strftime("%Y-%m-%d"))
    together = frames.EVIDENCE.typed(pd.concat([evidence(*few), flood]))
    found = memory.assess(together, people("ann", "bo", "max"), answers(), as_of)
    alone = memory.assess(evidence(*few), people("ann", "bo", "max"), answers(), as_of)
    pd.testing.assert_frame_equal(found[:2], alone[:2])
    assert found["pieces"][2] == 3000
    assert 0.5 < found["p_known"][2] <= 1
    assert len(hints.hints(together, people("ann", "bo", "max"), as_of)) == 6  # first and last


def test_a_clock_that_goes_back_sees_what_was_known_then(
    evidence: Build, people: Build, answers: Build
) -> None:
    then = date(2025, 1, 1)
    early = [(person, one) for person in ("ann", "bo") for one in letters(range(2020, 2023))]
    late = [("ann", {"on": "2026-05-01"}), ("bo", {"on": "2025-03-01", "direction": "in"})]
    said = [("ann", "can_place", "2024-12-30")], [("bo", "no_idea", "2026-05-31")]
    known = evidence(*early), people("ann", "bo"), answers(*said[0])
    all_ = evidence(*early, *late), people("ann", "bo"), answers(*said[0], *said[1])
    expected, found = memory.assess(*known, then), memory.assess(*all_, then)
    pd.testing.assert_frame_equal(found, expected)
    chosen = [
        queue.today(expected, everybody, told, given, then)
        for told, everybody, given in (known, all_)
    ]
    pd.testing.assert_frame_equal(*chosen)
    assert chosen[0]["person"].tolist() == ["bo"]


def test_records_that_became_one_person_count_a_day_once_and_the_newest_answer(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    rows = [
        ("ann", one | {"record_id": record})
        for one in letters(range(2020, 2023))
        for record in "ab"
    ]
    once = [row for row in rows if row[1]["record_id"] == "a"]
    said = answers(("ann", "know_well", "2026-01-01"), ("ann", "no_idea", "2026-05-01"))
    both = memory.assess(evidence(*rows), people("ann"), said, as_of)
    pd.testing.assert_frame_equal(both, memory.assess(evidence(*once), people("ann"), said, as_of))
    assert both["tie_class"].tolist() == ["weak"]
    assert "no idea" in both["reasons"][0]


def test_where_nothing_is_dated_nobody_is_queued_and_all_are_swept(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    everybody = people("ann", "bo", "cat")
    undated = evidence(*((person, {"on": None}) for person in everybody["person"]))
    found = memory.assess(undated, everybody, answers(), as_of)
    assert found["p_known"].isna().all()
    assert set(found["tie_class"]) == {"cannot_tell"}
    assert queue.today(found, everybody, undated, answers(), as_of).empty
    swept = screens(cues.groups(found, everybody, undated))
    assert {one for screen in swept for group in screen for one in group.people} == {
        *everybody["person"]
    }


def test_a_blast_to_five_hundred_is_a_tenth_of_a_letter_each_and_no_hint(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    crowd = [f"p{number}" for number in range(500)]
    blast = evidence(*((person, {"digest": "season's greetings"}) for person in crowd))
    letter = evidence(*((person, {"digest": person}) for person in crowd))
    found, fair = (memory.assess(one, people(*crowd), answers(), as_of) for one in (blast, letter))
    ratio = np.exp(found["activation"] - fair["activation"])
    assert ratio.to_numpy() == pytest.approx(0.1)
    assert hints.hints(blast, people(*crowd), as_of).empty


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_names_and_notes_is_text_in_one_line(
    evidence: Build, people: Build, answers: Build, as_of: date, text: str
) -> None:
    everybody = people("ann", "bo", name=text, company=text, title=text, event=text)
    told = [
        (
            person,
            one | {"text": text, "kind": kind, "source": "card" if kind == "card" else "linkedin"},
        )
        for person in ("ann", "bo")
        for kind in ("message", "card", "invited", "recommended", "note")
        for one in letters(range(2019, 2021))
    ]
    ties = memory.assess(evidence(*told), everybody, answers(), as_of)
    chosen = queue.today(ties, everybody, evidence(*told), answers(), as_of)
    assert len(chosen) == 2
    shown = hints.hints(evidence(*told), everybody, as_of)["text"]
    quoted = shown[shown.str.contains("“", regex=False)]
    visible = "".join(sign for sign in text.strip() if sign.isprintable())
    assert quoted.empty == (not visible)
    assert shown.map(str.isprintable).all()
    assert quoted.str.contains(visible, regex=False).all()
