"""What happened outside of all files: the user met somebody, wrote to them, or notes something."""

from dataclasses import dataclass
from datetime import date

import store
from contacts.errors import UsageError
from contacts.interactions import InteractionKind
from flows.triaging import Shown, find


@dataclass(frozen=True, slots=True)
class Told:
    """Of whom something was told, and the act that notes it."""

    who: Shown
    act: int


def tell(
    database: store.Database,
    which: str,
    what: InteractionKind,
    on: date,
    today: date,
    text: str,
    at: str,
) -> Told:
    """Note a meeting, a letter or a note about somebody, who is named by id or name.

    `on` and `today` are local days, `at` is the UTC instant of saying so.

    Raises:
        UsageError: the day lies ahead, a note is empty, or nobody (or several) is called so.
    """
    if on > today:
        raise UsageError("--on", f"{on} lies ahead of {today}", "give a day that was")
    text = " ".join(text.split())
    if what is InteractionKind.NOTE and not text:
        raise UsageError("note", "says nothing", "give some words")
    with database.write() as tx:
        who = find(tx, which)
        return Told(who, store.happened.tell(tx, who.record, what, on, text, at))
