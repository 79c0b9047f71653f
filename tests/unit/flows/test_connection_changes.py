"""A newer export is a difference: what changes, what is marked gone, and what stays the user's."""

from collections.abc import Callable

import pytest

import store
from contacts.report import PersonRow, Report
from flows.home import Home, Options
from flows.order import bring_up_to_date, look
from flows.stages.report import compose
from flows.status import status_of

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
BO = "Bo,Ek,https://www.linkedin.com/in/bo-ek,,Fjord,CTO,03 May 2021"
IDA = "Ida,Moe,https://www.linkedin.com/in/ida-moe,ida@moe.example,Lund,Editor,07 May 2021"
PER = "Per,Sund,https://www.linkedin.com/in/per-sund,,Kiln,Potter,09 May 2021"
LIV = "Liv,Dahl,https://www.linkedin.com/in/liv-dahl,,Quay,Pilot,02 Feb 2026"
AT = "2026-06-30T08:00:00Z"

Drop = Callable[..., None]


@pytest.fixture
def drop(home: Home, read_in: Callable[[], None]) -> Drop:
    """Drop an archive of some tables, or of connections alone, and run."""

    def run(name: str, *rows: str, header: str = HEADER, **tables: str) -> None:
        folder = home.inbox / "linkedin" / name
        folder.mkdir()
        (folder / "Profile.csv").write_text("First Name,Last Name,Headline\nAda,Lind,\n")
        if rows or header:
            (folder / "Connections.csv").write_text("\n".join((header, *rows)) + "\n")
        for table, text in tables.items():
            (folder / f"{table}.csv").write_text(text)
        read_in()

    return run


@pytest.fixture
def report(database: store.Database) -> Callable[[], Report]:
    def composed() -> Report:
        with database.read() as tx:
            return compose(tx)

    return composed


def named(report: Report, name: str) -> PersonRow:
    (row,) = (row for row in report.people if row.name == name)
    return row


def told(report: Report) -> set[tuple[str | None, str]]:
    return {(row.name, row.text) for row in report.news}


Composed = Callable[[], Report]


def test_the_first_archive_is_no_news(drop: Drop, report: Composed) -> None:
    drop("2025", BO, IDA)
    assert report().news == ()
    assert report().counts["gone"] == 0


def test_a_newer_archive_tells_who_is_new_gone_and_elsewhere(drop: Drop, report: Composed) -> None:
    drop("2025", BO, IDA, PER)
    drop("2026", LIV, BO.replace("Fjord,CTO", "Lund,CFO"), IDA)
    now = report()
    assert told(now) == {
        ("Bo Ek", "New job: CFO at Lund (was CTO at Fjord)"),
        ("Liv Dahl", "New connection: Pilot at Quay"),
        ("Per Sund", "Missing from the list of connections up to 2 February 2026"),
    }
    assert now.counts["gone"] == 1
    assert named(now, "Bo Ek").company == "Lund"
    assert named(now, "Per Sund").company == "Kiln"  # kept
    (news,) = (hint for hint in named(now, "Bo Ek").hints if hint.kind == "news")
    assert (news.text, news.date) == ("New job: CFO at Lund (was CTO at Fjord)", "2026-02-02")


def test_a_job_left_out_and_back_again_is_no_news(drop: Drop, report: Composed) -> None:
    later = "Jon,Aas,,,,,03 Mar 2026"
    drop("2024", BO, IDA)
    drop("2025", BO.replace("Fjord,CTO", ","), IDA, LIV)
    drop("2026", BO.replace("Fjord", '"Fjord, Inc."'), IDA, LIV, later)
    assert {text for name, text in told(report()) if name == "Bo Ek"} == set()


