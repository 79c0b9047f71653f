"""Writing the files, and what each of them promises."""

import csv
import dataclasses
import io
import re
import stat
from pathlib import Path

import pytest

from contacts.errors import WeaktiesError
from contacts.identifiers import PersonId
from contacts.report import Report
from exporters import CsvFlavour, as_csv, as_html, as_markdown, write_report
from exporters.csv_report import guarded
from exporters.legible import legible
from exporters.links import mail_link, phone_link, profile_link
from exporters.markdown import escaped
from exporters.wording import likelihood, spoken_date

NAMES = ["report.html", "report.md", "report.csv", "report-pictures.csv", "report.json"]


def test_the_files_are_for_the_owner_alone(report: Report, tmp_path: Path) -> None:
    paths = write_report(report, tmp_path / "reports")
    assert [path.name for path in paths] == NAMES
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}


def test_writing_again_replaces_and_leaves_nothing_behind(report: Report, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_report(report, tmp_path)]
    second = [path.read_bytes() for path in write_report(report, tmp_path)]
    assert first == second
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)


def test_a_folder_that_cannot_be_made_is_named(report: Report, tmp_path: Path) -> None:
    in_the_way = tmp_path / "reports"
    in_the_way.write_text("a file")
    with pytest.raises(WeaktiesError, match="reports: the report cannot be written"):
        write_report(report, in_the_way)


def test_the_spreadsheet_file_says_that_it_is_utf8(report: Report, tmp_path: Path) -> None:
    table = write_report(report, tmp_path)[2]
    assert table.read_bytes().startswith(b"\xef\xbb\xbfperson,")


def test_an_empty_report_says_what_to_do(empty_report: Report) -> None:
    for text in (as_html(empty_report), as_markdown(empty_report)):
        assert "Nothing has been read yet" in text
        assert "Done for today" in text
    assert len(list(csv.reader(io.StringIO(as_csv(empty_report))))) == 1


@pytest.mark.parametrize(
    ("source", "words"), [("card", "No business cards"), ("linkedin", "No LinkedIn archive")]
)
def test_a_missing_source_is_said(report: Report, source: str, words: str) -> None:
    without = dataclasses.replace(report, counts={**report.counts, source: 0})
    assert words in as_html(without)
    assert words not in as_html(report)


def test_a_cannot_tell_without_a_group_is_listed_all_the_same(report: Report) -> None:
    ungrouped = dataclasses.replace(report, groups=report.groups[:1])
    assert as_html(ungrouped).count("<input") == report.counts["cannot_tell"]
    assert "- [ ] Zora Iversen" in as_markdown(ungrouped)


def test_three_thousand_people_take_less_than_two_megabytes(report: Report) -> None:
    weak = dataclasses.replace(report.people[1], crop=None)
    people = tuple(
        dataclasses.replace(
            weak,
            person=PersonId(f"p{number:016x}"),
            name=f"Anouk-Margarethe Quillfeather {number}",
            company="Orrery Systems Holding International, Inc.",
            hints=(dataclasses.replace(weak.hints[0], text="a line of the usual length " * 5),),
        )
        for number in range(3000)
    )
    large = dataclasses.replace(report, people=people, today=(people[0].person,), groups=())
    assert len(as_html(large).encode()) < 2_000_000


def test_the_crop_lies_in_the_page(report: Report) -> None:
    assert '<img src="data:image/jpeg;base64,/9j/4C' in as_html(report)


def test_the_page_forbids_the_network_to_itself(report: Report) -> None:
    policy = (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    )
    assert f'http-equiv="Content-Security-Policy" content="{policy};' in as_html(report)


