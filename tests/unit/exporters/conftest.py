"""A small invented report, with one of everything."""

import pytest

from contacts.identifiers import PersonId, ProfileSlug, RecordId
from contacts.report import (
    BeginningRow,
    BurnDownPoint,
    CohortRow,
    CompanyRow,
    CueGroup,
    EncounterRow,
    FadingRow,
    FileRow,
    GrowthPoint,
    Matter,
    MemoryPoint,
    OpenPair,
    Origin,
    PairSide,
    PersonRow,
    Report,
    ShownHint,
    UnsureCard,
    UnsureField,
)
from contacts.ties import TieClass

CARD = Origin("cards/Kettle meetup/IMG_0001.heic", "card 1", "card")
CONNECTION = Origin("linkedin/archive.zip", "Connections.csv:14", "linkedin")


def person(
    number: int, name: str | None, tie_class: TieClass, p_known: float | None, **more: object
) -> PersonRow:
    row = {
        "person": PersonId(f"p{number:016x}"),
        "records": (CARD, CONNECTION),
        "name": name,
        "company": "Pilcrow Press",
        "title": "Editor",
        "emails": (),
        "phones": (),
        "profile": None,
        "p_known": p_known,
        "tie_class": tie_class,
        "last_contact": "2021-05-03",
    }
    return PersonRow(**(row | more))  # type: ignore[arg-type]


@pytest.fixture
def report() -> Report:
    people = (
        person(1, "Anouk Eklund", TieClass.KNOWN, 0.8123),
        person(
            2,
            "Dagny Holloway",
            TieClass.WEAK,
            0.2071,
            emails=("dagny@example.com",),
            phones=("+46 (0)8 123 45 67",),
            profile=ProfileSlug("dagny-hölloway"),
            reasons=("You wrote once, in May 2021.",),
            hints=(
                ShownHint("card", "You were given a card at Kettle meetup", "2019-04", CARD),
                ShownHint("place", "Card photographed near 55.61 N, 13.00 E", "2019-04", CARD),
            ),
            why_today="Silent for five years.",
            crop=b"\xff\xd8\xff\xe0 an invented picture",
        ),
        person(3, "Emre Morávek", TieClass.WEAK, 0.0049, last_contact="2012-11-28"),
        person(4, "Ilse Tanninen", TieClass.CANNOT_TELL, None, last_contact=None),
        person(5, None, TieClass.CANNOT_TELL, 0.03, emails=("nobody@example.com",)),
        person(6, "Zora Iversen", TieClass.CANNOT_TELL, 0.03, company=None),
    )
    return Report(
        as_of="2026-11-22",
        counts={
            "people": 6,
            "known": 1,
            "weak": 2,
            "cannot_tell": 3,
            "records": 1234,
            "card": 6,
            "linkedin": 1228,
            "companies": 1,
            "own_photos": 2,
        },
        people=people,
        today=(people[1].person,),
        groups=(
            CueGroup("company", "Pilcrow Press", (people[3].person, people[4].person)),
            CueGroup("year", "2021", (people[5].person,)),
        ),
        weak_groups=(CueGroup("event", "Kettle meetup", (people[2].person,)),),
        memory=(
            MemoryPoint("2026-09-30", 2, 1, 1),
            MemoryPoint("2026-11-22", 1, 2, 2),
            MemoryPoint("2027-02-22", 0, 3, 2, ahead=True),
            MemoryPoint("2027-11-22", 0, 3, 2, ahead=True),
        ),
        fading=(FadingRow(people[0].person, "2027-02-22"),),
        cohorts=(CohortRow(2012, 0, 1, 0), CohortRow(2021, 1, 1, 2)),
        beginnings=(BeginningRow("card", 5, 1), BeginningRow("", 1, 0)),
        burn_down=(BurnDownPoint("2026-11-15", 2, 4), BurnDownPoint("2026-11-22", 2, 3)),
        growth=(GrowthPoint(2012, 1, 1), GrowthPoint(2019, 4, 3), GrowthPoint(2021, 6, 2)),
        files=(
            FileRow("linkedin/archive.zip", "linkedin", "partly", "no name", "none", 1228, 2),
            FileRow("cards/blank.jpg", "card_photo", "failed", "no text", "take it anew", 0, 1),
            FileRow("cards/IMG_0001.heic", "card_photo", "done", "", "", 6, 0),
        ),
        pairs=(
            OpenPair(
                PairSide(people[1].person, "Dagny Holloway", "Editor, cards/IMG_0001.heic"),
                PairSide(people[4].person, "nobody@example.com", "linkedin/archive.zip"),
                0.6204,
                ("same e-mail +14.0", "before any evidence -13.3"),
                f"weakties same {people[1].person} {people[4].person}",
                f"weakties different {people[1].person} {people[4].person}",
            ),
        ),
        questions=1,
        owed=(
            Matter(
                "promise",
                "77aa00112233",
                "77aa",
                (people[1].person,),
                ("Dagny Holloway",),
                "You wrote to Dagny Holloway on 4 May 2026: “I will send you the proofs.”",
                state="open",
                on="2026-05-04",
                words="I will send you the proofs.",
                source=Origin("linkedin/archive.zip", "messages.csv:9"),
            ),
            Matter(
                "loop",
                "88bb00112233",
                "88bb",
                (people[0].person,),
                ("Ada Quill",),
                "Ada Quill wrote on 5 June 2026 last",
                state="open",
                on="2026-06-05",
                source=Origin("linkedin/archive.zip", "messages.csv:12"),
            ),
            Matter(
                "introduction",
                "99cc00112233",
                "99cc",
                (people[1].person, people[2].person),
                ("Dagny Holloway", "Emre Morávek"),
                "You have cards of both from Kettle meetup.",
                kind="same_event",
            ),
        ),
        companies=(CompanyRow(PersonId("pc"), "Tram Café", (), ("+46 8 1",), (CARD,)),),
        encounters=(
            EncounterRow(
                number=3,
                began="2026-05-03T19:05:00",
                ended="2026-05-03T19:40:00",
                cards=7,
                names=("Bo Ek", "Eva Holm", "Per Sund", "Liv Dahl", "Ida Moe", "Jon Aas"),
                places=("55.61 N, 13.00 E",),
                suggestions=("Harbour Fair", "Dinner"),
                command="weakties encounters name 3",
            ),
        ),
        unsure=(
            UnsureCard(
                RecordId("c0000000000000001"),
                CARD,
                (UnsureField("title", "Edit0r", "weakties cards correct c0000000000000001 title"),),
                b"\xff\xd8\xff\xe0 another invented picture",
            ),
        ),
    )


@pytest.fixture
def empty_report() -> Report:
    counts = {"people": 0, "known": 0, "weak": 0, "cannot_tell": 0, "records": 0}
    return Report(as_of="2026-11-22", counts=counts, people=(), today=())
