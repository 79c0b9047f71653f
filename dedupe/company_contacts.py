"""Who of those found is nobody: a card without a person is a company's."""

import pandas as pd

from contacts.claims import Property
from contacts.frames import VALUES
from contacts.identifiers import profile_slug
from dedupe.contact_points import mailbox

_PERSONAL = frozenset({Property.NAME.value, Property.TITLE.value})  # an office has no job


def company_contacts(values: pd.DataFrame) -> frozenset[str]:
    """Return those of a `VALUES` frame of whom nothing is known that only a person has.

    A person has a name, a job, a mailbox that is no office's, or a profile.
    """
    said = VALUES.check(values)
    people = set(said.loc[said["property"].isin(_PERSONAL), "person"])
    rest = said[~said["person"].isin(people)]
    mails = rest.loc[rest["property"] == Property.EMAIL.value]
    urls = rest.loc[rest["property"] == Property.URL.value]
    people.update(mails.loc[mails["value"].map(_is_own_mailbox).astype(bool), "person"])
    people.update(urls.loc[urls["value"].map(profile_slug).notna(), "person"])
    return frozenset(rest["person"]) - people


def _is_own_mailbox(address: str) -> bool:
    found = mailbox(address)
    return found is not None and not found.is_role
