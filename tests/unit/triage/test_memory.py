from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from contacts import frames
from triage.memory import assess, believe
from triage.weights import DEFAULTS, Weights

Build = Callable[..., pd.DataFrame]
Assess = Callable[..., pd.DataFrame]

CARD = {"kind": "card", "direction": "both", "source": "card"}
CONNECTED = {"kind": "connected", "direction": "both"}
INVITED = {"kind": "invited", "direction": "out"}
THEIRS = {"direction": "in"}


@pytest.fixture
def tie(evidence: Build, people: Build, answers: Build, as_of: date) -> Callable[..., pd.Series]:
    """Assess one person, `ann`, on rows of evidence and (answer, on)."""

    def assessed(
        *rows: dict[str, object], said: tuple[tuple[str, str], ...] = (), **columns: object
    ) -> pd.Series:
        ties = assess(
            evidence(*(("ann", row) for row in rows)),
            people("ann", **columns),
            answers(*(("ann", *answer) for answer in said)),
            as_of,
        )
        return ties.iloc[0]

    return assessed


def on(day: str, **row: object) -> dict[str, object]:
    return {"on": day, **row}


def test_a_card_a_year_ago_is_known_with_the_odds_the_prior_was_set_by(tie: Assess) -> None:
    assert tie(on("2025-06-01", **CARD))["p_known"] == pytest.approx(0.30, abs=0.01)


def test_ten_letters_in_one_spell_a_year_ago_are_remembered(tie: Assess) -> None:
    spell = [on(f"2025-06-{day:02}") for day in range(1, 11)]
    assert tie(*spell, sources=0)["p_known"] == pytest.approx(0.84, abs=0.02)


def test_a_bare_connection_of_five_years_is_all_but_gone(tie: Assess) -> None:
    assert tie(on("2021-06-01", **CONNECTED))["p_known"] == pytest.approx(0.03, abs=0.01)


def test_one_date_alone_cannot_tell(tie: Assess) -> None:
    assert tie(on("2020-01-01"))["tie_class"] == "cannot_tell"


def test_two_old_dates_make_a_weak_tie(tie: Assess) -> None:
    assert tie(on("2020-01-01"), on("2019-01-01"))["tie_class"] == "weak"


def test_two_fresh_dates_make_a_known_one(tie: Assess) -> None:
    assert tie(on("2026-05-31"), on("2026-05-30"))["tie_class"] == "known"


def test_a_batch_of_messages_on_one_day_is_one_piece(tie: Assess) -> None:
    assert tie(on("2024-01-01"), on("2024-01-01", **THEIRS), on("2024-01-01"))["pieces"] == 1


def test_a_connection_and_its_bare_invitation_are_one_piece(tie: Assess) -> None:
    assert tie(on("2024-01-01", **INVITED), on("2024-01-09", **CONNECTED))["pieces"] == 1


def test_an_invitation_with_a_note_is_a_piece_of_its_own(tie: Assess) -> None:
    noted = on("2024-01-01", **INVITED, text="You spoke on maps")
    assert tie(noted, on("2024-01-09", **CONNECTED))["pieces"] == 2


def test_without_a_date_there_is_no_number(tie: Assess) -> None:
    found = tie({"on": None}, {"on": None})
    assert found["tie_class"] == "cannot_tell"
    assert pd.isna([found["activation"], found["p_known"], found["last_contact"]]).all()
    assert found["reasons"] == "Nothing dated."


def test_without_any_evidence_there_is_no_number(tie: Assess) -> None:
    assert pd.isna(tie()["p_known"])


def test_an_event_of_the_future_is_dropped(tie: Assess) -> None:
    assert tie(on("2020-01-01"), on("2027-01-01"))["last_contact"] == "2020-01-01"


def test_an_event_of_tomorrow_is_one_of_today(tie: Assess) -> None:
    assert tie(on("2026-06-02"))["last_contact"] == "2026-06-01"


@pytest.mark.parametrize("epoch", ["1970-01-01", "1980-01-01", "2000-01-01", "2002-12-08"])
def test_a_camera_whose_clock_was_never_set_dates_nothing(tie: Assess, epoch: str) -> None:
    assert tie(on(epoch, **CARD))["pieces"] == 0


def test_a_letter_of_a_camera_epoch_is_dated(tie: Assess) -> None:
    assert tie(on("2002-12-08"))["pieces"] == 1


def test_an_impossible_day_is_no_date(tie: Assess) -> None:
    assert tie(on("2025-02-30"))["pieces"] == 0


