"""What the user put right, laid over what the files say; the files' own claims stay as they are."""

from collections.abc import Hashable
from typing import Any, Final

import pandas as pd

from store.acts import Corrections

LOCATOR: Final = "correction"  # where a claim of the user stands


def corrected(claims: pd.DataFrame, corrections: Corrections) -> pd.DataFrame:
    """Return the claims as the corrections leave them, those of a record together.

    `claims` is sorted by record id and has `property`, `value`, `kind`, `locator` and `confidence`;
    its other columns are the record's and the same in each of its rows. A correction rests while
    no file claims anything of its record.
    """
    if not corrections:
        return claims
    present = claims.drop_duplicates("record_id").set_index("record_id", drop=False)
    held = {key: said for key, said in corrections.items() if key[0] in present.index}
    said_of = pd.MultiIndex.from_frame(claims[["record_id", "property"]])
    added = pd.DataFrame(_rows(present, held), columns=claims.columns)
    whole = pd.concat([claims[~said_of.isin(list(held))], added.astype(claims.dtypes.to_dict())])
    return whole.sort_values("record_id", kind="stable", ignore_index=True)


def _rows(present: pd.DataFrame, held: Corrections) -> list[dict[Hashable, Any]]:
    always = {"locator": LOCATOR, "confidence": 1.0}
    return [
        present.loc[record_id].to_dict()
        | {"property": property_, "value": one.value, "kind": one.kind}
        | always
        for (record_id, property_), values in sorted(held.items())
        for one in values
    ]
