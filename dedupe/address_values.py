"""Postal addresses of records as arrays of ids."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dedupe.addresses import postal_address
from dedupe.arrays import ABSENT, Ids, Keys, Texts, distinct, hashed, mixed


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of records, a row a record, as ids, 0 for nothing, and texts by id.

    A `place` is a street with a number, and what else tells it from one of that name elsewhere.
    """

    place: Ids
    place_text: Texts
    number: Ids  # itself
    street: Ids
    street_text: Texts
    postcode: Ids
    postcode_text: Texts
    town: Ids
    town_text: Texts


def addresses_of(texts: Sequence[str]) -> Addresses:
    """Return the addresses of records, each text read once."""
    parsed = {text: postal_address(text) for text in dict.fromkeys(texts)}
    found = [parsed[text] for text in texts]
    places = [
        " ".join((one.number, one.street, one.postcode or one.town))
        if one.street and one.number
        else ""
        for one in found
    ]
    place, place_text = _coded(places)
    street, street_text = _coded([one.street for one in found])
    postcode, postcode_text = _coded([one.postcode for one in found])
    town, town_text = _coded([one.town for one in found])
    return Addresses(
        place=place,
        place_text=place_text,
        number=np.array([int(one.number or 0) for one in found], dtype=np.int64),
        street=street,
        street_text=street_text,
        postcode=postcode,
        postcode_text=postcode_text,
        town=town,
        town_text=town_text,
    )


def _coded(texts: Sequence[str]) -> tuple[Ids, Texts]:
    """Return an id for each text, 0 for the empty one, and the texts by id."""
    ids, known = pd.factorize(np.array(["", *texts], dtype=object))
    return ids[1:].astype(np.int64), np.asarray(known, dtype=object)


def address_keys(held: Addresses) -> list[Keys]:
    """Return keys by which records are found, a row a record: street, and postcode, with number."""
    number = held.number.astype(np.uint64)
    return [
        np.where((ids == ABSENT) | (number == 0), np.uint64(0), mixed(hashed(texts)[ids], number))
        for ids, texts in ((held.street, held.street_text), (held.postcode, held.postcode_text))
    ]


def counted_places(held: Addresses, name: Ids) -> tuple[Ids, Ids]:
    """Return how many distinct names stand with each place and each town, by id."""
    return _names_at(held.place, held.place_text, name), _names_at(held.town, held.town_text, name)


def _names_at(ids: Ids, texts: Texts, name: Ids) -> Ids:
    width = int(name.max(initial=0)) + 1
    return np.bincount(distinct(ids * width + name) // width, minlength=len(texts))
