"""`Connections.csv`: whom the owner is connected with, since when, and what they do now."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.cells import tidied_columns
from extractors.linkedin.dates import Order
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.slugs import slugs
from extractors.linkedin.table import Block, Ledger, blocks

_SHOWN = 3  # examples in a notice
_Cell = TypeVar("_Cell")


@dataclass(slots=True)
class Connections:
    """The connections of one file, column by column; "" is a missing value.

    `part` tells exports apart that somebody joined. `raw` is each row as the file had it, as JSON,
    and empty if nobody asked. `hidden` are members of whom only the day is left.
    """

    file: str  # as the user knows it
    label: str  # as LinkedIn calls it
    made: str = ""  # when LinkedIn wrote it, if it says so
    has_profiles: bool = False
    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    slug: list[str] = field(default_factory=list)
    email: list[str] = field(default_factory=list)
    company: list[str] = field(default_factory=list)
    position: list[str] = field(default_factory=list)
    day: list[str] = field(default_factory=list)
    line: "array[int]" = field(default_factory=lambda: array("l"))
    part: list[int] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    hidden: int = 0

    @property
    def newest(self) -> str:
        """The last day the file speaks of."""
        return max(self.day, default="")


def read(
    member: Member, ledger: Ledger, order: Order | None, *, with_raw: bool = False
) -> Connections:
    """Return the people of one file."""
    found = Connections(member.name, member.label, member.made)
    strings: dict[str, str] = {}
    mojibake = 0
    for block in blocks(member, LAYOUTS[member.role], ledger):
        found.has_profiles |= "url" in block.places
        before = len(found.slug)
        mojibake += _add(found, block, ledger, with_raw=with_raw)
        shared = [found.first, found.day]
        if with_raw:  # to keep a million rows
            shared += [found.last, found.company, found.position]
        for column in shared:
            part = column[before:]
            column[before:] = map(strings.setdefault, part, part)
    if mojibake:
        ledger.note("mojibake", f"{mojibake} cells were in a wrong encoding and were repaired")
    _date(found, ledger, order)
    if not ledger.seen:
        ledger.note("header_only", "has a header and no rows: an empty list of connections")
    return found


def _add(found: Connections, block: Block, ledger: Ledger, *, with_raw: bool) -> int:
    """Take the rows that are people; return how many cells were repaired."""
    first, last, url, email, company, position, day = block.columns(
        "first_name", "last_name", "url", "email", "company", "position", "connected_on"
    )
    texts, repaired = tidied_columns(first, last, email, company, position)
    first, last, email, company, position = texts
    left_out = _left_out(found, block, first, last, ledger)
    kept = [place for place in range(len(block)) if place not in left_out] if left_out else ()

    def taken(column: Sequence[_Cell]) -> Sequence[_Cell]:
        return [column[place] for place in kept] if left_out else column

    found.first += taken(first)
    found.last += taken(last)
    found.email += taken(email)
    found.company += taken(company)
    found.position += taken(position)
    found.slug += slugs(taken(url))
    found.day += taken(day)
    found.line.extend(taken(block.lines))
    found.part += [block.part] * (len(block) - len(left_out))
    if with_raw:
        found.raw += taken(block.as_json())
    return repaired


def _left_out(
    found: Connections, block: Block, first: Sequence[str], last: Sequence[str], ledger: Ledger
) -> set[int]:
    """Return the rows that are nobody."""
    if "" not in first:
        return set()
    nameless = [place for place, name in enumerate(first) if not (name or last[place])]
    return {place for place in nameless if not _is_person(found, block, place, ledger)}


def _is_person(found: Connections, block: Block, place: int, ledger: Ledger) -> bool:
    """Return whether a row without a name is somebody all the same."""
    row = block.row(place)
    filled = {field for field, column in block.places.items() if row[column].strip()}
    if filled == {"connected_on"}:
        found.hidden += 1
    elif block.is_blank(place):
        ledger.seen -= 1
    elif filled & {"url", "email"}:
        return True
    else:
        ledger.reject(block.lines[place], "names nobody: no name, profile or e-mail")
    return False


def _date(found: Connections, ledger: Ledger, order: Order | None) -> None:
    read_days = dates.days(found.day, order)
    for texts, kind, words in (
        (read_days.doubtful, "ambiguous_date", "may be day or month first; left empty"),
        (read_days.assumed, "assumed_order", f"may be day or month first; read as {order}"),
        (read_days.unreadable, "unreadable_date", "is no date of a connection; left empty"),
    ):
        places = [place for place, text in enumerate(found.day) if text in texts] if texts else ()
        if places:
            shown = ", ".join(repr(text[:40]) for text in sorted(texts)[:_SHOWN])
            ledger.note(kind, f"{len(places)} rows: {shown} {words}", found.line[places[0]])
    if read_days.serials:
        ledger.note("excel_serial", "dates are numbers of days, as spreadsheets count them")
    found.day = read_days.values
