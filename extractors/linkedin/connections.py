"""`Connections.csv`: whom the owner is connected with, since when, and what they do now."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from contacts.identifiers import profile_slug
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.cells import tidied
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.records import Row
from extractors.linkedin.table import Block, Ledger, blocks

_PROFILE = "https://www.linkedin.com/in/"
_NEEDS_NO_DECODING = re.compile("[a-z0-9_-]*")
_SHOWN = 3  # examples in a notice
_Cell = TypeVar("_Cell")


@dataclass(slots=True)
class Connections:
    """The connections of one file, column by column; "" is a missing value.

    `part` tells exports apart that somebody joined; `headers` has one reference a row, so that each
    row can be kept as the file had it. `hidden` are members of whom only the day is left.
    """

    file: str
    has_profiles: bool = False
    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    slug: list[str] = field(default_factory=list)
    email: list[str] = field(default_factory=list)
    company: list[str] = field(default_factory=list)
    position: list[str] = field(default_factory=list)
    day: list[str] = field(default_factory=list)
    line: list[int] = field(default_factory=list)
    part: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    headers: list[tuple[str, ...]] = field(default_factory=list)
    hidden: int = 0

    @property
    def newest(self) -> str:
        """The last day the file speaks of."""
        return max(self.day, default="")


def read(member: Member, ledger: Ledger) -> Connections:
    """Return the people of one file."""
    found = Connections(member.name)
    mojibake = 0
    for block in blocks(member, LAYOUTS[member.role], ledger):
        found.has_profiles |= "url" in block.places
        mojibake += _add(found, block, ledger)
    if mojibake:
        ledger.note("mojibake", f"{mojibake} cells were in a wrong encoding and were repaired")
    _date(found, ledger)
    if not ledger.seen:
        ledger.note("header_only", "has a header and no rows: an empty list of connections")
    return found


def _add(found: Connections, block: Block, ledger: Ledger) -> int:
    """Take the rows that are people; return how many cells were repaired."""
    first, last, url, email, company, position, day = block.columns(
        "first_name", "last_name", "url", "email", "company", "position", "connected_on"
    )
    texts = [tidied(column) for column in (first, last, email, company, position)]
    names = zip(texts[0][0], texts[1][0], strict=True)
    nameless = [place for place, name in enumerate(names) if name == ("", "")]
    left_out = {place for place in nameless if not _is_person(found, block, place, ledger)}
    kept = [place for place in range(len(block.rows)) if place not in left_out]

    def taken(column: Sequence[_Cell]) -> Sequence[_Cell]:
        return [column[place] for place in kept] if left_out else column

    found.first += taken(texts[0][0])
    found.last += taken(texts[1][0])
    found.email += taken(texts[2][0])
    found.company += taken(texts[3][0])
    found.position += taken(texts[4][0])
    found.slug += slugs(taken(url))
    found.day += taken(day)
    found.line += taken(block.lines)
    found.rows += taken(block.rows)
    found.part += [block.part] * len(kept)
    found.headers += [block.header] * len(kept)
    return sum(repaired for _, repaired in texts)


def _is_person(found: Connections, block: Block, place: int, ledger: Ledger) -> bool:
    """Return whether a row without a name is somebody all the same."""
    row = block.rows[place]
    filled = {field for field, column in block.places.items() if row[column].strip()}
    if filled == {"connected_on"}:
        found.hidden += 1
    elif not any(cell.strip() for cell in row):
        ledger.seen -= 1
    elif filled & {"url", "email"}:
        return True
    else:
        ledger.reject(block.lines[place], "names nobody: no name, profile or e-mail")
    return False


def slugs(urls: Sequence[str]) -> list[str]:
    """Return the profile slug of each address, "" where it is none."""
    text = "\n".join(urls)
    filled = len(urls) - urls.count("")
    if text.count(_PROFILE) != filled or text.count("\n") != len(urls) - 1:
        return [profile_slug(url) or "" for url in urls]
    tails = text.replace(_PROFILE, "").split("\n")
    simple = _NEEDS_NO_DECODING.fullmatch
    return [
        tail if simple(tail) else profile_slug(url) or ""
        for tail, url in zip(tails, urls, strict=True)
    ]


def _date(found: Connections, ledger: Ledger) -> None:
    read_days = dates.days(found.day)
    for texts, kind, words in (
        (read_days.doubtful, "ambiguous_date", "may be day or month first; left empty"),
        (read_days.unreadable, "unreadable_date", "is no date of a connection; left empty"),
    ):
        places = [place for place, text in enumerate(found.day) if text in texts]
        if places:
            shown = ", ".join(repr(text[:40]) for text in sorted(texts)[:_SHOWN])
            ledger.note(kind, f"{len(places)} rows: {shown} {words}", found.line[places[0]])
    if read_days.serials:
        ledger.note("excel_serial", "dates are numbers of days, as spreadsheets count them")
    found.day = read_days.values
