"""When everybody is made anew, when only what is new, and what a new model may change."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

import dedupe
import store
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.extraction import gathered
from contacts.identifiers import RecordId
from contacts.judgements import Verdict
from contacts.sources import SourceFile, SourceKind
from dedupe.block import OUTGROWN
from flows.home import Options
from flows.resolving import fit_again, shown_model
from flows.stages import matching
from flows.stages.resolve import refit_told, resolve

AT = "2026-06-30T08:00:00Z"


class Desk:
    """A store of invented people, resolved by the stage."""

    def __init__(self, folder: Path) -> None:
        url = f"sqlite:///{folder}/weakties.db"
        self.database = store.Database.open(url)
        self.options = Options(as_of=date(2026, 6, 30), database_url=url)

    def meet(self, record_id: str, name: str, **said: str) -> None:
        self.meet_all({record_id: {"name": name, **said}})

    def meet_all(self, people: Mapping[str, Mapping[str, str]]) -> None:
        """Store people as one file, which is named for the first."""
        sha256 = next(iter(people)) * 4
        records = [
            ContactRecord(
                RecordId(record_id),
                RecordSource.VCARD,
                "line 1",
                tuple(Claim(Property[kind.upper()], value) for kind, value in said.items()),
            )
            for record_id, said in people.items()
        ]
        with self.database.write() as tx:
            file = SourceFile(sha256, SourceKind.VCARD, 9, (f"{sha256}.vcf",))
            store.sources.note(tx, [file])
            told = gathered(records, [], extractor="test", version="1", read=len(records))
            store.records.write(tx, sha256, told)

    def say(self, verdict: Verdict, *pairs: tuple[str, str]) -> int:
        (first, second), *besides = pairs
        said = {"first": first, "second": second, "verdict": verdict.value, "besides": besides}
        with self.database.write() as tx:
            return store.acts.append(tx, store.acts.JUDGEMENT, said, AT)

    def resolve(self) -> dict[str, str]:
        resolve(self.database, self.options)
        return self.persons()

    def persons(self) -> dict[str, str]:
        with self.database.read() as tx:
            found = store.people.memberships(tx)
        return dict(zip(found["record_id"], found["cluster_id"], strict=True))

    def model(self) -> store.models.FittedModel:
        with self.database.read() as tx:
            found = store.models.newest(tx)
        assert found is not None
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.database.close()


@pytest.fixture
def many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk with so many people that its model is not fitted at every change."""
    monkeypatch.setattr(matching, "FEW", 10)
    syllables = ("ba", "de", "fi", "go", "ku", "la")
    families = {at: f"{syllables[at % 6]}{syllables[at // 6]}rson" for at in range(30)}
    crowd = {
        f"r{at:02}": {"name": f"{syllables[at // 6].title()}l {name}", "email": f"{name}@x.org"}
        for at, name in families.items()
    }
    one = crowd.pop("r00")
    desk.meet_all({"r00": one})
    desk.meet_all(crowd)
    desk.resolve()
    return desk


def test_few_records_are_fitted_at_every_change_and_only_then(desk: Desk) -> None:
    desk.meet("a", "Ann Quill")
    desk.resolve()
    desk.resolve()
    assert desk.model().number == 1
    desk.meet("b", "Bo Ek")
    desk.resolve()
    assert (desk.model().number, desk.model().records) == (2, 2)


def test_one_more_among_many_is_added_and_a_tenth_more_is_fitted(many: Desk) -> None:
    before = many.persons()
    many.meet("s0", "Bal Baarson", email="babarson@x.org")
    after = many.resolve()
    assert after["s0"] == before["r00"]
    assert {one: after[one] for one in before} == before
    assert (many.model().number, many.model().records) == (1, 30)
    many.meet("s1", "Ole Vex")
    many.meet("s2", "Ida Vex")
    many.resolve()
    assert (many.model().number, many.model().records) == (2, 33)


def test_other_rules_make_everybody_anew(many: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dedupe, "VERSION", "of another day")
    many.resolve()
    assert many.model().number == 2


