"""LinkedIn's data export, of any vintage: people, and the dated evidence of how one knows them.

`recognises` and `extract` are its face as of every extractor; `inspect` is the machine's door. A
module a file of the archive, all of one shape; `reading` puts them together.
"""

from extractors.linkedin.door import Inspection, inspect
from extractors.linkedin.extraction import extract, recognises

__all__ = ["Inspection", "extract", "inspect", "recognises"]
