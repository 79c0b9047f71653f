"""The report as Markdown (GitHub's dialect): read as it is, or rendered, or pasted into notes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from contacts.report import EncounterRow, Matter, OpenPair, PersonRow, Report, ShownHint
from contacts.ties import TieClass
from exporters import owed, sections, wording
from exporters.legible import legible_report
from exporters.links import profile_link
from exporters.pictures import fading, pictures

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#!$])")
_BLOCK_START = re.compile(r"^([-+=]|[0-9]{1,9}(?=[.)]))")


def as_markdown(report: Report) -> str:
    """Return the report as Markdown; what was read stands in it as text and never as markup."""
    shown = legible_report(report)
    parts = (
        _opening(shown),
        _today(shown),
        _owed(shown),
        _news(shown),
        _weak_ties(shown),
        _cannot_tells(shown),
        _questions(shown),
        _companies(shown),
        _pictures(shown),
        _files(shown),
        ["---", "", wording.PRIVACY],
    )
    return "\n".join(line for part in parts for line in (*part, "")).rstrip() + "\n"


def escaped(text: str) -> str:
    """Return the text so that Markdown shows it letter for letter, also within a table."""
    escaped_inside = _SPECIAL.sub(r"\\\1", text)
    block = _BLOCK_START.match(escaped_inside)
    if not block:
        return escaped_inside
    start, rest = escaped_inside[: block.end()], escaped_inside[block.end() :]
    return f"{start}\\{rest}" if start.isdigit() else f"\\{start}{rest}"


def _opening(report: Report) -> Iterator[str]:
    yield f"# Weak ties, {escaped(wording.spoken_date(report.as_of))}"
    yield ""
    yield wording.overview(report)
    yield ""
    for tie_class, name in wording.CLASS_NAMES.items():
        count = wording.number(report.counts.get(tie_class.value, 0))
        yield f"- **{count} {name}.** {wording.CLASS_MEANINGS[tie_class]}"
    notes = (
        *wording.missing_sources(report),
        *wording.beside_people(report),
        wording.open_questions(report),
    )
    for note in filter(None, notes):
        yield ""
        yield note


def _today(report: Report) -> Iterator[str]:
    yield "## Today"
    yield ""
    people = sections.of_today(report)
    if not people:
        yield wording.DONE_FOR_TODAY
    else:
        yield from (wording.TODAY, "")
    for place, person in enumerate(people, start=1):
        yield from _card(place, person)


def _card(place: int, person: PersonRow) -> Iterator[str]:
    yield f"### {place}. {escaped(wording.shown_name(person))}"
    yield ""
    if wording.role(person):
        yield f"- {escaped(wording.role(person))}"
    if person.emails or person.phones:
        yield f"- {escaped(', '.join((*person.emails, *person.phones)))}"
    if link := profile_link(person.profile):
        yield f"- [LinkedIn profile](<{link}>)"
    yield f"- Still known: {wording.still_known(person)}"
    yield f"- Last contact: {escaped(wording.spoken_date(person.last_contact))}"
    reasons = filter(None, (person.why_today, *person.reasons))
    yield from _list("Why today", map(escaped, reasons))
    yield from _list("How you may know them", map(_hint, person.hints))
    yield ""


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    kept = list(lines)
    if kept:
        yield from ("", f"**{title}**", "", *(f"- {line}" for line in kept))


def _hint(hint: ShownHint) -> str:
    date = escaped(wording.spoken_date(hint.date))
    return f"{date}: {escaped(hint.text)} *({escaped(wording.place(hint.source))})*"


def _weak_ties(report: Report) -> Iterator[str]:
    people = sections.of_class(report, TieClass.WEAK)
    yield f"## Weak ties ({wording.number(len(people))})"
    yield ""
    if not people:
        yield wording.NO_WEAK_TIES
        return
    yield from _table(
        (
            "Event or company",
            "Name",
            "Company",
            "Last contact",
            "Still known",
            "How you may know them",
        ),
        (
            (
                circle.label if section.cue else "",
                wording.shown_name(person),
                person.company or "",
                wording.spoken_date(person.last_contact),
                wording.still_known(person),
                person.hints[0].text if person.hints else "",
            )
            for section in sections.weak_by_cue(report)
            for circle in section.lists
            for person in circle.people
        ),
    )


def _questions(report: Report) -> Iterator[str]:
    count = wording.question_count(report)
    yield f"## Questions ({wording.number(count)})"
    yield ""
    yield wording.QUESTIONS if count else wording.NO_QUESTIONS
    if report.pairs:
        yield from ("", "### One person or two?", "", wording.ONE_PERSON, "")
        for pair in report.pairs[: wording.SHOWN_PAIRS]:
            yield from _open_pair(pair)
        if more := wording.more_pairs(report):
            yield f"- {more}"
    if report.encounters:
        yield from ("", "### Which event was this?", "", wording.WHICH_EVENT, "")
        for row in report.encounters:
            yield from _encounter(row)
    if report.unsure:
        yield from ("", "### Fields to check", "", wording.LOOK_AT, "")
        for card in report.unsure:
            yield f"- {escaped(wording.place(card.source))}"
            for one in card.fields:
                yield f"  - {one.field}: {escaped(one.value)} (`{wording.correcting(one)}`)"


def _open_pair(pair: OpenPair) -> Iterator[str]:
    yield f"- **{escaped(wording.open_pair(pair))}**"
    for side in (pair.first, pair.second):
        yield f"  - {escaped(f'{side.name}: {side.about}')}"
    if pair.reasons:
        yield f"  - {escaped('; '.join(pair.reasons))}"
    yield f"  - `{pair.same}` or `{pair.different}`"


def _encounter(row: EncounterRow) -> Iterator[str]:
    yield f"- **{escaped(wording.sitting(row))}**: {escaped(wording.sitting_cards(row))}"
    if row.suggestions:
        yield f"  - {escaped(wording.suggested(row))}"
    yield f"  - `{wording.naming(row)}`"


def _owed(report: Report) -> Iterator[str]:
    lists = owed.by_kind(report.owed)
    yield f"## Follow up and follow through ({wording.number(owed.wanted(lists))})"
    yield ""
    yield owed.MEANING if lists else owed.NOTHING
    for one in lists:
        yield from ("", f"### {one.title} ({wording.number(len(one.matters))})", "")
        for matter in one.shown:
            yield f"- {escaped(matter.text)} `{matter.handle}` {_from(matter)}".rstrip()
        if one.more:
            yield f"- {one.more}"


def _from(matter: Matter) -> str:
    return f"*({escaped(wording.place(matter.source))})*" if matter.source else ""


def _news(report: Report) -> Iterator[str]:
    yield f"## News ({wording.number(len(report.news))})"
    yield ""
    yield wording.NEWS if report.news else wording.NO_NEWS
    if report.news:
        yield ""
    for row in report.news[: wording.NEWS_SHOWN]:
        yield f"- **{escaped(wording.news_about(row))}**: {escaped(row.text)}"
    if wording.more_news(report):
        yield from ("", wording.more_news(report))


def _companies(report: Report) -> Iterator[str]:
    yield f"## Company contacts ({wording.number(len(report.companies))})"
    yield ""
    yield wording.COMPANIES if report.companies else wording.NO_COMPANIES
    if report.companies:
        yield ""
    for row in report.companies:
        yield f"- {escaped(wording.company(row))}"


def _cannot_tells(report: Report) -> Iterator[str]:
    count = len(sections.of_class(report, TieClass.CANNOT_TELL))
    yield f"## Cannot tell ({wording.number(count)})"
    yield ""
    yield wording.TICK_HINT if count else wording.ALL_CAN_BE_TOLD
    for section in sections.by_cue(report):
        for check_list in section.lists:
            yield from ("", _check_list_title(section.cue, check_list), "")
            for person in check_list.people:
                label = (wording.shown_name(person), wording.beside_name(person, section.cue))
                yield f"- [ ] {escaped(', '.join(filter(None, label)))}"


def _check_list_title(cue: str, check_list: sections.CheckList) -> str:
    count = wording.number(len(check_list.people))
    return f"### {wording.cue_title(cue)}: {escaped(check_list.label)} ({count})"


def _pictures(report: Report) -> Iterator[str]:
    yield "## Your network in numbers"
    drawn = pictures(report)
    if not drawn:
        yield from ("", wording.NOTHING_DATED)
    for picture in drawn:
        yield from ("", f"### {picture.title}", "", escaped(picture.words), "")
        if picture.key == "memory":
            yield from (f"- {escaped(line)}" for line in fading(report))
            yield ""
        yield from _table(picture.header, picture.rows)


def _files(report: Report) -> Iterator[str]:
    yield "## What was read"
    yield ""
    if not report.files:
        yield wording.NO_FILES
        return
    yield from _table(
        ("File", "Kind", "State", "Taken in", "Rejected", "Why, and what to do"),
        (
            (
                file.name,
                wording.file_kind(file),
                wording.file_state(file),
                wording.number(file.records),
                wording.number(file.rejected),
                wording.file_advice(file),
            )
            for file in report.files
        ),
    )


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{' --- |' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(map(escaped, row))} |"