def test_another_job_after_one_left_out_is_told_with_the_last(drop: Drop, report: Composed) -> None:
    later = "Jon,Aas,,,,,03 Mar 2026"
    drop("2024", BO, IDA)
    drop("2025", BO.replace("Fjord,CTO", ","), IDA, LIV)
    drop("2026", BO.replace("Fjord,CTO", "Lund,CFO"), IDA, LIV, later)
    assert ("Bo Ek", "New job: CFO at Lund (was CTO at Fjord)") in told(report())


def test_the_order_in_which_archives_come_does_not_matter(drop: Drop, report: Composed) -> None:
    drop("2026", LIV, BO.replace("Fjord,CTO", "Lund,CFO"), IDA)
    drop("2025", BO, IDA, PER)
    assert ("Bo Ek", "New job: CFO at Lund (was CTO at Fjord)") in told(report())
    assert report().counts["gone"] == 1


def test_whoever_reappears_is_gone_no_more(drop: Drop, report: Composed) -> None:
    drop("2024", BO, IDA, PER)
    drop("2025", BO, IDA, LIV.replace("2026", "2025"))
    assert report().counts["gone"] == 1
    drop("2026", BO, IDA, PER, LIV.replace("2026", "2025"), "Jon,Aas,,,,,03 Mar 2026")
    assert report().counts["gone"] == 0
    assert {kind for _, kind in told(report())} == {"New connection"}


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param({"header": HEADER}, id="a header alone"),
        pytest.param({"header": ""}, id="no list at all"),
        pytest.param({"rows": (LIV, "a,b\0")}, id="a row that is lost"),
    ],
)
def test_a_file_that_lists_nobody_for_sure_erases_nobody(
    drop: Drop, report: Composed, tables: dict[str, str | tuple[str, ...]]
) -> None:
    drop("2025", BO, IDA)
    messages = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        "DATE,SUBJECT,CONTENT,FOLDER\n1,,Bo Ek,https://www.linkedin.com/in/bo-ek,Ada Lind,,"
        "2026-03-05 09:00:00 UTC,,Hello,INBOX\n"
    )
    rows = tables.get("rows", ())
    drop("2026", *rows, header=str(tables.get("header", HEADER)), messages=messages)
    now = report()
    assert now.counts["gone"] == 0
    assert (named(now, "Bo Ek").company, named(now, "Bo Ek").title) == ("Fjord", "CTO")
    assert named(now, "Ida Moe").emails == ("ida@moe.example",)


def test_a_new_profile_address_is_the_same_person(drop: Drop, report: Composed) -> None:
    drop("2025", BO, IDA, PER)
    before = {name: named(report(), name).person for name in ("Bo Ek", "Ida Moe")}
    drop(
        "2026",
        LIV,
        BO.replace("in/bo-ek", "in/bo-the-ek").replace("CTO", "CEO"),
        IDA.replace("in/ida-moe", "in/moe").replace("Ida,Moe", "Ida,Holm").replace("07", "08"),
        PER,
    )
    now = report()
    assert {row.name for row in now.people} == {"Bo Ek", "Ida Holm", "Per Sund", "Liv Dahl"}
    assert named(now, "Bo Ek").person == before["Bo Ek"]
    assert named(now, "Ida Holm").person == before["Ida Moe"]
    assert (named(now, "Bo Ek").profile, named(now, "Bo Ek").title) == ("bo-the-ek", "CEO")
    assert now.counts["gone"] == now.questions == 0
    assert ("Ida Holm", "New name: Ida Holm (was Ida Moe)") in told(now)
    assert not [text for _, text in told(now) if text.startswith("No longer")]
    connected = [hint for hint in named(now, "Bo Ek").hints if hint.kind == "connected"]
    assert len(connected) == 1


def test_a_namesake_under_a_new_address_is_asked_about(drop: Drop, report: Composed) -> None:
    other = "Bo,Ek,https://www.linkedin.com/in/other-ek,,Mill,Baker,01 Feb 2026"
    drop("2025", BO, IDA)
    drop("2026", other, IDA)
    now = report()
    assert now.questions == 1
    assert sum(row.name == "Bo Ek" for row in now.people) == 2
    assert now.counts["gone"] == 1


