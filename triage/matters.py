"""What is owed, in one line each; every noun of a line stands in the row it is made of."""

from collections.abc import Mapping
from datetime import date

from contacts.owed import OwedKind
from contacts.wording import spoken_day
from triage.wording import excerpt

Row = Mapping[str, object]


def loop(row: Row, name: str) -> str:
    """Return a row of LOOPS in words."""
    if not row["sentence"]:
        return f"{name} wrote last,{_on(row)}"
    return f"{name} wrote{_on(row)}: {excerpt(str(row['sentence']))}"


def promise(row: Row, name: str) -> str:
    """Return a row of PROMISES in words."""
    due = f", due {spoken_day(date.fromisoformat(str(row['due'])))}" if row["due"] else ""
    return f"You wrote to {name}{_on(row)}: {excerpt(str(row['sentence']))}{due}"


def give_back(row: Row, name: str) -> str:
    """Return a row of GIVE_BACK in words."""
    words = f": {excerpt(str(row['text']))}" if row["text"] else ""
    match OwedKind(str(row["kind"])):
        case OwedKind.INTRODUCTION:
            return f"You owe {name} an introduction{words}"
        case OwedKind.RECOMMENDATION:
            return f"{name} recommended you{_on(row)}, you did not recommend them{words}"
        case OwedKind.ENDORSEMENT:
            times = "" if row["pieces"] == 1 else f" {row['pieces']} times, last"
            return f"{name} endorsed you{times}{_on(row)}, you did not endorse them"


def _on(row: Row) -> str:
    return f" on {spoken_day(date.fromisoformat(str(row['on'])))}" if row["on"] else ""
