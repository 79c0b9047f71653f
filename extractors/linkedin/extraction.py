"""What an archive says, as the tables that all extractors make."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from contacts import collector
from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction, Rejection
from contacts.identifiers import (
    ProfileSlug,
    RecordId,
    folded_name,
    linkedin_id,
    linkedin_id_without_profile,
)
from extractors.linkedin.archive import gather
from extractors.linkedin.claimed import claims, observations, phone_book_ids
from extractors.linkedin.dates import Order
from extractors.linkedin.happened import interactions, sentences
from extractors.linkedin.messages import Keep
from extractors.linkedin.people import People
from extractors.linkedin.reading import Reading, read
from extractors.linkedin.roles import OF_THE_OWNER
from extractors.linkedin.tables import Choices

VERSION = "3"


def recognises(path: Path) -> bool:
    """Return whether a zip, folder or file holds a table of a LinkedIn archive."""
    return bool(gather((path,)).members)


@collector.still()
def extract(
    paths: Sequence[Path],
    *,
    owner: str = "",
    me: str | None = None,
    date_order: Order | None = None,
    keep: Keep = "excerpt",
    today: date | None = None,
) -> Extraction:
    """Return what all paths together, as one archive, say of anybody.

    `owner` tells archives of several people apart and is empty for the user's own; `me` is its
    owner's name or profile address, where that is known. `date_order` is how to read dates that
    nothing else tells the order of, `keep` what is kept of the words of messages. What is dated
    after the archive was made, or after `today` if it does not say when that was, is taken with a
    notice, and makes the archive no newer than it is.

    Raises:
        UnreadableSourceError: nothing could be read, or there are rows and nobody in them.
    """
    reading = read(paths, me, Choices(keep, date_order), today)
    if not reading.phone_book:
        refuse_nothing(reading, paths)
    ids = record_ids(reading.people, owner)
    of_phone_book = phone_book_ids(reading, ids, owner)
    happened = interactions(reading, ids, of_phone_book)
    days = {*reading.people.day, *happened["on"].dropna()}
    newest = max((day for day in days if not reading.until or day <= reading.until), default="")
    return Extraction(
        observations=observations(reading, ids, of_phone_book),
        claims=claims(reading, ids, of_phone_book),
        interactions=happened,
        extractor="linkedin",
        version=VERSION,
        as_of=f"{newest} {reading.made}".strip(),
        read=reading.rows,
        rejected=(*reading.rejected, *failed_files(reading)),
        notices=reading.notices,
        counts=reading.counts,
        owner=reading.owner,
        periods=tuple(reading.periods),
        events=tuple(reading.events),
        sentences=sentences(reading, ids),
    )


def refuse_nothing(reading: Reading, paths: Sequence[Path]) -> None:
    """Raise an error where there is nobody although somebody should be.

    A list of connections that is a header alone is empty, and no error.
    """
    if reading.people.connected or len(reading.people):
        return
    named = ", ".join(path.name for path in paths)
    if not reading.roles and reading.failures:
        raise reading.failures[0]
    if reading.roles <= OF_THE_OWNER:
        raise UnreadableSourceError(
            named, "says nothing of anybody you know", "that stands in Connections.csv"
        )
    if reading.connection_rows or not reading.has_connections:
        lost = [f"; line {row.line}: {row.reason}" for row in reading.rejected[:1]]
        raise UnreadableSourceError(
            named,
            f"{reading.rows} rows and nobody in them{''.join(lost)}",
            "ask LinkedIn for the archive again, and take it as it comes",
        )


def failed_files(reading: Reading) -> tuple[Rejection, ...]:
    """Return the files that could not be read as rejections."""
    return tuple(
        Rejection(error.subject, None, f"{error.reason} ({error.next_step})")
        for error in reading.failures
    )


def record_ids(people: People, owner: str) -> list[RecordId]:
    """Return the id of everybody: of the profile, else of name, day and ordinal."""
    return [
        linkedin_id(owner, ProfileSlug(slug))
        if slug
        else linkedin_id_without_profile(owner, folded_name(people.name(place)), day, ordinal)
        for place, (slug, day, ordinal) in enumerate(
            zip(people.slug, people.day, people.ordinal, strict=True)
        )
    ]
