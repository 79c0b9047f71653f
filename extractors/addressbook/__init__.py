"""Google's and Outlook's tables of contacts: a CSV file → its records.

`columns` says what the columns of a header are, `rows` what a row says, `extraction` accounts for
every row. `entry` and `merging` serve vCards too.
"""

from extractors.addressbook.extraction import VERSION, extract, recognises

__all__ = ["VERSION", "extract", "recognises"]
