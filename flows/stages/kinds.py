"""What a file is: by its content first, by the folder it lies in where content cannot say."""

from pathlib import Path

from contacts.sources import SourceKind
from extractors import addressbook, vcard
from extractors.linkedin.roles import Role, role_of

_HEAD = 4096
_PICTURES = (
    b"\xff\xd8\xff",  # JPEG
    b"\x89PNG\r\n\x1a\n",
    b"II*\x00",  # TIFF
    b"MM\x00*",
    b"%PDF-",
    b"GIF8",
    b"BM",
)
_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif", b"heif")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_CARD_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".heif", ".pdf"}
_BY_FOLDER = {
    "cards": SourceKind.CARD_PHOTO,
    "linkedin": SourceKind.LINKEDIN,
    "contacts": SourceKind.VCARD,
    "calendar": SourceKind.CALENDAR,
}
_CONNECTIONS = (b"First Name", b"Last Name", b"Connected On")
_LINKEDIN_NAMES = ("export", "linkedin", "connections", "messages")
_TABLES = {".csv", ".tsv", ".txt"}


def kind_of(path: Path, inbox: Path) -> SourceKind:
    """Return what a file is.

    A picture is a card photo wherever it lies but in an unzipped archive, all of which belongs to
    it; a file that nothing is known of is what its folder is for, so that its extractor can say
    what is wrong with it.
    """
    if is_in_unzipped_archive(path, inbox):
        return SourceKind.LINKEDIN
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    parts = path.relative_to(inbox).parts
    folder = _BY_FOLDER.get(parts[0].casefold(), SourceKind.UNKNOWN) if len(parts) > 1 else None
    return (
        _by_content(head)
        or _by_header(path)
        or _by_table(path, folder)
        or _by_first_lines(path)
        or _by_place(path, folder)
    )


def is_in_unzipped_archive(path: Path, inbox: Path) -> bool:
    """Return whether a file lies in a folder below `linkedin/`, as unzipping makes one."""
    folders = path.relative_to(inbox).parts[:-1]
    return len(folders) > 1 and folders[0].casefold() == "linkedin"


def lists_connections(path: Path) -> bool:
    """Return whether a table begins as LinkedIn's list of connections does."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD).replace(b"\0", b"")  # UTF-16 has one in every letter
    except OSError:
        return False  # taken away just now
    return not head.startswith(_ZIP) and all(word in head for word in _CONNECTIONS)


def _by_content(head: bytes) -> SourceKind | None:
    if head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return SourceKind.CARD_PHOTO
    if head.startswith(_ZIP) or all(word in head for word in _CONNECTIONS):
        return SourceKind.LINKEDIN
    if head[4:8] == b"ftyp" and head[8:12] in _BRANDS:
        return SourceKind.CARD_PHOTO
    text = head.lstrip(b"\xef\xbb\xbf\r\n\t ")[:64].upper()
    if text.startswith(b"BEGIN:VCARD"):
        return SourceKind.VCARD
    if text.startswith(b"BEGIN:VCALENDAR"):
        return SourceKind.CALENDAR
    return None


def _by_header(path: Path) -> SourceKind | None:
    """Return ADDRESS_BOOK for Google's or Outlook's table of contacts, whatever it is called.

    LinkedIn's exporter of 2017 and before wrote Outlook's header; its name tells whose it is.
    """
    if not addressbook.recognises(path):
        return None
    ours = role_of(path.name) is Role.OUTLOOK
    return SourceKind.LINKEDIN if ours else SourceKind.ADDRESS_BOOK


def _by_table(path: Path, folder: SourceKind | None) -> SourceKind | None:
    """Return LINKEDIN for an archive or one of its tables outside the folder that is for them."""
    if folder not in {None, SourceKind.UNKNOWN}:
        return None
    name = path.name.casefold()
    named = any(word in name for word in _LINKEDIN_NAMES)
    return SourceKind.LINKEDIN if named and name.endswith(".csv") else None


def _by_first_lines(path: Path) -> SourceKind | None:
    """Return VCARD for contacts that begin below something else, or in an encoding of two bytes."""
    return SourceKind.VCARD if vcard.recognises(path) else None


def _by_place(path: Path, folder: SourceKind | None) -> SourceKind:
    if folder is SourceKind.LINKEDIN and path.suffix.casefold() in {".html", ".pdf", ".txt"}:
        return SourceKind.UNKNOWN
    if folder is SourceKind.VCARD and path.suffix.casefold() in _TABLES:
        return SourceKind.ADDRESS_BOOK
    if folder and folder is not SourceKind.UNKNOWN:
        return folder
    if path.suffix.casefold() in _CARD_SUFFIXES:
        return SourceKind.CARD_PHOTO
    return SourceKind.UNKNOWN
