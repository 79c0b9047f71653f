"""What the user says of who is who: one act each, and everybody made anew of it at once."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Final, TypeAlias

import store
from contacts import frames
from contacts.errors import StoreLockedError, UsageError
from contacts.judgements import Verdict
from flows.home import Options
from flows.order import bring_up_to_date
from flows.set_aside import set_aside
from flows.stages.named_people import Everybody, Meant
from flows.stages.questions import asked_pairs
from flows.undoing import told

_EACH: Final = 20  # records of one side that are held apart from each of the other's
Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Understood:
    """The pairs of records of which a judgement holds, and who they are as the user sees it."""

    pairs: tuple[Pair, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A judgement as it was noted.

    `act` is 0 where all of it was said before; `replaced` are the acts that it is against, with
    whether it is against all that they say. `so` says whether it was so already, by the evidence,
    `aside` which acts, where anything new was said, did not come to bear before.
    """

    verdict: Verdict
    understood: Understood
    act: int
    replaced: tuple[tuple[int, bool], ...]
    so: bool
    aside: frozenset[int]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a judgement: the act (0: nothing new was said), in words, who they are now."""

    act: int
    verdict: Verdict
    people: tuple[str, ...]
    lines: tuple[str, ...]


def same(database: store.Database, whiches: Sequence[str], at: str) -> Said:
    """Say that persons or records are one person.

    Between two persons it is said of the pair that was asked about, else of the records that best
    stand for them; and of every pair that was called different, which it replaces.

    Raises:
        UsageError: somebody cannot be told by their word.
    """

    def understood(tx: store.Transaction, everybody: Everybody) -> Understood:
        meant = [everybody.meant(which) for which in whiches]
        asked = {_sorted((str(row["one"]), str(row["other"]))): row for row in _asked(tx)}
        pairs = [pair for other in meant[1:] for pair in _joining(meant[0], other, asked)]
        for one, other in combinations(meant, 2):
            pairs += _called(tx, Verdict.DIFFERENT, one.ids, other.ids)
        return Understood(tuple(pairs), _names(meant))

    return _say(database, Verdict.SAME, understood, at)


def different(database: store.Database, which: str, other: str, at: str) -> Said:
    """Say that two persons or records are two people: each record of one and each of the other.

    A record and its own person: the record is split off.

    Raises:
        UsageError: one of them cannot be told by their word, or both are one whole person.
    """

    def understood(tx: store.Transaction, everybody: Everybody) -> Understood:
        one, two = everybody.meant(which), everybody.meant(other)
        if one.person == two.person and not (one.record and two.record):
            return _parting(tx, one, {one.record, two.record} - {""})
        return Understood(_apart(tx, one.ids, two.ids), _names([one, two]))

    return _say(database, Verdict.DIFFERENT, understood, at)


def split(database: store.Database, which: str, records: Sequence[str], at: str) -> Said:
    """Say that some records of a person are another person's.

    Raises:
        UsageError: what is named is no record of that person, or all of them are.
    """

    def understood(tx: store.Transaction, everybody: Everybody) -> Understood:
        whole, parts = everybody.meant(which), [everybody.meant(record) for record in records]
        for part, named in zip(parts, records, strict=True):
            if not part.record or part.person != whole.person:
                reason = f"is no record of {whole.person.told}"
                raise UsageError(named, reason, f"these are: {', '.join(whole.person.ids)}")
        return _parting(tx, whole, {part.record for part in parts})

    return _say(database, Verdict.DIFFERENT, understood, at)


def _say(
    database: store.Database,
    verdict: Verdict,
    understand: Callable[[store.Transaction, Everybody], Understood],
    at: str,
) -> Said:
    """Add the act in one short transaction, unless all of it holds already."""
    with database.write() as tx:
        everybody = Everybody(tx)
        understood = understand(tx, everybody)
        pairs = dict.fromkeys(map(_sorted, understood.pairs))
        verdicts = store.acts.verdicts(tx)
        before = [verdicts[pair] for pair in pairs if pair in verdicts]
        against = {one.act for one in before if one.verdict is not verdict}
        left = {said.act for pair, said in verdicts.items() if pair not in pairs}
        act = 0
        if against or len(before) < len(pairs):
            (first, second), *besides = pairs
            said = {"first": first, "second": second, "verdict": verdict.value}
            payload = said | {"besides": besides} if besides else said
            act = store.acts.append(tx, store.acts.JUDGEMENT, payload, at)
        aside = frozenset(one.said.act for one in set_aside(tx) if act)
        apart = [everybody.holder[one] != everybody.holder[other] for one, other in pairs]
    so = all(apart) if verdict is Verdict.DIFFERENT else not any(apart)
    replaced = tuple((one, one not in left) for one in sorted(against))
    return Said(verdict, understood, act, replaced, so, aside)


def _joining(one: Meant, other: Meant, asked: Mapping[Pair, Mapping[str, object]]) -> list[Pair]:
    """Return the pair that makes two one; none where they are one whole person."""
    if one.person == other.person and not (one.record and other.record):
        return []
    if one == other:
        raise UsageError(one.record, "is one record", "name another")
    row = asked.get(_sorted((one.person.person, other.person.person)))
    if row and not one.record and not other.record:
        return [(str(row["record_id_1"]), str(row["record_id_2"]))]
    return [(one.ids[0], other.ids[0])]


def _parting(tx: store.Transaction, whole: Meant, part: Collection[str]) -> Understood:
    """Return the pairs that part some records of a person from the others."""
    named = [one for one in whole.person.ids if one in part]
    rest = [one for one in whole.person.ids if one not in part]
    if not named or not rest:
        told_ = ", ".join(f"{one.record_id} ({one.file})" for one in whole.person.records)
        raise UsageError(whole.person.told, f"has these records: {told_}", "name some, not all")
    names = " and ".join(named), f"the rest of {whole.person.name}"
    return Understood(_apart(tx, named, rest), names)


def _apart(tx: store.Transaction, ours: Sequence[str], theirs: Sequence[str]) -> tuple[Pair, ...]:
    """Return each of ours with each of theirs; of very many the steadiest, and what it replaces."""
    if set(ours) & set(theirs):
        raise UsageError(ours[0], "is one record", "name another")
    replaced = _called(tx, Verdict.SAME, ours, theirs)
    return (*product(ours[:_EACH], theirs[:_EACH]), *replaced)


def _asked(tx: store.Transaction) -> Sequence[Mapping[str, object]]:
    return frames.rows(asked_pairs(tx))


def _names(meant: Sequence[Meant]) -> tuple[str, ...]:
    """Return what they are called; of namesakes also what tells them apart."""
    count = Counter(one.person.name for one in meant)
    told_ = (one.person.told if count[one.person.name] > 1 else one.person.name for one in meant)
    return tuple(
        f"{one.person.name} ({one.record})" if one.record else name
        for one, name in zip(meant, told_, strict=True)
    )


def _called(
    tx: store.Transaction, verdict: Verdict, ours: Sequence[str], theirs: Sequence[str]
) -> list[Pair]:
    """Return the pairs of one of ours and one of theirs of which this was said last."""
    one, other = set(ours), set(theirs)
    return [
        pair
        for pair, said in store.acts.verdicts(tx).items()
        if said.verdict is verdict
        and ((pair[0] in one and pair[1] in other) or (pair[0] in other and pair[1] in one))
    ]


def _sorted(pair: Pair) -> Pair:
    return min(pair), max(pair)


def settled(database: store.Database, root: Path, options: Options) -> bool:
    """Make everybody anew of what was said; returns False where a run at work will do so.

    Those whom it touches are matched again, and nobody else.
    """
    try:
        with store.run_lock(root):
            bring_up_to_date(database, options)
    except StoreLockedError:
        return False
    return True


def outcome(database: store.Database, said: Said, *, is_settled: bool) -> Judged:
    """Return in words what became of a judgement."""
    with database.read() as tx:
        everybody = Everybody(tx)
        log = {act.act: act for act in store.acts.history(tx)}
        replaced = told(tx, [log[act] for act, _ in said.replaced])
        concerned = [
            one for one in (set_aside(tx) if is_settled else ()) if one.said.act not in said.aside
        ]
    pairs = [pair for pair in said.understood.pairs if set(pair) <= set(everybody.holder)]
    persons = dict.fromkeys(everybody.holder[record] for pair in pairs for record in pair)
    lines = [
        _told(
            said, is_settled=is_settled, is_refused=said.act in {one.said.act for one in concerned}
        ),
        *(
            f"This replaces{'' if whole else ' a part of'} what you said before: {one.words}."
            for one, (_, whole) in zip(replaced, said.replaced, strict=True)
        ),
        *(line for one in concerned for line in one.lines()),
    ]
    return Judged(said.act, said.verdict, tuple(persons), tuple(lines))


def _told(said: Said, *, is_settled: bool, is_refused: bool) -> str:
    """Return what a judgement did, in one line."""
    *others, last = said.understood.names
    named = f"{', '.join(others)} and {last}"
    who = f"{named} are {'one person' if said.verdict is Verdict.SAME else 'two people'}"
    back = f"weakties undo {said.act} takes it back"
    if not said.understood.pairs:
        return f"{who} already."
    if not said.act:
        return f"You said so already: {who}."
    if is_refused:
        return f"{named} stay apart: {back}."
    if not is_settled:
        return f"Noted: {who}. A run is at work; the next command heeds it."
    now = ", and stay so" if said.so else " now"
    return f"{who}{now}: {back}."
