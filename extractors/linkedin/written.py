"""How often and when the owner and each of the people wrote to each other."""

from dataclasses import dataclass

import numpy as np

from extractors.linkedin import dates
from extractors.linkedin.messages import Flags, Numbers
from extractors.linkedin.reading import Reading
from extractors.linkedin.roles import Role


@dataclass(frozen=True, slots=True)
class Written:
    """The one-to-one messages of everybody, by place."""

    incoming: list[int | None]
    outgoing: list[int | None]
    first: list[str | None]
    last: list[str | None]


def written(reading: Reading) -> Written:
    """Return the numbers of messages each way, and when the first and the last of them was."""
    found, size = reading.correspondence, len(reading.people)
    sent = reading.messages.sent[found.row]
    first = np.full(size, np.iinfo(np.int64).max)
    last = np.full(size, dates.UNDATED)
    np.minimum.at(first, found.person, sent)
    np.maximum.at(last, found.person, sent)
    silent = last == dates.UNDATED
    outgoing, incoming = (
        _counted(reading, np.bincount(found.person[found.direction == way], minlength=size))
        for way in (0, 1)
    )
    return Written(incoming, outgoing, _moments(first, silent), _moments(last, silent))


def _counted(reading: Reading, numbers: Numbers) -> list[int | None]:
    """Return numbers of messages; None where they cannot be known.

    That is where there are no messages, where nobody knows which side the owner is on, and where a
    message may be that of a namesake.
    """
    owner_known = bool(reading.owner.name or reading.owner.profile)
    if not owner_known or Role.MESSAGES not in reading.roles:
        return [None] * len(numbers)
    return [
        None if place in reading.uncertain[Role.MESSAGES] and not number else number
        for place, number in enumerate(numbers.tolist())
    ]


def _moments(times: Numbers, silent: Flags) -> list[str | None]:
    moments = dates.utc(np.where(silent, 0, times))
    return [None if nothing else m for m, nothing in zip(moments, silent.tolist(), strict=True)]
