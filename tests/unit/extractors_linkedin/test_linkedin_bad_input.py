"""What becomes of an archive that is not as LinkedIn sends it: a table of cases and outcomes.

A case is a file name, its bytes, how many people must come out, which notice or rejection says so,
and whether the whole is refused.
"""

import io
import json
import os
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from contacts.errors import UnreadableSourceError
from extractors import linkedin

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANN = "Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Head,05 Mar 2024\n"
BEN = "Ben,Ochs,https://www.linkedin.com/in/ben-ochs,,Bolt,Chef,04 Mar 2024\n"
OPEN_QUOTE = 'Cy,"Dee,,,,,03 Mar 2024\n'
QUOTED = 'Ed,"Fo, MBA",,,,,01 Mar 2024\n'
HIDDEN = ",,,,,,01 Jan 2020\n"
NAMELESS = ",,,,Acme,Boss,01 Jan 2020\n"
FIRST_TWICE = "First Name,First Name,Last Name,Connected On\nAnn,X,Lee,1 Mar 2024"
PROFILE_ALONE = ",,linkedin.com/in/x,,,,01 Jan 2020\n"
SWAPPED = "Connected On,Last Name,First Name\n05 Mar 2024,Lee,Ann\n04 Mar 2024,Ochs,Ben\n"
ALL_QUOTED = '"First Name","Last Name","URL","Connected On"\n"Ann","Lee ""Al""","","05 Mar 2024"\n'
SHORTER = HEADER.replace("URL,", "") + "Ben,Ochs,,,,4 Mar 2024"
POSITIONS = "Company Name,Title,Started On\nAcme,Boss,2019\n"
MESSAGES = "FROM,TO,DATE,CONTENT\nAnn Lee,Mira Okonkwo,2024-03-06 10:00:00 UTC,Hello\n"


def row(first: str = "Ann", day: str = "05 Mar 2024", **cells: str) -> str:
    last, url = cells.get("last", "Lee"), cells.get("url", "")
    return f"{first},{last},{url},,{cells.get('company', '')},{cells.get('position', '')},{day}\n"


