"""One person of today at a time: do you remember them, and what is to be done?

Memory is asked first; what may bring it back is shown when it is asked for, or was answered.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import typer

from contacts.errors import UsageError
from contacts.ties import Answer, Disposition, Recall
from weakties.cli.keys import QUIT, Keys, is_coloured
from weakties.cli.session import printable
from weakties.cli.until import until_day

if TYPE_CHECKING:
    import store
    from flows.triaging import Question

UNDO, HELP, HINTS = "u", "?", "h"
RECALLS = {
    "1": Recall.KNOW_WELL,
    "2": Recall.CAN_PLACE,
    "3": Recall.ONLY_THE_NAME,
    "4": Recall.NO_IDEA,
    "s": Recall.SKIP,
}
WISHES = {
    "r": Disposition.RECONNECT,
    "k": Disposition.KEEP,
    "i": Disposition.INTRODUCE,
    "e": Disposition.LET_GO,
    "l": Disposition.LATER,
}
_EXPLAINED = {
    "1": "you know them well",
    "2": "you can say who they are and how you met",
    "3": "the name rings a bell, no more",
    "4": "you have no idea who they are",
    "s": "not now: asked again in 30 days",
    "h": "show what may bring them back",
    "r": "you want to write to them",
    "k": "all is well as it is",
    "i": "you want to introduce them to somebody",
    "e": "let them go: kept, and not asked about unless something new happens",
    "l": "ask again on a day you name",
    "": "nothing (Enter)",
    "u": "take the last answer back",
    "q": "leave; what you answered is kept",
}


@dataclass(slots=True)
class Asking:
    """One sitting; `given` are the acts of its answers, each with the place of its question."""

    database: "store.Database"
    questions: "Sequence[Question]"
    keys: Keys
    on: date
    given: list[tuple[int, int]] = field(default_factory=list)

    def run(self) -> bool:
        """Ask until all were asked or the user leaves; returns whether all were."""
        place = 0
        while place < len(self.questions):
            self._show(place)
            recall, seconds = self._recall(self.questions[place])
            if recall == QUIT:
                return False
            if recall == UNDO:
                place = self._take_back()
                continue
            answer, ended = Answer(RECALLS[recall], seconds=seconds), False
            if answer.recall is not Recall.SKIP:
                wish = self._wish(self.questions[place], answer)
                if wish is None:
                    continue
                answer, ended = wish
            self._note(place, answer)
            if ended:
                return False
            place += 1
        return True

    def _show(self, place: int) -> None:
        question = self.questions[place]
        typer.echo(f"\n{place + 1} of {len(self.questions)}")
        name = printable(question.who.name)
        typer.echo(typer.style(name, bold=True) if is_coloured() else name)
        role = ", ".join(filter(None, (question.who.title, question.who.company)))
        if role:
            typer.echo(printable(role))
        typer.echo(printable(question.why))

    def _recall(self, question: "Question") -> tuple[str, float]:
        """Return the key of what is remembered, or of undoing or leaving; and the seconds."""
        began = time.monotonic()
        valid = [*RECALLS]
        valid += [HINTS] if question.hints else []
        valid += [UNDO] if self.given else []
        valid += [QUIT]
        while True:
            pressed = self._pressed("Who is this?", valid)
            if pressed != HINTS:
                return pressed, round(time.monotonic() - began, 1)
            show_hints(question)

    def _wish(self, question: "Question", answer: Answer) -> tuple[Answer, bool] | None:
        """Return the answer with what to do, and whether to leave; None to ask anew."""
        show_hints(question)
        known = answer.recall in {Recall.KNOW_WELL, Recall.CAN_PLACE}
        wishes = [key for key, wish in WISHES.items() if known or wish != Disposition.INTRODUCE]
        while True:
            pressed = self._pressed("And now?", (*wishes, "", UNDO, QUIT))
            if pressed == UNDO:
                return None
            if pressed in {"", QUIT}:
                return answer, pressed == QUIT
            try:
                until = self._until() if WISHES[pressed] is Disposition.LATER else None
            except UsageError as error:
                typer.echo(printable(str(error)))
                continue
            return Answer(answer.recall, WISHES[pressed], until, answer.seconds), False

    def _until(self) -> date | None:
        text = self.keys.line("Until when? (2w, 3m, 1y, a day as 2026-12-01; Enter: 30 days) ")
        return until_day(text, self.on) if text and text.strip() else None

    def _pressed(self, question: str, valid: Sequence[str]) -> str:
        """Return a key that is valid; tells those that are on `?` and on any other."""
        while True:
            pressed = self.keys.key(f"{question}  {buttons(valid)}: ")
            if pressed in valid:
                return pressed
            if pressed != HELP:
                typer.echo(f"{pressed or 'Enter'!r} is none of the keys.")
            for key in valid:
                typer.echo(f"  {key or 'Enter':5} {_EXPLAINED[key]}")

    def _note(self, place: int, answer: Answer) -> None:
        from flows.clock import utc_now
        from flows.triaging import answer as note

        act = note(self.database, self.questions[place].who.record, answer, self.on, utc_now())
        self.given.append((place, act))

    def _take_back(self) -> int:
        """Take the last answer of this sitting back; returns the place of its question."""
        place, act = self.given.pop()
        take_back(self.database, act)
        return place


def take_back(database: "store.Database", act: int) -> None:
    """Undo an act, and say what it was."""
    from flows.clock import utc_now
    from flows.undoing import undo

    typer.echo(printable(f"Taken back: {undo(database, act, utc_now()).taken_back.words}"))


def buttons(valid: Sequence[str]) -> str:
    """Return the keys with what they stand for, in one line."""
    words = {key: word.value.replace("_", " ") for key, word in (RECALLS | WISHES).items()}
    words |= {HINTS: "hints", "": "nothing", UNDO: "undo", QUIT: "leave"}
    return "  ".join(f"[{key or 'Enter'}] {words[key]}" for key in valid) + "  [?]"


def show_hints(question: "Question") -> None:
    """Show what may bring somebody back, each line with where it stands."""
    for hint in question.hints:
        source = f"({hint.source.file}, {hint.source.locator})"
        line = printable(f"  {hint.text}")
        shown = typer.style(printable(source), dim=True) if is_coloured() else printable(source)
        typer.echo(f"{line}  {shown}")
    if not question.hints:
        typer.echo("  Nothing is stored that would bring them back.")
