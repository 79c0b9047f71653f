"""The words that every rendering of the report shares, so that all of them say the same."""

import re
from collections.abc import Mapping

from contacts.report import (
    CompanyRow,
    EncounterRow,
    FileRow,
    NewsRow,
    OpenPair,
    Origin,
    PersonRow,
    Report,
    UnsureField,
)
from contacts.ties import TieClass
from contacts.wording import MONTHS, percent_step

_DAY = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?(?:T.*)?")

CLASS_NAMES: Mapping[TieClass, str] = {
    TieClass.KNOWN: "known",
    TieClass.WEAK: "weak",
    TieClass.CANNOT_TELL: "cannot tell",
}
CLASS_MEANINGS: Mapping[TieClass, str] = {
    TieClass.KNOWN: "You can most likely still place them.",
    TieClass.WEAK: "You were in touch, but by now you could probably not say who they are.",
    TieClass.CANNOT_TELL: "Your files say too little about them; only you can tell.",
}
_LIKELIHOODS = (  # up to this many percent: this word
    (10, "very unlikely"),
    (30, "unlikely"),
    (45, "doubtful"),
    (55, "even odds"),
    (70, "fair"),
    (90, "likely"),
    (100, "very likely"),
)
_CUES: Mapping[str, str] = {
    "event": "By event",
    "company": "By company",
    "year": "By year",
    "same_day": "By day",
    "": "Without a cue",
}
_FILE_KINDS: Mapping[str, str] = {
    "card_photo": "card photo",
    "linkedin": "LinkedIn",
    "vcard": "vCard",
    "address_book": "address book",
    "calendar": "calendar",
}
_FILE_STATES: Mapping[str, str] = {
    "waiting": "waiting",
    "done": "read",
    "partly": "read in part",
    "failed": "not read",
}
_SOURCES: Mapping[str, str] = {
    "card": "a card",
    "linkedin": "LinkedIn",
    "vcard": "a vCard",
    "address_book": "your address book",
    "calendar": "your calendar",
}

NOBODY_YET = (
    "Nothing has been read yet. Put card photos into inbox/cards or your LinkedIn archive into "
    "inbox/linkedin, and run again."
)
NO_CARDS = (
    "No business cards so far. Photos in inbox/cards would add what LinkedIn does not know: "
    "where and when you met."
)
NO_LINKEDIN = (
    "No LinkedIn archive so far. Put it into inbox/linkedin as you downloaded it; the complete one "
    "says most, for it tells who wrote to whom."
)
TODAY = "Can you place them? A few a day are enough."
DONE_FOR_TODAY = "Done for today. There is nobody you need to look at."
NO_WEAK_TIES = "No weak ties: nobody here is both on record and slipping away."
ALL_CAN_BE_TOLD = "There is nobody of whom too little is known."
NOTHING_DATED = "Nothing dated yet, so there is no picture to draw."
ALL_READ = "Every file was read whole."
NO_FILES = "No file has been read yet."
TICK_HINT = "Tick whoever you can place, here or on paper. Ticks are not kept in this file."
QUESTIONS = "Each takes one command, and can be undone."
NO_QUESTIONS = "Nothing needs to be asked."
ONE_PERSON = "They are kept apart until you say that they are one; the first matter most."
WHICH_EVENT = "Cards photographed in one sitting: one answer places everybody on them."
LOOK_AT = "These may have been misread. Look at the card, and put right what is wrong."
NEWS = "What your newest list of connections says otherwise than the one before: a reason to write."
NEWS_SHOWN = 30  # more nobody reads
NO_NEWS = "Nothing is new among your connections since the list before."
COMPANIES = "Cards that name nobody. They are kept, but there is nobody to remember."
NO_COMPANIES = "No card without a person."
SHOWN_PAIRS = 8
_NAMED = 5  # of an encounter, so many by name

PRIVACY = (
    "This file holds personal data. It was made on this machine, and nothing left it; "
    "pass it on with care."
)


def spoken_date(day: str | None) -> str:
    """Return "3 May 2021" for 2021-05-03 and "May 2021" for 2021-05; other text as it is."""
    if not day:
        return "no date"
    found = _DAY.fullmatch(day)
    if not found:
        return day
    year, month, day_of_month = found.groups()
    parts = [str(int(day_of_month))] if day_of_month else []
    parts += [MONTHS[int(month) - 1]] if month else []
    return " ".join([*parts, year])


def likelihood(probability: float | None) -> str:
    """Return how likely somebody is still known, in words and steps of 5 %."""
    if probability is None:
        return "nothing dated"
    percent = percent_step(probability)
    word = next(word for limit, word in _LIKELIHOODS if percent <= limit)
    ends = {0: "under 5", 100: "over 95"}
    return f"{word}, {ends.get(percent, f'about {percent}')}\u00a0%"


def still_known(person: PersonRow) -> str:
    """Return how likely a person is still known; no number where too little is known for one."""
    if person.tie_class is TieClass.CANNOT_TELL:
        return CLASS_NAMES[person.tie_class]
    return likelihood(person.p_known)