def zipped(*members: tuple[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return stream.getvalue()


def twice_named() -> bytes:
    """Return a zip with two members of one name and different contents."""
    data = zipped(("Connections.csv", HEADER + ANN), ("Connections.cs2", HEADER + BEN))
    return data.replace(b"Connections.cs2", b"Connections.csv")


def linked() -> bytes:
    """Return a zip whose member says it is a symbolic link."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("Connections.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return stream.getvalue()


def broken_within() -> bytes:
    """Return a zip whose messages are damaged behind their first rows."""
    talk = MESSAGES + "Ann Lee,Mira Okonkwo,2024-03-07 10:00:00 UTC,Once more\n" * 9
    members = ("Connections.csv", HEADER + ANN), ("messages.csv", talk)
    data = bytearray(zipped(*members, method=zipfile.ZIP_STORED))
    data[data.rindex(b"more")] ^= 0x20
    return bytes(data)


def encrypted() -> bytes:
    """Return a zip whose one member claims to be encrypted, in both its heads."""
    data = bytearray(zipped(("Connections.csv", HEADER + ANN)))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def wrong_checksum() -> bytes:
    data = bytearray(zipped(("Connections.csv", HEADER + ANN), method=zipfile.ZIP_STORED))
    data[data.index(b"Acme")] ^= 0x20
    return bytes(data)


def small_bombs() -> bytes:
    """Return a zip whose members are each below the size from which a ratio is asked."""
    table = HEADER + ANN + (" " * 100_000 + ",,,,,,\n") * 90
    return zipped(*((f"Connections ({n}).csv", table + "\n" * n) for n in range(1, 9)))


@dataclass(frozen=True)
class Case:
    name: str
    file: str
    content: bytes
    people: int
    says: str = ""  # in a warning, a rejection or its kind
    refused: bool = False
    lost: int = 0  # rows


def accepted(name: str, text: str | bytes, people: int, says: str = "", lost: int = 0) -> Case:
    data = text.encode() if isinstance(text, str) else text
    return Case(name, "Connections.csv", data, people, says, lost=lost)


def refused(name: str, file: str, text: str | bytes, says: str) -> Case:
    return Case(name, file, text.encode() if isinstance(text, str) else text, 0, says, refused=True)


CASES = [
    # not an archive at all
    refused("empty file", "Connections.csv", "", "is empty"),
    refused("blanks alone", "Connections.csv", " \n\n  ", "is empty"),
    refused("login page", "Connections.csv", "<!DOCTYPE html><html>Sign in", "web page"),
    refused("json", "Connections.csv", '{"error": "expired"}', "JSON"),
    refused("pdf", "Profile.csv", b"%PDF-1.7 ...", "PDF"),
    refused("old excel", "Connections.csv", b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel"),
    refused("picture", "Connections.csv", b"\x89PNG\r\n\x1a\n0000", "picture"),
    refused("gzip", "archive.gz", b"\x1f\x8b\x08", "gzip"),
    refused("binary", "Connections.csv", b"\0" * 600, "binary"),
    refused("vcard", "people.vcf", "BEGIN:VCARD\nEND:VCARD\n", "vCard"),
    refused("prose", "notes.txt", "Call Ann on Monday.\nThen Ben.\n", "no header"),
    refused("applied double", "Connections.csv", b"\x00\x05\x16\x07\x00\x02", "AppleDouble"),
    # other products
    refused("google", "c.csv", "First Name,Last Name,E-mail 1 - Value\nA,B,c@d.e\n", "Google"),
    refused("old google", "g.csv", "Name,Given Name,Family Name,Group Membership\n", "Google"),
    refused(
        "outlook", "c.csv", "First Name,Last Name,E-mail Address,Company\nA,B,c@d.e,F\n", "Outlook"
    ),
    Case(
        "outlook's header under linkedin's old name",
        "linkedin_connections_export_microsoft_outlook.csv",
        b"First Name,Last Name,E-mail Address,Company,Business Phone\nA,B,c@d.e,F,+1 2\n",
        1,
    ),
    refused("hubspot", "c.csv", "Record ID,First Name,Last Name,Email\n1,A,B,c@d.e\n", "HubSpot"),
    refused("salesforce", "c.csv", "First Name,Last Name,Account Name\nA,B,F\n", "Salesforce"),
    refused("phantombuster", "c.csv", "profileUrl,vmid,name\nx,y,z\n", "PhantomBuster"),
    refused("imported", "c.csv", "FirstName,LastName,Emails,PhoneNumbers", "book"),
    # the wrong LinkedIn file
    refused("messages alone", "messages.csv", MESSAGES, "Connections.csv is missing"),
    refused("positions alone", "Positions.csv", POSITIONS, "Connections.csv is missing"),
    refused("guide messages", "guide_messages.csv", MESSAGES, "says nothing"),
    # headers
    refused("no header", "Connections.csv", ANN + BEN, "no header with"),
    refused("no date column", "c.csv", "First Name,Last Name,URL\nA,B,\n", "Connected On"),
    refused("no last name", "x.csv", "First Name,Connected On\nAnn,05 Mar 2024\n", "Last Name"),
    accepted("header alone", HEADER, 0, "header_only"),
    accepted("header without newline", HEADER.strip(), 0, "header_only"),
    accepted("duplicate column", FIRST_TWICE, 1),
    accepted("swapped columns", SWAPPED, 2),
    accepted("no address column", SHORTER, 1),
    accepted("semicolons", (HEADER + ANN + BEN).replace(",", ";"), 2),
    accepted("pipes", (HEADER + ANN + BEN).replace(",", "|"), 2),
    accepted("all quoted", ALL_QUOTED, 1),
    accepted("unknown column", HEADER.replace("URL", "Shoe Size") + row(), 1),
    accepted("shouting headings", HEADER.upper() + ANN, 1),
    accepted("two exports joined", HEADER + ANN + "Notes:\n\n" + HEADER + BEN, 2),
    accepted("two eras joined", HEADER + ANN + SHORTER, 2),
    accepted("one export twice", (HEADER + ANN + BEN) * 2, 2),
    accepted("a row above the header", ANN + HEADER + BEN, 1, "above the header", lost=1),
    # rows
    accepted("short row", HEADER + ANN + "Ben,Ochs,x\n", 1, "3 cells where", lost=1),
    accepted("long row", HEADER + ANN + BEN.strip() + ",more\n", 1, "8 cells where", lost=1),
    accepted("row padded with nothing", HEADER + ANN.strip() + ",,,\n", 1),
    accepted("blank rows", HEADER + "\n,,,,,,\n" + ANN + "\n\n", 1),
    accepted("hidden members", HEADER + ANN + HIDDEN * 3, 1),
    refused("hidden members alone", "Connections.csv", HEADER + HIDDEN, "nobody in them"),
    refused("only torn rows", "Connections.csv", HEADER + "a,b\n" * 3, "nobody in them"),
    accepted("a row without a name", HEADER + NAMELESS + ANN, 1, "nobody", lost=1),
    accepted("a profile without a name", HEADER + PROFILE_ALONE, 1),
    accepted("unquoted comma", HEADER + row(company="Acme, Inc") + BEN, 1, "8 cells", lost=1),
    accepted("quote never closed", HEADER + ANN + OPEN_QUOTE + BEN, 2, "2 cells", lost=1),
    accepted("two open quotes", HEADER + OPEN_QUOTE * 2 + ANN, 1, "2 cells", lost=2),
    accepted("quote closed two rows on", HEADER + OPEN_QUOTE + ANN + QUOTED, 2, "2 cells", lost=1),
    accepted("doubled quotes", HEADER + row(company='"The ""Best"" Co"'), 1),
    accepted("quote at the very end", HEADER + ANN + BEN + '"', 2),
    accepted("stray quote in a word", HEADER + row(company='The "Best" Co'), 1),
    accepted("a row in a cell", HEADER + row(position=f'"Head\n{BEN}"') + row("Cy"), 2),
    accepted("line break in a cell", HEADER + row(position='"Head\nof it"') + BEN, 2),
    accepted("huge cell", HEADER + row(company="x" * 200_000) + BEN, 1, "quotes", lost=1),
    accepted("fifty megabytes in a cell", HEADER + row(company="x" * 50_000_000) + BEN, 1, lost=1),
    accepted("line separator in a cell", HEADER + row(company="A\u2028B") + BEN, 2),
    accepted("NUL in a cell", HEADER + row(company="A\0B") + BEN, 2),
    accepted("CR alone", (HEADER + ANN + BEN).replace("\n", "\r"), 2),
    accepted("CR CR LF", (HEADER + ANN + BEN).replace("\n", "\r\r\n"), 2),
    accepted("no last newline", HEADER + ANN + BEN.strip(), 2),
    # bytes
    accepted("one bad byte", (HEADER + row("Ren\xe9")).encode("latin-1"), 1, "encoding"),
    accepted("windows-1252", (HEADER + row("Renée", company="“Ö")).encode("cp1252"), 1, "encoding"),
    accepted("UTF-16 without a mark", (HEADER + ANN).encode("utf-16-le"), 1),
    accepted("UTF-32", (HEADER + ANN).encode("utf-32"), 1),
    accepted("UTF-16 cut in half", (HEADER + ANN + BEN).encode("utf-16")[:-1], 2),
    accepted("double mojibake", HEADER + row("RenÃƒÂ©e"), 1, "mojibake"),
    accepted("BOM twice", b"\xef\xbb\xbf\xef\xbb\xbf" + (HEADER + ANN).encode(), 1),
    # dates
    accepted("ambiguous dates", HEADER + row(day="03/04/2024"), 1, "ambiguous_date"),
    accepted("contradicting dates", HEADER + row(day="13/04/2024") + row("Bo", "04/13/2024"), 2),
    accepted("no date at all", HEADER + row(day=""), 1),
    accepted("not a date", HEADER + row(day="yesterday"), 1, "unreadable_date"),
    accepted("before LinkedIn", HEADER + row(day="01 Jan 1970"), 1, "unreadable_date"),
    accepted("30 February", HEADER + row(day="30 Feb 2024"), 1, "unreadable_date"),
    accepted("day 0", HEADER + row(day="00 Mar 2024"), 1, "unreadable_date"),
    accepted("two-digit year", HEADER + row(day="5-Mar-24"), 1),
    accepted("date and time", HEADER + row(day="2024-03-05T10:00:00Z"), 1),
    accepted("thousand years on", HEADER + row(day="05 Mar 3024"), 1, "unreadable_date"),
    accepted("serial", HEADER + row(day="45356"), 1, "excel_serial"),
    # people
    accepted("names like nothing", HEADER + row("Nan", last="Null", company="007"), 1),
    accepted("formula", HEADER + row("=HYPERLINK(1)", last="@x"), 1),
    accepted("a name of 20,000 letters", HEADER + row("x" * 20_000), 1),
    accepted("nothing but emoji", HEADER + row("🌟", last="🚀"), 1),
    accepted("right to left marks", HEADER + row("\u202eAnn"), 1),
    accepted("address of a company", HEADER + row(url="https://www.linkedin.com/company/acme"), 1),
    accepted("no address at all", HEADER + row(url="n/a"), 1),
    accepted("mail alone", HEADER + ",,,a@b.example,,,01 Jan 2020\n", 1),
    accepted("markup", HEADER + row("<b>Ann</b>", last="<script>"), 1),
    accepted("terminal escape", HEADER + row("\x1b[31mAnn"), 1),
    accepted("script address", HEADER + row(url="javascript:alert(1)"), 1),
    accepted("one profile, two names", HEADER + ANN + ANN.replace("Lee", "Low"), 1, "same_profile"),
    accepted("one name, two profiles", HEADER + ANN + ANN.replace("ann-lee", "ann-2"), 2),
    accepted("one name, one day, no profile", HEADER + row() * 2, 2),
    # zips
    refused("zip cut off", "a.zip", zipped(("Connections.csv", ANN))[:-30], "no whole zip"),
    refused("zip of nothing", "a.zip", zipped(), "no file of a LinkedIn"),
    refused("zip of photos", "a.zip", zipped(("a.jpg", "x")), "no file of a LinkedIn"),
    refused("zip in a zip", "a.zip", zipped(("b.zip", "x")), "another zip"),
    refused("spreadsheet", "Connections.csv", zipped(("[Content_Types].xml", "")), "Office"),
    refused("encrypted", "a.zip", encrypted(), "encrypted"),
    refused("wrong checksum", "a.zip", wrong_checksum(), "damaged"),
    refused("bomb", "a.zip", zipped(("Connections.csv", "0" * (60 << 20))), "unpacks to"),
    Case("many small bombs", "a.zip", small_bombs(), 1, "with the tables before it", lost=7),
    refused("member is a link", "a.zip", linked(), "no header"),
    refused("folder called so", "a.zip", zipped(("Connections.csv/", "")), "no file of a LinkedIn"),
    Case("two members of one name", "a.zip", twice_named(), 2),
    Case("messages damaged within", "a.zip", broken_within(), 1, "damaged", lost=1),
    Case("absolute path", "a.zip", zipped(("/etc/Connections.csv", HEADER + ANN)), 1),
    Case("backslashes", "a.zip", zipped(("x\\y\\Connections.csv", HEADER + ANN)), 1),
    Case(
        "phone book of another make",
        "a.zip",
        zipped(("Connections.csv", HEADER + ANN), ("Contacts.csv", "Name,Phone\nA,1\n")),
        1,
        "no header with",
        lost=1,
    ),
    refused("empty member", "a.zip", zipped(("Connections.csv", "")), "no header"),
    Case(
        "traversal", "a.zip", zipped(("../../Connections.csv", HEADER + ANN)), 1
    ),
    Case("deep folder", "a.zip", zipped(("x/Export/Connections.csv", HEADER + ANN)), 1),
    Case(
        "mac twin",
        "a.zip",
        zipped(("__MACOSX/._Connections.csv", "\0\5"), ("connections.CSV", HEADER + ANN)),
        1,
    ),
    Case(
        "decoys",
        "a.zip",
        zipped(("Connections.csv", HEADER + ANN), ("coach_messages.csv", MESSAGES)),
        1,
    ),
    Case(
        "one content, two names",
        "a.zip",
        zipped(("Connections.csv", HEADER + ANN), ("Connections (1).csv", HEADER + ANN)),
        1,
        "duplicate_file",
    ),
    Case(
        "member id in the name", "a.zip", zipped(("Connections_1158443584.csv", HEADER + ANN)), 1
    ),
    Case(
        "a damaged table beside a good one",
        "a.zip",
        zipped(("Connections.csv", HEADER + ANN), ("messages.csv", "<html>")),
        1,
        "no header",
        lost=1,
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_archive_ends_as_the_table_says(case: Case, tmp_path: Path) -> None:
    path = tmp_path / case.file
    path.write_bytes(case.content)
    found = linkedin.inspect([path])
    said = json.dumps(found.as_json(), ensure_ascii=False)
    assert (len(found.people), found.refused) == (case.people, case.refused), said
    assert case.says in said
    if not case.refused:
        assert len(found.rejected) == case.lost
        extraction = linkedin.extract([path])
        assert len(extraction.observations) == case.people
    else:
        with pytest.raises(UnreadableSourceError):
            linkedin.extract([path])


def link(folder: Path) -> Path:
    (folder / "real.csv").write_text(HEADER + ANN, encoding="utf-8")
    (folder / "Connections.csv").symlink_to(folder / "real.csv")
    return folder / "Connections.csv"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "Connections.csv")
    return folder / "Connections.csv"


def folder_with_a_link(folder: Path) -> Path:
    (folder / "archive").mkdir()
    link(folder)
    (folder / "archive" / "Connections.csv").symlink_to(folder / "real.csv")
    return folder / "archive"


def crowd(folder: Path) -> Path:
    (folder / "a.zip").write_bytes(zipped(*((f"{n}.csv", "") for n in range(30_000))))
    return folder / "a.zip"


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (link, "symbolic link"),
        (pipe, "no regular file"),
        (folder_with_a_link, "symbolic link"),
        (crowd, "over 20000 files"),
        (lambda folder: folder / "absent.zip", "No such file"),
        (lambda folder: folder, "no file of a LinkedIn archive"),
    ],
)
def test_what_is_no_file_is_not_read(
    build: Callable[[Path], Path], says: str, tmp_path: Path
) -> None:
    found = linkedin.inspect([build(tmp_path)])
    assert found.refused
    assert any(says in rejection.reason for rejection in found.rejected)


def test_one_bad_path_stops_no_other(tmp_path: Path) -> None:
    good = tmp_path / "Connections.csv"
    good.write_text(HEADER + ANN, encoding="utf-8")
    found = linkedin.inspect([tmp_path / "absent", good])
    assert (len(found.people), len(found.rejected), found.refused) == (1, 1, False)


def test_an_error_names_the_file_and_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text("First Name,Last Name,URL\nAnn,Lee,\n", encoding="utf-8")
    with pytest.raises(UnreadableSourceError) as caught:
        linkedin.extract([path])
    assert caught.value.subject == "Connections.csv"
    assert "Connected On" in caught.value.reason
    assert "'First Name'" in caught.value.reason
    assert caught.value.next_step


# messages

TALK_HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
)
OWNER = "First Name,Last Name,Headline\nMira,Okonkwo,Metrologist\n"


def said(text: str, at: str = "2024-03-06 10:00:00 UTC", tail: str = "INBOX,,No,No") -> str:
    """Return a row of Ann's, whose text stands as given."""
    ann, mira = (f"https://www.linkedin.com/in/{slug}" for slug in ("ann-lee", "mira"))
    return f"2-x,,Ann Lee,{ann},Mira Okonkwo,{mira},{at},,{text},{tail}\n"


FORGED = (
    "2-x,,Eve Evil,https://www.linkedin.com/in/eve,Mira Okonkwo,https://www.linkedin.com/in/mira,"
    "2024-03-06 10:00:00 UTC,,fake,INBOX,,No,No"
)


@pytest.mark.parametrize(
    ("rows", "taken", "lost"),
    [
        (said("Hello"), 1, 0),
        (said(""), 1, 0),
        (said('"Hi, a, b, c, d\nand, more, of, it"'), 1, 0),  # as many commas as a row has
        (said('"Hi\n\n2-x,,Ann,,Mira,,soon,,no,INBOX,,No,No\n"'), 1, 0),  # no date: no row
        (said('"Hi\r\nthere"'), 1, 0),
        (said('"Hi\u2028there"'), 1, 0),
        (said('"He said ""hello"""'), 1, 0),
        (said('He said "hello"'), 1, 0),
        (said("a\0b"), 1, 0),
        (said("<p>Hello</p>"), 1, 0),
        (said("x" * 100_000), 1, 0),
        (said("x" * 200_000) + said("Hello"), 1, 1),
        (said('"never closed') + said("Hello") + said("Bye"), 2, 1),
        (said('"never closed') + said('"Hello, you"') + said("Bye"), 2, 1),
        (said("one, comma too many") + said("Hello"), 1, 1),
        (said("Hello", at="2024-02-30 10:00:00 UTC"), 0, 1),
        (said("Hello", at="2024-03-06 25:00:00 UTC"), 0, 1),
        (said("Hello", at="1970-01-01 00:00:00 UTC"), 0, 1),
        (said("Hello", at=""), 0, 1),
        (said("Hello", at="2031-03-06 10:00:00 UTC"), 1, 0),  # to come
        (said("Hello", tail="INBOX,,Yes,No"), 0, 0),
        (said("Hello", tail="INBOX,,No"), 0, 1),
        (said("Hello") + "\n,,,,,,,,,,,,\n" + said("Bye"), 2, 0),
        (said("Hello") + TALK_HEADER + said("Hello"), 1, 0),  # two exports, joined
        (said("Hello") * 2, 2, 0),
        (said(f'"Look:\n{FORGED}\nBye"'), 1, 0),  # a whole row, quoted
        (said(f'"{FORGED}\n{FORGED}"'), 1, 0),
        (said(f'"Look:\n{FORGED}\nBye"') + said('He said "hello"'), 2, 0),
        (said(f'"Look:\n{FORGED}\nBye"') + said('"never closed') + said("Hello"), 2, 1),
    ],
)
def test_bad_messages_end_as_the_table_says(
    rows: str, taken: int, lost: int, tmp_path: Path
) -> None:
    (tmp_path / "Connections.csv").write_text(HEADER + ANN, encoding="utf-8")
    (tmp_path / "Profile.csv").write_text(OWNER, encoding="utf-8")
    (tmp_path / "messages.csv").write_bytes((TALK_HEADER + rows).encode())
    found = linkedin.inspect([tmp_path])
    (ann,) = found.people
    assert (ann["messages_in"], len(found.rejected)) == (taken, lost), found.rejected
    counts = dict(found.counts)
    fates = [
        "one_to_one",
        "group",
        "sponsored",
        "deleted_member",
        "to_self",
        "ambiguous",
        "unattributed",
    ]
    taken_in = sum(counts.get(f"messages_{fate}", 0) for fate in fates)
    others = counts["messages_duplicate"] + counts["messages_draft"] + counts["messages_rejected"]
    assert counts["messages_read"] == taken_in + others


def test_damaged_messages_are_not_half_taken(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(broken_within())
    found = linkedin.extract([tmp_path / "a.zip"])
    assert set(found.interactions["kind"]) == {"connected"}
    assert not found.sentences.size
