"""Where every file stands: what the store knows, and what lies in the inbox unread."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import cast

import store
from contacts.extraction import Notice
from contacts.report import FileRow
from contacts.sources import FileState
from flows.home import Home, Options
from flows.receipt import counted
from flows.set_aside import SetAside, set_aside
from flows.stages.report import file_rows
from flows.stages.resolve import resolved_counts
from flows.stages.scan import Passed, scan
from store.lists import ConnectionList

_SHOWN_NOTICES = 20
_SHOWN_RUNS = 5


@dataclass(frozen=True, slots=True)
class Status:
    """All files that are known, what is to be said of them, and the paths passed over."""

    files: Sequence[FileRow]
    passed: Sequence[Passed]
    notices: Sequence[Notice]
    runs: Sequence[Mapping[str, object]]
    counts: Mapping[str, int]
    set_aside: Sequence[SetAside] = ()

    def as_json(self) -> dict[str, object]:
        """Return the status as plain values."""
        return {
            "files": [asdict(line) for line in self.files],
            "passed": [asdict(line) for line in self.passed],
            "notices": [asdict(notice) for notice in self.notices],
            "runs": list(self.runs),
            "counts": dict(self.counts),
            "set_aside": [asdict(one) for one in self.set_aside],
        }

    def lines(self) -> list[str]:
        """Return a line a state, then a line a file that wants attention."""
        counts = Counter(line.state for line in self.files)
        states = ", ".join(f"{number} {state}" for state, number in sorted(counts.items()))
        told = [f"{len(self.files)} files: {states}" if self.files else "The inbox is empty."]
        told += [self._contacts()] if self.counts["records"] else []
        for line in self.files:
            if line.reason:
                told.append(f"  {line.state}: {line.name}: {line.reason} ({line.next_step})")
            elif line.rejected:
                told.append(f"  {line.state}: {line.name}: {line.rejected} rows rejected")
            elif line.state == FileState.WAITING:
                told.append(f"  waiting: {line.name} (weakties run)")
        told += [
            f"  passed over: {one.path}: {one.reason} ({one.next_step})" for one in self.passed
        ]
        told += [f"  {line}" for one in self.set_aside for line in one.lines()]
        told += [f"  note: {one.file}: {one.text}" for one in self.notices[:_SHOWN_NOTICES]]
        if len(self.notices) > _SHOWN_NOTICES:
            told.append(f"  and {len(self.notices) - _SHOWN_NOTICES} more notes: status --json")
        return told

    def _contacts(self) -> str:
        people = "1 person" if self.counts["people"] == 1 else f"{self.counts['people']} people"
        companies = counted(self.counts["companies"], "company contact")
        own = counted(self.counts["own_photos"], "photo")
        gone = f"; missing from a newer list: {self.counts['gone']}" if self.counts["gone"] else ""
        return f"{people}, {companies}; your own card: {own}{gone}"


def status_of(home: Home, options: Options) -> Status:
    """Return where every file stands; looks at the inbox, reads and changes nothing."""
    home.create()
    with closing(store.Database.open(options.database_url)) as database, database.read() as tx:
        known = store.sources.sightings(tx)
        lines = file_rows(tx)
        noted = {one.file.sha256 for one in store.sources.statuses(tx)}
        notices = [notice for _, notice in store.sources.notices(tx)]
        notices += equally_new(store.lists.lists(tx))
        runs = store.runs.latest(tx, _SHOWN_RUNS)
        counts = resolved_counts(tx)
        aside = set_aside(tx)
    seen = scan(home.inbox, known, settle_seconds=0)
    lines += [
        FileRow(item.file.name, item.file.kind.value, "waiting", "", "", 0, 0)
        for item in seen.found
        if item.file.sha256 not in noted
    ]
    receipts = [cast("Mapping[str, object]", asdict(run)) for run in runs]
    return Status(lines, seen.passed, notices, receipts, counts, aside)


def equally_new(lists: Sequence[ConnectionList]) -> list[Notice]:
    """Return a notice for each list of connections that is as new as the one before it.

    Which of two is newer tells whether somebody changed jobs or changed back; `lists` are in order.
    """
    text = "is as new as {}, as far as both say: if they differ, this one counts; the zip says when"
    return [
        Notice(newer.file, None, "equally_new", text.format(older.file))
        for older, newer in pairwise(lists)
        if newer.as_of == older.as_of and newer.is_of_owner(older)
    ]