def number(count: int) -> str:
    """Return a count as it is read: 12,345."""
    return f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun: "1 person", "2,000 people"."""
    return f"{number(count)} {one if count == 1 else many}"


def overview(report: Report) -> str:
    """Return how many people the report covers and from how many records, in one line."""
    people = counted(report.counts.get("people", 0), "person", "people")
    return f"{people} from {counted(report.counts.get('records', 0), 'record', 'records')}"


def missing_sources(report: Report) -> tuple[str, ...]:
    """Return a line for each kind of source that has given nothing, or one where none has."""
    if not report.counts.get("people", 0):
        return (NOBODY_YET,)
    absent = (("card", NO_CARDS), ("linkedin", NO_LINKEDIN))
    return tuple(line for source, line in absent if not report.counts.get(source, 0))


def open_questions(report: Report) -> str:
    """Return a line on the pairs that only the user can judge; empty where there are none."""
    if not report.questions:
        return ""
    pairs = counted(report.questions, "pair of people", "pairs of people")
    return f"{pairs} may be one person each; they are kept apart until you say so."


def beside_people(report: Report) -> tuple[str, ...]:
    """Return a line for cards that are no person's, for whom the user let go, and who is gone."""
    kinds = ("companies", "own_photos", "archived", "gone")
    companies, own, archived, gone = (report.counts.get(kind, 0) for kind in kinds)
    lines = (
        f"{counted(companies, 'company contact', 'company contacts')}: cards that name nobody.",
        f"Your own card: {counted(own, 'photo', 'photos')}, counted as nobody.",
        f"{counted(archived, 'person', 'people')} let go: kept, and not asked about any more.",
        f"{counted(gone, 'person', 'people')} no longer among your connections, and kept.",
    )
    counts = (companies, own, archived, gone)
    return tuple(line for line, count in zip(lines, counts, strict=True) if count)


def question_count(report: Report) -> int:
    """Return how many questions there are to answer by a command."""
    return len(report.encounters) + len(report.unsure) + len(report.pairs)


def open_pair(pair: OpenPair) -> str:
    """Return which two may be one person, and how likely it is."""
    return f"{pair.first.name} and {pair.second.name}: {likelihood(pair.probability)}"


def more_pairs(report: Report) -> str:
    """Return how many pairs are not shown, and where they are; empty where all are."""
    left = len(report.pairs) - SHOWN_PAIRS
    return f"{number(left)} more: weakties questions" if left > 0 else ""


def sitting(row: EncounterRow) -> str:
    """Return when cards were photographed: "3 May 2026, 19:05 to 19:40"."""
    (day, began), (last_day, ended) = (_day_and_time(at) for at in (row.began, row.ended))
    if (day, began) == (last_day, ended):
        return f"{spoken_date(day)}, {began}"
    until = ended if day == last_day else f"{spoken_date(last_day)}, {ended}"
    return f"{spoken_date(day)}, {began} to {until}"


def _day_and_time(at: str) -> tuple[str, str]:
    day, _, time = at.partition("T")
    return day, time[: len("HH:MM")]


def sitting_cards(row: EncounterRow) -> str:
    """Return whose cards were photographed, and where: "4 cards: ..., near 52.52 N, 13.40 E"."""
    shown = row.names[:_NAMED]
    more = [f"{number(row.cards - len(shown))} more"] if row.cards > len(shown) and shown else []
    who = f": {', '.join((*shown, *more))}" if shown else ""
    where = f"; photographed near {' and '.join(row.places)}" if row.places else ""
    return f"{counted(row.cards, 'card', 'cards')}{who}{where}"


def suggested(row: EncounterRow) -> str:
    """Return which events it may have been; empty where nothing is known."""
    return f"Perhaps {' or '.join(row.suggestions)}?" if row.suggestions else ""


def naming(row: EncounterRow) -> str:
    """Return the command that names the event of an encounter."""
    return f'{row.command} "NAME OF THE EVENT"'


def correcting(field: UnsureField) -> str:
    """Return the command that puts a field right."""
    return f'{field.command} "WHAT IS PRINTED"'


def company(row: CompanyRow) -> str:
    """Return a company contact in one line."""
    return ", ".join(filter(None, (row.company or "no name", *row.emails, *row.phones)))


def more_news(report: Report) -> str:
    """Return how much more is new than is shown; empty where all is."""
    more = len(report.news) - NEWS_SHOWN
    return f"And {number(more)} more, in report.csv and report.json." if more > 0 else ""


def news_about(row: NewsRow) -> str:
    """Return whom a piece of news is about."""
    return row.name or "no name"


def shown_name(person: PersonRow) -> str:
    """Return the name, or what stands in for it where no name was read."""
    return person.name or next(iter(person.emails), None) or person.company or "no name"


def role(person: PersonRow) -> str:
    """Return title and company as one line; empty where neither is known."""
    return ", ".join(part for part in (person.title, person.company) if part)


def beside_name(person: PersonRow, cue: str) -> str:
    """Return what is said of a person in a check list; the company is its heading already."""
    return (person.title or "") if cue == "company" else role(person)


def known_from(person: PersonRow) -> str:
    """Return the sources that know a person: "a card and LinkedIn"."""
    sources = dict.fromkeys(_SOURCES.get(record.source, record.source) for record in person.records)
    return " and ".join(source for source in sources if source)


def place(origin: Origin) -> str:
    """Return where something was read: the file, and where in it."""
    return ", ".join(part for part in (origin.file, origin.locator) if part)


def cue_title(cue: str) -> str:
    """Return the heading of all groups that share a kind of cue."""
    return _CUES.get(cue, f"By {cue.replace('_', ' ')}")


def weak_title(cue: str) -> str:
    """Return the heading of all weak ties that share a kind of cue, or of those who share none."""
    return cue_title(cue) if cue else "Everyone else"


def file_kind(file: FileRow) -> str:
    """Return what a file is."""
    return _FILE_KINDS.get(file.kind, file.kind)


def file_state(file: FileRow) -> str:
    """Return the state a file ended in."""
    return _FILE_STATES.get(file.state, file.state)


def file_advice(file: FileRow) -> str:
    """Return why a file is in its state and what to do next, as one line."""
    return "; ".join(part.rstrip(".") for part in (file.reason, file.next_step) if part)
