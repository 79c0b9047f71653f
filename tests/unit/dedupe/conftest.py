from collections.abc import Callable, Mapping

import pandas as pd
import pytest

from contacts.frames import RECORDS

Frame = Callable[..., pd.DataFrame]


@pytest.fixture
def people() -> Frame:
    """Return a function from rows, each with what it says, to a `RECORDS` frame.

    Ids are r0, r1, ... in the order given; the source is a card unless said otherwise.
    """

    def build(*rows: Mapping[str, str]) -> pd.DataFrame:
        named = [{"record_id": f"r{at}", "source": "card", **row} for at, row in enumerate(rows)]
        return RECORDS.build(named)

    return build
