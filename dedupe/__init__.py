"""Which records are one person: normalise, block, compare, weigh, cluster, merge.

Pure and vectorised; the same records in any order give the same answer.
"""

from dedupe.block import OutgrownError
from dedupe.index import Change, Index
from dedupe.learning import Answer
from dedupe.limits import Limits
from dedupe.merge import records, survivors
from dedupe.model import VERSION, Learnt, Model
from dedupe.normalise import digests
from dedupe.resolution import Resolution, Settled, fit, resolve, settled

__all__ = [
    "VERSION",
    "Answer",
    "Change",
    "Index",
    "Learnt",
    "Limits",
    "Model",
    "OutgrownError",
    "Resolution",
    "Settled",
    "digests",
    "fit",
    "records",
    "resolve",
    "settled",
    "survivors",
]
