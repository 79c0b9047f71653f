"""Why somebody is one person, and who else is not, in words and bits."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import store
from contacts.judgements import ComparedPair, Verdict, Zone
from dedupe.explanation import explained
from flows.home import Options
from flows.stages.matching import stored_model
from flows.stages.material import material
from flows.stages.named_people import Everybody, NamedPerson
from store.acts import Said

_NEAR: Final = 5  # others who come closest
_SHOWN: Final = 10  # pairs of one person, the weakest first
_ZONES: Final = {
    Zone.MERGE: "one person",
    Zone.ASK: "to be asked about",
    Zone.APART: "left apart",
}
_VERDICTS: Final = {
    Verdict.SAME: "one person",
    Verdict.DIFFERENT: "two people",
    Verdict.UNSURE: "perhaps one person",
}


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Two records compared, the user's word on them, and the other person where it is not ours."""

    pair: ComparedPair
    said: Said | None
    other: NamedPerson | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the pair as plain values, bits to 2 places, the probability to 4."""
        pair = self.pair
        said = {"verdict": self.said.verdict, "act": self.said.act} if self.said else None
        return {
            "first": pair.first,
            "second": pair.second,
            "evidence": [{"words": one.words, "bits": round(one.bits, 2)} for one in pair.evidence],
            "bits": round(pair.bits, 2),
            "probability": round(pair.probability, 4),
            "zone": pair.zone,
            "veto": asdict(pair.veto) if pair.veto else None,
            "said": said,
            "person": self.other.person if self.other else None,
            "name": self.other.name if self.other else None,
        }

    def lines(self) -> Iterator[str]:
        """Yield the evidence, a line a piece, and what else decides."""
        for piece in self.pair.evidence:
            yield f"    {piece.bits:+6.1f}  {piece.words}"
        yield f"    {self.pair.bits:+6.1f}  bits in all: {_percent(self.pair.probability)}"
        if self.said:
            yield f"    You said: {_VERDICTS[self.said.verdict]} (act {self.said.act})."
        if self.pair.veto:
            veto = self.pair.veto
            yield f"    Kept apart by {veto.first} and {veto.second}: {veto.words}."


@dataclass(frozen=True, slots=True)
class WhyOne:
    """A person's records, what holds them together, and who comes near.

    `backs` are the sides of cards that are compared with their fronts, by record id.
    """

    person: NamedPerson
    backs: Mapping[str, str]
    within: tuple[Reasoned, ...]
    near: tuple[Reasoned, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the explanation as plain values."""
        records = [
            asdict(record) | {"back_of": self.backs.get(record.record_id)}
            for record in self.person.records
        ]
        return {
            "person": self.person.person,
            "name": self.person.name,
            "records": records,
            "pairs": [one.as_json() for one in self.within],
            "near": [one.as_json() for one in self.near],
        }

    def lines(self) -> Iterator[str]:
        """Yield the explanation as a person reads it, the weakest pairs first."""
        yield self.person.told
        for record in self.person.records:
            back = self.backs.get(record.record_id)
            beside = f", the other side of {back}" if back else ""
            yield f"  {record.record_id}  {record.file}, {record.locator}{beside}"
        weakest = self.within[::-1]
        for one in weakest[:_SHOWN]:
            yield ""
            yield f"{one.pair.first} and {one.pair.second}: {_ZONES[one.pair.zone]}"
            yield from one.lines()
        if len(weakest) > _SHOWN:
            yield f"and {len(weakest) - _SHOWN} stronger pairs: --json shows all"
        yield ""
        yield "Who else comes close:" if self.near else "Nobody else comes close."
        for one in self.near:
            yield from self._near_lines(one)

    def _near_lines(self, one: Reasoned) -> Iterator[str]:
        assert one.other is not None
        yield ""
        yield f"{one.other.told}: {_ZONES[one.pair.zone]}"
        yield f"  by {one.pair.first} and {one.pair.second}"
        yield from one.lines()
        for command in ("same", "different"):
            yield f"    weakties {command} {self.person.person} {one.other.person}"


def explanation(database: store.Database, options: Options, which: str) -> WhyOne:
    """Return why a person is one: `which` is a name or an id, of a person or of a record.

    Raises:
        UsageError: it names nobody, or several.
    """
    with database.read() as tx:
        everybody = Everybody(tx)
        person = everybody.meant(which).person
        given = material(tx, options)
        verdicts = store.acts.verdicts(tx)
        model = stored_model(tx)
    front_of: dict[str, str] = dict(given.front_of.items())
    backs = {back: front_of[back] for back in person.ids if back in front_of}
    chosen = [record_id for record_id in person.ids if record_id not in backs]
    found = explained(given.records(), given.said(), chosen, most_near=_NEAR, model=model)

    def reasoned(pair: ComparedPair) -> Reasoned:
        others = {everybody.of_record(one) for one in (pair.first, pair.second)} - {person}
        return Reasoned(pair, verdicts.get((pair.first, pair.second)), next(iter(others), None))

    return WhyOne(
        person, backs, tuple(map(reasoned, found.within)), tuple(map(reasoned, found.near))
    )


def _percent(probability: float) -> str:
    """Return a probability in percent, to two places where it is all but certain."""
    percent = 100 * probability
    return f"{percent:.0f} %" if 1 <= percent <= 100 - 1 else f"{percent:.2f} %"
