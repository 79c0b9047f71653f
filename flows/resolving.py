"""The model that tells who is who: what it holds, and how it is fitted again."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import dedupe
import store
from dedupe.learning import ENOUGH, OF_EACH
from flows.home import Options
from flows.receipt import counted
from flows.stages.assess import assess
from flows.stages.matching import stored_model
from flows.stages.refits import Refit
from flows.stages.resolve import resolve


@dataclass(frozen=True, slots=True)
class ShownModel:
    """A model in the store, and what its fitting changed."""

    number: int
    as_of: str
    model: dedupe.Model
    changes: Refit

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values, without what it knows of names."""
        model = self.model
        return {
            "model": self.number,
            "version": model.version,
            "as_of": self.as_of,
            "records": model.records,
            "names": model.counts.names,
            "common_keys": len(model.common),
            "limits": asdict(model.limits),
            "learnt": asdict(model.learnt),
            "changes": self.changes.as_json(),
        }

    def lines(self) -> Iterator[str]:
        """Yield it in words."""
        limits = self.model.limits
        records = counted(self.model.records, "record")
        yield f"Model {self.number}, fitted on {records} as of {self.as_of}"
        yield f"  merges unasked from {limits.merge:.1%} on, asks from {limits.ask:.0%} on"
        yield from (f"  {line}" for line in _learnt(self.model.learnt))
        yield from self.changes.lines(is_done=True)


def _learnt(learnt: dedupe.Learnt) -> Iterator[str]:
    if not learnt.factors:
        need = f"{ENOUGH} answers, {OF_EACH} of them same and {OF_EACH} different, change that"
        yield f"evidence weighs as in the tables; {learnt.answers} answers: {need}"
        return
    yield f"learnt from {learnt.answers} answers (1: as in the tables):"
    for kind, factor in learnt.factors.items():
        yield f"  {kind:10} x {factor:.2f}"
    yield f"  every pair  {learnt.shift:+.2f} bits"


def shown_model(tx: store.Transaction) -> ShownModel | None:
    """Return the model by which everybody was resolved last, None before the first."""
    kept, model = store.models.newest(tx), stored_model(tx)
    if kept is None or model is None:
        return None
    return ShownModel(kept.number, kept.as_of, model, Refit.from_json(kept.changes))


def fit_again(database: store.Database, options: Options) -> None:
    """Fit the model again and make everybody anew of it; whoever calls holds the run lock."""
    resolve(database, options, refit=True)
    assess(database, options)
