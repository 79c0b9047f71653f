"""iCalendar: a file of events → whom the owner met and when, and which events they went to.

`components` finds the events of a file, `series` says on which days a repeated one was held,
`events` what an event says, `extraction` whose calendar it is and who was met.
"""

from extractors.calendar.extraction import VERSION, extract

__all__ = ["VERSION", "extract"]
