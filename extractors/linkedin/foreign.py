"""Names what a file is that is no table of a LinkedIn archive, so that its owner knows."""

from collections.abc import Sequence

from extractors.linkedin.header import folded_heading

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Excel or Outlook file"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "an SQLite database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and give the folder"),
    (b"Rar!", "a RAR archive; unpack it and give the folder"),
    (b"\x1f\x8b", "a gzip archive; unpack it and give the folder"),
    (b"\x7fELF", "a program"),
    (b"\x00\x05\x16\x07", "the AppleDouble twin of a file"),
    (b"!BDN", "an Outlook mailbox"),
    (b"{\\rtf", "an RTF document"),
)
_MARKUP: tuple[tuple[str, str], ...] = (
    ("<!doctype html", "a web page (a login page that was saved instead of the file?)"),
    ("<html", "a web page (a login page that was saved instead of the file?)"),
    ("<?xml", "an XML document"),
    ("begin:vcard", "a vCard"),
    ("begin:vcalendar", "a calendar"),
    ("{", "a JSON document"),
    ("[", "a JSON document"),
)
_GOOGLE, _OUTLOOK = "Google Contacts", "Outlook"
_PRODUCTS: tuple[tuple[str, str], ...] = (  # headings that together are one product's alone
    (_GOOGLE, "given name; family name; group membership"),
    (_GOOGLE, "first name; last name; file as; labels"),
    (_GOOGLE, "first name; last name; e-mail 1 - value"),
    (_GOOGLE, "first name; last name; e-mail 1 - label"),
    (_GOOGLE, "first name; last name; phone 1 - value"),
    (_GOOGLE, "name; e-mail 1 - value"),
    (_GOOGLE, "name; phone 1 - value"),
    ("Thunderbird", "first name; last name; primary email"),
    ("Yahoo", "first; last; email; yahoo! phone"),
    ("HubSpot", "first name; last name; lifecycle stage"),
    ("HubSpot", "record id; first name; last name"),
    ("Salesforce", "first name; last name; account name"),
    ("Salesforce", "contact id; account id"),
    ("Pipedrive", "person - name"),
    ("Zoho CRM", "first name; last name; contact owner"),
    ("Dynamics 365", "(do not modify) contact"),
    ("Mailchimp", "email address; first name; last name; member_rating"),
    ("Eventbrite", "first name; last name; ticket type"),
    ("Luma", "name; email; ticket_name"),
    ("Meetup", "name; user id; joined group on"),
    ("Xing", "first name; last name; xing profile"),
    ("PhantomBuster", "profileurl; vmid"),
    ("Apollo", "first name; last name; person linkedin url"),
    ("Facebook", "friend name; friends since"),
    ("LinkedIn's imported address book", "firstname; lastname; emails; phonenumbers"),
    (_OUTLOOK, "first name; last name; e-mail display name"),
    (_OUTLOOK, "first name; last name; business phone"),
    (_OUTLOOK, "first name; last name; e-mail address; company"),
    (_OUTLOOK, "vorname; nachname; telefon geschäftlich"),
    (_OUTLOOK, "vorname; nachname; telefon (geschäftlich)"),
    (_OUTLOOK, "vorname; nachname; e-mail: angezeigter name"),
    (_OUTLOOK, "vorname; nachname; e-mail-adresse; firma; mobiltelefon"),
    (_OUTLOOK, "prénom; nom; téléphone (bureau)"),
    (_OUTLOOK, "prénom; nom; adresse de messagerie"),
    (_OUTLOOK, "nombre; apellidos; teléfono del trabajo"),
    (_OUTLOOK, "nombre; apellidos; nombre de pantalla de correo electrónico"),
    (_OUTLOOK, "nombre; apellidos; dirección de correo electrónico; organización"),
)
_INBOX = "put it into inbox/{folder}/ and run `weakties run`"
_FOLDERS = {  # where what is read elsewhere belongs
    _GOOGLE: "contacts",
    _OUTLOOK: "contacts",
    "a vCard": "contacts",
    "a calendar": "calendar",
}


def kind_of(head: bytes) -> str | None:
    """Return what a file is by its first bytes; None where it may be a table."""
    for magic, said in _MAGIC:
        if head.startswith(magic):
            return said
    start = head[:512].removeprefix(b"\xef\xbb\xbf").decode("latin-1").lstrip().casefold()
    for mark, said in _MARKUP:
        if start.startswith(mark):
            return said
    if not start.startswith(("\xff\xfe", "\xfe\xff")) and head.count(b"\0") > len(head) * 0.7:
        return "binary"
    return None


def product_of(rows: Sequence[Sequence[str]]) -> str | None:
    """Return whose export a table is by its header; None where that is not known."""
    for row in rows:
        headings = {folded_heading(cell) for cell in row}
        for product, needed in _PRODUCTS:
            if headings.issuperset(folded_heading(heading) for heading in needed.split(";")):
                return product
    return None


def is_address_book(row: Sequence[str]) -> bool:
    """Return whether a row is the header of an address book that is read, as a file of its own."""
    return product_of([row]) in {_GOOGLE, _OUTLOOK}


def next_step(said: str) -> str | None:
    """Return what to do with a file of which `kind_of` or `product_of` said this; None if nothing.

    What is no table of LinkedIn's may be read all the same, from its own folder.
    """
    folder = _FOLDERS.get(said)
    return _INBOX.format(folder=folder) if folder else None
