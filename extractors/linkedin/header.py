"""The header of each file in every vintage and language: which column is which."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from contacts.errors import UnreadableSourceError
from extractors.linkedin.roles import Role

_LOCALISED_FIRST = "Vorname; Prénom; Nombre; Nome; Voornaam"
_LOCALISED_LAST = (
    "Nachname; Nom; Nom de famille; Apellidos; Apellido; Sobrenome; Cognome; Achternaam"
)
_FIRST = f"First Name; {_LOCALISED_FIRST}"
_LAST = f"Last Name; {_LOCALISED_LAST}"

_LONGEST_HEADING = 60  # characters


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a file: the headings of each field, the fields it must have.

    `titles` are LinkedIn's own headings, as they are shown. A row is dated by the field `anchor`:
    what stands there tells a row from a torn line.
    """

    role: Role
    headings: Mapping[str, frozenset[str]]
    titles: Mapping[str, str]
    required: tuple[str, ...]
    anchor: str

    def columns(self, cells: Sequence[str]) -> dict[str, int] | None:
        """Return the place of each field in a row of headings; None if it is no header of ours."""
        found = self.found(cells)
        return found if all(field in found for field in self.required) else None

    def found(self, cells: Sequence[str]) -> dict[str, int]:
        """Return the place of each field that a row of headings has; of two alike, the first."""
        places: dict[str, int] = {}
        for place, cell in enumerate(cells):
            folded = folded_heading(cell) if len(cell) <= _LONGEST_HEADING else ""
            for field, headings in self.headings.items():
                if folded in headings and field not in places:
                    places[field] = place
                    break
        return places

    def missing(self, cells: Sequence[str]) -> list[str]:
        """Return the required fields that a row of headings lacks, in LinkedIn's own words."""
        found = self.found(cells)
        return [self.titles[field] for field in self.required if field not in found]


@lru_cache(maxsize=4096)
def folded_heading(cell: str) -> str:
    """Return a heading as its letters and digits alone, without case or accents."""
    bare = unicodedata.normalize("NFKD", cell).casefold()
    return re.sub(r"[^\w]|_", "", "".join(c for c in bare if not unicodedata.combining(c)))


def _layout(role: Role, required: str, anchor: str, headings: Mapping[str, str]) -> Layout:
    folded = {
        field: frozenset(folded_heading(heading) for heading in spellings.split(";"))
        for field, spellings in headings.items()
    }
    titles = {field: spellings.partition(";")[0] for field, spellings in headings.items()}
    return Layout(role, folded, titles, tuple(required.split()), anchor)


def _recommendations(role: Role) -> Layout:
    return _layout(
        role,
        "last_name text creation_date",  # a re-save was seen that lost First Name
        "creation_date",
        {
            "first_name": _FIRST,
            "last_name": _LAST,
            "company": "Company; Unternehmen; Entreprise; Empresa; Azienda; Bedrijf",
            "job_title": "Job Title",
            "text": "Text",
            "creation_date": "Creation Date",
            "status": "Status",
        },
    )


def _endorsements(role: Role, party: str) -> Layout:
    return _layout(
        role,
        "first_name last_name date",
        "date",
        {
            "date": "Endorsement Date",
            "skill": "Skill Name",
            "first_name": f"{party} First Name",
            "last_name": f"{party} Last Name",
            "url": f"{party} Public Url",
            "status": "Endorsement Status",
        },
    )


