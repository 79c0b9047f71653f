"""Screens of names to run one's eye over: the numbers of those one can place, then Enter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import typer

from contacts.ties import Recall
from weakties.cli.asking import HELP, UNDO, take_back
from weakties.cli.keys import QUIT, Keys, is_coloured
from weakties.cli.session import printable

if TYPE_CHECKING:
    import store
    from flows.triaging import Screen, Shown

_SKIP = "s"
_PROMPT = "Whom can you place? (1 4 7-9; Enter: nobody; s skip, u undo, ? help, q leave) "
_HELP = (
    "1 4 7-9  you can place these; all others here are only names to you",
    "Enter    all of these are only names to you",
    "s        skip this screen; asked again in 30 days",
    "u        take the last screen back",
    "q        leave; what you answered is kept",
)
_RANGE = re.compile(r"([0-9]{1,3})(?:-([0-9]{1,3}))?")


@dataclass(slots=True)
class Sweeping:
    """One sitting; `given` are the acts of its screens."""

    database: "store.Database"
    screens: "Sequence[Screen]"
    keys: Keys
    on: date
    given: list[int] = field(default_factory=list)

    def run(self) -> bool:
        """Show one screen after the other; returns whether all were answered."""
        while len(self.given) < len(self.screens):
            screen = self.screens[len(self.given)]
            self._show(screen)
            recalls = self._answered([who for group in screen for who in group.people])
            if recalls == QUIT:
                return False
            if isinstance(recalls, dict):
                self._note(screen, recalls)
            elif self.given:
                take_back(self.database, self.given.pop())
            else:
                typer.echo("No screen was answered yet.")
        return True

    def _show(self, screen: "Screen") -> None:
        typer.echo(f"\nScreen {len(self.given) + 1} of {len(self.screens)}")
        numbers = count(1)
        for group in screen:
            label = printable(group.label)
            typer.echo(typer.style(label, bold=True) if is_coloured() else label)
            for who, number in zip(group.people, numbers, strict=False):
                company = who.company if who.company != group.label else None
                role = ", ".join(filter(None, (who.title, company)))
                line = " - ".join(filter(None, (who.name, role)))
                typer.echo(printable(f"{number:4}  {line}"))

    def _answered(self, people: "Sequence[Shown]") -> dict[str, Recall] | str:
        """Return what was said of whom, or the key of undoing or leaving."""
        while True:
            line = self.keys.line(_PROMPT)
            text = QUIT if line is None else line.strip().lower()
            if text in {UNDO, QUIT}:
                return text
            if text == _SKIP:
                return {who.person: Recall.SKIP for who in people}
            numbers = numbers_in(text, len(people))
            if numbers is not None:
                return {people[number - 1].person: Recall.CAN_PLACE for number in numbers}
            if text != HELP:
                typer.echo(printable(f"{text!r} is no list of numbers from 1 to {len(people)}."))
            for told in _HELP:
                typer.echo(f"  {told}")

    def _note(self, screen: "Screen", recalls: dict[str, Recall]) -> None:
        from contacts.identifiers import PersonId
        from flows.clock import utc_now
        from flows.triaging import answer_screen

        said = {PersonId(person): recall for person, recall in recalls.items()}
        self.given.append(answer_screen(self.database, screen, said, self.on, utc_now()))


def numbers_in(text: str, most: int) -> set[int] | None:
    """Return the numbers of `1 4 7-9`, None where it is no list of numbers from 1 to `most`."""
    found: set[int] = set()
    for word in re.split(r"[\s,]+", text.strip(" ,\t")):
        span = _RANGE.fullmatch(word)
        if word and not span:
            return None
        if span:
            first, last = int(span[1]), int(span[2] or span[1])
            if not 1 <= first <= last <= most:
                return None
            found |= {*range(first, last + 1)}
    return found
