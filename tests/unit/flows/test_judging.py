"""Judgements as the commands make them: acts in a real store, and everybody made anew of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

import store
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.errors import UsageError
from contacts.extraction import gathered
from contacts.identifiers import RecordId, linkedin_id, profile_slug, stable_id, vcard_id
from contacts.judgements import Zone
from contacts.sources import SourceFile, SourceKind
from flows import judging
from flows.explaining import WhyOne, explanation
from flows.home import Options
from flows.judging import Said
from flows.order import bring_up_to_date
from flows.set_aside import set_aside
from flows.stages.named_people import Everybody
from flows.stages.questions import open_pairs
from flows.undoing import told_acts, undo

AT = "2026-06-30T08:00:00Z"
ACME = {"company": "Acme", "email": "ann@acme.example"}


class Desk:
    """A store of invented people, and what is said of them."""

    def __init__(self, folder: Path) -> None:
        url = f"sqlite:///{folder}/weakties.db"
        self.folder = folder
        self.database = store.Database.open(url)
        self.options = Options(as_of=date(2026, 6, 30), database_url=url)

    def meet(self, name: str, *, profile: str = "", company: str = "", email: str = "") -> str:
        """Store a vCard, or a connection where there is a profile; return its record id."""
        slug = profile_slug(f"linkedin.com/in/{profile}") if profile else None
        said = {Property.COMPANY: company, Property.EMAIL: email}
        claims = [Claim(kind, value) for kind, value in said.items() if value]
        if slug:
            url = f"https://www.linkedin.com/in/{slug}"
            claims.append(Claim(Property.URL, url, "linkedin"))
        record = ContactRecord(
            linkedin_id("", slug) if slug else vcard_id(f"{name}{company}{email}"),
            RecordSource.LINKEDIN if slug else RecordSource.VCARD,
            "line 1",
            (Claim(Property.NAME, name), *claims),
        )
        sha256 = stable_id("file", record.record_id)
        file = SourceFile(sha256, SourceKind.VCARD, 9, (f"contacts/{record.record_id}.vcf",))
        with self.database.write() as tx:
            store.sources.note(tx, [file])
            told = gathered([record], [], extractor="test", version="1", read=1)
            store.records.write(tx, sha256, told)
        return record.record_id

    def settle(self) -> None:
        bring_up_to_date(self.database, self.options)

    def heed(self, said: Said) -> tuple[str, ...]:
        """Make everybody anew of what was said; return what is told of it."""
        is_settled = judging.settled(self.database, self.folder, self.options)
        return judging.outcome(self.database, said, is_settled=is_settled).lines

    def same(self, *whiches: str) -> tuple[str, ...]:
        self.settle()
        return self.heed(judging.same(self.database, whiches, AT))

    def different(self, which: str, other: str) -> tuple[str, ...]:
        self.settle()
        return self.heed(judging.different(self.database, which, other, AT))

    def split(self, which: str, *records: str) -> tuple[str, ...]:
        self.settle()
        return self.heed(judging.split(self.database, which, records, AT))

    def person(self, record_id: str) -> str:
        self.settle()
        with self.database.read() as tx:
            return Everybody(tx).of_record(record_id).person

    def together(self, *record_ids: str) -> bool:
        return len({self.person(one) for one in record_ids}) == 1

    def explain(self, which: str) -> WhyOne:
        self.settle()
        return explanation(self.database, self.options, which)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.database.close()


def payload(desk: Desk) -> Mapping[str, object]:
    with desk.database.read() as tx:
        return store.acts.history(tx)[-1].payload


def test_two_people_become_one_and_two_again(desk: Desk) -> None:
    ann, king = desk.meet("Ann Quill"), desk.meet("Anna King", company="Acme")
    lines = desk.same("Ann Quill", "anna king")
    assert lines == ("Ann Quill and Anna King are one person now: weakties undo 1 takes it back.",)
    assert desk.together(ann, king)
    undo(desk.database, None, AT)
    assert not desk.together(ann, king)


def test_same_is_said_of_one_record_of_each(desk: Desk) -> None:
    first, second = desk.meet("Ann Quill", **ACME), desk.meet("Ann Quill", profile="aq", **ACME)
    other = desk.meet("Bela King")
    desk.same("Ann Quill", "Bela King")
    assert desk.together(first, second, other)
    assert payload(desk) == {"first": second, "second": other, "verdict": "same"}


def test_your_word_overrides_two_profiles_and_leaves_nobody_behind(desk: Desk) -> None:
    quill = [desk.meet("Ann Quill", profile="ann-q", **ACME), desk.meet("Ann Quill", **ACME)]
    zenith = {"company": "Zenith", "email": "bk@zenith.example"}
    king = [desk.meet("Bela King", profile="bk", **zenith), desk.meet("Bela King", **zenith)]
    assert not desk.together(quill[0], king[0])
    desk.same(quill[1], king[1])
    assert desk.together(*quill, *king)


def test_different_holds_for_each_record_of_one_and_each_of_the_other(desk: Desk) -> None:
    quill = [desk.meet("Ann Quill", **ACME), desk.meet("Ann Quill", profile="aq", **ACME)]
    other = desk.meet("Ann Quill", company="Zenith")
    desk.different(desk.person(quill[0]), other)
    with desk.database.read() as tx:
        assert set(store.acts.verdicts(tx)) == {tuple(sorted((one, other))) for one in quill}
    assert len(told_acts(desk.database)) == 1


def test_the_newest_word_on_a_pair_counts_and_says_what_it_replaces(desk: Desk) -> None:
    one, other = desk.meet("Ann Quill", **ACME), desk.meet("Ann Quill", profile="aq", **ACME)
    lines = desk.split("Ann Quill", one)
    assert lines[0].startswith(f"{one} and the rest of Ann Quill are two people now:")
    assert not desk.together(one, other)
    lines = desk.same(one, other)
    assert desk.together(one, other)
    assert lines[1].startswith("This replaces what you said before: ")


def test_what_was_said_already_is_no_act(desk: Desk) -> None:
    one, other = desk.meet("Ann Quill"), desk.meet("Bela King")
    desk.same(one, other)
    assert desk.same(one, other)[0].startswith("You said so already:")
    (line,) = desk.same("Ann Quill", "Bela King")
    assert line == "Ann Quill and Ann Quill are one person already." or "already" in line
    assert len(told_acts(desk.database)) == 1


def test_what_is_so_by_the_evidence_can_be_held_so(desk: Desk) -> None:
    one, other = desk.meet("Ann Quill", **ACME), desk.meet("Ann Quill", profile="aq", **ACME)
    assert "and stay so" in desk.same(one, other)[0]


def test_two_who_are_held_apart_stay_apart_and_the_older_word_is_set_aside(desk: Desk) -> None:
    ann, bela, cleo = (desk.meet(name) for name in ("Ann Quill", "Bela King", "Cleo Roe"))
    desk.same(bela, cleo)
    desk.different(ann, cleo)
    lines = desk.same(ann, bela)
    assert desk.together(ann, bela)
    assert not desk.together(bela, cleo)
    assert any(line.startswith("Set aside: ") and bela in line and cleo in line for line in lines)
    with desk.database.read() as tx:
        (found,) = set_aside(tx)
    assert (found.said.act, [one.act for one in found.against]) == (1, [2])
    undo(desk.database, 2, AT)
    assert desk.together(ann, bela, cleo)


def test_a_judgement_rests_while_a_record_is_gone(desk: Desk) -> None:
    one = desk.meet("Ann Quill")
    desk.settle()
    with desk.database.write() as tx:
        gone = {"first": one, "second": "v0123456789abcdef", "verdict": "same"}
        store.acts.append(tx, store.acts.JUDGEMENT, gone, AT)
        (found,) = set_aside(tx)
    assert found.lines()[0].startswith("Rests until its records are back:")


@pytest.mark.parametrize("which", ["Ann Quill", "quill"])
def test_an_ambiguous_name_tells_who_it_may_be(desk: Desk, which: str) -> None:
    for company in ("Acme", "Zenith"):
        desk.meet("Ann Quill", profile=f"ann-{company}", company=company)
    desk.meet("Bela King")
    with pytest.raises(UsageError) as raised:
        desk.same(which, "Bela King")
    for told in ("Acme, p", "Zenith, p", "give one of the ids"):
        assert told in str(raised.value)
    assert told_acts(desk.database) == []


@pytest.mark.parametrize("which", ["Nobody", "v00000", "p0123456789abcdef", "", "*"])
def test_a_word_for_nobody_is_refused(desk: Desk, which: str) -> None:
    desk.meet("Bela King")
    with pytest.raises(UsageError, match="is no"):
        desk.same(which, "Bela King")


def test_the_beginning_of_an_id_and_the_id_of_somebody_merged_are_understood(desk: Desk) -> None:
    one, other = desk.meet("Ann Quill"), desk.meet("Bela King")
    persons = desk.person(one), desk.person(other)
    assert "are one person now" in desk.same(one[:12], other)[0]
    with desk.database.read() as tx:
        everybody = Everybody(tx)
    assert everybody.meant(persons[0]).person == everybody.meant(persons[1]).person


def test_only_some_of_a_persons_records_can_be_split_off(desk: Desk) -> None:
    one, other = desk.meet("Ann Quill", **ACME), desk.meet("Ann Quill", profile="aq", **ACME)
    stranger = desk.meet("Bela King")
    for named, told in (([one, other], "name some, not all"), ([stranger], "is no record of")):
        with pytest.raises(UsageError, match=told):
            desk.split("Ann Quill", *named)
    with pytest.raises(UsageError, match="has these records"):
        desk.different("Ann Quill", "Ann Quill")
    assert desk.different("Ann Quill", one)[0].startswith(f"{one} and the rest of")


def test_while_a_run_is_at_work_a_judgement_is_noted(desk: Desk) -> None:
    desk.meet("Ann Quill")
    desk.meet("Bela King")
    desk.settle()
    with store.run_lock(desk.folder):
        said = judging.same(desk.database, ["Ann Quill", "Bela King"], AT)
        (line,) = desk.heed(said)
    assert line.startswith("Noted: Ann Quill and Bela King are one person.")


def test_a_question_is_closed_by_either_answer(desk: Desk) -> None:
    one, other = desk.meet("Rob Quill", company="Acme"), desk.meet("Bob Quill", company="Zenith")
    desk.settle()
    with desk.database.read() as tx:
        (asked,) = open_pairs(tx)
    assert asked.same == f"weakties same {asked.first.person} {asked.second.person}"
    assert sum(float(reason.rsplit(" ", 1)[1]) for reason in asked.reasons) > 0
    for answer in (desk.same, desk.different):
        answer(asked.first.person, asked.second.person)
        with desk.database.read() as tx:
            assert open_pairs(tx) == ()
        undo(desk.database, None, AT)
    assert not desk.together(one, other)


def test_an_explanation_adds_up_and_tells_your_word(desk: Desk) -> None:
    desk.meet("Ann Quill", **ACME)
    desk.meet("Ann Quill", profile="aq", **ACME)
    cousin = desk.meet("Anne Quill", company="Zenith")
    desk.different("Ann Quill", "Anne Quill")
    found = desk.explain("Ann Quill")
    (pair,) = found.within
    assert pair.pair.zone is Zone.MERGE
    assert sum(one.bits for one in pair.pair.evidence) == pytest.approx(pair.pair.bits, abs=0.2)
    (near,) = found.near
    assert near.other is not None
    assert near.other.ids == (cousin,)
    assert near.pair.veto is not None
    assert near.pair.veto.words == "you said they are two"
    text = "\n".join(found.lines())
    for words in ("same e-mail", "bits in all", "You said: two people (act 1).", "left apart"):
        assert words in text
    assert found.as_json()["near"][0]["said"] == {"verdict": "different", "act": 1}
    assert RecordId(found.as_json()["records"][0]["record_id"]) in found.person.ids
