"""`messages.csv`: who wrote to whom and when, in compact columns whatever their number.

Of the words nothing is kept but a hash and, of each conversation and side, the beginning of the
first and of the last message: one of these is the first or last of its person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from extractors.linkedin import dates
from extractors.linkedin.archive import Member
from extractors.linkedin.header import LAYOUTS
from extractors.linkedin.table import Block, Ledger, blocks
from extractors.linkedin.wording import digest, is_one_tap

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

_EXCERPT_RAW = 600  # characters, before markup and blanks are taken out
_NO = frozenset({"", "no", "false", "0", "nein", "non"})


class Side(NamedTuple):
    """What all messages of one conversation in one direction have in common."""

    conversation: str
    title: str
    sender: str
    sender_url: str
    to: str
    recipient_urls: str
    direction: str


class Excerpt(NamedTuple):
    """The beginning of a message, and when it was sent."""

    sent: int
    text: str


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of all files but drafts, column by column.

    `side` is the number of a message's own among the distinct `sides`, `sent` its instant, `words`
    a hash that equal words share within this process, `digest` (if asked for) one that stays;
    `file` is its place in `files`, `export` tells exports apart that somebody joined in one file.
    `first` and `last` are the excerpts of each side, by its number.
    """

    files: tuple[str, ...]
    sides: tuple[Side, ...]
    side: Numbers
    sent: Numbers
    words: Numbers
    one_tap: Flags
    spinmail: Flags
    line: Numbers
    file: Numbers
    export: Numbers
    digest: Sequence[str]
    first: dict[int, Excerpt]
    last: dict[int, Excerpt]
    drafts: int = 0


def read(members: Sequence[tuple[Member, Ledger]], *, with_digests: bool) -> Messages:
    """Return the messages of all files; digests take as long as the reading itself."""
    gathering = _Gathering(with_digests=with_digests)
    for number, (member, ledger) in enumerate(members):
        for block in blocks(member, LAYOUTS[member.role], ledger):
            gathering.add(block, number, ledger)
    return gathering.finished(tuple(member.name for member, _ in members))


class _Gathering:
    """Takes up messages block by block."""

    def __init__(self, *, with_digests: bool) -> None:
        self._with_digests = with_digests
        self._sides: dict[tuple[str, ...], int] = {}
        self._exports: dict[tuple[int, int], int] = {}
        self._columns: list[tuple[npt.NDArray[np.generic], ...]] = []
        self._digests: list[str] = []
        self._first: dict[int, Excerpt] = {}
        self._last: dict[int, Excerpt] = {}
        self._drafts = 0

    def add(self, block: Block, file: int, ledger: Ledger) -> None:
        """Take the messages of a block; a row without a date is rejected."""
        *side, when, content, draft, conversation_draft = block.columns(
            "conversation", "title", "from", "sender_url", "to", "recipient_urls", "direction",
            "date", "content", "message_draft", "conversation_draft",
        )  # fmt: skip
        at = dates.instants(when)
        drafts = _says_yes(draft) | _says_yes(conversation_draft)
        kept = (at != dates.UNDATED) & ~drafts
        if not kept.all():
            self._account(block, when, kept, drafts, ledger)
        numbers = self._sides
        sides = [numbers.setdefault(key, len(numbers)) for key in zip(*side, strict=True)]
        codes = np.array(sides, np.int64)
        one_tap = np.array(list(map(is_one_tap, content)), np.bool_)
        self._keep_excerpts(codes, at, content, kept & ~one_tap)
        export = self._exports.setdefault((file, block.part), len(self._exports))
        columns = (
            codes.astype(np.int32),
            at,
            np.array(list(map(hash, content)), np.int64),
            one_tap,
            np.array(["spinmail" in text for text in content], np.bool_),
            np.array(block.lines, np.int32),
            np.full(len(at), file, np.int16),
            np.full(len(at), export, np.int16),
        )
        self._columns.append(tuple(column[kept] for column in columns))
        if self._with_digests:
            self._digests += [digest(content[place]) for place in np.flatnonzero(kept).tolist()]

    def finished(self, files: tuple[str, ...]) -> Messages:
        """Return all that was taken."""
        empty = tuple(np.zeros(0, np.int64) for _ in range(8))
        whole = [np.concatenate(parts) for parts in zip(*(self._columns or [empty]), strict=True)]
        side, at, words, one_tap, spinmail, line, file, export = whole
        return Messages(
            files=files,
            sides=tuple(Side(*key) for key in self._sides),
            side=side.astype(np.int64),
            sent=at.astype(np.int64),
            words=words.astype(np.int64),
            one_tap=one_tap.astype(np.bool_),
            spinmail=spinmail.astype(np.bool_),
            line=line.astype(np.int64),
            file=file.astype(np.int64),
            export=export.astype(np.int64),
            digest=self._digests,
            first=self._first,
            last=self._last,
            drafts=self._drafts,
        )

    def _account(
        self, block: Block, when: Sequence[str], kept: Flags, drafts: Flags, ledger: Ledger
    ) -> None:
        """Say of each row that is not taken what it is: blank, a draft, or undated."""
        for place in np.flatnonzero(~kept).tolist():
            if not any(cell.strip() for cell in block.rows[place]):
                ledger.seen -= 1
            elif drafts[place]:
                self._drafts += 1
            else:
                shown = repr(when[place][:40])
                ledger.reject(block.lines[place], f"{shown} is no date of a message")

    def _keep_excerpts(
        self, codes: Numbers, at: Numbers, content: Sequence[str], eligible: Flags
    ) -> None:
        """Note the first and the last words of each side, as far as they were read."""
        places = np.array([p for p in np.flatnonzero(eligible).tolist() if content[p]], np.int64)
        order = places[np.lexsort((at[places], codes[places]))]
        starts = np.flatnonzero(np.diff(codes[order], prepend=-1))
        ends = np.append(starts[1:], len(order))[: len(starts)] - 1
        early, late = order[starts], order[ends]
        for code, first, last, begun, ended in zip(
            codes[early].tolist(), early.tolist(), late.tolist(),
            at[early].tolist(), at[late].tolist(), strict=True,
        ):  # fmt: skip
            if code not in self._first or begun < self._first[code].sent:
                self._first[code] = Excerpt(begun, content[first][:_EXCERPT_RAW])
            if code not in self._last or ended > self._last[code].sent:
                self._last[code] = Excerpt(ended, content[last][:_EXCERPT_RAW])


def _says_yes(column: Sequence[str]) -> Flags:
    answers = {cell: cell.strip().casefold() not in _NO for cell in set(column)}
    return np.array([answers[cell] for cell in column], np.bool_)
