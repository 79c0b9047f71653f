"""Sentences that say how people met, and what is kept of the words of messages."""

import csv
from pathlib import Path
from typing import Literal

import pandas as pd
import pytest

from extractors import linkedin
from extractors.linkedin.hints import hint_in


@pytest.mark.parametrize(
    "sentence",
    [
        # English
        "We met at PyCon in Basel last May.",
        "I think we first met during the hackathon.",
        "It was great to meet you yesterday!",
        "Nice meeting you at the fair.",
        "Great to see you at the summit",
        "Thanks for meeting me in Zurich.",
        "It was good to talk after the panel.",
        "We spoke briefly after your keynote.",
        "I really enjoyed your talk on battery ageing.",
        "I saw you present at the forum.",
        "Carla introduced us at the dinner.",
        "Carla recommended that I contact you.",
        "Carla gave me your name.",
        "We worked together at Acme.",
        "I am a former colleague of Carla's.",
        "We bumped into each other at the airport.",
        # German
        "Wir haben uns letzte Woche auf der Messe kennengelernt.",
        "Auf der Tagung haben wir uns kurz unterhalten.",
        "Es hat mich gefreut, Sie in Basel kennenzulernen.",
        "Vielen Dank für das nette Gespräch gestern.",
        "Wir haben früher bei Acme zusammengearbeitet.",
        "Carla hat Sie mir empfohlen.",
        # French
        "Nous nous sommes rencontrés au salon de Lyon.",
        "Ravi de vous avoir rencontré hier.",
        "Nous avons travaillé ensemble chez Acme.",
        "Carla m'a recommandé de vous écrire.",
        # Spanish
        "Nos conocimos en la feria de Bilbao.",
        "Fue un placer conocerte ayer.",
        "Carla me dio tu contacto.",
        "Hablamos en el congreso de Madrid.",
        # Italian
        "Ci siamo conosciuti alla fiera di Rho.",
        "Abbiamo lavorato insieme in Acme.",
        "Carla mi ha dato il tuo contatto.",
        # Portuguese
        "Nos conhecemos na conferência do Porto.",
        "Foi um prazer conhecê-lo ontem.",
        "Trabalhamos juntos na Acme.",
        # Dutch
        "We hebben elkaar ontmoet op de beurs in Utrecht.",
        "Leuk je gisteren te hebben ontmoet.",
        "Carla heeft mij jouw naam doorgegeven.",
    ],
)
def test_a_sentence_that_says_how_people_met_is_kept_alone(sentence: str) -> None:
    assert hint_in(f"Dear Wei, I hope you are well! {sentence} Shall we have lunch?").startswith(
        sentence.rstrip()
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nice to meet you",
        "Hi Ann, nice to meet you here!",
        "Looking forward to meeting you.",
        "Shall we meet on Monday?",
        "I would like to talk to you about a role.",
        "Let us work together on this.",
        "Can we schedule a meeting?",
        "Have you met the deadline?",
        "My colleague will send the offer.",
        "I would love to introduce you to our product.",
        "Ich würde Sie gerne kennenlernen.",
        "Wollen wir uns treffen?",
        "Je voudrais vous rencontrer.",
        "Me gustaría conocerte.",
        "Vorrei conoscerti.",
        "Gostaria de te conhecer.",
        "Ik wil graag kennismaken.",
        "Congrats on your work anniversary!",
    ],
)
def test_a_wish_to_meet_and_small_talk_say_nothing(text: str) -> None:
    assert not hint_in(text)


