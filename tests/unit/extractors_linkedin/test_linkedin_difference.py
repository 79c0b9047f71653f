"""What one list of connections says otherwise than another."""

import zipfile
from pathlib import Path

import pytest

from contacts.extraction import Rejection
from contacts.news import NewsKind
from extractors.linkedin import extract
from extractors.linkedin.companies import company_key
from extractors.linkedin.compared import compare
from extractors.linkedin.difference import Connection, difference, job, with_list

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
BO = "Bo,Ek,https://www.linkedin.com/in/bo-ek,,Fjord,CTO,03 May 2021\n"
IDA = "Ida,Moe,https://www.linkedin.com/in/ida-moe,ida@moe.example,Lund,Editor,07 May 2021\n"


def one(key: str, name: str = "Bo Ek", day: str = "2021-05-03", **more: str) -> Connection:
    row = {"profile": key, "company": "Fjord", "position": "CTO", "email": ""} | more
    return Connection(key, name, day, **row)


def kinds(old: Connection, new: Connection) -> tuple[NewsKind, ...]:
    return tuple(kind for change in difference([old], [new]).same for kind in change.kinds)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"company": "Lund"}, (NewsKind.NEW_JOB,)),
        ({"position": "CEO"}, (NewsKind.NEW_JOB,)),
        ({"company": "FJORD ", "position": " cto"}, ()),  # the same words
        ({"company": "", "position": ""}, ()),  # left out: no news
        ({"company": "", "position": "CEO"}, (NewsKind.NEW_JOB,)),
        ({"name": "Bo Lund"}, (NewsKind.NEW_NAME,)),
        ({"company": "Fjord, Inc."}, ()),
        ({"company": "FJORD S.p.A."}, ()),
        ({"company": "Fjord GmbH & Co. KG"}, ()),
        ({"company": "Fjord Labs"}, (NewsKind.NEW_JOB,)),
        ({"name": ""}, ()),
        ({"name": "Bo E."}, ()),  # shown as an initial
        ({"name": "Bo F."}, (NewsKind.NEW_NAME,)),
        ({"name": "Bo Ek Lund"}, (NewsKind.NEW_NAME,)),
        ({"name": "Bo Lund", "company": "Lund"}, (NewsKind.NEW_JOB, NewsKind.NEW_NAME)),
    ],
)
def test_what_is_new_of_somebody(more: dict[str, str], expected: tuple[NewsKind, ...]) -> None:
    assert kinds(one("bo"), one("bo", **more)) == expected


def test_another_address_is_the_same_person_by_what_nobody_else_has() -> None:
    by_day = difference([one("bo")], [one("bo-2")])
    assert [change.kinds for change in by_day.same] == [(NewsKind.NEW_PROFILE,)]
    mail = {"email": "bo@x.example"}
    by_mail = difference([one("bo", **mail)], [one("b", "Bo Lund", "2022-01-01", **mail)])
    assert (by_mail.new, by_mail.gone) == ((), ())
    assert by_mail.same[0].kinds == (NewsKind.NEW_NAME, NewsKind.NEW_PROFILE)


def test_of_two_who_share_name_and_day_nobody_is_taken_for_the_other() -> None:
    found = difference([one("a"), one("b")], [one("a"), one("c")])
    assert found.same == ()
    assert [(pair.old.key, pair.new.key) for pair in found.perhaps] == [("b", "c")]
    assert [person.key for person in (*found.new, *found.gone)] == ["c", "b"]


def test_many_namesakes_are_not_asked_about() -> None:
    old = [one(f"o{number}", day="2021-05-03") for number in range(4)]
    new = [one(f"n{number}", day="2021-05-03") for number in range(4)]
    assert difference(old, new).perhaps == ()


def test_a_list_without_profiles_is_matched_by_name_and_day() -> None:
    found = difference([one("Bo Ek 2021", profile="")], [one("bo-ek")])
    assert [change.kinds for change in found.same] == [()]
    assert found.changed == ()


def test_an_empty_list_erases_nobody() -> None:
    assert difference([one("bo")], []).gone == ()


@pytest.mark.parametrize(
    ("more", "words"),
    [({}, "CTO at Fjord"), ({"company": ""}, "CTO"), ({"position": ""}, "Fjord")],
)
def test_a_job_in_words(more: dict[str, str], words: str) -> None:
    assert job(one("bo", **more)) == words