def test_what_is_taken_back_is_gone_from_the_places(many: Desk) -> None:
    with many.database.write() as tx:
        store.acts.append(tx, store.acts.REVERT, {"sha256": "r00" * 4, "name": "r00.vcf"}, AT)
    assert "r00" not in many.resolve()
    with many.database.read() as tx:
        assert "r00" not in set(store.models.places(tx)["record_id"])
    assert many.model().number == 1


def test_a_key_that_many_new_records_share_makes_everybody_anew(
    many: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "GROWTH", 10.0)
    letters = "bdfgklmnprst"
    crowd = {}
    for at in range(OUTGROWN + 1):
        name = f"{letters[at % 12]}{letters[at // 12]}o {letters[at // 12]}u{letters[at % 12]}ek"
        crowd[f"s{at:03}"] = {"name": name.title(), "phone": "040 7654321"}
    many.meet_all(crowd)
    many.resolve()
    assert many.model().number == 2


def test_a_refit_tells_whom_it_merges_and_never_overrides_a_judgement(desk: Desk) -> None:
    card = {"email": "ann@acme.org", "company": "Acme"}
    desk.meet("a", "Ann Quillfeather", **card)
    desk.meet("b", "Annie Quillfeather", **card)
    desk.meet("c", "Bo Ek")
    desk.meet("d", "Kai Lund")
    apart, joined = desk.say(Verdict.DIFFERENT, ("a", "b")), desk.say(Verdict.SAME, ("c", "d"))
    before = desk.resolve()
    assert before["a"] != before["b"]
    assert before["c"] == before["d"]
    assert refit_told(desk.database, desk.options).as_json()["merged"] == 0
    fit_again(desk.database, desk.options)
    assert desk.persons() == before
    for act in (apart, joined):
        with desk.database.write() as tx:
            store.acts.undo(tx, act, AT)
    told = refit_told(desk.database, desk.options)
    assert (told.merged, told.parted) == (1, 1)
    assert told.examples == ("Ann Quillfeather = Annie Quillfeather", "Bo Ek: 2 people")
    assert desk.persons() == before
    fit_again(desk.database, desk.options)
    with desk.database.read() as tx:
        shown = shown_model(tx)
    assert shown is not None
    assert shown.changes == told
    assert next(told.lines(is_done=True)) == "Merged into others: 1; parted: 1"


def test_enough_answers_are_learnt_and_taken_back_they_are_not(many: Desk) -> None:
    said = [many.say(Verdict.DIFFERENT, (f"r{at:02}", f"r{at + 1:02}")) for at in range(20)]
    many.meet_all({f"s{at}": {"name": "Zoe Vex", "company": f"Vex {at}"} for at in range(6)})
    many.resolve()
    fitted = many.model().number
    for one in range(5):
        pairs = [(f"s{one}", f"s{other}") for other in range(one + 1, 6)]
        said += [many.say(Verdict.SAME, pair) for pair in pairs]
    many.resolve()
    learnt = many.model()
    assert learnt.number == fitted + 1
    assert learnt.content["learnt"]["answers"] == len(said) == 35
    assert learnt.content["learnt"]["factors"]
    with many.database.write() as tx:
        for act in said[:10]:
            store.acts.undo(tx, act, AT)
    many.resolve()
    assert many.model().content["learnt"]["factors"] == {}


def test_who_was_one_by_a_record_that_is_gone_is_matched_without_it(many: Desk) -> None:
    profile = "https://www.linkedin.com/in/zoe-"
    many.meet("s0", "Zoe Vex", url=f"{profile}11111111")
    many.meet("s1", "Zoe Vex", url=f"{profile}22222222")
    many.resolve()
    many.say(Verdict.SAME, ("s0", "s1"))
    found = many.resolve()
    assert found["s0"] == found["s1"]
    with many.database.write() as tx:
        store.acts.append(tx, store.acts.REVERT, {"sha256": "s0" * 4, "name": "s0.vcf"}, AT)
    found = many.resolve()
    assert "s0" not in found
    assert list(found.values()).count(found["s1"]) == 1
    assert many.model().number == 1