def test_the_archive_of_somebody_else_makes_nobody_gone(drop: Drop, report: Composed) -> None:
    drop("2025", BO, IDA)
    drop("2026", LIV, Profile="First Name,Last Name,Headline\nEva,Holm,\n")
    assert report().counts["gone"] == 0


def test_an_import_leaves_what_the_user_said_alone(
    drop: Drop, report: Composed, database: store.Database, options: Options
) -> None:
    drop("2025", BO, IDA, PER)
    bo, ida, per = (record_of(database, name) for name in ("Bo Ek", "Ida Moe", "Per Sund"))
    with database.write() as tx:
        title = {"record_id": bo, "property": "TITLE", "values": [{"value": "Boss", "kind": ""}]}
        store.acts.append(tx, store.acts.CORRECTION, title, AT)
        pair = {"first": ida, "second": per, "verdict": "different"}
        store.acts.append(tx, store.acts.JUDGEMENT, pair, AT)
        store.acts.append(tx, store.acts.ANSWER, {"record_id": bo, "answer": "know_well"}, AT)
        log, judgements = store.acts.history(tx), store.acts.judgements(tx)
    bring_up_to_date(database, options)
    answered = named(report(), "Bo Ek").tie_class
    drop("2026", LIV, BO.replace("in/bo-ek", "in/bo-the-ek").replace("CTO", "CEO"), IDA)
    with database.read() as tx:
        assert store.acts.history(tx) == log
        assert store.acts.judgements(tx) == judgements
        assert store.acts.corrections(tx)[bo, "TITLE"][0].value == "Boss"
    assert named(report(), "Bo Ek").title == "Boss"
    assert named(report(), "Bo Ek").tie_class == answered


def test_two_whom_the_user_keeps_apart_are_not_joined_by_their_day(
    drop: Drop, report: Composed, database: store.Database
) -> None:
    moved = BO.replace("in/bo-ek", "in/bo-the-ek")
    drop("2025", BO, IDA)
    drop("2026", moved, IDA, LIV)
    old, new = (record_at(database, slug) for slug in ("bo-ek", "bo-the-ek"))
    with database.write() as tx:
        pair = {"first": old, "second": new, "verdict": "different"}
        store.acts.append(tx, store.acts.JUDGEMENT, pair, AT)
    drop("again", moved, IDA, LIV, "Jon,Aas,,,,,03 Mar 2026")
    assert sum(row.name == "Bo Ek" for row in report().people) == 2
    assert report().counts["gone"] == 1


def record_of(database: store.Database, name: str) -> str:
    with database.read() as tx:
        claims = store.records.current_claims(tx)
    return str(claims.loc[claims["value"] == name, "record_id"].iloc[0])


def record_at(database: store.Database, slug: str) -> str:
    return record_of(database, f"https://www.linkedin.com/in/{slug}")


def test_the_same_archive_again_changes_nothing(
    drop: Drop, database: store.Database, home: Home, options: Options
) -> None:
    drop("2026", BO, IDA)
    with database.read() as tx:
        before = list(store.dump.dump(tx))
    assert not look(database, home, options).waiting
    assert not bring_up_to_date(database, options)
    with database.read() as tx:
        assert list(store.dump.dump(tx)) == before


def test_of_two_lists_of_one_day_that_differ_the_status_says_that_nobody_knows_the_newer(
    home: Home, options: Options, drop: Drop
) -> None:
    drop("one", BO, IDA)
    assert not status_of(home, options).notices
    drop("other", BO.replace("CTO", "CEO"), IDA)
    (notice,) = status_of(home, options).notices
    assert notice.kind == "equally_new"
    other = {"linkedin/one/", "linkedin/other/"} - {notice.file}
    assert f"as new as {other.pop()}" in notice.text
    drop("newer", LIV, BO, IDA)
    assert len(status_of(home, options).notices) == 1
