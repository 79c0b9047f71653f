"""The user's judgements on all records, and what differs from one state of them to the next."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from contacts.judgements import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Judgements:
    """The newest judgement on each pair of records, oldest first, the smaller id first."""

    each: tuple[Judgement, ...]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> "Judgements":
        """Return those that count, of all in the order in which they were made."""
        newest: dict[tuple[str, str], Judgement] = {}
        for one in judgements:
            first, second = sorted((one.first, one.second))
            newest.pop((first, second), None)
            newest[first, second] = Judgement(first, second, one.verdict)
        return cls(tuple(newest.values()))

    @property
    def same(self) -> list[Judgement]:
        """Return those that say that two are one, the newest first."""
        return [one for one in reversed(self.each) if one.verdict is Verdict.SAME]

    def beside(self, record_ids: Collection[str]) -> set[str]:
        """Return the records that were judged together with any of these, and these."""
        pairs = ({one.first, one.second} for one in self.each)
        return {record_id for pair in pairs if pair & set(record_ids) for record_id in pair}

    def differing(self, before: "Judgements") -> set[str]:
        """Return the records of which something else was said before, or in another order."""
        ours, theirs = dict.fromkeys(self.each), dict.fromkeys(before.each)
        differing = [one for one in (*ours, *theirs) if one not in ours or one not in theirs]
        both = [one for one in ours if one in theirs]
        if both != [one for one in theirs if one in ours]:
            differing += both
        return {record_id for one in differing for record_id in (one.first, one.second)}
