"""vCard 2.1, 3.0 and 4.0, as telephones and programs write it: a file of contacts → their records.

`cards` finds the cards of a file and joins their folded lines, `content_lines` takes a line apart,
`properties` says what the lines mean, `extraction` accounts for every card.
"""

from extractors.vcard.cards import recognises
from extractors.vcard.extraction import VERSION, extract

__all__ = ["VERSION", "extract", "recognises"]
