"""Whatever was read, the renderings are well-formed and show it as text."""

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import exporters.html
from contacts.identifiers import PersonId, RecordId
from contacts.report import (
    BeginningRow,
    BurnDownPoint,
    CohortRow,
    CompanyRow,
    CueGroup,
    EncounterRow,
    FadingRow,
    FileRow,
    GrowthPoint,
    Matter,
    MemoryPoint,
    OpenPair,
    Origin,
    PairSide,
    PersonRow,
    Report,
    ShownHint,
    UnsureCard,
    UnsureField,
)
from contacts.ties import TieClass
from exporters import CsvFlavour, as_csv, as_html, as_markdown, json_text
from exporters.csv_report import COLUMNS
from exporters.legible import legible
from exporters.owed import MEANING

VOID = {"meta", "link", "input", "img"}
TEMPLATES = "".join(
    path.read_text() for path in Path(exporters.html.__file__).parent.glob("templates/*.html")
)
TAGS = set(re.findall(r"<([a-z0-9]+)", TEMPLATES))
ATTRIBUTES = {name.lower() for name in re.findall(r'\s([a-zA-Z0-9-]+)="', TEMPLATES)}
REFERENCES = ("data:,", "data:image/jpeg;base64,", "#", "mailto:", "tel:")
PROFILE = "https://www.linkedin.com/in/"

