"""Which records are one person: normalise, block, compare, weigh, cluster, merge.

Pure and vectorised; the same records in any order give the same answer.
"""

from dedupe.limits import Limits
from dedupe.merge import records, survivors
from dedupe.resolution import Resolution, resolve

__all__ = ["Limits", "Resolution", "records", "resolve", "survivors"]
