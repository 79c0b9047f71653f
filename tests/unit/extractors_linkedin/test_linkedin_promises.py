import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractors.linkedin.asking import asks
from extractors.linkedin.promises import introduction_in, promise_in
from extractors.linkedin.sentences import LONGEST, READ

SPOKEN = """
I'll send you and will let me ich schicke dir je te le envoie vou ti mando ik zal je sturen , ; ? .
- ( ) introduce put in touch vor bekannt presento please bitte quanto puoi not nicht
"""
DETECTORS = (promise_in, introduction_in, asks)


def test_the_sentence_of_a_promise_is_returned_as_it_stands() -> None:
    text = "Lovely to see you. Monday is tricky, but I'll send the notes by Friday! Best, Ada"
    assert promise_in(text) == "Monday is tricky, but I'll send the notes by Friday!"


@pytest.mark.parametrize(
    "text",
    [
        "I'll make a few calls on your behalf.",
        "You shall have my answer before the weekend.",
        "Ich überlege mir eine Alternative, den Rest klär ich für dich.",
        "Vor dem Wochenende haben Sie meine Antwort.",
        "Je passe quelques coups de fil pour toi cette semaine.",
        "Esta tarde te hago llegar las llaves por mensajero.",
        "Oggi pomeriggio ti faccio avere le chiavi con un corriere.",
        "Vou fazer umas ligações por você esta semana.",
        "Ik pleeg deze week een paar telefoontjes voor je.",
        "I’ll send it tonight",  # as phones write it
    ],
)
def test_a_promise_is_told_in_each_language(text: str) -> None:
    assert promise_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I sent you the slides last week.",
        "Could you send me the slides?",
        "My assistant will send you the slides.",
        "If you send me the data, I will look at it.",
        "I'll introduce you if you like.",
        "I would send it, but I lost it.",
        "I'll always be grateful for what you did.",
        "I'll be in Lisbon next week.",
        "Ich schreibe Ihnen, weil mir Ihr Vortrag gefallen hat.",
        "Ich schicke es dir lieber nicht.",
        "Schick mir deine Adresse und melde dich.",
        "Je vous écris car votre conférence m'a plu.",
        "Te mando un abrazo.",
        "Ti ringrazio di tutto.",
        "Te lo envío adjunto, como pediste.",
        "Stuur me maar een berichtje als je er bent.",
        "Ik dank je voor alles.",
    ],
)
def test_what_is_done_asked_wished_or_somebody_elses_is_no_promise(text: str) -> None:
    assert promise_in(text) == ""


@pytest.mark.parametrize(
    ("text", "introduces"),
    [
        ("I'll send the notes. And let me introduce you to Salma.", True),
        ("Ich bringe euch beide nächste Woche zusammen.", True),
        ("Os pongo en contacto mañana.", True),
        ("I'll send the notes and get in touch with you on Monday.", False),
        ("Can you introduce me to Salma?", False),
    ],
)
def test_an_introduction_is_a_promise_to_bring_two_together(text: str, *, introduces: bool) -> None:
    assert bool(introduction_in(text)) is introduces
    assert not introduces or promise_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Are you still at Fjord?",
        "Please send me your address.",
        "Drop me your CV and I'll have a look.",
        "It would be great to know whether you are in.",
        "You're invited to our opening on Friday.",
        "any news from the bank",
        "Bitte nennen Sie uns Ihre Bankverbindung.",
        "Ce serait bien de savoir d'ici demain si tu en es.",
        "Quedo a la espera de sus noticias.",
        "Mi dai il numero dell'elettricista",
        "Manda o teu currículo que eu dou uma olhada.",
        "Stuur je cv maar, dan kijk ik ernaar.",
        "How are you?",  # and nothing else
    ],
)
def test_questions_requests_and_invitations_await_an_answer(text: str) -> None:
    assert asks(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thanks a lot!",
        "Who would have thought that we meet again? Small world.",
        "Hi, how are you? Just wanted to say thanks for the lovely evening at your place.",
        "Did you see the news? No need to reply.",
        "Let me know if you have any questions.",
        "Please find attached the minutes.",
        "Ready to grow? Register now: https://example.com/?a=b",
        "Here is the link: https://example.com/?q=1",
        "This is an automatic reply: who can help you meanwhile? Call the office.",
        "Bei Fragen stehe ich gerne zur Verfügung.",
        "N'hésitez pas à me contacter.",
        "Dale recuerdos a Ruth de mi parte, por favor.",
        "Resto a disposizione per ogni domanda.",
        "Se um dia vier a Fortaleza, dá um alô.",
        "Doe Ruth de groeten alsjeblieft.",
    ],
)
def test_thanks_closings_and_advertisements_await_nothing(text: str) -> None:
    assert asks(text) == ""


def test_the_last_question_is_what_awaits_the_answer() -> None:
    text = "How did it go? Mine went well. When can we meet? Let me know. Best, Ada"
    assert asks(text) == "When can we meet?"


@given(st.text(max_size=400))
@example("I'll " * 100)
@example("\n? \u2028 ¿")
@settings(max_examples=300, deadline=None)
def test_what_is_found_stands_in_the_text_and_is_short(text: str) -> None:
    for found in (detect(text) for detect in DETECTORS):
        assert len(found) <= LONGEST
        assert found in text


@given(st.lists(st.sampled_from(SPOKEN.split()), max_size=60))
@settings(max_examples=200, deadline=None)
def test_an_introduction_is_always_a_promise_too(said: list[str]) -> None:
    text = " ".join(said)
    assert not introduction_in(text) or promise_in(text)


@pytest.mark.parametrize(
    "part", ["I'll ", "a", "ik ga ", "ich werde ", "je te ", "? ", "a, ", "http://", "te lo ", "("]
)
def test_a_message_of_a_megabyte_takes_no_time(part: str) -> None:
    text = part * (1_000_000 // len(part))
    begun = time.process_time()
    for detect in DETECTORS:
        assert len(detect(text)) <= LONGEST
    assert time.process_time() - begun < 2


def test_a_promise_after_the_part_that_is_read_is_not_found() -> None:
    assert promise_in("So it is. " * (READ // 10) + "I'll send you the notes.") == ""


def test_a_long_sentence_is_cut_around_the_promise() -> None:
    text = "word " * 100 + "and I'll send you the notes " + "word " * 100
    assert "I'll send you the notes" in promise_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'll introduce myself: I am Ann.",
        "Ich stelle mich kurz vor: Ann.",
        "Je me présente : Ann.",
        "> I'll send you the paper tomorrow.",
    ],
)
def test_who_introduces_themselves_or_quotes_somebody_promises_nothing(text: str) -> None:
    assert not promise_in(text)
