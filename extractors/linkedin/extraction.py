"""What an archive says, as the tables that all extractors make."""

import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import pandas as pd

from contacts import frames
from contacts.claims import Property, RecordSource
from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction, Rejection
from contacts.identifiers import (
    ProfileSlug,
    RecordId,
    folded_name,
    linkedin_id,
    linkedin_id_without_profile,
    profile_url,
)
from contacts.interactions import Direction, InteractionKind
from extractors.linkedin import dates
from extractors.linkedin.archive import gather
from extractors.linkedin.correspondence import DIRECTIONS
from extractors.linkedin.names import clean_name
from extractors.linkedin.people import People
from extractors.linkedin.reading import Reading, read
from extractors.linkedin.recommendations import Recommendation
from extractors.linkedin.wording import digest

VERSION = "1"
_INFERRED = 0.9  # a profile that was found under the same name in another file


def recognises(path: Path) -> bool:
    """Return whether a zip, folder or file holds a table of a LinkedIn archive."""
    return bool(gather((path,)).members)


def extract(paths: Sequence[Path], *, owner: str = "", me: str | None = None) -> Extraction:
    """Return what all paths together, as one archive, say of anybody.

    `owner` tells archives of several people apart and is empty for the user's own; `me` is its
    owner's name or profile address, where that is known.

    Raises:
        UnreadableSourceError: nothing could be read, or there are rows and nobody in them.
    """
    reading = read(paths, me, with_digests=True)
    refuse_nothing(reading, paths)
    ids = record_ids(reading.people, owner)
    interactions = _interactions(reading, ids)
    return Extraction(
        observations=_observations(reading.people, ids),
        claims=_claims(reading.people, ids),
        interactions=interactions,
        extractor="linkedin",
        version=VERSION,
        as_of=max([*reading.people.day, *interactions["on"].dropna()], default=""),
        read=reading.rows,
        rejected=(*reading.rejected, *failed_files(reading)),
        notices=reading.notices,
        counts=reading.counts,
        owner=reading.owner,
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
    if not reading.roles:
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


def names_of(people: People) -> list[str]:
    """Return everybody's clean name, "" where there is none."""
    return [
        clean_name(first, last or whole)
        for first, last, whole in zip(people.first, people.last, people.whole, strict=True)
    ]


def _observations(people: People, ids: Sequence[RecordId]) -> pd.DataFrame:
    frame = pd.DataFrame({
        "record_id": ids,
        "source": RecordSource.LINKEDIN.value,
        "locator": _locators(people),
        "dated": [day or None for day in people.day],
        "raw": [
            _raw(header, row)
            for header, row in zip(people.header, people.row, strict=True)
        ],
    })  # fmt: skip
    return frames.OBSERVATIONS.typed(frame)


def _raw(header: Sequence[str], row: Sequence[str]) -> str:
    """Return a row as JSON; of two columns with one heading the second gets a number."""
    cells: dict[str, str] = {}
    for heading, cell in zip(header, row, strict=bool(row)):
        cells[heading if heading not in cells else f"{heading} ({len(cells) + 1})"] = cell
    return json.dumps(cells, ensure_ascii=False)


def _locators(people: People) -> list[str]:
    return [f"{file}:{line}" for file, line in zip(people.file, people.line, strict=True)]


def _claims(people: People, ids: Sequence[RecordId]) -> pd.DataFrame:
    known = zip(people.slug, people.inferred, strict=True)
    profiles = [slug or inferred for slug, inferred in known]
    urls = [profile_url(ProfileSlug(slug)) if slug else "" for slug in profiles]
    sure = np.array([1.0 if slug else _INFERRED for slug in people.slug])
    whole = np.ones(len(people))
    each = [
        (Property.NAME, names_of(people), "", whole),
        (Property.COMPANY, people.company, "", whole),
        (Property.TITLE, people.position, "", whole),
        (Property.EMAIL, people.email, "", whole),
        (Property.URL, urls, "linkedin", sure),
    ]
    record, locator = np.array(ids, object), np.array(_locators(people), object)
    parts = []
    for name, values, kind, confidence in each:
        column = np.array(values, object)
        kept = column.astype(bool)
        parts.append(
            pd.DataFrame({
                "record_id": record[kept],
                "property": name.value,
                "value": column[kept],
                "kind": kind,
                "locator": locator[kept],
                "confidence": confidence[kept],
            })
        )  # fmt: skip
    return frames.CLAIMS.typed(pd.concat(parts, ignore_index=True))


def _interactions(reading: Reading, ids: Sequence[RecordId]) -> pd.DataFrame:
    parts = [_connected(reading.people, ids), _messages(reading, ids), _single(reading, ids)]
    return frames.INTERACTIONS.typed(pd.concat(parts, ignore_index=True))


def _connected(people: People, ids: Sequence[RecordId]) -> pd.DataFrame:
    places = [place for place in range(people.connected) if people.day[place]]
    locators = _locators(people)
    return pd.DataFrame({
        "record_id": [ids[place] for place in places],
        "kind": InteractionKind.CONNECTED.value,
        "direction": Direction.BOTH.value,
        "on": [people.day[place] for place in places],
        "at": None,
        "recipients": 1,
        "text": None,
        "digest": None,
        "locator": [locators[place] for place in places],
    })  # fmt: skip


def _messages(reading: Reading, ids: Sequence[RecordId]) -> pd.DataFrame:
    mail, found = reading.messages, reading.correspondence
    rows = found.row.tolist()
    moments = dates.utc(mail.sent[found.row])
    kinds = (InteractionKind.MESSAGE.value, InteractionKind.ONE_TAP.value)
    ways = [direction.value for direction in DIRECTIONS]
    lines, files = mail.line.tolist(), mail.file.tolist()
    return pd.DataFrame({
        "record_id": [ids[person] for person in found.person.tolist()],
        "kind": [kinds[tapped] for tapped in mail.one_tap[found.row].tolist()],
        "direction": [ways[way] for way in found.direction.tolist()],
        "on": [moment[:10] for moment in moments],
        "at": moments,
        "recipients": 1,
        "text": [found.excerpts.get(row) for row in rows],
        "digest": [mail.digest[row] for row in rows],
        "locator": [f"{mail.files[files[row]]}:{lines[row]}" for row in rows],
    })  # fmt: skip


def _single(reading: Reading, ids: Sequence[RecordId]) -> pd.DataFrame:
    """Return what happens once or a few times with somebody: invitations and praise."""
    rows = []
    for item in reading.invitations:
        invitation = item.invitation
        moment = dates.utc_or_none(invitation.sent_at)
        kind, words = InteractionKind.INVITED, invitation.note
        where = f"{invitation.file}:{invitation.line}"
        rows.append((item.person, kind, item.direction, moment, words, where))
    for person, said in chain.from_iterable(reading.praise.values()):
        recommends = isinstance(said, Recommendation)
        kind = InteractionKind.RECOMMENDED if recommends else InteractionKind.ENDORSED
        words = said.text if isinstance(said, Recommendation) else said.skill
        way = Direction.OUT if said.given else Direction.IN
        rows.append((person, kind, way, said.day, words, f"{said.file}:{said.line}"))
    return frames.INTERACTIONS.build(
        {
            "record_id": ids[person],
            "kind": kind.value,
            "direction": direction.value,
            "on": moment[:10] if moment else None,
            "at": moment if moment and "T" in moment else None,
            "recipients": 1,
            "text": words or None,
            "digest": digest(words) if words else None,
            "locator": where,
        }
        for person, kind, direction, moment, words, where in rows
    )