def test_text_has_enough_contrast_in_both_themes(report: Report) -> None:
    themes = re.findall(r":root \{([^}]*#[^}]*)\}", as_html(report))
    assert len(themes) == 3  # light, dark, paper
    for theme in themes:
        colours = dict(re.findall(r"--(\w+): #(\w+);", theme))
        for ground in ("paper", "sheet"):
            for ink in ("text", "soft", "ink"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(digit * 2 for digit in colour)
    shares = [int(full[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("start", list("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"))
def test_what_begins_like_a_formula_is_guarded(start: str) -> None:
    assert guarded(f"{start}1") == f"'{start}1"


def test_phones_are_guarded_for_spreadsheets_and_bare_for_programs(report: Report) -> None:
    def phones(flavour: CsvFlavour) -> str:
        return list(csv.DictReader(io.StringIO(as_csv(report, flavour))))[1]["phones"]

    assert phones(CsvFlavour.SPREADSHEET) == "'+46 (0)8 123 45 67"
    assert phones(CsvFlavour.MACHINE) == "+46 (0)8 123 45 67"


def test_every_value_of_a_cell_is_guarded(report: Report) -> None:
    row = dataclasses.replace(report.people[1], phones=("030 1234", "+49 30 1234"))
    table = as_csv(dataclasses.replace(report, people=(row,)))
    assert "030 1234; '+49 30 1234" in table


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a|b", r"a\|b"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[a](b) ![c]", r"\[a\](b) \!\[c\]"),
        ("<b> & #", r"\<b\> \& \#"),
        ("- a-b", r"\- a-b"),
        ("1. a", r"1\. a"),
        ("2) a", r"2\) a"),
        ("a\\b", r"a\\b"),
        ("3 May 2021", "3 May 2021"),
    ],
)
def test_markdown_is_escaped(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2021-05-03", "3 May 2021"),
        ("2021-05-03T10:00:00Z", "3 May 2021"),
        ("2021-05", "May 2021"),
        ("2021", "2021"),
        (None, "no date"),
        ("last spring", "last spring"),
        ("2021-13-01", "2021-13-01"),
    ],
)
def test_dates_are_spoken(day: str | None, words: str) -> None:
    assert spoken_date(day) == words


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.0, "very unlikely, under 5 %"),
        (0.024, "very unlikely, under 5 %"),
        (0.025, "very unlikely, about 5 %"),
        (0.2071, "unlikely, about 20 %"),
        (0.5, "even odds, about 50 %"),
        (0.8123, "likely, about 80 %"),
        (0.97, "very likely, about 95 %"),
        (1.0, "very likely, over 95 %"),
        (None, "nothing dated"),
    ],
)
def test_likelihoods_go_in_steps_of_five_percent(probability: float | None, words: str) -> None:
    assert likelihood(probability).replace("\u00a0", " ") == words


def test_no_likelihood_is_told_where_it_cannot_be(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(report))))
    told = {row["still_known"] for row in rows if row["class"] == "cannot_tell"}
    assert told == {"cannot tell"}


@pytest.mark.parametrize(
    ("profile", "link"),
    [
        ("dagny", "https://www.linkedin.com/in/dagny"),
        ("linkedin.com/in/Dagny/?x=1", "https://www.linkedin.com/in/dagny"),
        ("hölloway", "https://www.linkedin.com/in/h%C3%B6lloway"),
        ("javascript:alert(1)", None),
        ("https://evil.example/in/x", None),
        ("", None),
        (None, None),
    ],
)
def test_only_profiles_become_links(profile: str | None, link: str | None) -> None:
    assert profile_link(profile) == link


def test_a_mail_link_has_a_recipient_and_nothing_else() -> None:
    assert mail_link("Dagny.H+x@Example.com") == "mailto:dagny.h+x@example.com"
    assert mail_link("a@b.example?bcc=c@d.example") is None
    assert mail_link("a?bcc=x@b.example") == "mailto:a%3Fbcc%3Dx@b.example"


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("+46 (0)8 123 45 67", "tel:+4681234567"),
        ("(030) 123-456", "tel:030123456"),
        ("ext. 12", None),
    ],
)
def test_phone_links_are_digits(phone: str, link: str | None) -> None:
    assert phone_link(phone) == link


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00\x1b[31mb", "a[31mb"),
        (" a\t\r\n b\u2028c\u00a0", "a b c"),
        ("\u202egnp\u2066.exe\u200f", "gnp.exe"),
        ("\ud800x", "\ufffdx"),
        ("👩‍👧 نام\u200cها", "👩‍👧 نام\u200cها"),
    ],
)
def test_unseen_characters_are_dropped(text: str, seen: str) -> None:
    assert legible(text) == seen
    assert legible(seen) == seen


def test_a_mail_address_stands_in_for_a_missing_name(report: Report) -> None:
    assert any(row.name is None and row.emails for row in report.people)
    assert "<bdi>nobody@example.com</bdi>" in as_html(report)
