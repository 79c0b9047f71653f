"""A picture, its words, its table and its rows for machines tell the same numbers."""

import csv
import io
import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from contacts.report import BeginningRow, BurnDownPoint, CohortRow, GrowthPoint, MemoryPoint, Report
from exporters import as_html, as_json, as_markdown, pictures_as_csv
from exporters.html.charts import WIDTH, chart, line_step
from exporters.pictures import Bar, Picture, Series, fading, pictures

KEYS = ["memory", "cohorts", "growth", "beginnings", "burn_down"]
Numbers = dict[str, dict[str, list[int]]]  # of each picture, the parts of each bar


def of_json(report: Report) -> Numbers:
    told = as_json(report)
    classes = ("known", "weak", "cannot_tell")
    return {
        "memory": {row["on"]: [row[name] for name in classes] for row in told["memory"]},
        "cohorts": {str(row["year"]): [row[name] for name in classes] for row in told["cohorts"]},
        "growth": {
            str(row["year"]): [row["people"] - row["added"], row["added"]] for row in told["growth"]
        },
        "beginnings": {
            row["kind"] or "nothing": [row["known"], row["people"] - row["known"]]
            for row in told["beginnings"]
        },
        "burn_down": {row["on"]: [row["weak"], row["cannot_tell"]] for row in told["burn_down"]},
    }


def of_csv(report: Report) -> Numbers:
    found: Numbers = {}
    for row in csv.DictReader(io.StringIO(pictures_as_csv(report))):
        bars = found.setdefault(row["picture"], {})
        bars.setdefault(row["at"], []).append(int(row["people"]))
    return found


def svgs(html: str) -> list[ET.Element]:
    found = re.findall(r"<svg viewBox.*?</svg>", html, flags=re.DOTALL)
    return [ET.fromstring(svg) for svg in found]  # noqa: S314 - our own page


def test_json_and_csv_tell_the_same(report: Report) -> None:
    assert of_csv(report) == of_json(report)
    assert list(of_json(report)) == KEYS


def test_page_and_markdown_have_the_same_table_of_each_picture(report: Report) -> None:
    html, markdown = as_html(report), as_markdown(report).replace("\\", "")
    for picture, bars in zip(pictures(report), of_json(report).values(), strict=True):
        for row, values in zip(picture.rows, bars.values(), strict=True):
            assert [int(cell.replace(",", "")) for cell in row[1:]] == [*values, sum(values)]
            assert f"| {' | '.join(row)} |" in markdown
            cells = "".join(f'<td class="amount">{cell}</td>' for cell in row[1:])
            assert f'<th scope="row">{row[0]}</th>{cells}</tr>' in html
        assert f"<p>{picture.words}</p>" in html
        assert picture.words in markdown


def test_bars_are_as_long_as_their_numbers(report: Report) -> None:
    for picture in pictures(report):
        drawn = chart(picture)
        longest = max(bar.total for bar in picture.bars)
        sides = [
            [box.width if picture.lying else box.height for box in bar.boxes] for bar in drawn.bars
        ]
        full = max(sum(side) for side in sides)
        for bar, side in zip(picture.bars, sides, strict=True):
            told = [value for value in bar.values if value]
            assert side == pytest.approx([full * value / longest for value in told], abs=0.2)


def test_every_picture_has_a_title_words_and_more_than_colour(report: Report) -> None:
    html = as_html(report)
    drawn = svgs(html)
    assert len(drawn) == len(KEYS)
    for svg, picture in zip(drawn, pictures(report), strict=True):
        assert svg.attrib["role"] == "img"
        named = {part.attrib.get("id"): part.text for part in svg}
        title, words = svg.attrib["aria-labelledby"].split()
        assert (named[title], named[words]) == (picture.title, picture.words)
        looks = [series.look for series in picture.series]
        assert len(set(looks)) == len(looks)
        groups = svg.findall("g")
        assert [group.findtext("title", "").partition(": ")[0] for group in groups] == [
            bar.label for bar in picture.bars
        ]
    assert html.count('<pattern id="hatching"') == 1
    assert 'class="hatched" fill="url(#hatching)"' in html


def test_nothing_is_drawn_outside_the_picture(report: Report) -> None:
    for picture in pictures(report):
        drawn = chart(picture)
        for bar in drawn.bars:
            for box in bar.boxes:
                assert 0 <= box.x <= box.x + box.width <= WIDTH
                assert 0 <= box.y <= box.y + box.height <= drawn.height
        assert all(0 < word.y < drawn.height for word in drawn.words)


