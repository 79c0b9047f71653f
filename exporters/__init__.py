"""Files out, the mirror of `extractors`: the triage report as HTML, Markdown, CSV and JSON."""

import os
import tempfile
from pathlib import Path

from contacts.errors import WeaktiesError
from contacts.report import Report
from exporters.csv_report import CsvFlavour, as_csv, pictures_as_csv
from exporters.html import as_html
from exporters.json_report import as_json, hint_as_json, json_text
from exporters.legible import legible_report
from exporters.markdown import as_markdown

__all__ = [
    "CsvFlavour",
    "as_csv",
    "as_html",
    "as_json",
    "as_markdown",
    "hint_as_json",
    "json_text",
    "pictures_as_csv",
    "write_report",
]


def write_report(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write report.html, .md, .csv, -pictures.csv and .json; return their paths in that order.

    Each is readable by its owner alone and replaces the one before in one step, so a reader never
    sees half of it. The CSV is for spreadsheets: guarded, and with the mark by which they know
    UTF-8. A missing folder is made.

    Raises:
        WeaktiesError: the folder cannot be written.
    """
    shown = legible_report(report)
    contents = {
        "report.html": as_html(shown).encode(),
        "report.md": as_markdown(shown).encode(),
        "report.csv": as_csv(shown).encode("utf-8-sig"),
        "report-pictures.csv": pictures_as_csv(shown).encode("utf-8-sig"),
        "report.json": json_text(report).encode(errors="replace"),
    }
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return tuple(_replace(folder / name, content) for name, content in contents.items())
    except OSError as error:
        reason = f"the report cannot be written: {error.strerror or error}"
        next_step = "free some space, or choose a folder that you may write"
        raise WeaktiesError(str(folder), reason, next_step) from error


def _replace(path: Path, content: bytes) -> Path:
    """Put the content at the path in one step, mode 0600; return the path."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path
