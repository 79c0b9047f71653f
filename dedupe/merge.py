"""What is said of a person: claims as records to compare, and the values that survive a merge."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from contacts.claims import Property, RecordSource
from contacts.frames import CLUSTERS, CURRENT_CLAIMS, RECORDS, VALUES
from contacts.identifiers import email_key, folded_name, profile_slug
from contacts.identifiers import profile_url as url_of
from dedupe.contact_points import phone_key

_PROFILE = "linkedin"
_COLUMNS: Mapping[str, str] = {
    Property.NAME: "full_name",
    Property.COMPANY: "company",
    Property.TITLE: "title",
    Property.EMAIL: "emails",
    Property.PHONE: "phones",
    Property.URL: "urls",
    Property.ADDRESS: "address",
}
_SEVERAL = frozenset({"emails", "phones", "urls"})

_TRUST: Mapping[str, int] = {
    RecordSource.LINKEDIN: 0,  # typed by the person, and of today
    RecordSource.VCARD: 1,  # typed by the user
    RecordSource.ADDRESS_BOOK: 1,  # likewise
    RecordSource.CARD: 2,  # read by a machine
    RecordSource.CALENDAR: 3,  # whatever the invitation said
}
_LEAST_TRUST = 9
_BY_AGE = frozenset({Property.COMPANY, Property.TITLE, Property.ADDRESS})


def records(current_claims: pd.DataFrame) -> pd.DataFrame:
    """Return the claims of a `CURRENT_CLAIMS` frame as a `RECORDS` frame, a row a record.

    Of a property that a record has once the surest value counts; e-mails, phones and web addresses
    are all kept. A profile address is one by its kind or by its form.
    """
    claims = CURRENT_CLAIMS.check(current_claims)
    own = claims.groupby("record_id", sort=True)[["source", "dated"]].first()
    claims = claims.assign(column=_column(claims))
    kept = claims[claims["column"] != ""].sort_values("confidence", ascending=False, kind="stable")
    several = kept["column"].isin(_SEVERAL)
    single = kept[~several].drop_duplicates(["record_id", "column"])
    joined = (
        kept[several]
        .drop_duplicates(["record_id", "column", "value"])
        .groupby(["record_id", "column"])["value"]
        .agg(";".join)
        .reset_index()
    )
    cells = pd.concat([single[["record_id", "column", "value"]], joined])
    wide = cells.pivot_table(index="record_id", columns="column", values="value", aggfunc="first")
    frame = own.rename(columns={"dated": "date"}).join(wide).reset_index()
    return RECORDS.typed(frame.reindex(columns=RECORDS.names))


def _column(claims: pd.DataFrame) -> pd.Series:
    column = claims["property"].map(_COLUMNS).fillna("")
    is_url = column == "urls"
    slugs = claims["value"].where(is_url, "").map(profile_slug)
    profile = is_url & ((claims["kind"] == _PROFILE) | slugs.notna())
    return column.mask(profile, "profile_url")


def survivors(current_claims: pd.DataFrame, clusters: pd.DataFrame) -> pd.DataFrame:
    """Return the values of each person as a `VALUES` frame; the person is the cluster's id.

    Place 0 is shown: of employer, title and address the newest, of all else that of the most
    trusted source (a profile before an address book before a card), then the newest, the surest,
    the smallest record id. Equal values are folded into the first of them.
    """
    claims = CURRENT_CLAIMS.check(current_claims)
    persons = CLUSTERS.check(clusters).set_index("record_id")["cluster_id"]
    table = claims.assign(
        person=claims["record_id"].map(persons).fillna(claims["record_id"]),
        trust=claims["source"].map(_TRUST).fillna(_LEAST_TRUST),
        newest=_newest(claims),
        fold=[_folded(*row) for row in zip(claims["property"], claims["value"], strict=True)],
    )
    by_age = table["property"].isin(_BY_AGE)
    table["first"] = np.where(by_age, table["newest"], table["trust"])
    table["second"] = np.where(by_age, table["trust"], table["newest"])
    ranked = table.sort_values(
        ["person", "property", "first", "second", "confidence", "record_id", "value"],
        ascending=[True, True, True, True, False, True, True],
        kind="stable",
    ).drop_duplicates(["person", "property", "fold"])
    place = ranked.groupby(["person", "property"]).cumcount()
    return VALUES.typed(ranked.assign(place=place))


def _newest(claims: pd.DataFrame) -> pd.Series:
    """Return a rank that is smaller for newer records; a profile says what holds today."""
    days = pd.to_datetime(claims["dated"], format="%Y-%m-%d", errors="coerce")
    age = (days.max() - days).dt.days if days.notna().any() else pd.Series(0.0, index=claims.index)
    undated_last = age.fillna(age.max() + 1.0 if age.notna().any() else 0.0).astype("float64")
    return undated_last.mask(claims["source"] == RecordSource.LINKEDIN.value, -1.0)


def _folded(kind: str, value: str) -> str:
    """Return the form in which two values of one property are equal."""
    if kind == Property.EMAIL:
        return email_key(value) or folded_name(value)
    if kind == Property.PHONE:
        return phone_key(value) or folded_name(value)
    if kind == Property.URL:
        slug = profile_slug(value)
        return url_of(slug) if slug else folded_name(value).rstrip("/")
    return folded_name(value)
