"""The owner's address books: the telephone's in vCard 3.0, the computer's in vCard 4.0."""

from collections.abc import Iterator, Sequence
from random import Random

from weakties.demo.careers import job_on
from weakties.demo.lives import Life
from weakties.demo.places import printed_phone

_LINE_OCTETS = 75  # RFC 6350, 3.2
_ON_THE_TELEPHONE = 0.7


def uid(life: Life) -> str:
    """Return the UID of somebody's vCard."""
    rng = Random(f"uid/{life.key}/{life.slug}")
    return f"{rng.getrandbits(128):032x}"


def address_books(lives: Sequence[Life]) -> dict[str, bytes]:
    """Return the files by their name; an empty book is no file."""
    books: dict[str, list[str]] = {"telephone.vcf": [], "computer.vcf": []}
    for life in lives:
        if life.in_address_book:
            book = "telephone.vcf" if on_the_telephone(life) else "computer.vcf"
            books[book].extend(_card(life, telephone=on_the_telephone(life)))
    return {
        name: "".join(f"{line}\r\n" for line in lines).encode()
        for name, lines in books.items()
        if lines
    }


def on_the_telephone(life: Life) -> bool:
    """Return whether the vCard lies in the telephone and not in the computer."""
    return Random(f"book/{life.key}/{life.slug}").random() < _ON_THE_TELEPHONE


def saved_as(life: Life) -> str:
    """Return the name under which the owner saved somebody: for friends what friends say.

    Raises:
        ValueError: the owner never saved that person.
    """
    if not life.in_address_book:
        raise ValueError(f"{life.key} ({life.name.full}) is in no address book")
    given = life.name.nickname or life.name.given
    parts = (given, life.family_on(life.in_address_book), life.name.suffix)
    return " ".join(part for part in parts if part)


def _card(life: Life, *, telephone: bool) -> Iterator[str]:
    """Yield the folded lines of a vCard."""
    for line in _lines(life, telephone=telephone):
        yield from _folded(line)


def _lines(life: Life, *, telephone: bool) -> Iterator[str]:
    saved = life.in_address_book
    if not saved:
        return
    rng = Random(f"vcard/{life.key}/{life.slug}")
    job = job_on(life.jobs, saved)
    given = life.name.nickname or life.name.given
    mobile = printed_phone(life.mobile, rng.choice(("international", "national", "bare")))
    yield "BEGIN:VCARD"
    yield "VERSION:3.0" if telephone else "VERSION:4.0"
    yield f"UID:{uid(life)}" if telephone else f"UID:urn:uuid:{uid(life)}"
    family, suffix = _escaped(life.family_on(saved)), _escaped(life.name.suffix)
    yield f"N:{family};{_escaped(given)};;;{suffix}"
    yield f"FN:{_escaped(saved_as(life))}"
    if life.name.nickname and rng.random() < 0.3:
        yield f"NICKNAME:{_escaped(life.name.nickname)}"
    if rng.random() < 0.6:
        yield f"ORG:{_escaped(job.company.name)};{_escaped(job.department)}".removesuffix(";")
        yield f"TITLE:{_escaped(job.title)}"
    if telephone:
        yield f"TEL;TYPE=CELL,VOICE:{mobile}"
    else:
        yield f"TEL;TYPE=cell;VALUE=uri:tel:{life.mobile}"
    if rng.random() < 0.5:
        yield f"item1.EMAIL;TYPE=INTERNET:{life.email}" if telephone else f"EMAIL:{life.email}"
    if rng.random() < 0.35:
        yield f"EMAIL;TYPE=WORK:{life.work_email_on(saved)}"
    if rng.random() < 0.15:
        address = job.company.address
        yield f"ADR;TYPE=WORK:;;{_escaped(address.street)};{_escaped(address.city)};;;"
    yield f"REV:{saved:%Y%m%d}T090000Z"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _folded(line: str) -> Iterator[str]:
    """Yield the line in pieces of at most 75 octets, no letter cut in two."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _LINE_OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
