"""Whom messages are with, whose archive it is, and what is kept of the words."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from contacts.extraction import Extraction
from extractors import linkedin
from extractors.linkedin.wording import digest, is_one_tap

ME, ANN, BEN = "mira-okonkwo", "ann-lee", "ben-ochs"
ZOE, YAN = "zoe-quill", "yan-xu"
NAMES = {
    ME: "Mira Okonkwo", ANN: "Ann Lee", BEN: "Ben Ochs", ZOE: "Zoe Quill", YAN: "Yan Xu",
    "": "LinkedIn Member",
}  # fmt: skip
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Head,05 Mar 2024\n"
    "Ben,Ochs,https://www.linkedin.com/in/ben-ochs,,Bolt,Chef,04 Mar 2024\n"
)
HEADER = [
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO",
    "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT",
]  # fmt: skip
MIXED = [(ANN, [ME], 1, "first"), (ME, [ANN], 2, "second"), (BEN, [ME], 3, "third")]


def url(slug: str) -> str:
    return f"https://www.linkedin.com/in/{slug}" if slug else ""


def message(
    sender: str, to: Sequence[str], hour: int, text: str = "Hello", **cells: str
) -> list[str]:
    other = next((slug for slug in (sender, *to) if slug != ME), "")
    return [
        cells.get("conversation", f"2-{other}"),
        cells.get("title", ""),
        NAMES.get(sender, sender),
        url(sender),
        ",".join(NAMES.get(slug, slug) for slug in to),
        ",".join(map(url, to)),
        f"2024-04-01 {hour:02d}:00:00 UTC",
        "",
        text,
        "INBOX",
        cells.get("draft", "No"),
    ]


def archive(folder: Path, rows: Sequence[Sequence[str]], connections: str = CONNECTIONS) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "Connections.csv").write_text(connections, encoding="utf-8")
    with (folder / "messages.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    return folder


def counts(folder: Path, me: str | None = None) -> dict[str, tuple[object, object]]:
    people = linkedin.inspect([folder], me).people
    return {str(p["name"]): (p["messages_in"], p["messages_out"]) for p in people}


def mixed(folder: Path) -> Path:
    return archive(folder, [message(*row) for row in MIXED])


def test_one_to_one_messages_are_counted_by_direction(tmp_path: Path) -> None:
    assert counts(mixed(tmp_path)) == {"Ann Lee": (1, 1), "Ben Ochs": (1, 0)}


def test_a_group_credits_nobody(tmp_path: Path) -> None:
    group = message(ANN, [ME, BEN], 4, conversation="2-group")
    alone = message(ANN, [ME], 5, conversation="2-group")
    folder = archive(tmp_path, [*(message(*row) for row in MIXED), group, alone])
    assert counts(folder) == {"Ann Lee": (1, 1), "Ben Ochs": (1, 0)}
    assert linkedin.inspect([folder]).counts["messages_group"] == 2


def test_a_group_that_somebody_left_credits_nobody(tmp_path: Path) -> None:
    groups = [message(ME, [ANN, ""], 4, conversation="2-g"), message(ME, ["", ANN], 5)]
    folder = archive(tmp_path, [*(message(*row) for row in MIXED), *groups])
    assert counts(folder) == {"Ann Lee": (1, 1), "Ben Ochs": (1, 0)}
    assert linkedin.inspect([folder]).counts["messages_group"] == 2


@pytest.mark.parametrize(
    ("row", "count"),
    [
        (message(ME, [ANN], 4, draft="Yes"), "messages_draft"),
        (message("", [ME], 4, title="Sponsored Conversation"), "messages_sponsored"),
        (message("", [ME], 4, "<p class='spinmail-x'>Buy</p>"), "messages_sponsored"),
        (message("", [ME], 4), "messages_deleted_member"),
        (message(ME, [""], 4), "messages_deleted_member"),
        (message(ME, [ME], 4), "messages_to_self"),
    ],
)
def test_what_is_no_message_with_somebody_is_counted_apart(
    row: list[str], count: str, tmp_path: Path
) -> None:
    folder = archive(tmp_path, [*(message(*row) for row in MIXED), row])
    assert counts(folder) == {"Ann Lee": (1, 1), "Ben Ochs": (1, 0)}
    assert linkedin.inspect([folder]).counts[count] == 1


def test_an_empty_message_counts(tmp_path: Path) -> None:
    folder = archive(tmp_path, [*(message(*row) for row in MIXED), message(BEN, [ME], 9, "")])
    assert counts(folder)["Ben Ochs"] == (2, 0)


def test_who_is_no_connection_is_somebody_all_the_same(tmp_path: Path) -> None:
    rows = [*(message(*row) for row in MIXED), message(ZOE, [ME], 9)]
    people = linkedin.inspect([archive(tmp_path, rows)]).people
    assert people[-1]["profile"] == ZOE
    assert (people[-1]["connected_on"], people[-1]["messages_in"]) == (None, 1)


def test_a_message_without_a_date_is_rejected_with_its_line(tmp_path: Path) -> None:
    row = message(ANN, [ME], 4)
    row[6] = "soon"
    found = linkedin.inspect([archive(tmp_path, [message(*MIXED[0]), row, message(*MIXED[1])])])
    (rejection,) = found.rejected
    assert (rejection.file, rejection.line) == ("messages.csv", 3)
    assert "'soon'" in rejection.reason


# whose archive it is


def test_the_owner_is_whoever_takes_part_in_every_conversation(tmp_path: Path) -> None:
    owner = linkedin.extract([mixed(tmp_path)]).owner
    assert (owner.name, owner.profile) == ("Mira Okonkwo", ME)


def test_an_owner_who_never_wrote_is_found(tmp_path: Path) -> None:
    folder = archive(tmp_path, [message(ANN, [ME], 1), message(BEN, [ME], 2)])
    assert counts(folder) == {"Ann Lee": (1, 0), "Ben Ochs": (1, 0)}


def test_where_the_owner_cannot_be_told_nothing_is_guessed(tmp_path: Path) -> None:
    rows = [message(ZOE, [YAN], 1), message(YAN, [ZOE], 2)]
    folder = archive(tmp_path, rows)
    found = linkedin.inspect([folder])
    assert [person["messages_in"] for person in found.people] == [None, None]
    assert "owner_unknown" in [notice.kind for notice in found.warnings]
    assert counts(folder, "Yan Xu")["Zoe Quill"] == (1, 1)
    assert counts(folder, url(ZOE))["Yan Xu"] == (1, 1)


def test_a_message_of_an_unknown_owner_with_a_connection_has_no_direction(tmp_path: Path) -> None:
    rows = [message(ANN, [YAN], 1), message(YAN, [ANN], 2), message(ZOE, [BEN], 2)]
    found = linkedin.extract([archive(tmp_path, rows)])
    written = found.interactions[found.interactions["kind"] == "message"]
    assert written["direction"].tolist() == ["unknown"] * 3
    assert written["record_id"].nunique() == 2


def test_the_profile_names_the_owner(tmp_path: Path) -> None:
    folder = archive(tmp_path, [message(ZOE, [ME], 1)])
    (folder / "Profile.csv").write_text(
        "First Name,Last Name,Headline\nMira,Okonkwo,Metrologist\n", encoding="utf-8"
    )
    assert counts(folder)["Zoe Quill"] == (1, 0)


def test_an_invitation_shows_the_owner(tmp_path: Path) -> None:
    folder = archive(tmp_path, [message(ZOE, [ME], 1)])
    (folder / "Invitations.csv").write_text(
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f'Mira Okonkwo,Ann Lee,"3/4/24, 5:15 PM",,OUTGOING,{url(ME)},{url(ANN)}\n',
        encoding="utf-8",
    )
    assert counts(folder)["Zoe Quill"] == (1, 0)


# several exports


def test_a_message_in_two_exports_counts_once(tmp_path: Path) -> None:
    rows = [message(*row) for row in MIXED]
    first = archive(tmp_path / "a", rows[:2])
    second = archive(tmp_path / "b", rows)
    people = linkedin.inspect([first, second]).people
    assert [(p["messages_in"], p["messages_out"]) for p in people] == [(1, 1), (1, 0)]


def test_two_equal_messages_of_one_export_count_twice(tmp_path: Path) -> None:
    twice = [message(BEN, [ME], 3, "")] * 2
    folder = archive(tmp_path, [message(*MIXED[0]), message(*MIXED[1]), *twice])
    assert counts(folder)["Ben Ochs"] == (2, 0)


def test_blanks_and_seconds_make_no_other_message_of_another_export(tmp_path: Path) -> None:
    rows = [message(ANN, [ME], 1, "Hi\nthere"), message(ME, [ANN], 2, "a b"), message(*MIXED[2])]
    older = [[*row] for row in rows]
    for row in older:
        row[6] = row[6].replace(":00 UTC", "").replace("-", "/")
        row[8] = row[8].replace("\n", "  ")
    for row in rows:
        row[6] = row[6].replace(":00 UTC", ":42 UTC")
    first, second = archive(tmp_path / "a", rows), archive(tmp_path / "b", older)
    people = linkedin.inspect([first, second]).people
    assert [(p["messages_in"], p["messages_out"]) for p in people] == [(1, 1), (1, 0)]
    joined = archive(tmp_path / "c", [*rows, HEADER, *older])
    assert counts(joined) == {"Ann Lee": (1, 1), "Ben Ochs": (1, 0)}


def test_the_whole_file_says_in_which_order_its_days_are(tmp_path: Path) -> None:
    text = "words " * 50
    days = [*range(31, 12, -1)] * 60 + [3, 1, 2] * 400  # several blocks; only the first tell
    rows = [message(ANN, [ME], place % 24, text) for place in range(len(days))]
    for row, day in zip(rows, days, strict=True):
        row[6] = f"{day:02d}/05/2024 10:00"
    for told in (rows, rows[::-1]):
        found = linkedin.extract([archive(tmp_path, told)], me=ME)
        assert not found.rejected
        written = found.interactions[found.interactions["kind"] == "message"]
        assert set(written["on"].str[:7]) == {"2024-05"}
        assert len(written) == len(days)


# what is kept


def of_ann(found: Extraction) -> list[list[object]]:
    record = found.observations["record_id"][0]
    rows = found.interactions[found.interactions["record_id"] == record]
    return rows[["kind", "direction", "at", "text"]].astype(object).to_numpy().tolist()


def test_only_the_beginning_of_the_first_and_last_message_is_kept(tmp_path: Path) -> None:
    rows = [message(ANN, [ME], hour, f"{hour} " + "long " * 99) for hour in (1, 2, 3)]
    rows += [message(ME, [ANN], 4, "x"), message(BEN, [ME], 5)]
    found = linkedin.extract([archive(tmp_path, rows)])
    texts = [text for kind, _, _, text in of_ann(found) if kind == "message"]
    assert texts[0] == ("1 " + "long " * 99)[:200]
    assert texts[3] == "x"
    assert all(text != text for text in texts[1:3])  # noqa: PLR0124 - a missing value
    assert "long long long" not in "".join(found.observations["raw"])


def test_every_message_has_a_digest_and_its_line(tmp_path: Path) -> None:
    found = linkedin.extract([mixed(tmp_path)])
    written = found.interactions[found.interactions["kind"] == "message"]
    assert written["digest"].tolist() == [digest(text) for text in ("first", "second", "third")]
    assert written["locator"].tolist() == [f"messages.csv:{line}" for line in (2, 3, 4)]


def test_a_congratulation_is_one_tap_and_no_excerpt(tmp_path: Path) -> None:
    rows = [message(*row) for row in MIXED] + [message(ANN, [ME], 9, "Happy birthday, Mira!")]
    kinds = of_ann(linkedin.extract([archive(tmp_path, rows)]))
    assert kinds[-1][:2] == ["one_tap", "in"]
    assert kinds[-1][3] != "Happy birthday, Mira!"


@pytest.mark.parametrize(
    ("text", "one_tap"),
    [
        ("Congrats on starting your new role at Acme!", True),
        ("Hi Mira, congratulations on your new position", True),
        ("Happy birthday", True),
        ("Alles Gute zum Geburtstag, Mira!", True),
        ("Congrats! Shall we meet on Monday?", False),
        ("Thanks for your congratulations", False),
        ("I congratulate you, and by the way, the offer is on its way", False),
        ("", False),
        ("Congrats " + "and much more " * 20, False),
    ],
)
def test_a_congratulation_that_says_more_is_a_message(text: str, *, one_tap: bool) -> None:
    assert is_one_tap(text) is one_tap


def test_a_digest_does_not_see_blanks_and_markup() -> None:
    assert digest("Hi  Ann,\nhello") == digest("<p>Hi Ann, hello</p>") != digest("Hi Ann hello")


def test_a_shared_name_is_credited_to_nobody(tmp_path: Path) -> None:
    two = CONNECTIONS.replace("URL,", "").replace("https://www.linkedin.com/in/ann-lee,", "")
    two = two.replace("https://www.linkedin.com/in/ben-ochs,", "") + "Ann,Lee,,,,01 Jan 2020\n"
    folder = archive(tmp_path, [message(*row) for row in MIXED], two)
    people = linkedin.inspect([folder]).people
    assert [(p["name"], p["messages_in"]) for p in people] == [
        ("Ann Lee", None), ("Ben Ochs", 1), ("Ann Lee", None),
    ]  # fmt: skip
    assert [p["profile_inferred"] for p in people] == [None, BEN, None]
    assert [p["profile"] for p in people] == [None, None, None]


def test_promises_are_the_owners_and_questions_stand_in_the_last_words_of_others(
    tmp_path: Path,
) -> None:
    rows = [
        message(ANN, [ME], 1, "Could you send me the price list?"),
        message(ME, [ANN], 2, "I will send you the price list tomorrow."),
        message(ANN, [ME], 3, "I will send you the contract. Do you have time on Monday?"),
        message(ME, [BEN], 4, "Dear Ben  I will introduce you to our buyer.\nMira"),
    ]
    found = linkedin.extract([archive(tmp_path, rows)])
    said = found.sentences[["kind", "direction", "text", "locator"]].astype(object).to_numpy()
    assert sorted(map(tuple, said)) == [
        ("introduction", "out", "I will introduce you to our buyer.", "messages.csv:5"),
        ("loop", "in", "Do you have time on Monday?", "messages.csv:4"),
        ("promise", "out", "I will send you the price list tomorrow.", "messages.csv:3"),
    ]


@pytest.mark.parametrize("shown", ["Mira (Adeyemi) Okonkwo", "Mira Okonkwo, PMP", "Mira O. Smith"])
def test_an_owner_whom_messages_call_otherwise_than_the_profile_is_found(
    tmp_path: Path, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NAMES, ME, shown)
    folder = mixed(tmp_path)
    (folder / "Profile.csv").write_text("First Name,Last Name,Headline\nMira,Okonkwo,Maker\n")
    assert counts(folder) == {"Ann Lee": (1, 1), "Ben Ochs": (1, 0)}


def test_an_owner_told_whom_nobody_knows_turns_no_message_round(tmp_path: Path) -> None:
    for me in ("https://www.linkedin.com/in/nobody", "Nora Body"):
        found = linkedin.inspect([mixed(tmp_path)], me)
        assert [person["messages_out"] for person in found.people] == [1, 0]
        assert "other_owner" in [notice.kind for notice in found.warnings]
