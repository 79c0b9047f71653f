"""What is known beside the evidence and may bring somebody back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from contacts import frames
from contacts.owner import OwnerEvent, OwnerPeriod


@dataclass(frozen=True, slots=True)
class Background:
    """The user's own life, and what else files say.

    `places` says in words where the photo of a record was taken; `news` and `said` are frames of
    those names; `periods` and `events` are the user's own; `shared` are, of each person, those of
    the periods that were at the person's company.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    news: pd.DataFrame = field(default_factory=frames.NEWS.empty)
    said: pd.DataFrame = field(default_factory=frames.SAID.empty)
    periods: Sequence[OwnerPeriod] = ()
    events: Sequence[OwnerEvent] = ()
    shared: Mapping[str, Sequence[OwnerPeriod]] = field(default_factory=dict)