@pytest.mark.parametrize(
    "text",
    [
        # English
        "I know we have never met, but I like your work.",
        "We have not met before.",
        "I don't think we've met yet.",
        "I don\u2019t believe we met at the fair.",
        "We never met.",
        "We never worked together at Acme.",
        "I wish we had met.",
        "If we had met at the fair, you would know.",
        "Would be great to meet you at PyCon next week.",
        "It would be lovely to see you at the fair and to talk.",
        "Lovely to see you in Berlin.",
        "Great to see you at the summit next week!",
        "It would be nice to talk.",
        "Have we met at PyCon?",
        "Have we met, or am I mistaken?",
        "Was it in Basel that we met?",
        "It was great to see Bob.",
        "It was good to talk to Bob.",
        "I enjoyed talking to Bob.",
        "It was great to see you got promoted.",
        "My former colleague Tom is looking for work.",
        "One of our old classmates wrote a book.",
        "We met our targets.",
        "We met all of the deadlines.",
        "We met every single goal this year.",
        # German
        "Wir haben uns noch nicht kennengelernt.",
        "Wir haben nie zusammengearbeitet.",
        "Es wäre schön, Sie in Basel kennenzulernen.",
        "Haben wir uns auf der Messe getroffen?",
        "Mein ehemaliger Kollege Tom sucht Arbeit.",
        # French
        "Nous ne nous sommes jamais rencontrés.",
        "Nous n'avons pas travaillé ensemble.",
        "Je serais ravi de vous avoir rencontré.",
        "Mon ancien collègue cherche un poste.",
        # Spanish
        "No nos conocemos todavía.",
        "Nunca nos vimos en persona.",
        "¿Nos conocimos en Bilbao?",
        # Italian
        "Non ci siamo mai incontrati.",
        "Ci siamo mai visti a Rho?",
        # Portuguese
        "Não nos conhecemos ainda.",
        "Ainda nos conhecemos pouco.",
        # Dutch
        "We hebben elkaar nog nooit ontmoet.",
        "We spraken elkaar nog niet.",
        "Het zou leuk zijn je volgende week te hebben ontmoet.",
    ],
)
def test_a_denial_a_wish_a_question_and_other_people_say_nothing(text: str) -> None:
    assert not hint_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "I hope you are well, it was great meeting you at the fair",
        "I hope you are well and it was great meeting you at the fair",
        "I would like to thank you for meeting me in Zurich",
        "I would love to hear more about the project we talked about",
        "I have not been in touch since we met in Basel",
        "I don't know if you remember me but we met at PyCon",
        "If I remember correctly we met at PyCon",
        "We met at PyCon, would you have time for a call?",
        "Do you remember when we met at PyCon?",
        "It was lovely to have seen you in Berlin",
        "Great to see you at the summit, talk soon",
        "We not only met at PyCon but danced there",
        "We met the other day next to the coffee stand",
        "We've never talked about it, yet we met in Basel",
        "Will introduced us at the dinner",
        "You were my former colleague at Acme",
        "My former colleague Tom suggested I contact you",
        "In our old days we worked together at Acme",
        "Mein ehemaliger Kollege Tom hat Sie mir empfohlen",
        "Ich hoffe, es geht Ihnen gut, wir haben uns auf der Messe getroffen",
        "Wir haben uns, wenn ich mich nicht irre, in Basel getroffen",
        "Si je me souviens bien nous avons travaillé ensemble",
        "Si no me equivoco nos conocimos en Bilbao",
        "Spero che tu stia bene, ci siamo conosciuti a Rho",
        "Espero que esteja bem, nos conhecemos no Porto",
        "Ik hoop dat het goed gaat, we hebben elkaar ontmoet in Utrecht",
    ],
)
def test_what_denies_another_clause_leaves_the_meeting_standing(text: str) -> None:
    assert hint_in(text) == text


def test_a_denied_meeting_does_not_hide_a_true_one() -> None:
    text = "We had never met before, but then we met at the fair."
    assert hint_in(text) == text


def test_a_long_sentence_is_cut_around_what_it_says() -> None:
    found = hint_in("word " * 200 + "we met at the fair in Basel " + "word " * 200)
    assert "we met at the fair in Basel" in found
    assert len(found) <= 200


# what is kept of a conversation