def test_a_list_is_whole_unless_something_of_it_was_lost(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(HEADER + BO + IDA)
    whole = extract([path])
    assert (with_list(whole).listed, with_list(whole).is_whole_list) == (2, True)
    path.write_text(HEADER + BO + ",,,,Fjord,CTO,\n")
    assert not with_list(extract([path])).is_whole_list
    path.write_text(HEADER)
    assert not with_list(extract([path])).is_whole_list


def test_two_archives_side_by_side(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.zip"
    old.write_text(HEADER + BO + IDA)
    with zipfile.ZipFile(new, "w") as archive:
        moved = BO.replace("Fjord", "Lund").replace("Ek,", "Ek-Lund,")
        text = HEADER + "Liv,Dahl,,,,,02 Feb 2026\n" + moved
        archive.writestr("Connections.csv", text)
    found = compare(old, new).as_json()
    assert found["counts"] == {
        "new": 1,
        "gone": 1,
        "perhaps_gone": 0,
        "changed": 1,
        "perhaps_the_same": 0,
        "name_changed": 1,
        "profile_changed": 0,
        "company_changed": 1,
        "position_changed": 0,
    }
    (changed,) = found["changed"]  # type: ignore[misc]
    assert changed["kinds"] == ["new_job", "new_name"]
    assert changed["fields"] == {
        "name": {"old": "Bo Ek", "new": "Bo Ek-Lund"},
        "company": {"old": "Fjord", "new": "Lund"},
    }
    assert not compare(old, old).difference.same


def test_an_initial_is_no_other_name() -> None:
    assert kinds(one("bo", "Jan V."), one("bo", "Jan van der Berg")) == ()
    assert kinds(one("bo", "J. Berg"), one("bo", "Jan Berg")) == ()
    assert kinds(one("bo", "Jan"), one("bo", "Jan Berg")) == (NewsKind.NEW_NAME,)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bolt Sp. z o.o.", "bolt"),
        ("Bolt A/S", "bolt"),
        ("Bolt S.A. de C.V.", "bolt"),
        ("Bolt Pte. Ltd.", "bolt"),
        ("PT Bolt Tbk", "bolt"),
        ("\u041e\u041e\u041e Bolt", "bolt"),
        ("株式会社ボルト", "ボルト"),
        ("Ernst & Young", company_key("Ernst and Young LLP")),
        ("Limited", "limited"),
        ("!!!", "!!!"),
        ("", ""),
    ],
)
def test_a_company_is_one_whatever_its_legal_form(text: str, key: str) -> None:
    assert company_key(text) == key


@pytest.mark.parametrize(
    ("lost", "gone", "perhaps"),
    [("", ["Ida Moe"], []), (",,,,Lund,Editor,\n", [], ["Ida Moe"])],
)
def test_nobody_is_gone_for_sure_where_a_row_was_lost(
    tmp_path: Path, lost: str, gone: list[str], perhaps: list[str]
) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(HEADER + BO + IDA)
    new.write_text(HEADER + BO + lost)
    found = compare(old, new)
    assert [person.name for person in found.gone] == gone
    assert [person.name for person in found.perhaps_gone] == perhaps
    assert (found.counts["gone"], found.counts["perhaps_gone"]) == (len(gone), len(perhaps))
    said = found.as_json()
    assert [len(said["gone"]), len(said["perhaps_gone"])] == [len(gone), len(perhaps)]  # type: ignore[arg-type]
    assert len(found.lines()["Perhaps gone"]) == len(perhaps)
    assert ("list_not_whole" in {notice.kind for notice in found.warnings}) == bool(perhaps)


def test_what_cannot_be_read_is_refused_with_the_archive_named(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text(HEADER + BO)
    new.write_text("a,b\n1,2\n")
    found = compare(old, new)
    assert found.refused
    assert found.counts["gone"] == 0
    assert isinstance(found.rejected[0], Rejection)
    assert found.rejected[0].file == "new.csv"
    new.write_text(HEADER)
    empty = compare(old, new)
    assert not empty.refused
    assert "nobody_listed" in {notice.kind for notice in empty.warnings}