def test_only_incoming_counts_once_without_a_bonus(tie: Assess) -> None:
    once = tie(on("2025-06-01", **THEIRS))
    twice = tie(on("2025-06-01", **THEIRS), on("2025-05-01", **THEIRS))
    assert twice["activation"] == once["activation"]
    assert twice["value"] == pytest.approx(1.585, abs=0.001)
    assert "They write, you don't." in twice["reasons"]


def test_a_connection_does_not_make_a_recruiter_an_acquaintance(tie: Assess) -> None:
    mails = [on(f"2025-0{month}-01", **THEIRS) for month in range(1, 7)]
    alone, connected = tie(*mails), tie(*mails, on("2020-01-01", **CONNECTED))
    assert connected["activation"] == alone["activation"]


def test_a_tie_in_which_both_act_is_worth_more(tie: Assess) -> None:
    both, one = (tie(on("2025-01-01"), on("2025-02-01", **way)) for way in (THEIRS, {}))
    assert both["value"] == pytest.approx(1.5 * one["value"])


def test_a_mailing_is_worth_a_tenth(tie: Assess) -> None:
    letter, mailing = tie(on("2025-01-01")), tie(on("2025-01-01", recipients=50))
    assert letter["activation"] - mailing["activation"] == pytest.approx(2.3026, abs=1e-4)