ME, ANN = "mira-okonkwo", "ann-lee"
TALK = [
    (ANN, "2024-04-01 08:00:00 UTC", "Hello Mira"),
    (ME, "2024-04-02 08:00:00 UTC", "Hi. We met at the fair in Basel. Lunch?"),
    (ANN, "2024-04-03 08:00:00 UTC", "Yes &amp; soon"),
    (ME, "2024-04-04 08:00:00 UTC", "Good"),
    (ANN, "2024-04-05 08:00:00 UTC", "See you"),
]
HEADER = ("CONVERSATION ID", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE")
SENT = ("From", "To", "Sent At", "Message")
NOTE = "We sat side by side at the panel."


def archive(folder: Path, talk: list[tuple[str, str, str]]) -> Path:
    names = {ME: "Mira Okonkwo", ANN: "Ann Lee"}
    urls = {slug: f"https://www.linkedin.com/in/{slug}" for slug in names}
    (folder / "Connections.csv").write_text(
        f"First Name,Last Name,URL,Connected On\nAnn,Lee,{urls[ANN]},05 Mar 2024\n", "utf-8"
    )
    with (folder / "messages.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow((*HEADER, "CONTENT"))
        for sender, at, text in talk:
            to = ME if sender == ANN else ANN
            writer.writerow(("2-x", names[sender], urls[sender], names[to], urls[to], at, text))
    with (folder / "Invitations.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow((*SENT, "Direction", "inviterProfileUrl", "inviteeProfileUrl"))
        writer.writerow(
            ("Mira Okonkwo", "Ann Lee", "3/4/24, 5:15 PM", NOTE, "OUTGOING", urls[ME], urls[ANN])
        )
    return folder


def texts(found: pd.DataFrame) -> list[object]:
    rows = found[found["kind"] == "message"]
    return [None if pd.isna(text) else text for text in rows["text"]]


@pytest.mark.parametrize(
    ("keep", "expected", "hints"),
    [
        ("none", [None] * 5, []),
        ("excerpt", ["Hello Mira", None, None, None, "See you"], ["We met at the fair in Basel."]),
        (
            "all",
            [
                "Hello Mira",
                "Hi. We met at the fair in Basel. Lunch?",
                "Yes & soon",
                "Good",
                "See you",
            ],
            ["We met at the fair in Basel."],
        ),
    ],
)
def test_of_the_words_what_was_chosen_is_kept(
    keep: Literal["none", "excerpt", "all"],
    expected: list[object],
    hints: list[str],
    tmp_path: Path,
) -> None:
    found = linkedin.extract([archive(tmp_path, TALK)], keep=keep)
    assert texts(found.interactions) == expected
    assert found.sentences["text"].tolist() == hints
    assert found.interactions["digest"][1:6].notna().all()


def test_a_hint_has_its_person_direction_time_and_place(tmp_path: Path) -> None:
    found = linkedin.extract([archive(tmp_path, TALK)])
    (record,) = found.observations["record_id"]
    assert found.sentences.to_dict("records") == [
        {
            "record_id": record,
            "kind": "hint",
            "direction": "out",
            "on": "2024-04-02",
            "at": "2024-04-02T08:00:00Z",
            "text": "We met at the fair in Basel.",
            "locator": "messages.csv:3",
        }
    ]


def test_a_note_that_is_the_first_message_too_happened_once(tmp_path: Path) -> None:
    folder = archive(tmp_path, [(ME, "2024-03-05 18:00:00 UTC", f"{NOTE} "), *TALK])
    found = linkedin.extract([folder])
    notes = found.interactions[found.interactions["text"] == NOTE]
    assert notes["kind"].tolist() == ["invited"]
    assert len(texts(found.interactions)) == len(TALK)
    (ann,) = linkedin.inspect([folder]).people
    assert (ann["messages_in"], ann["messages_out"]) == (3, 3)  # the door counts every row


def test_the_words_of_a_note_that_come_again_are_a_message(tmp_path: Path) -> None:
    again = [(ME, f"2024-03-0{day} 18:00:00 UTC", NOTE) for day in (5, 6)]
    found = linkedin.extract([archive(tmp_path, [*again, *TALK])])
    assert len(texts(found.interactions)) == len(TALK) + 1
