"""The header of a table of contacts: which column says what, in the languages of Outlook.

Google's headings are English everywhere, before 2024 (`Given Name`, `E-mail 1 - Type`) and since
(`First Name`, `E-mail 1 - Label`). Outlook's are those of its language, and number several values
(`Business Phone 2`): what a heading is about is told by the words in it, for whom by the others.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.linkedin.header import folded_heading

_TEXTS: Mapping[str, str] = {
    "name": "Name",
    "given": "First Name; Given Name; Vorname; Prénom; Nombre",
    "middle": "Middle Name; Additional Name; Weitere Vornamen; Zweiter Vorname; Deuxième prénom; "
    "Segundo nombre",
    "family": "Last Name; Family Name; Nachname; Nom; Apellidos; Apellido",
    "nickname": "Nickname; Spitzname; Surnom; Apodo; Sobrenombre",
    "company": "Company; Organization Name; Organization 1 - Name; Firma; Société; Organización; "
    "Compañía; Empresa",
    "title": "Job Title; Organization Title; Organization 1 - Title; Position; Fonction; Titre; "
    "Puesto; Cargo",
    "note": "Notes; Notizen; Notas",
}
_FIELDS = {
    folded_heading(heading): name
    for name, headings in _TEXTS.items()
    for heading in headings.split(";")
}
_GOOGLE = re.compile(r"(email|phone|website|address)(\d+)(?:value|formatted)")
_LABELS = ("type", "label")  # before 2024, and since
_EMAIL = re.compile(
    r"email\d?address|emailadresse\d?|email\dadresse|adressedemessagerie\d?|"
    r"direcciondel?correoelectronico\d?"
)
_PHONE = re.compile(r"phone|telefon|telephone|^tel|mobil|movil|fax|telecopie|pager")
_NOT_THEIRS = re.compile(  # the assistant's, the switchboard's, and machines
    r"assist|asistente|telex|tty|tdd|horbehindert|texto|radio|isdn|compan|firma|societe|"
    r"organizacion|callback|phonetic"
)
_WEB = re.compile(r"(?:personal|business)?webpage2?|webseite|pageweb|paginaweb")
_PARTS = (  # of a postal address, in the order in which they are written
    ("street", re.compile(r"street\d?$|strasse|^rue|calle")),
    ("code", re.compile(r"postalcode|postleitzahl|codepostal|codigopostal")),
    ("city", re.compile(r"city|^ort\w|\wort$|^ville|ciudad")),
    ("region", re.compile(r"state|bundesland|kanton|^region|^dep|provincia")),
    ("country", re.compile(r"country|land|pays|pais")),
)
_PLACES = (
    ("work", re.compile(r"business|geschaft|bureau|trabajo")),
    ("home", re.compile(r"home|privat|domicil")),
    ("other", re.compile(r"other|weiter|autre|otr[ao]")),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A column with values of one kind; what they are for is said by a column, or by `label`."""

    place: int
    label: str = ""
    label_place: int | None = None


@dataclass(slots=True)
class Columns:
    """The columns of a table: `texts` by their field, addresses as the columns of their parts."""

    texts: dict[str, int] = field(default_factory=dict)
    emails: list[Value] = field(default_factory=list)
    phones: list[Value] = field(default_factory=list)
    urls: list[Value] = field(default_factory=list)
    addresses: list[Value] = field(default_factory=list)
    address_parts: dict[str, dict[str, list[int]]] = field(default_factory=dict)


def columns_of(header: Sequence[str]) -> Columns:
    """Return what the columns of a header are; of two alike, the first, of titles the last.

    Outlook's French has the title before a name and the one of a job under one heading.
    """
    columns = Columns()
    folded = [folded_heading(heading) for heading in header]
    numbered = {name: place for place, name in reversed([*enumerate(folded)])}
    for place, name in enumerate(folded):
        text = _FIELDS.get(name)
        if text and (text == "title" or text not in columns.texts):
            columns.texts[text] = place
        elif not text and (found := _GOOGLE.fullmatch(name)):
            _add_googles(columns, found, place, numbered)
        elif not text:
            _add_outlooks(columns, name, place)
    return columns


def _add_googles(
    columns: Columns, found: re.Match[str], place: int, places: Mapping[str, int]
) -> None:
    kind, number = found.groups()
    labels = (places.get(f"{kind}{number}{word}") for word in _LABELS)
    label = next((at for at in labels if at is not None), None)
    kinds = {
        "email": columns.emails,
        "phone": columns.phones,
        "website": columns.urls,
        "address": columns.addresses,
    }
    kinds[kind].append(Value(place, label_place=label))


def _add_outlooks(columns: Columns, name: str, place: int) -> None:
    if _EMAIL.fullmatch(name):
        columns.emails.append(Value(place))
    elif _WEB.fullmatch(name):
        columns.urls.append(Value(place))
    elif _PHONE.search(name):
        if not _NOT_THEIRS.search(name):
            columns.phones.append(Value(place, name))
    elif (whose := _first(_PLACES, name)) and (part := _first(_PARTS, name)):
        columns.address_parts.setdefault(whose, {}).setdefault(part, []).append(place)


def _first(named: Iterable[tuple[str, re.Pattern[str]]], text: str) -> str:
    return next((name for name, pattern in named if pattern.search(text)), "")