def test_words_below_the_bars_do_not_touch(report: Report) -> None:
    weeks = tuple(BurnDownPoint(f"2026-01-{day:02}", 31 - day, 9) for day in range(1, 31))
    (picture,) = [
        one for one in pictures(replace(report, burn_down=weeks)) if one.key == "burn_down"
    ]
    ticks = sorted(
        (word.x, len(word.text)) for word in chart(picture).words if word.anchor == "middle"
    )
    assert len(ticks) > 4
    for (left, long), (right, wide) in pairwise(ticks):
        assert right - left >= (long + wide) / 2 * 13


def test_what_lies_ahead_is_set_apart(report: Report) -> None:
    (memory, *_) = svgs(as_html(report))
    groups = memory.findall("g")
    assert [group.attrib.get("class") for group in groups] == [None, None, "ahead", "ahead"]
    assert len([line for line in memory.findall("line") if line.attrib["class"] == "today"]) == 1
    assert ", if nothing more happens: " in groups[-1].findtext("title", "")


def test_how_many_fade_is_said_with_their_names(report: Report) -> None:
    assert pictures(report)[0].words == (
        "1 known and 2 weak today. At this pace 1 fades within a year: if nothing more happens, "
        "0 are left on 22 November 2027. Left out: 1 person of whom nothing is dated."
    )
    assert fading(report) == ("By 22 February 2027: Anouk Eklund.",)
    for text in (as_html(report), as_markdown(report)):
        assert "By 22 February 2027: Anouk Eklund." in text


def test_of_many_who_fade_some_are_named(report: Report) -> None:
    people = tuple(replace(report.people[0], person=f"p{number}") for number in range(9))
    gone = tuple(replace(report.fading[0], person=row.person) for row in people)
    (line,) = fading(replace(report, people=people, fading=gone))
    assert line.count("Anouk Eklund") == 6
    assert line.endswith(", 3 more.")


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([(2, 7)], "9 people left to ask about; you have settled nobody yet."),
        ([(2, 7), (2, 7)], "9 people left to ask about; you have settled nobody yet."),
        (
            [(2, 7), (2, 5)],
            "7 people left to ask about; 2 settled since 1 January 2026. At this pace: 4 weeks.",
        ),
        ([(2, 7), (0, 0)], "0 people left to ask about; 9 settled since 1 January 2026."),
        (
            [(9, 9), *[(2, 7)] * 5],
            "9 people left to ask about; 9 settled since 1 January 2026.",
        ),
    ],
)
def test_the_burn_down_says_how_long_it_takes(
    report: Report, points: list[tuple[int, int]], words: str
) -> None:
    days = tuple(BurnDownPoint(f"2026-01-{day:02}", *left) for day, left in enumerate(points, 1))
    assert pictures(replace(report, burn_down=days))[-1].words == words


def test_of_nothing_there_is_no_picture(empty_report: Report) -> None:
    assert pictures(empty_report) == ()
    for text in (as_html(empty_report), as_markdown(empty_report)):
        assert "Nothing dated yet, so there is no picture to draw." in text
    assert len(pictures_as_csv(empty_report).splitlines()) == 1


@pytest.mark.parametrize(
    "rows",
    [
        {"memory": (MemoryPoint("2026-11-22", 0, 0, 0),)},
        {"cohorts": (CohortRow(2026, 0, 0, 0),)},
        {"growth": (GrowthPoint(2026, 0, 0),)},
        {"beginnings": (BeginningRow("juggled", 1, 0), BeginningRow("", 0, 0))},
        {"burn_down": (BurnDownPoint("2026-11-22", 0, 0),)},
    ],
)
def test_a_picture_of_next_to_nobody_is_drawn(
    empty_report: Report, rows: dict[str, tuple[object, ...]]
) -> None:
    (picture,) = pictures(replace(empty_report, **rows))  # type: ignore[arg-type]
    assert len(svgs(as_html(replace(empty_report, **rows)))) == 1  # type: ignore[arg-type]
    assert sum(len(bar.boxes) for bar in chart(picture).bars) <= 1


@pytest.mark.parametrize(("top", "step"), [(1, 1), (4, 1), (5, 2), (99, 20), (30_000, 10_000)])
def test_lines_are_few_and_round(top: int, step: int) -> None:
    assert line_step(top) == step


def test_few_bars_are_not_drawn_as_walls() -> None:
    lone = Picture("x", "X", "", "On", (Series("A", "full"),), (Bar("1", "1", (5,)),))
    assert chart(lone).bars[0].boxes[0].width < WIDTH / 8
