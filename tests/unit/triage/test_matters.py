"""What is owed, in one line each."""

import pytest

from triage import matters


def test_a_loop_quotes_what_awaits_the_answer() -> None:
    row = {"on": "2026-05-04", "sentence": "Could you call me?"}
    assert matters.loop(row, "Ann") == "Ann wrote on 4 May 2026: “Could you call me?”"
    assert matters.loop(row | {"sentence": None}, "Ann") == "Ann wrote last, on 4 May 2026"


def test_a_promise_is_quoted_with_the_day_it_names() -> None:
    row = {"on": "2026-05-04", "sentence": "I'll call.", "due": "2026-05-08"}
    assert matters.promise(row, "Ann") == (
        "You wrote to Ann on 4 May 2026: “I'll call.”, due 8 May 2026"
    )
    assert matters.promise(row | {"on": None, "due": None}, "Ann") == (
        "You wrote to Ann: “I'll call.”"
    )


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (
            {"kind": "recommendation", "pieces": 1, "text": "A joy to work with."},
            "Ann recommended you on 4 May 2026, you did not recommend them: “A joy to work with.”",
        ),
        (
            {"kind": "endorsement", "pieces": 1, "text": "Sewing"},
            "Ann endorsed you on 4 May 2026, you did not endorse them",
        ),
        (
            {"kind": "endorsement", "pieces": 3, "text": None},
            "Ann endorsed you 3 times, last on 4 May 2026, you did not endorse them",
        ),
        ({"kind": "introduction", "pieces": 1, "text": None}, "You owe Ann an introduction"),
    ],
)
def test_what_could_be_given_back_says_what_was_received(row: dict[str, object], line: str) -> None:
    assert matters.give_back({"on": "2026-05-04"} | row, "Ann") == line
