"""Which events the cards of one sitting are from: the open questions, and the answer to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

import store
from contacts.claims import Property
from contacts.errors import UsageError
from contacts.identifiers import RecordId
from contacts.interactions import InteractionKind
from contacts.owner import OwnerEvent
from contacts.report import EncounterRow
from extractors.card_records import events
from extractors.encounters import Encounter, TimedCard, encounters
from flows.stages.kept_cards import kept_cards

_COMMAND = "weakties encounters name"
_SUGGESTED = 4  # more are no help


@dataclass(frozen=True, slots=True)
class OpenEncounter:
    """A sitting of which some cards still want an event; `named` are events of the others."""

    sitting: Encounter
    cards: tuple[TimedCard, ...]
    named: tuple[str, ...]


def open_encounters(tx: store.Transaction) -> tuple[OpenEncounter, ...]:
    """Return the sittings with cards that no folder, no correction and no answer gives an event."""
    kept = kept_cards(tx).values()
    if not kept:
        return ()  # and no look at everybody
    assigned = store.people.memberships(tx)
    holders = dict(zip(assigned["record_id"], assigned["cluster_id"], strict=True))
    cards = [
        TimedCard(card.record_id, holders[card.record_id], card.taken_at, events(card.names))
        for card in kept
        if card.taken_at and card.record_id in holders
    ]
    said = _events_said(tx)
    found = []
    for sitting in encounters(cards):
        left = tuple(card for card in sitting.cards if card.record_id not in said)
        named = (event for one in sitting.records for event in said.get(one, ()))
        if left:
            found.append(OpenEncounter(sitting, left, tuple(dict.fromkeys(named))))
    return tuple(found)


def _events_said(tx: store.Transaction) -> dict[RecordId, tuple[str, ...]]:
    """Return the events that the user gave to records; none is an answer too."""
    return {
        RecordId(record_id): tuple(one.value for one in values)
        for (record_id, property_), values in store.acts.corrections(tx).items()
        if property_ == Property.EVENT
    }


def encounter_rows(
    tx: store.Transaction,
    evidence: pd.DataFrame,
    names: Mapping[str, str],
    places: Mapping[str, str],
) -> tuple[EncounterRow, ...]:
    """Return the open encounters as they are shown.

    `evidence` is an `EVIDENCE` frame, `names` say who is who by person, `places` where photos were
    taken by record.
    """
    own = store.owner.events(tx)
    return tuple(_row(one, evidence, own, names, places) for one in open_encounters(tx))


def _row(
    found: OpenEncounter,
    evidence: pd.DataFrame,
    own: Sequence[OwnerEvent],
    names: Mapping[str, str],
    places: Mapping[str, str],
) -> EncounterRow:
    sitting = found.sitting
    days = {sitting.began.date().isoformat(), sitting.ended.date().isoformat()}
    met = evidence[(evidence["kind"] == InteractionKind.MET.value) & evidence["on"].isin(days)]
    went = (one.name for one in own if any(one.was_on(date.fromisoformat(day)) for day in days))
    suggested = (*sitting.nearby, *found.named, *went, *met["text"].dropna())
    holders = tuple(dict.fromkeys(card.holder for card in found.cards))
    where = (places.get(card.record_id, "") for card in found.cards)
    return EncounterRow(
        number=sitting.number,
        began=sitting.began.isoformat(timespec="seconds"),
        ended=sitting.ended.isoformat(timespec="seconds"),
        cards=len(holders),
        names=tuple(names[holder] for holder in holders if holder in names),
        places=tuple(dict.fromkeys(filter(None, where))),
        suggestions=tuple(dict.fromkeys(suggested))[:_SUGGESTED],
        command=f"{_COMMAND} {sitting.number}",
    )


def name_encounter(database: store.Database, number: int, event: str, at: str) -> tuple[int, int]:
    """Say which event an encounter was, empty for none; returns the act and how many cards it was.

    `at` is the UTC instant of saying so.

    Raises:
        UsageError: no open encounter has that number.
    """
    with database.write() as tx:
        found = {one.sitting.number: one for one in open_encounters(tx)}
        if number not in found:
            numbers = ", ".join(map(str, found)) or "none"
            raise UsageError(f"encounter {number}", "is not open", f"open: {numbers}")
        cards = found[number].cards
        said = {"record_ids": [card.record_id for card in cards], "event": event}
        act = store.acts.append(tx, store.acts.ENCOUNTER, said, at)
    return act, len({card.holder for card in cards})
