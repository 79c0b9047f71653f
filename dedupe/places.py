"""Where a resolution left each record: its component, and the keys by which it is found."""

import numpy as np
import pandas as pd

from contacts.frames import PLACES
from dedupe.arrays import ABSENT, Flags, Ids, Keys, distinct
from dedupe.block import keys
from dedupe.copies import stand_ins
from dedupe.keys import content_keys, profile_keys
from dedupe.matching import Matching, Material
from dedupe.model import Model
from dedupe.values import Cleaned


def places_of(found: Matching, focus: Flags | None = None) -> pd.DataFrame:
    """Return the `PLACES` of all rows of a matching, or of those that are marked."""
    values, count = found.clean, len(found.clean)
    rows = np.ones(count, dtype=np.bool_) if focus is None else focus
    alone = rows & (found.stand_in == np.arange(count))
    record, held = _keys_to_be_found(values, alone, found.model)
    ends = np.searchsorted(record, np.arange(count + 1))
    packed = held.astype("<u8").tobytes()
    frame = {
        "record_id": values.record_id[rows],
        "digest": values.digest[rows],
        "component": values.record_id[found.component][rows],
        "has_profile": (values.profile[rows] != ABSENT).astype(np.int64),
        "keys": [
            packed[8 * start : 8 * end]
            for start, end in zip(ends[:-1][rows].tolist(), ends[1:][rows].tolist(), strict=True)
        ],
    }
    return PLACES.typed(pd.DataFrame(frame))


def keys_to_ask(given: Material, model: Model) -> Keys:
    """Return the keys by which those are found whom records are compared with."""
    alone = stand_ins(given.clean, model, given.said.rows) == np.arange(len(given.clean))
    held = keys(given.clean, alone, model.common)
    return distinct(np.concatenate([np.empty(0, dtype=np.uint64), *(kind.key for kind in held)]))


def _keys_to_be_found(values: Cleaned, rows: Flags, model: Model) -> tuple[Ids, Keys]:
    """Return the keys by which rows are compared, those of content and profile, by record."""
    at = np.flatnonzero(rows)
    profile = profile_keys(values.own_profile[at].tolist())
    held = keys(values, rows, model.common)
    record = np.concatenate([at, at[profile != 0], *(kind.record for kind in held)])
    key = np.concatenate(
        [content_keys(values)[at], profile[profile != 0], *(kind.key for kind in held)]
    )
    order = np.argsort(record, kind="stable")
    return record[order], key[order]
