import re
from pathlib import Path

import pytest
import typer

import weakties
from triage.weights import DEFAULTS
from weakties.cli import app
from weakties.settings import Settings, Storing

DOCS = Path(weakties.__file__).parents[1] / "docs"


def test_every_setting_is_in_the_manual() -> None:
    told = re.findall(r"^\| `([\w.]+)` \|", (DOCS / "settings.md").read_text(), re.MULTILINE)
    tables = {
        "store": [f"store.{name}" for name in Storing.model_fields],
        "weights": [f"weights.{one.name}" for one in DEFAULTS.numbers()],
    }
    assert told == [name for one in Settings.model_fields for name in tables.get(one, [one])]


def test_every_weight_stands_in_the_manual_with_its_source() -> None:
    manual = (DOCS / "settings.md").read_text()
    rows = [
        f"| `weights.{one.name}` | {one.default:g} | {one.origin.value} | {one.meaning} |"
        for one in DEFAULTS.numbers()
    ]
    assert not [row for row in rows if row not in manual]


def test_every_command_has_a_help_text() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    missing = [name for name, command in group.commands.items() if not command.help]
    assert not missing


@pytest.mark.parametrize("page", sorted(DOCS.parent.glob("*.md")) + sorted(DOCS.rglob("*.md")))
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    folders = "bench|dedupe|docs|exporters|extractors|flows|store|tests|triage"
    named = re.findall(rf"`((?:{folders})/[\w./]+)`", page.read_text())
    links = re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text())
    missing = [name for name in named if not (DOCS.parent / name).exists()]
    missing += [link for link in links if not (page.parent / link).exists()]
    assert not missing
