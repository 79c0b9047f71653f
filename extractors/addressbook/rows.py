"""A row of a table of contacts → an entry."""

import re
from collections.abc import Iterator, Sequence

from extractors.addressbook.columns import Columns, Value
from extractors.addressbook.entry import Entry, Labelled

_SEVERAL = re.compile(r"\s*:::\s*")  # between Google's values in one cell
_GUARD = re.compile(r"'(?=[=+\-@\t\r])")  # what keeps a spreadsheet from reckoning
_FORMULA = re.compile(r'="([^"]*)"')
_PARTS = (("street",), ("code", "city"), ("region",), ("country",))  # each a part of the line


def unguarded(cell: str) -> str:
    """Return a cell without what spreadsheets are kept off by."""
    if cell.startswith("="):
        found = _FORMULA.fullmatch(cell)
        return found[1] if found else cell
    return cell[1:] if _GUARD.match(cell) else cell


def entry_of(row: Sequence[str], columns: Columns) -> Entry:
    """Return what a row says."""
    texts = {name: row[place] for name, place in columns.texts.items()}
    return Entry(
        name=texts.get("name", ""),
        given=texts.get("given", ""),
        middle=texts.get("middle", ""),
        family=texts.get("family", ""),
        nickname=texts.get("nickname", ""),
        company=_SEVERAL.split(texts.get("company", ""))[0],
        title=_SEVERAL.split(texts.get("title", ""))[0],
        emails=list(_values(row, columns.emails)),
        phones=list(_values(row, columns.phones)),
        urls=[url for url, _ in _values(row, columns.urls)],
        addresses=[*_written(row, columns), *_put_together(row, columns)],
        notes=[texts["note"]] if texts.get("note") else [],
    )


def _values(row: Sequence[str], places: Sequence[Value]) -> Iterator[Labelled]:
    for value in places:
        if cell := row[value.place]:
            label = value.label if value.label_place is None else row[value.label_place]
            for one in _SEVERAL.split(cell):
                yield unguarded(one), label


def _written(row: Sequence[str], columns: Columns) -> Iterator[Labelled]:
    for value, label in _values(row, columns.addresses):
        yield ", ".join(filter(None, map(str.strip, value.splitlines()))), label


def _put_together(row: Sequence[str], columns: Columns) -> Iterator[Labelled]:
    for label, places in columns.address_parts.items():
        cells = {name: [row[at].strip() for at in where] for name, where in places.items()}
        lines = [
            " ".join(cell for name in names for cell in cells.get(name, ()) if cell)
            for names in _PARTS
        ]
        if cells.get("street") or cells.get("city"):
            yield ", ".join(filter(None, lines)), label
