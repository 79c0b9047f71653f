"""Which records are front and back of one card, for the resolution of who is who."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from contacts.claims import Property
from contacts.frames import CLUSTERS, CURRENT_CLAIMS, PAIRS
from contacts.identifiers import RecordId
from contacts.judgements import Judgement, Verdict, Zone
from contacts.readings import CardReading, TypedPhone
from extractors.card_sequence import CardPhoto, SidePair, is_company_as_name, side_pairs
from flows.stages.kept_cards import ClaimRow, KeptCard, card_claims, values_of

_SURE = "two photos in a row, two sides of one card"
_PERHAPS = "two photos in a row, same company"
_ONCE = (Property.NAME, Property.COMPANY, Property.TITLE, Property.ADDRESS)  # compared by one value


def sides_of(claims: pd.DataFrame, kept: Mapping[RecordId, KeptCard]) -> tuple[SidePair, ...]:
    """Return the records that are the sides of one card, of a `CURRENT_CLAIMS` frame."""
    return side_pairs(_photos(card_claims(claims), kept))


def _photos(
    claims: Mapping[RecordId, list[ClaimRow]], kept: Mapping[RecordId, KeptCard]
) -> Iterator[CardPhoto]:
    """Yield the photos and pages that show one card alone."""
    shown = Counter((card.sha256, card.page) for card in kept.values())
    for record_id, rows in claims.items():
        card = kept[record_id]
        if shown[card.sha256, card.page] == 1:
            reading = _reading(rows)
            yield CardPhoto(record_id, card.names, card.page, card.taken_at, reading)


def _reading(rows: list[ClaimRow]) -> CardReading:
    """Return a card as it stands corrected."""
    said = values_of(rows)
    phones = [row for row in rows if row["property"] == Property.PHONE]

    def first(kind: Property) -> str | None:
        return next(iter(said.get(kind, ())), None)

    return CardReading(
        name=first(Property.NAME),
        title=first(Property.TITLE),
        company=first(Property.COMPANY),
        emails=tuple(said.get(Property.EMAIL, ())),
        urls=tuple(said.get(Property.URL, ())),
        phones_typed=tuple(_phone(str(row["value"]), str(row["kind"])) for row in phones),
    )


def _phone(value: str, kind: str) -> TypedPhone:
    return TypedPhone(value, kind, value if value.startswith("+") else None)


def fronts(sides: Iterable[SidePair], judgements: Iterable[Judgement]) -> dict[RecordId, RecordId]:
    """Return the front of each back, of sure sides that the user does not hold for two cards."""
    doubted = _judged(judgements, Verdict.DIFFERENT, Verdict.UNSURE)
    return {one.back: one.front for one in sides if one.sure and one.records not in doubted}


def with_companies_named(
    claims: pd.DataFrame, front_of: Mapping[RecordId, RecordId]
) -> pd.DataFrame:
    """Return the claims with names on a back that its front shows to be the company as that."""
    said = {record_id: values_of(rows) for record_id, rows in card_claims(claims).items()}
    misread = {
        back
        for back, front in front_of.items()
        for name in said[back].get(Property.NAME, ())
        if is_company_as_name(name, said[front].get(Property.COMPANY, ()))
    }
    is_misread = claims["record_id"].isin(misread) & (claims["property"] == Property.NAME.value)
    return claims.assign(property=claims["property"].mask(is_misread, Property.COMPANY.value))


def united(claims: pd.DataFrame, front_of: Mapping[RecordId, RecordId]) -> pd.DataFrame:
    """Return the claims with a back's under its front's record, where the front lacks the like.

    So two sides are compared with other records as the one card they are.
    """
    of_back = claims["record_id"].isin(front_of)
    others, backs = claims[~of_back], claims[of_back]
    moved = backs.assign(record_id=backs["record_id"].map(front_of))
    fronts_own = others[others["record_id"].isin(front_of.values())]
    has = set(zip(fronts_own["record_id"], fronts_own["property"], strict=True))
    added = [
        key[1] not in _ONCE or key not in has
        for key in zip(moved["record_id"], moved["property"], strict=True)
    ]
    return CURRENT_CLAIMS.typed(pd.concat([others, moved[np.array(added, dtype=np.bool_)]]))


def of_fronts(
    judgements: Iterable[Judgement], front_of: Mapping[RecordId, RecordId]
) -> list[Judgement]:
    """Return the judgements with what is said of a back as said of its front."""
    return [
        replace(
            one,
            first=front_of.get(one.first, one.first),
            second=front_of.get(one.second, one.second),
        )
        for one in judgements
    ]


def with_backs(clusters: pd.DataFrame, front_of: Mapping[RecordId, RecordId]) -> pd.DataFrame:
    """Return `CLUSTERS` with each back where its front is."""
    cluster = dict(zip(clusters["record_id"], clusters["cluster_id"], strict=True))
    backs = [{"record_id": back, "cluster_id": cluster[front]} for back, front in front_of.items()]
    return CLUSTERS.typed(pd.concat([clusters, CLUSTERS.build(backs)]).sort_values("record_id"))


def with_sides(
    pairs: pd.DataFrame,
    sides: Sequence[SidePair],
    judgements: Sequence[Judgement],
    clusters: pd.DataFrame,
) -> pd.DataFrame:
    """Return `PAIRS` with the sides of cards: those of one person, and those to ask about.

    `judgements` are the user's, `clusters` who is one person already.
    """
    settled = _judged(judgements, Verdict.SAME, Verdict.DIFFERENT)
    known = set(zip(pairs["record_id_1"], pairs["record_id_2"], strict=True))
    person = dict(zip(clusters["record_id"], clusters["cluster_id"], strict=True))
    added = []
    for one in sides:
        is_one = person[one.front] == person[one.back]
        if one.records not in settled | known and (one.sure or not is_one):
            added.append(_pair(one, is_one=is_one))
    whole = pd.concat([pairs, PAIRS.build(added)])
    return PAIRS.typed(whole.sort_values(["record_id_1", "record_id_2"], kind="stable"))


def _judged(judgements: Iterable[Judgement], *verdicts: Verdict) -> set[tuple[RecordId, RecordId]]:
    return {(one.first, one.second) for one in judgements if one.verdict in verdicts}


def _pair(sides: SidePair, *, is_one: bool) -> dict[str, object]:
    first, second = sides.records
    return {
        "record_id_1": first,
        "record_id_2": second,
        "bits": 0.0,  # no evidence of the records themselves
        "probability": 1.0 if is_one else 0.5,
        "zone": (Zone.MERGE if is_one else Zone.ASK).value,
        "reasons": _SURE if sides.sure else _PERHAPS,
    }
