"""`messages.csv`: who wrote to whom and when, in compact columns whatever their number.

Of the words nothing is kept but a hash and, for who asks, what `Keep` says: the beginning of the
first and of the last message of each conversation and side, one of which is the first or last of
its person, and the sentences that say how people met; or all; or nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from operator import contains
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from contacts.interactions import SentenceKind
from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.dates import Order
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.hints import hint_in
from extractors.linkedin.promises import introduction_in, promise_in
from extractors.linkedin.sentences import READ
from extractors.linkedin.table import Block, Ledger, blocks
from extractors.linkedin.wording import EXCERPT, in_lines, one_taps, plain, plain_digest

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.signedinteger]
Keep = Literal["nothing", "none", "excerpt", "all"]  # "nothing": not even a digest
Side = tuple[str, ...]  # what all messages of a conversation in one direction share, as in `SIDE`

SIDE = ("conversation", "title", "from", "sender_url", "to", "recipient_urls", "direction")
_SENDER_URL = SIDE.index("sender_url")
_MEMBER = "linkedin.com/in/"
_NO = frozenset({"", "no", "false", "0", "nein", "non"})


class Excerpt(NamedTuple):
    """The beginning of a message, when it was sent and which row it is.

    `whole` is all that is read of a last one: whether it asks for something is looked at when its
    writer is known.
    """

    sent: int
    row: int
    text: str
    whole: str = ""


class Sentence(NamedTuple):
    """A sentence of a message: which row it is of, and what it is kept for."""

    row: int
    kind: SentenceKind
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is kept of the words.

    `digest` of each row is a hash that stays, `text` all of a message, by row. `sentences` say how
    two met, or promise something, whoever wrote them. `first` and `last` are the excerpts of each
    side, by its number.
    """

    digest: list[str] = field(default_factory=list)
    text: dict[int, str] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)
    first: dict[int, Excerpt] = field(default_factory=dict)
    last: dict[int, Excerpt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of all files but drafts, column by column.

    `side` is the number of a message's own among the distinct `sides`, `sent` its instant, `hash` a
    number that equal words share within this process; `file` is its place in `files`, `export`
    tells exports apart that somebody joined in one file. `inmail` are those with a subject.
    """

    files: tuple[str, ...]
    sides: tuple[Side, ...]
    side: Numbers
    sent: Numbers
    hash: Numbers
    one_tap: Flags
    spinmail: Flags
    inmail: Flags
    line: Numbers
    file: Numbers
    export: Numbers
    words: Words
    drafts: int = 0

    def places(self, rows: Numbers) -> list[tuple[str, int] | None]:
        """Return the file and the line of some messages; None where a row is below 0."""
        if not len(self.line):
            return [None] * len(rows)
        files, lines = self.file[rows].tolist(), self.line[rows].tolist()
        return [
            (self.files[file], line) if row >= 0 else None
            for row, file, line in zip(rows.tolist(), files, lines, strict=True)
        ]


def read(
    members: Sequence[tuple[Member, Ledger]], keep: Keep, order: Order | None = None
) -> Messages:
    """Return the messages of all files."""
    gathering = _Gathering(keep)
    for number, (member, ledger) in enumerate(members):
        clock = _Clock(member, order)
        for block in blocks(member, LAYOUTS[member.role], ledger):
            gathering.add(block, number, clock, ledger)
    found = gathering.finished(tuple(member.label for member, _ in members))
    if gathering.exports > 1:
        found = replace(found, hash=_hashes_of_words([member for member, _ in members], found))
    return found


def _hashes_of_words(members: Sequence[Member], messages: Messages) -> Numbers:
    """Return a number that equal words share, whatever blanks an export writes between them.

    The files are read once more: of one export, as nearly all archives are, nobody asks.
    """
    hashes = messages.hash.copy()
    for number, member in enumerate(members):
        of_line: dict[int, int] = {}
        for block in _again(member):
            (content,) = block.columns("content")
            words = ("".join(text.split()) for text in content)
            of_line.update(zip(block.lines, map(hash, words), strict=True))
        rows = np.flatnonzero(messages.file == number)
        hashes[rows] = [of_line[line] for line in messages.line[rows].tolist()]
    return hashes


def _again(member: Member) -> Iterator[Block]:
    """Yield the rows of a file whose ledger is kept by another reading."""
    return blocks(member, LAYOUTS[member.role], Ledger(member.name))


class _Clock:
    """Dates the messages of one file; its days are in one order from its first row to its last."""

    def __init__(self, member: Member, preferred: Order | None) -> None:
        self._member = member
        self._preferred = preferred
        self._orders: dict[int, Order | None] = {}  # of each part of the file

    def instants(self, when: Sequence[str], part: int) -> dates.Instants:
        """Return the instants of some dates; the file is looked through if they need an order."""
        if all(text[:4].isdigit() for text in when):  # the year comes first
            return dates.instants(when)
        if not self._orders:
            self._orders = self._found()
        order = self._orders[part]
        at = {text: dates.moment(text, order) for text in dict.fromkeys(when)}
        seconds = {text: int(t.timestamp()) if t else dates.UNDATED for text, t in at.items()}
        return np.array([seconds[text] for text in when], np.int64)

    def _found(self) -> dict[int, Order | None]:
        texts: dict[int, dict[str, None]] = {}
        for block in _again(self._member):
            (when,) = block.columns("date")
            texts.setdefault(block.part, {}).update(dict.fromkeys(when))
        return {part: dates.order_of(found, self._preferred) for part, found in texts.items()}


class _Sides(dict[Side, int]):
    """The number of each side; a new one gets the next, and shares its strings with the others."""

    def __init__(self) -> None:
        super().__init__()
        self._strings: dict[str, str] = {}

    def __missing__(self, side: Side) -> int:
        kept = self._strings.setdefault
        number = len(self)
        self[tuple(map(kept, side, side))] = number
        return number


class _Gathering:
    """Takes up messages block by block."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._sides = _Sides()
        self._exports: dict[tuple[int, int], int] = {}
        self._columns = tuple(bytearray() for _ in range(9))  # 31 bytes a message
        self._words = Words()
        self._rows = 0
        self._drafts = 0

    @property
    def exports(self) -> int:
        """How many exports there were so far."""
        return len(self._exports)

    def add(self, block: Block, file: int, clock: _Clock, ledger: Ledger) -> None:
        """Take the messages of a block; a row without a date is rejected."""
        *side, when, content, subject, draft, conversation_draft = block.columns(
            *SIDE, "date", "content", "subject", "message_draft", "conversation_draft"
        )
        at = clock.instants(when, block.part)
        drafts = _says_yes(draft) | _says_yes(conversation_draft)
        kept = (at != dates.UNDATED) & ~drafts
        if not kept.all():
            self._account(block, when, kept, drafts, ledger)
        size = len(block)
        codes = np.fromiter(map(self._sides.__getitem__, zip(*side, strict=True)), np.int32, size)
        one_tap = _one_tap(content)
        export = self._exports.setdefault((file, block.part), len(self._exports))
        columns: tuple[npt.NDArray[np.generic], ...] = (
            codes,
            at,
            np.fromiter(map(hash, content), np.int64, size),
            one_tap,
            _spinmail(content, side[_SENDER_URL]),
            np.fromiter(map(bool, subject), np.bool_, size),
            np.array(block.lines, np.int32),
            np.full(size, file, np.int16),
            np.full(size, export, np.int16),
        )
        for place, column in enumerate(columns):
            self._columns[place].extend(column[kept].tobytes())
        if self._keep != "nothing":
            places = np.flatnonzero(kept)
            taken = [content[place] for place in places.tolist()]
            self._take_words(codes[places], at[places], one_tap[places], taken)
        self._rows += int(kept.sum())

    def finished(self, files: tuple[str, ...]) -> Messages:
        """Return all that was taken."""
        side, sent, hashes, one_tap, spinmail, inmail, line, file, export = self._columns
        return Messages(
            files=files,
            sides=tuple(self._sides),
            side=np.frombuffer(side, np.int32),
            sent=np.frombuffer(sent, np.int64),
            hash=np.frombuffer(hashes, np.int64),
            one_tap=np.frombuffer(one_tap, np.bool_),
            spinmail=np.frombuffer(spinmail, np.bool_),
            inmail=np.frombuffer(inmail, np.bool_),
            line=np.frombuffer(line, np.int32),
            file=np.frombuffer(file, np.int16),
            export=np.frombuffer(export, np.int16),
            words=self._words,
            drafts=self._drafts,
        )

    def _account(
        self, block: Block, when: Sequence[str], kept: Flags, drafts: Flags, ledger: Ledger
    ) -> None:
        """Say of each row that is not taken what it is: blank, a draft, or undated."""
        for place in np.flatnonzero(~kept).tolist():
            if block.is_blank(place):
                ledger.seen -= 1
            elif drafts[place]:
                self._drafts += 1
            else:
                shown = repr(when[place][:40])
                ledger.reject(block.lines[place], f"{shown} is no date of a message")

    def _take_words(
        self, codes: Numbers, at: Numbers, one_tap: Flags, content: Sequence[str]
    ) -> None:
        """Keep of the words of some messages what was asked for."""
        texts = [plain(text) for text in content]
        self._words.digest.extend(map(plain_digest, texts))
        if self._keep == "none":
            return
        if self._keep == "all":
            self._words.text.update((r, text) for r, text in enumerate(texts, self._rows) if text)
        for row, text in enumerate(content, self._rows):
            self._words.sentences.extend(_sentences(row, in_lines(text)))
        self._keep_ends(codes, at, ~one_tap, texts, content)

    def _keep_ends(
        self,
        codes: Numbers,
        at: Numbers,
        eligible: Flags,
        texts: Sequence[str],
        content: Sequence[str],
    ) -> None:
        """Note the first and the last words of each side, as far as they were read."""
        first, last = self._words.first, self._words.last
        places = np.array([p for p in np.flatnonzero(eligible).tolist() if texts[p]], np.int64)
        order = places[np.lexsort((at[places], codes[places]))]
        starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
        ends = np.append(starts[1:], len(order))[: len(starts)] - 1
        for early, late in zip(order[starts].tolist(), order[ends].tolist(), strict=True):
            code, begun, ended = int(codes[early]), int(at[early]), int(at[late])
            if code not in first or begun < first[code].sent:
                first[code] = Excerpt(begun, self._rows + early, texts[early][: 2 * EXCERPT])
            if code not in last or ended > last[code].sent:
                text, whole = texts[late][: 2 * EXCERPT], in_lines(content[late])[:READ]
                last[code] = Excerpt(ended, self._rows + late, text, whole)


def _sentences(row: int, text: str) -> Iterator[Sentence]:
    if met := hint_in(text):
        yield Sentence(row, SentenceKind.HINT, met)
    if promise := promise_in(text):
        introduction = introduction_in(text)
        kind = SentenceKind.INTRODUCTION if introduction else SentenceKind.PROMISE
        yield Sentence(row, kind, introduction or promise)


def _one_tap(content: Sequence[str]) -> Flags:
    found = np.zeros(len(content), np.bool_)
    found[one_taps(content)] = True
    return found


def _spinmail(content: Sequence[str], senders: Sequence[str]) -> Flags:
    """Return which messages may be advertisements: members send none."""
    if all(_MEMBER in sender for sender in set(senders)):
        return np.zeros(len(content), np.bool_)
    return np.fromiter(map(contains, content, repeat("spinmail")), np.bool_, len(content))


def _says_yes(column: Sequence[str]) -> Flags:
    answers = {cell: cell.strip().casefold() not in _NO for cell in _distinct(column)}
    if not any(answers.values()):
        return np.zeros(len(column), np.bool_)
    return np.array([answers[cell] for cell in column], np.bool_)


def _distinct(column: Sequence[str]) -> set[str]:
    """Return the cells of a column that are nearly always all the same."""
    is_one = list(column) == [*column[:1]] * len(column)
    return set(column[:1] if is_one else column)
