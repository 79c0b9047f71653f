"""`match`: who is who among the records of a CSV file, without a store."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contacts.errors import UnreadableSourceError, UsageError
from weakties.cli.session import Session

if TYPE_CHECKING:
    import pandas as pd

_ID = "record_id"
_ROWS_SHOWN = 5


def match(
    context: typer.Context,
    records: Annotated[Path, typer.Argument(help="CSV with a row a record.", show_default=False)],
    out: Annotated[Path, typer.Option(help="The most probable people: record_id,cluster_id.")],
    unasked: Annotated[
        Path | None, typer.Option(help="The people of merges made without asking.")
    ] = None,
    pairs: Annotated[
        Path | None, typer.Option(help="Each pair to merge or to ask about, with its reasons.")
    ] = None,
) -> None:
    """Tell which records of a CSV file are one person; nothing is stored.

    Needs a column record_id and any of source, full_name, company, title, emails, phones,
    profile_url, urls, address, date; several values in a cell are parted by `;`.
    """
    import dedupe

    session: Session = context.obj or Session.of(None, quiet=False)
    _check_outputs(records, [path for path in (out, unasked, pairs) if path is not None])
    frame = read_records(records)
    session.say(f"{records}: {len(frame)} records, matching")
    found = dedupe.resolve(frame)
    for path, table in ((out, found.clusters), (unasked, found.unasked), (pairs, found.pairs)):
        if path is not None:
            _write(path, table)
    people = found.clusters["cluster_id"].nunique()
    sure = found.unasked["cluster_id"].nunique()
    asked = int((found.pairs["zone"] == "ask").sum())
    session.say(f"{people} people ({sure} if nobody is asked), {asked} pairs to ask about")


def _check_outputs(records: Path, outputs: list[Path]) -> None:
    """Refuse to write over the records or two tables into one file, before any work is done."""
    if records.exists() and not records.is_file():
        raise UnreadableSourceError(str(records), "is no regular file", "give a CSV file")
    places = [path.resolve() for path in outputs]
    for path, place in zip(outputs, places, strict=True):
        if place == records.resolve():
            raise UsageError(str(path), "is the file of records", "name another file")
        if places.count(place) > 1:
            raise UsageError(str(path), "is named for two tables", "name a file for each")
        if not place.parent.is_dir():
            raise UsageError(str(path), "cannot be written: no such folder", "make the folder")


def read_records(path: Path) -> "pd.DataFrame":
    """Return the rows of a CSV as a `RECORDS` frame; every text stays as it stands.

    Raises:
        UnreadableSourceError: the file is absent, no CSV, empty, or has a bad record id.
    """
    import pandas as pd

    from contacts.frames import RECORDS

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", pd.errors.ParserWarning)
            frame = pd.read_csv(
                path, dtype="str", keep_default_na=False, index_col=False, encoding="utf-8-sig"
            )
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(
            str(path), f"byte {error.start} is not UTF-8", "save it as CSV UTF-8"
        ) from error
    except pd.errors.ParserWarning as error:
        raise UnreadableSourceError(
            str(path), "a row has more cells than the header", "quote the cells that hold commas"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise UnreadableSourceError(str(path), reason, "give a CSV with a header line") from error
    _check_ids(path, frame)
    known = frame.reindex(columns=RECORDS.names, fill_value="")
    missing = known.where(known.notna() & (known != ""), None)
    return RECORDS.typed(missing.assign(source=known["source"].fillna("")))


def _check_ids(path: Path, frame: "pd.DataFrame") -> None:
    """Refuse what has no record ids, no rows, or one id for two rows."""
    if _ID not in frame.columns:
        found = ", ".join(map(repr, frame.columns[:_ROWS_SHOWN]))
        raise UnreadableSourceError(
            str(path), f"no column {_ID!r}; found {found}", f"name the column of ids {_ID}"
        )
    if frame.empty:
        raise UnreadableSourceError(str(path), "no rows below the header", "give some records")
    ids = frame[_ID]
    if bool((ids == "").any()):
        line = _line_of_row(path, int((ids == "").argmax()))
        raise UnreadableSourceError(f"{path}:{line}", "the record has no id", "give it one")
    twice = ids.duplicated()
    if bool(twice.any()):
        row = int(twice.argmax())
        first = _line_of_row(path, int((ids == ids[row]).argmax()))
        raise UnreadableSourceError(
            f"{path}:{_line_of_row(path, row)}",
            f"record id {ids[row]!r} stands on line {first} already",
            "give every record an id of its own",
        )


def _line_of_row(path: Path, row: int) -> int:
    """Return the line on which a row begins; a quoted cell may run over several lines."""
    import csv

    csv.field_size_limit(max(csv.field_size_limit(), path.stat().st_size + 1))
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        begun = 1
        filled = -2  # the header is one
        while filled < row:
            begun = reader.line_num + 1
            filled += bool(next(reader))
    return begun


def _write(path: Path, table: "pd.DataFrame") -> None:
    try:
        table.to_csv(path, index=False, float_format="%.6f")
    except OSError as error:
        raise UsageError(
            str(path),
            f"cannot be written: {error.strerror or error}",
            "name a folder that is there",
        ) from error
