"""Which records are one person: normalise, block, compare, weigh, cluster, merge.

Pure and vectorised; the same records in any order give the same answer.
"""

from typing import Final

from dedupe.limits import Limits
from dedupe.merge import records, survivors
from dedupe.resolution import Resolution, resolve

__all__ = ["VERSION", "Limits", "Resolution", "records", "resolve", "survivors"]

VERSION: Final = "2"
"""Of the model: another one may find other people in the same records."""
