"""What several photos say together: real records in a real store, through the stages."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import store
from contacts.claims import Claim, ContactRecord, Property, RecordSource
from contacts.errors import UsageError
from contacts.extraction import Owner, gathered
from contacts.identifiers import RecordId, card_id, linkedin_id, profile_slug, stable_id, vcard_id
from contacts.judgements import Verdict
from contacts.owner import OwnerEvent
from contacts.readings import CardReading, PhotoReading, TypedPhone
from contacts.report import PersonRow, Report
from contacts.sources import SourceFile, SourceKind
from exporters import as_csv, as_html, as_json, as_markdown
from extractors import card_records
from flows.corrections import correct
from flows.home import Options
from flows.order import bring_up_to_date
from flows.stages.encounters import name_encounter
from flows.stages.report import compose
from flows.stages.resolve import resolve

START = datetime.fromisoformat("2026-05-03T19:00:00")
NOW = "2026-06-30T08:00:00Z"
FRONT = CardReading(
    name="Ines Falk",
    title="Editor",
    company="Kettle & Pier",
    emails=("ines.falk@kettlepier.example",),
    address="12 Quay Street, Bristol",
)
BACK = CardReading(
    company="Kettle & Pier",
    urls=("www.kettlepier.example",),
    address="3 Rue du Port, Nantes",
)
STRANGER = CardReading(name="Tomas Rask", title="Glassmaker", company="Ostrava Glass")
OWN = CardReading(name="LINDQVIST Mara", company="Own Works", emails=("mara@ownworks.example",))


class Desk:
    """A store, and what is done with it."""

    def __init__(self, folder: Path) -> None:
        url = f"sqlite:///{folder}/weakties.db"
        self.database = store.Database.open(url)
        self.options = Options(as_of=date(2026, 6, 30), database_url=url, settle_seconds=0)

    def photo(
        self,
        name: str,
        *cards: CardReading,
        minutes: float | None = None,
        where: tuple[float, float] | None = None,
    ) -> RecordId:
        """Store a photo below `cards/` as it would be read; return the record of its first card."""
        sha256 = stable_id("photo", name)
        at = None if minutes is None else START + timedelta(minutes=minutes)
        fields = [field for field in CardReading.__slots__ if field != "confidence"]
        sure = [replace(card, confidence=dict.fromkeys(fields, 0.9)) for card in cards]
        crops = tuple(f"\xff\xd8 {name} {at}".encode() for at in range(len(cards)))
        read = PhotoReading(
            name, "test 1", 0.1, tuple(sure), taken_at=at, taken_where=where, crops=crops
        )
        file = SourceFile(sha256, SourceKind.CARD_PHOTO, 9, (f"cards/{name}",))
        with self.database.write() as tx:
            store.sources.note(tx, [file])
            told = card_records.extraction([read], sha256, file.names)
            store.records.write(tx, sha256, told)
        return card_id(sha256, 1)

    def connection(self, name: str, company: str) -> RecordId:
        """Store a LinkedIn connection and return its record."""
        slug = profile_slug(f"linkedin.com/in/{name.replace(' ', '-')}")
        assert slug
        url = f"https://www.linkedin.com/in/{slug}"
        claims = (
            Claim(Property.NAME, name),
            Claim(Property.COMPANY, company),
            Claim(Property.URL, url, "linkedin"),
        )
        record = ContactRecord(
            linkedin_id("", slug), RecordSource.LINKEDIN, "Connections.csv:2", claims
        )
        told = gathered([record], [], extractor="linkedin", version="1", read=1)
        sha256 = stable_id("archive", slug)
        file = SourceFile(sha256, SourceKind.LINKEDIN, 9, (f"linkedin/{slug}.csv",))
        with self.database.write() as tx:
            store.sources.note(tx, [file])
            store.records.write(tx, sha256, told)
        return record.record_id

    def entry(self, name: str, email: str) -> RecordId:
        """Store an entry of an address book and return its record."""
        claims = (Claim(Property.NAME, name), Claim(Property.EMAIL, email))
        record = ContactRecord(vcard_id(f"{name} {email}"), RecordSource.VCARD, "entry 1", claims)
        file = SourceFile(
            stable_id(record.record_id), SourceKind.VCARD, 9, (f"contacts/{record.record_id}.vcf",)
        )
        with self.database.write() as tx:
            store.sources.note(tx, [file])
            told = gathered([record], [], extractor="vcard", version="1", read=1)
            store.records.write(tx, file.sha256, told)
        return record.record_id

    def archive(self, **told: object) -> None:
        """Store an archive that speaks of its owner alone."""
        said = replace(gathered([], [], extractor="linkedin", version="1", read=0), **told)  # type: ignore[arg-type]
        file = SourceFile(stable_id("own"), SourceKind.LINKEDIN, 9, ("linkedin/own.zip",))
        with self.database.write() as tx:
            store.sources.note(tx, [file])
            store.records.write(tx, file.sha256, said)

    def judge(self, first: RecordId, second: RecordId, verdict: Verdict) -> int:
        with self.database.write() as tx:
            said = {"first": first, "second": second, "verdict": verdict.value}
            return store.acts.append(tx, store.acts.JUDGEMENT, said, NOW)

    def report(self, **options: object) -> Report:
        asked = replace(self.options, **options)  # type: ignore[arg-type]
        bring_up_to_date(self.database, asked)
        with self.database.read() as tx:
            return compose(tx)

    def resolve(self) -> None:
        resolve(self.database, self.options)

    def person_of(self, record: RecordId) -> str:
        with self.database.read() as tx:
            return str(
                store.people.memberships(tx).set_index("record_id").loc[record, "cluster_id"]
            )

    def values(self, record: RecordId, kind: Property) -> list[str]:
        with self.database.read() as tx:
            values = store.people.values(tx)
        own = values[(values["person"] == self.person_of(record)) & (values["property"] == kind)]
        return [str(value) for value in own["value"]]

    def questions(self) -> dict[tuple[str, str], str]:
        """Return the reasons of the pairs that are asked about."""
        with self.database.read() as tx:
            pairs = store.people.pairs(tx)
        asked = pairs[pairs["zone"] == "ask"]
        keys = zip(asked["record_id_1"], asked["record_id_2"], strict=True)
        return dict(zip(keys, asked["reasons"], strict=True))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.database.close()


def names(report: Report) -> list[str | None]:
    return [row.name for row in report.people]


def only(report: Report) -> PersonRow:
    (row,) = report.people
    return row


# Two sides of one card


def test_front_and_back_are_one_person_with_the_values_of_both(desk: Desk) -> None:
    front = desk.photo("IMG_1.jpg", FRONT, minutes=0)
    back = desk.photo("IMG_2.jpg", BACK, minutes=1)
    report = desk.report()
    assert names(report) == ["Ines Falk"]
    assert not report.companies
    assert desk.person_of(front) == desk.person_of(back)
    assert set(desk.values(front, Property.ADDRESS)) == {FRONT.address, BACK.address}
    assert desk.values(front, Property.URL) == list(BACK.urls)


def test_a_card_with_two_sides_changed_hands_once(desk: Desk) -> None:
    desk.photo("Fair/IMG_1.jpg", FRONT, minutes=0)
    desk.photo("Fair/IMG_2.jpg", BACK, minutes=1)
    assert [hint.source.file for hint in only(desk.report()).hints] == ["cards/Fair/IMG_1.jpg"]


def test_the_name_in_another_script_is_kept_behind_the_first(desk: Desk) -> None:
    phone = TypedPhone("+886 912 345 678", "mobile", "+886912345678")
    latin = CardReading(name="Ya-Ting Lin", company="Willow Tea", phones_typed=(phone,))
    han = CardReading(name="林雅婷", company="柳茶", phones_typed=(phone,))
    record = desk.photo("IMG_1.jpg", han, minutes=0)
    desk.photo("IMG_2.jpg", latin, minutes=1)
    assert len(desk.report().people) == 1
    assert set(desk.values(record, Property.NAME)) == {"Ya-Ting Lin", "林雅婷"}


def test_a_company_read_as_a_name_on_the_back_is_nobodys_name(desk: Desk) -> None:
    record = desk.photo("IMG_1.jpg", FRONT, minutes=0)
    desk.photo("IMG_2.jpg", CardReading(name="KETTLE & PIER"), minutes=1)
    assert names(desk.report()) == ["Ines Falk"]
    assert desk.values(record, Property.NAME) == ["Ines Falk"]


def test_a_back_keeps_nobody_from_their_connection(desk: Desk) -> None:
    connection = desk.connection("Ines Falk", "Kettle & Pier")
    front = desk.photo("IMG_1.jpg", FRONT, minutes=0)
    back = desk.photo("IMG_2.jpg", BACK, minutes=1)
    desk.resolve()
    assert desk.person_of(front) == desk.person_of(back) == desk.person_of(connection)


def test_the_user_may_part_two_sides_and_take_that_back(desk: Desk) -> None:
    front = desk.photo("IMG_1.jpg", FRONT, minutes=0)
    back = desk.photo("IMG_2.jpg", BACK, minutes=1)
    desk.resolve()
    act = desk.judge(front, back, Verdict.DIFFERENT)
    assert [row.company for row in desk.report().companies] == ["Kettle & Pier"]
    assert desk.person_of(front) != desk.person_of(back)
    assert not desk.questions()
    with desk.database.write() as tx:
        store.acts.undo(tx, act, NOW)
    assert not desk.report().companies


def test_the_user_who_is_unsure_is_asked(desk: Desk) -> None:
    front = desk.photo("IMG_1.jpg", FRONT, minutes=0)
    back = desk.photo("IMG_2.jpg", BACK, minutes=1)
    desk.judge(front, back, Verdict.UNSURE)
    assert desk.report().questions == 1
    assert desk.person_of(front) != desk.person_of(back)


def test_what_is_said_of_a_back_holds_for_its_card(desk: Desk) -> None:
    connection = desk.connection("Ines Falk", "Kettle & Pier")
    front = desk.photo("IMG_1.jpg", FRONT, minutes=0)
    back = desk.photo("IMG_2.jpg", BACK, minutes=1)
    desk.judge(connection, back, Verdict.DIFFERENT)
    desk.resolve()
    assert desk.person_of(front) == desk.person_of(back) != desk.person_of(connection)


def test_sides_that_agree_in_part_are_asked_about_with_the_reason(desk: Desk) -> None:
    front = desk.photo("IMG_1.jpg", FRONT, minutes=0)
    back = desk.photo("IMG_2.jpg", CardReading(company="Kettle Pier Group"), minutes=1)
    report = desk.report()
    first, second = sorted((front, back))
    assert desk.questions() == {(first, second): "two photos in a row, same company"}
    assert report.questions == 1
    assert [row.company for row in report.companies] == ["Kettle Pier Group"]
    desk.judge(front, back, Verdict.SAME)
    assert desk.report().questions == 0
    assert desk.person_of(front) == desk.person_of(back)


# Cards without a person


def test_a_card_without_a_person_is_a_company_contact_and_nobody_to_remember(desk: Desk) -> None:
    desk.photo("old.jpg", BACK, minutes=-2_000_000)
    desk.photo("new.jpg", BACK, minutes=-1_000_000)
    desk.photo("other.jpg", STRANGER, minutes=0)
    report = desk.report()
    assert names(report) == ["Tomas Rask"]
    assert {row.company for row in report.companies} == {"Kettle & Pier"}
    assert report.counts["companies"] == len(report.companies) == 2
    assert report.counts["people"] == 1
    assert sum(point.added for point in report.growth) == 1
    assert not report.today


# The owner's own card


def test_the_owners_own_card_is_no_contact_once_the_owner_is_named(desk: Desk) -> None:
    desk.photo("me.jpg", OWN, minutes=0)
    desk.photo("me too.jpg", OWN, minutes=1_000)
    desk.photo("other.jpg", STRANGER, minutes=2_000)
    assert "LINDQVIST Mara" in names(desk.report())
    report = desk.report(owner="Mara Lindqvist")
    assert names(report) == ["Tomas Rask"]
    assert report.counts["own_photos"] == 2
    assert "LINDQVIST Mara" in names(desk.report())


def test_the_owner_is_known_by_an_address_too(desk: Desk) -> None:
    desk.photo("me.jpg", OWN, minutes=0)
    report = desk.report(owner_emails=("Mara@OwnWorks.example",))
    assert not report.people
    assert report.counts["own_photos"] == 1


def test_the_owner_is_known_by_the_addresses_in_their_archive(desk: Desk) -> None:
    desk.photo("me.jpg", replace(OWN, name="M. L."), minutes=0)
    desk.archive(owner=Owner("Mara Lindqvist", "mara", ("mara@ownworks.example",)))
    assert desk.report(owner="Mara Lindqvist").counts["own_photos"] == 1
    assert desk.report().counts["own_photos"] == 1
    assert desk.report(owner="Bo Ek").counts["own_photos"] == 0  # somebody else's archive


def test_a_connection_who_is_called_like_the_owner_keeps_their_card(desk: Desk) -> None:
    desk.connection("Mara Lindqvist", "Own Works")
    desk.photo("namesake.jpg", OWN, minutes=0)
    assert len(desk.report(owner="Mara Lindqvist").people) == 1


def test_the_owners_own_entry_in_an_address_book_is_no_contact_and_their_spouses_is(
    desk: Desk,
) -> None:
    desk.entry("Mara Lindqvist", "mara@ownworks.example")
    desk.entry("Jon Lindqvist", "mara@ownworks.example")
    desk.entry("Mara Lindqvist", "mara@elsewhere.example")
    told = {"owner": "Mara Lindqvist", "owner_emails": ("mara@ownworks.example",)}
    assert [row.emails for row in desk.report(**told).people if row.name != "Jon Lindqvist"] == [
        ("mara@elsewhere.example",)
    ]
    assert "Jon Lindqvist" in names(desk.report(**told))
    assert len(desk.report(owner="").people) >= 2


# Encounters


def sitting(desk: Desk) -> list[RecordId]:
    return [
        desk.photo("IMG_1.jpg", FRONT, minutes=0),
        desk.photo("IMG_2.jpg", BACK, minutes=1),
        desk.photo("IMG_3.jpg", STRANGER, minutes=70),
    ]


def test_a_sitting_is_one_question_with_its_people_and_hours(desk: Desk) -> None:
    sitting(desk)
    (row,) = desk.report().encounters
    assert (row.number, row.cards, row.names) == (1, 2, ("Ines Falk", "Tomas Rask"))
    assert (row.began, row.ended) == ("2026-05-03T19:00:00", "2026-05-03T20:10:00")


def test_one_answer_is_an_event_and_a_hint_for_all_and_one_undo_takes_it_back(desk: Desk) -> None:
    records = sitting(desk)
    before = desk.report()
    act, cards = name_encounter(desk.database, 1, "Harbour Fair 2026", NOW)
    assert cards == 2
    report = desk.report()
    assert not report.encounters
    for row in report.people:
        assert row.hints[0].kind == "event"
        assert row.hints[0].text.startswith("Card from Harbour Fair 2026")
    assert desk.values(records[1], Property.EVENT) == ["Harbour Fair 2026"]
    with desk.database.write() as tx:
        store.acts.undo(tx, act, NOW)
    after = desk.report()
    assert (after.people, after.encounters) == (before.people, before.encounters)


def test_no_event_is_an_answer_too(desk: Desk) -> None:
    sitting(desk)
    desk.resolve()
    name_encounter(desk.database, 1, "", NOW)
    report = desk.report()
    assert not report.encounters
    assert all(hint.kind != "event" for row in report.people for hint in row.hints)


def test_an_encounter_that_is_not_open_cannot_be_named(desk: Desk) -> None:
    sitting(desk)
    desk.resolve()
    with pytest.raises(UsageError, match="encounter 2: is not open"):
        name_encounter(desk.database, 2, "Harbour Fair 2026", NOW)


def test_an_answer_renumbers_no_other_encounter(desk: Desk) -> None:
    sitting(desk)
    desk.photo("IMG_8.jpg", replace(STRANGER, name="Bo Ek"), minutes=9_000)
    desk.photo("IMG_9.jpg", replace(STRANGER, name="Eva Holm"), minutes=9_001)
    desk.resolve()
    name_encounter(desk.database, 1, "Harbour Fair 2026", NOW)
    assert [row.number for row in desk.report().encounters] == [2]


def test_where_photos_were_taken_is_told_in_words(desk: Desk) -> None:
    desk.photo("IMG_1.jpg", FRONT, minutes=0, where=(52.51994, 13.40491))
    desk.photo("IMG_2.jpg", STRANGER, minutes=5, where=(52.51991, 13.40499))
    report = desk.report()
    assert [row.places for row in report.encounters] == [("52.52 N, 13.40 E",)]
    for row in report.people:
        (hint,) = (hint for hint in row.hints if hint.kind == "place")
        assert hint.text == "Card photographed near 52.52 N, 13.40 E on 3 May 2026"
    assert "52.5" not in as_csv(report)


def test_the_folder_of_one_card_is_proposed_for_the_others(desk: Desk) -> None:
    sitting(desk)
    desk.photo("Harbour Fair 2026/x.jpg", replace(STRANGER, name="Bo Ek"), minutes=90)
    (row,) = desk.report().encounters
    assert row.suggestions == ("Harbour Fair 2026",)


def test_an_event_of_the_archive_is_proposed_for_the_cards_of_its_days(desk: Desk) -> None:
    sitting(desk)
    day = START.date()
    fair = OwnerEvent("Port Fair", day, day, "", "Events.csv:2")
    desk.archive(
        events=(fair, replace(fair, name="Later", start=day + timedelta(days=5), end=None))
    )
    (row,) = desk.report().encounters
    assert row.suggestions == ("Port Fair",)


# Fields to check


def test_an_unsure_field_is_listed_with_its_card_until_it_is_corrected(desk: Desk) -> None:
    record = desk.photo("IMG_1.jpg", replace(FRONT, needs_review=("title",)), minutes=0)
    (card,) = desk.report().unsure
    assert card.source.file == "cards/IMG_1.jpg"
    assert card.crop
    (field,) = card.fields
    assert (field.field, field.value) == ("title", "Editor")
    assert field.command == f"weakties cards correct {record} title"
    said = {"record_id": record, "property": "TITLE", "values": [{"value": "Author", "kind": ""}]}
    with desk.database.write() as tx:
        store.acts.append(tx, store.acts.CORRECTION, said, NOW)
    assert not desk.report().unsure


def test_to_say_what_an_unsure_field_says_settles_it(desk: Desk) -> None:
    record = desk.photo("IMG_1.jpg", replace(FRONT, needs_review=("emails",)), minutes=0)
    assert [card.fields[0].field for card in desk.report().unsure] == ["email"]
    said = (desk.database, Path(), record, Property.EMAIL, FRONT.emails, NOW)
    assert correct(*said).act == 1
    assert not desk.report().unsure
    assert correct(*said).act == 0


def test_the_owners_own_card_wants_no_look(desk: Desk) -> None:
    desk.photo("me.jpg", replace(OWN, needs_review=("company",)), minutes=0)
    assert not desk.report(owner="Mara Lindqvist").unsure


# All renderings


def test_every_rendering_asks_the_same(desk: Desk) -> None:
    sitting(desk)
    desk.photo("me.jpg", OWN, minutes=5_000)
    desk.photo("shop.jpg", CardReading(company="Tram Café"), minutes=6_000)
    desk.photo("IMG_9.jpg", replace(STRANGER, name="Bo Ek", needs_review=("name",)), minutes=9_000)
    report = desk.report(owner="Mara Lindqvist")
    told = json.loads(json.dumps(as_json(report)))
    assert [len(told[key]) for key in ("companies", "encounters", "unsure")] == [1, 1, 1]
    assert told["counts"]["own_photos"] == told["counts"]["companies"] == 1
    for text in (as_html(report), as_markdown(report).replace("\\", "")):
        assert "3 May 2026, 19:00 to 20:10" in text
        assert "weakties encounters name 1" in text
        assert f"{told['unsure'][0]['fields'][0]['command']}" in text
        assert "Your own card: 1 photo" in text
        assert "1 company contact: " in text
        assert "Tram Café" in text
    assert "Tram Café" not in as_csv(report)
