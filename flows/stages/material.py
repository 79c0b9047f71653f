"""What is compared to find out who is who: the records as they hold, and all judgements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

import store
from contacts.identifiers import RecordId
from contacts.judgements import Judgement
from dedupe import merge
from extractors.card_sequence import SidePair
from flows.home import Options
from flows.stages import sides
from flows.stages.connection_lists import ListChanges, list_changes
from flows.stages.kept_cards import kept_cards
from flows.stages.own_card import own_records


@dataclass(frozen=True, slots=True)
class Material:
    """Claims of everybody but the owner, and what is known of records that belong together.

    `claims` are `CURRENT_CLAIMS`, `judgements` the user's, oldest first, `front_of` the front of
    each sure back.
    """

    claims: pd.DataFrame
    judgements: Sequence[Judgement]
    cards: Sequence[SidePair]
    front_of: Mapping[RecordId, RecordId]
    lists: ListChanges

    def records(self) -> pd.DataFrame:
        """Return the records to compare, as `RECORDS`: two sides of a card are one."""
        return merge.records(sides.united(self.claims, self.front_of))

    def said(self) -> list[Judgement]:
        """Return all judgements on them; the user's own word comes last, and counts."""
        return sides.of_fronts([*self.lists.judgements(), *self.judgements], self.front_of)


def material(tx: store.Transaction, options: Options) -> Material:
    """Return what is compared of everything in the store."""
    claims = store.records.current_claims(tx)
    judgements = store.acts.judgements(tx)
    own = own_records(claims, options, store.owner.owner(tx))
    claims = claims[~claims["record_id"].isin(own)]
    cards = sides.sides_of(claims, kept_cards(tx))
    front_of = sides.fronts(cards, judgements)
    claims = sides.with_companies_named(claims, front_of)
    return Material(claims, judgements, cards, front_of, list_changes(tx))