def test_equal_words_to_fifty_on_one_day_are_a_mailing(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    persons = [f"p{number}" for number in range(50)]
    sent = evidence(*((person, {"digest": "same"}) for person in persons))
    alone = evidence(("p0", {"digest": "same"}))
    one, many = (assess(rows, people(*persons), answers(), as_of) for rows in (alone, sent))
    assert many["activation"][0] < one["activation"][0] - 2


def test_five_cards_of_one_camera_day_were_scanned_not_received(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    persons = [f"p{number}" for number in range(5)]
    rows = [(person, on("2025-06-01", **CARD)) for person in persons]
    four, five = (
        assess(evidence(*some), people(*persons), answers(), as_of) for some in (rows[:4], rows)
    )
    assert five["activation"][0] - four["activation"][0] == pytest.approx(-0.6931, abs=1e-4)
    assert "June 2025 or earlier" in five["reasons"][0]
    assert "or earlier" not in four["reasons"][0]


def test_ten_of_one_first_name_are_harder_to_place(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    rows, crowd = evidence(("p0", {})), people("p0", "p1", "p2", name="David Lind")
    shared = assess(rows, crowd, answers(), as_of)["p_known"][0]
    alone = assess(rows, people("p0", "p1", "p2"), answers(), as_of)["p_known"][0]
    assert shared < alone


def test_a_second_source_helps(tie: Assess) -> None:
    assert tie({}, sources=2)["p_known"] > tie({}, sources=1)["p_known"]


def test_a_person_without_a_name_is_assessed(tie: Assess) -> None:
    assert tie({}, name=None)["p_known"] > 0


@pytest.mark.parametrize(
    ("answer", "tie_class"),
    [
        ("know_well", "known"),
        ("can_place", "known"),
        ("only_the_name", "weak"),
        ("no_idea", "weak"),
        ("skip", "cannot_tell"),
        ("let_go", "cannot_tell"),
    ],
)
def test_the_users_word_outranks_the_evidence(tie: Assess, answer: str, tie_class: str) -> None:
    assert tie(on("2020-01-01"), said=((answer, "2026-01-01"),))["tie_class"] == tie_class


def test_the_newest_answer_counts(tie: Assess) -> None:
    said = (("know_well", "2026-02-01"), ("no_idea", "2026-01-01"), ("skip", "2026-03-01"))
    assert tie({}, said=said)["tie_class"] == "known"


def test_of_two_answers_on_one_day_the_later_row_counts(tie: Assess) -> None:
    said = (("know_well", "2026-02-01"), ("no_idea", "2026-02-01"))
    assert tie({}, said=said)["tie_class"] == "weak"


def test_an_answer_after_the_day_is_not_known_yet(tie: Assess) -> None:
    assert tie({}, said=(("no_idea", "2026-06-02"),))["tie_class"] == "cannot_tell"


def test_the_answer_is_said_in_the_reasons(tie: Assess) -> None:
    reasons = tie({}, said=(("can_place", "2026-05-03"),))["reasons"]
    assert reasons.startswith("You said on 3 May 2026 that you can place them.")


def test_who_has_no_dated_evidence_can_still_be_answered_about(tie: Assess) -> None:
    found = tie({"on": None}, said=(("no_idea", "2026-05-03"),))
    assert found["tie_class"] == "weak"
    assert pd.isna(found["p_known"])


def test_answers_about_others_move_the_odds(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    persons = [f"p{number}" for number in range(8)]
    rows, everybody = evidence(*((person, {}) for person in persons)), people(*persons)
    forgotten = answers(*((person, "no_idea", "2026-05-01") for person in persons[1:]))
    before = assess(rows, everybody, answers(), as_of)["p_known"][0]
    assert assess(rows, everybody, forgotten, as_of)["p_known"][0] < before


def test_an_answer_is_held_against_the_evidence_of_its_day(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    old = ("ann", on("2020-06-01"))
    later = ("ann", on("2026-05-20"))
    said = answers(("ann", "no_idea", "2026-05-01"))
    rest = ("bea", on("2024-01-01"))
    alone, since = (
        assess(evidence(*rows, rest), people("ann", "bea"), said, as_of)
        for rows in ((old,), (old, later))
    )
    assert since["p_known"][1] == alone["p_known"][1]


def test_evidence_of_somebody_not_on_the_list_is_left_out(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    ties = assess(evidence(("ann", {}), ("cat", {})), people("ann"), answers(), as_of)
    assert ties["person"].tolist() == ["ann"]


def test_nobody_at_all_gives_an_empty_table(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    assert frames.TIES.check(assess(evidence(), people(), answers(), as_of)).empty


def test_a_kind_that_is_none_of_ours_is_named(tie: Assess) -> None:
    with pytest.raises(ValueError, match="'handshake'"):
        tie({"kind": "handshake"})


def test_the_users_weights_are_used(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    rows, ann = evidence(("ann", CONNECTED)), people("ann")
    heavy = assess(rows, ann, answers(), as_of, Weights(connected=1.0))["p_known"][0]
    assert heavy > assess(rows, ann, answers(), as_of, DEFAULTS)["p_known"][0]


def test_what_is_given_is_not_changed(
    evidence: Build, people: Build, answers: Build, as_of: date
) -> None:
    given = evidence(("ann", {})), people("ann"), answers(("ann", "skip", "2026-01-01"))
    before = [frame.copy(deep=True) for frame in given]
    assess(*given, as_of)
    for frame, copy in zip(given, before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)


def test_reasons_name_the_strongest_evidence_its_share_and_the_gap(tie: Assess) -> None:
    reasons = tie(on("2025-10-05"), on("2024-05-02", **CARD))["reasons"]
    assert reasons.splitlines() == [
        "You wrote in October 2025; that is most of what is left (about 70 %).",
        "Their card is from May 2024.",
        "Nothing dated since October 2025: 8 months.",
    ]


def test_reasons_count_the_days_of_one_kind(tie: Assess) -> None:
    reasons = tie(on("2025-10-05"), on("2025-11-05"), on("2025-11-05"))["reasons"]
    assert reasons.startswith("You wrote on 2 different days, last in November 2025.")


def test_one_date_only_is_said(tie: Assess) -> None:
    assert "One date only." in tie({})["reasons"].splitlines()


@pytest.mark.parametrize("direction", ["out", "in", "both", "unknown"])
@pytest.mark.parametrize(
    "kind",
    ["card", "connected", "invited", "message", "one_tap", "recommended", "endorsed", "met"],
)
def test_every_kind_of_evidence_has_words(tie: Assess, kind: str, direction: str) -> None:
    assert "June 2025" in tie({"kind": kind, "direction": direction})["reasons"]


@pytest.mark.parametrize(("asked", "least", "most"), [(49, 0.299, 0.301), (50, 1, 2)])
def test_fifty_answers_teach_how_much_a_shared_first_name_takes(
    evidence: Build,
    people: Build,
    answers: Build,
    as_of: date,
    asked: int,
    least: float,
    most: float,
) -> None:
    """Fewer would not tell a user who never knows any of the many Davids from chance."""
    everybody = people(*(f"p{place}" for place in range(60)))
    names = [f"{'David' if place % 2 else f'N{place}'} Lind" for place in range(60)]
    rows = evidence(*((one, {"on": "2025-09-01"}) for one in everybody["person"]))
    said = answers(
        *(
            (f"p{place}", "no_idea" if place % 2 else "know_well", "2026-05-01")
            for place in range(asked)
        )
    )
    belief = believe(rows, everybody.assign(name=pd.Series(names, dtype="str")), said, as_of)
    assert least < belief.mean[2] < most