MARKUP = (
    "<script>alert(1)</script>",
    '"><img src="https://evil.example/x" onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "https://evil.example/",
    "</style></table></script><!--",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt; &amp;#60;",
    "=HYPERLINK(1)",
    "+49 30 123456",
    "a@b.example?bcc=c@d.example",
    "| `code` **bold** [text](https://evil.example)",
    "# 1. - > ~~~",
    "\x1b[31m\x00\x07\r\n\t\x85\u2028",
    "\u202egnp.exe\u2066\u200f",
    "\ud800",
    "שלום 王小明 Nguyễn 👩‍👩‍👧 نام\u200cها",
)
texts = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=8)), max_size=3).map("".join)
optional = st.none() | texts
origins = st.builds(Origin, texts, texts, texts)
hints = st.builds(ShownHint, texts, texts, optional, origins)
counts = st.integers(0, 10**6)
files = st.builds(FileRow, texts, texts, texts, texts, texts, counts, counts)
several = st.lists(texts, max_size=2).map(tuple)
companies = st.builds(CompanyRow, st.just(PersonId("p1")), optional, several, several, st.just(()))
encounters = st.builds(
    EncounterRow,
    number=counts,
    began=texts,
    ended=texts,
    cards=counts,
    names=several,
    places=several,
    suggestions=several,
    command=st.just("weakties encounters name 1"),
)
unsure_fields = st.builds(UnsureField, st.just("title"), texts, st.just("weakties cards correct c"))
unsure_cards = st.builds(
    UnsureCard,
    record=st.just(RecordId("c1")),
    source=origins,
    fields=st.lists(unsure_fields, max_size=2).map(tuple),
    crop=st.none() | st.binary(max_size=3),
)
sides = st.builds(PairSide, st.just(PersonId("p1")), texts, texts)
pairs = st.builds(
    OpenPair,
    sides,
    sides,
    st.floats(0, 1),
    several,
    st.just("weakties same p1 p2"),
    st.just("weakties different p1 p2"),
)
days = st.dates().map(str)
matters = st.builds(
    Matter,
    what=st.sampled_from(["loop", "promise", "give_back"]),
    key=st.just("77aa00112233"),
    handle=st.just("77aa"),
    people=st.just((PersonId("p1"),)),
    names=st.tuples(texts),
    text=texts,
    state=st.sampled_from(["open", "old"]),
    words=optional,
    source=st.none() | origins,
)
memory = st.builds(MemoryPoint, days, counts, counts, counts, st.booleans())
cohorts = st.builds(CohortRow, st.integers(1950, 2050), counts, counts, counts)
beginnings = st.builds(BeginningRow, texts, counts, counts)
burn_downs = st.builds(BurnDownPoint, days, counts, counts)
people = st.builds(
    PersonRow,
    person=st.just(PersonId("p1")),
    records=st.tuples(origins),
    name=optional,
    company=optional,
    title=optional,
    emails=st.lists(texts, max_size=2).map(tuple),
    phones=st.lists(texts, max_size=2).map(tuple),
    profile=optional,
    p_known=st.none() | st.floats(0, 1),
    tie_class=st.just(TieClass.KNOWN),
    last_contact=optional,
    reasons=st.lists(texts, max_size=2).map(tuple),
    hints=st.lists(hints, max_size=2).map(tuple),
    why_today=optional,
    crop=st.none() | st.binary(max_size=3),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    rows = []
    for number, tie_class in enumerate(draw(st.lists(st.sampled_from(TieClass), max_size=5))):
        row = draw(people)
        fields = {name: getattr(row, name) for name in PersonRow.__dataclass_fields__}
        rows.append(
            PersonRow(**(fields | {"person": PersonId(f"p{number}"), "tie_class": tie_class}))
        )
    unsure = tuple(row.person for row in rows if row.tie_class is TieClass.CANNOT_TELL)
    years = draw(st.lists(st.integers(1950, 2050), max_size=4, unique=True).map(sorted))
    return Report(
        as_of=draw(texts),
        counts={kind.value: sum(row.tie_class is kind for row in rows) for kind in TieClass},
        people=tuple(rows),
        today=tuple(row.person for row in rows[:2]),
        groups=draw(st.sampled_from([(), (CueGroup("company", draw(texts), unsure),)])),
        growth=tuple(GrowthPoint(year, *draw(st.tuples(counts, counts))) for year in years),
        files=draw(st.lists(files, max_size=2).map(tuple)),
        questions=draw(counts),
        companies=draw(st.lists(companies, max_size=2).map(tuple)),
        encounters=draw(st.lists(encounters, max_size=2).map(tuple)),
        unsure=draw(st.lists(unsure_cards, max_size=2).map(tuple)),
        pairs=draw(st.lists(pairs, max_size=2).map(tuple)),
        owed=draw(st.lists(matters, max_size=2).map(tuple)),
        weak_groups=(CueGroup("event", draw(texts), tuple(row.person for row in rows[:1])),),
        memory=draw(st.lists(memory, max_size=4).map(tuple)),
        fading=tuple(FadingRow(row.person, draw(days)) for row in rows[1:2]),
        cohorts=draw(st.lists(cohorts, max_size=2).map(tuple)),
        beginnings=draw(st.lists(beginnings, max_size=2).map(tuple)),
        burn_down=draw(st.lists(burn_downs, max_size=2).map(tuple)),
    )


class StrictParser(HTMLParser):
    """Notes what stands open, which names occur and what is referred to."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.references: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.references |= {str(value) for name, value in attrs if name in {"href", "src"}}

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came from the data: {data}")


def parsed(html: str) -> StrictParser:
    page = StrictParser()
    page.feed(html)
    page.close()
    return page


@settings(max_examples=80, deadline=None)
@given(reports())
def test_html_is_well_formed_and_no_markup_comes_from_the_data(report: Report) -> None:
    html = as_html(report)
    page = parsed(html)
    assert page.stack == []
    assert set(page.tags) <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert (page.tags.count("script"), page.tags.count("style")) == (1, 1)
    pictured = (*report.people[:2], *report.unsure)
    assert page.tags.count("img") == sum(bool(row.crop) for row in pictured)
    assert_nothing_outside(page.references)
    text = "".join(page.text)
    assert all(legible(row.why_today or "") in text for row in report.people[:2])


def assert_nothing_outside(references: set[str]) -> None:
    """Profiles may be clicked; nothing is fetched."""
    profile = re.compile(re.escape(PROFILE) + r"[A-Za-z0-9._~%-]+")
    for reference in references:
        assert reference.startswith(REFERENCES) or profile.fullmatch(reference)
        if reference.startswith("mailto:"):
            assert not re.search(r"[?&\s]", reference)


def test_the_style_fetches_nothing() -> None:
    style = Path(exporters.html.__file__).with_name("templates") / "report.css"
    assert not re.search(r"url\(|@import|image-set", style.read_text())


@settings(max_examples=40, deadline=None)
@given(reports())
def test_nothing_unseen_reaches_html_markdown_or_csv(report: Report) -> None:
    unseen = re.compile(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    )
    for text in (as_html(report), as_markdown(report), as_csv(report)):
        assert not unseen.search(text)
        text.encode()


@settings(max_examples=40, deadline=None)
@given(reports())
def test_csv_reads_back_as_the_rows(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(report, CsvFlavour.MACHINE), newline="")))
    assert [row["person"] for row in rows] == [row.person for row in report.people]
    for row, person in zip(rows, report.people, strict=True):
        assert tuple(row) == COLUMNS
        assert row["name"] == legible(person.name or "")
        assert row["class"] == person.tie_class
        assert row["p_known"] == ("" if person.p_known is None else f"{person.p_known:.4f}")


@settings(max_examples=40, deadline=None)
@given(reports())
def test_no_cell_for_a_spreadsheet_begins_like_a_formula(report: Report) -> None:
    for row in csv.reader(io.StringIO(as_csv(report), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@settings(max_examples=40, deadline=None)
@given(reports())
def test_markdown_has_no_heading_link_or_tag_from_the_data(report: Report) -> None:
    markdown = re.sub(r"\\.", "", as_markdown(report))
    links = re.findall(r"\]\(<([^>]*)>\)", markdown)
    assert all(link.startswith(PROFILE) for link in links)
    assert markdown.count("](") == len(links)
    assert "<" not in re.sub(r"\(<[^>]*>\)", "", markdown)
    markdown = re.sub(r"`weakties (same|different) p1 p2`", "", markdown)
    markdown = markdown.replace(MEANING, "").replace("`77aa`", "")
    assert "`" not in re.sub(r'`weakties [a-z]+ [a-z]+ [a-z0-9 ]*"[A-Z ]+"`', "", markdown)
    assert all(
        line.startswith(("# Weak ties", "## ", "### "))
        for line in markdown.splitlines()
        if line.lstrip().startswith("#")
    )


@settings(max_examples=30, deadline=None)
@given(reports())
def test_json_can_always_be_written(report: Report) -> None:
    assert json_text(report).encode(errors="replace").endswith(b"}\n")