LAYOUTS: Mapping[Role, Layout] = {
    Role.CONNECTIONS: _layout(
        Role.CONNECTIONS,
        "first_name last_name connected_on",
        "connected_on",
        {
            "first_name": _FIRST,
            "last_name": _LAST,
            "url": "URL; Profile URL; LinkedIn URL",
            "email": "Email Address; Email; E-Mail-Adresse; Adresse e-mail; Correo electrónico; "
            "Dirección de correo electrónico; Endereço de e-mail; Indirizzo email; E-mailadres",
            "company": "Company; Unternehmen; Firma; Entreprise; Empresa; Azienda; Bedrijf",
            "position": "Position; Poste; Cargo; Puesto; Posizione; Functie; Posição",
            "connected_on": "Connected On; Verbunden am; Date de connexion; Conectado el; "
            "Fecha de conexión; Conectado em; Data de conexão; Collegato il; "
            "Data di collegamento; Verbonden op",
        },
    ),
    Role.OUTLOOK: _layout(
        Role.OUTLOOK,
        "first_name last_name email",
        "email",
        {
            "first_name": "First Name",
            "last_name": "Last Name",
            "email": "E-mail Address",
            "company": "Company",
            "position": "Job Title",
        },
    ),
    Role.MESSAGES: _layout(
        Role.MESSAGES,
        "from to date content",
        "date",
        {
            "conversation": "CONVERSATION ID",
            "title": "CONVERSATION TITLE",
            "from": "FROM; Von; De; Da; Van",
            "sender_url": "SENDER PROFILE URL",
            "to": "TO; An; À; Para; A; Aan",
            "recipient_urls": "RECIPIENT PROFILE URLS",
            "date": "DATE; Datum; Fecha; Data",
            "subject": "SUBJECT; Betreff; Objet; Asunto; Assunto; Oggetto; Onderwerp",
            "content": "CONTENT; Inhalt; Contenu; Contenido; Conteúdo; Contenuto; Inhoud",
            "direction": "Direction",
            "folder": "FOLDER",
            "message_draft": "IS MESSAGE DRAFT",
            "conversation_draft": "IS CONVERSATION DRAFT",
        },
    ),
    Role.INVITATIONS: _layout(
        Role.INVITATIONS,
        "from to sent_at",
        "sent_at",
        {
            "from": "From",
            "to": "To",
            "sent_at": "Sent At; Date Sent",
            "note": "Message",
            "direction": "Direction",
            "inviter_url": "inviterProfileUrl",
            "invitee_url": "inviteeProfileUrl",
        },
    ),
    Role.RECOMMENDATIONS_RECEIVED: _recommendations(Role.RECOMMENDATIONS_RECEIVED),
    Role.RECOMMENDATIONS_GIVEN: _recommendations(Role.RECOMMENDATIONS_GIVEN),
    Role.ENDORSEMENTS_RECEIVED: _endorsements(Role.ENDORSEMENTS_RECEIVED, "Endorser"),
    Role.ENDORSEMENTS_GIVEN: _endorsements(Role.ENDORSEMENTS_GIVEN, "Endorsee"),
    Role.PROFILE: _layout(
        Role.PROFILE,
        "first_name last_name headline",
        "",
        {"first_name": _FIRST, "last_name": _LAST, "headline": "Headline"},
    ),
    Role.IMPORTED_CONTACTS: _layout(
        Role.IMPORTED_CONTACTS,
        "first_name last_name emails phones created",
        "created",
        {
            "first_name": "First Name",
            "middle_name": "Middle Name",
            "last_name": "Last Name",
            "full_name": "Full Name",
            "company": "Companies",
            "title": "Title",
            "emails": "Emails; Email Address",
            "phones": "Phone Numbers",
            "created": "Created At",
        },
    ),
    Role.POSITIONS: _layout(
        Role.POSITIONS,
        "organisation title start",
        "start",
        {
            "organisation": "Company Name",
            "title": "Title",
            "start": "Started On",
            "end": "Finished On",
        },
    ),
    Role.EDUCATION: _layout(
        Role.EDUCATION,
        "organisation start",
        "start",
        {
            "organisation": "School Name",
            "title": "Degree Name",
            "start": "Start Date",
            "end": "End Date",
        },
    ),
    Role.EVENTS: _layout(
        Role.EVENTS,
        "name time",
        "",
        {"name": "Event Name", "time": "Event Time", "status": "Status", "url": "External Url"},
    ),
    Role.MEMBER_FOLLOWS: _layout(
        Role.MEMBER_FOLLOWS,
        "date name",
        "date",
        {"date": "Date", "status": "Status", "name": "Full Name"},
    ),
    Role.EMAIL_ADDRESSES: _layout(
        Role.EMAIL_ADDRESSES, "address", "", {"address": "Email Address", "primary": "Primary"}
    ),
    Role.PHONE_NUMBERS: _layout(
        Role.PHONE_NUMBERS, "number", "", {"number": "Number", "extension": "Extension"}
    ),
}
_BY_CONTENT = (  # a recommendation's header does not say who wrote; Outlook's is not LinkedIn's own
    Role.CONNECTIONS,
    Role.MESSAGES,
    Role.INVITATIONS,
    Role.ENDORSEMENTS_RECEIVED,
    Role.ENDORSEMENTS_GIVEN,
    Role.PROFILE,
    Role.IMPORTED_CONTACTS,
)


def role_by_header(rows: Sequence[Sequence[str]]) -> Role | None:
    """Return what the first rows of a table are by their header, whatever the file is called."""
    for role in _BY_CONTENT:
        if any(LAYOUTS[role].columns(row) is not None for row in rows):
            return role
    return None


def no_header(file: str, layout: Layout, rows: Sequence[Sequence[str]]) -> UnreadableSourceError:
    """Return the error that says which columns a table lacks and which it has."""
    nearest = max(rows, key=lambda row: len(layout.found(row)), default=())
    missing = ", ".join(layout.missing(nearest))
    seen = ", ".join(repr(cell[:30]) for cell in nearest[:8] if cell.strip()) or "nothing"
    return UnreadableSourceError(
        file,
        f"no header with {missing}; found {seen}",
        "take the file as LinkedIn sends it, its first lines included",
    )
