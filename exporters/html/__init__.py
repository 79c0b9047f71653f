"""The report as one HTML file that needs nothing else: no network, no script, no other file."""

from base64 import b64encode
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from contacts.report import Report
from exporters import links, owed, sections, wording
from exporters.html import charts
from exporters.legible import legible_report
from exporters.pictures import fading, pictures

_TEMPLATES = Path(__file__).with_name("templates")
LONG_LIST = 12  # people; longer check lists are folded
LONG_TABLE = 40  # people; longer tables are folded


def as_html(report: Report) -> str:
    """Return the report as HTML; what was read stands in it as text and never as markup."""
    shown = legible_report(report)
    return (
        _environment()
        .get_template("report.html")
        .render(
            report=shown,
            today=sections.of_today(shown),
            weak=sections.weak_by_cue(shown),
            cues=sections.by_cue(shown),
            attention=sections.needing_attention(shown.files),
            pictures=pictures(shown),
            fading=fading(shown),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        words=wording,
        links=links,
        owed=owed,
        draw=charts.chart,
        width=charts.WIDTH,
        long_list=LONG_LIST,
        long_table=LONG_TABLE,
    )
    environment.filters["data_uri"] = _jpeg_uri
    return environment


def _jpeg_uri(jpeg: bytes) -> str:
    """Return the picture as an address that holds it."""
    return f"data:image/jpeg;base64,{b64encode(jpeg).decode()}"
