"""Judgements that do not come to bear: contradicted by others, or about records that are gone."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import store
from contacts.judgements import Verdict
from flows.undoing import ToldAct, told


@dataclass(frozen=True, slots=True)
class SetAside:
    """A judgement that does not come to bear, and those that it is at odds with.

    Two who are held apart stay apart, whoever was called the same as both. Where it is at odds with
    none its records are gone, and it comes to bear when they are back.
    """

    said: ToldAct
    against: tuple[ToldAct, ...]

    def lines(self) -> list[str]:
        """Return it in words, and what to do about it."""
        if not self.against:
            return [f"Rests until its records are back: {self.said.words}."]
        undo = " or ".join(f"weakties undo {one.act}" for one in (*self.against, self.said))
        others = "; ".join(one.words for one in self.against)
        return [f"Set aside: {self.said.words}.", f"  You also said: {others}. One must go: {undo}"]


def set_aside(tx: store.Transaction) -> tuple[SetAside, ...]:
    """Return the judgements that did not come to bear when everybody was resolved last."""
    assigned = store.people.memberships(tx)
    person = dict(zip(assigned["record_id"], assigned["cluster_id"], strict=True))
    refused, resting = _refused(tx, person), _resting(tx, person)
    log = {act.act: act for act in store.acts.history(tx)}
    words = {
        one.act: one
        for one in told(tx, [log[act] for act in sorted({*refused, *resting, *_all(refused)})])
    }
    return tuple(
        SetAside(words[act], tuple(words[one] for one in sorted(refused.get(act, ()))))
        for act in sorted({*refused, *resting})
    )


def _all(refused: Mapping[int, set[int]]) -> set[int]:
    return {act for against in refused.values() for act in against}


def _refused(tx: store.Transaction, person: Mapping[str, str]) -> dict[int, set[int]]:
    """Return the acts that call two the same who are held apart, each with those that do so."""
    verdicts = store.acts.verdicts(tx)
    apart: defaultdict[frozenset[str | None], set[int]] = defaultdict(set)
    for pair, said in verdicts.items():
        if said.verdict is Verdict.DIFFERENT:
            apart[frozenset(map(person.get, pair))].add(said.act)
    refused: defaultdict[int, set[int]] = defaultdict(set)
    for pair, said in verdicts.items():
        persons = frozenset(map(person.get, pair))
        if said.verdict is Verdict.SAME and len(persons) > 1 and persons in apart:
            refused[said.act] |= apart[persons]
    return refused


def _resting(tx: store.Transaction, person: Mapping[str, str]) -> set[int]:
    """Return the acts of which no pair has both its records."""
    verdicts = store.acts.verdicts(tx).items()
    whole = {said.act for pair, said in verdicts if set(pair) <= set(person)}
    return {said.act for _, said in verdicts} - whole
