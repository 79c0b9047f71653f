"""Which records are the owner's own, for the resolution of who is who."""

from collections.abc import Iterator

import pandas as pd

from contacts.claims import Property, RecordSource
from contacts.extraction import Owner
from contacts.identifiers import ProfileSlug, RecordId, email_key, profile_slug
from extractors.own_card import Claims, Identity, is_same_name, own_cards
from flows.home import Options
from flows.stages.kept_cards import card_claims, claims_by_record, values_of


def own_records(claims: pd.DataFrame, options: Options, told: Owner) -> frozenset[RecordId]:
    """Return the records that are the owner's, of a `CURRENT_CLAIMS` frame; they are no contact.

    Cards, and their own entry in an address book, which bears their name and address or profile.
    `told` is what the files say of their owner.
    """
    owner = identity(options, told)
    cards = {record_id: values_of(rows) for record_id, rows in card_claims(claims).items()}
    return own_cards(cards, _namesakes(claims, owner.name), owner) | _entries(claims, owner)


def _entries(claims: pd.DataFrame, owner: Identity) -> frozenset[RecordId]:
    """Return the entries of address books that bear the owner's name, and address or profile."""
    books = claims[claims["source"] == RecordSource.VCARD.value]
    own = {*owner.emails, owner.profile} - {None}
    mails = books[books["property"] == Property.EMAIL.value]
    pages = books[books["property"] == Property.URL.value]
    marked = {
        *mails.loc[mails["value"].map(email_key).isin(own), "record_id"],
        *pages.loc[pages["value"].map(profile_slug).isin(own), "record_id"],
    }
    names = books[(books["property"] == Property.NAME.value) & books["record_id"].isin(marked)]
    return frozenset(
        RecordId(record)
        for record, name in zip(names["record_id"], names["value"], strict=True)
        if is_same_name(name, owner.name)
    )


def identity(options: Options, told: Owner) -> Identity:
    """Return who the owner is by the settings, and by files of an owner of the same name."""
    if options.owner and not is_same_name(told.name, options.owner):
        told = Owner()
    keys = (email_key(address) for address in (*options.owner_emails, *told.emails))
    return Identity(
        name=options.owner or told.name,
        emails=frozenset(key for key in keys if key),
        profile=profile_slug(options.owner_profile) or ProfileSlug(told.profile) or None,
    )


def _namesakes(claims: pd.DataFrame, name: str) -> Iterator[Claims]:
    """Yield what is said of the connections of that name."""
    of_connections = claims[claims["source"] == RecordSource.LINKEDIN.value]
    names = of_connections[of_connections["property"] == Property.NAME.value]
    alike = {value: is_same_name(value, name) for value in names["value"].unique()}
    chosen = names.loc[names["value"].map(alike).astype(bool), "record_id"]
    rows = claims_by_record(of_connections[of_connections["record_id"].isin(chosen)])
    yield from map(values_of, rows.values())
