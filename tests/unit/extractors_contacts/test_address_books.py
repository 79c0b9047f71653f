from pathlib import Path

import pytest

from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction
from extractors import addressbook, linkedin

Told = tuple[str, str, str]  # property, value, kind
GOOGLE = (
    "First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,"
    "Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,"
    "Address 1 - Formatted,Website 1 - Label,Website 1 - Value\n"
)
FULL = (
    'Bo,Ivar,Ek,Bosse,,Fjord AB,Engineer,1980-01-01,"Met at\nthe fair",* myContacts,'
    "* Work,bo@fjord.example ::: ek@fjord.example,Home,bo@x.example,Mobile,'+46 70 000 01,"
    'Work Fax,+46 8 000 02,Home,"Ringen 1\n111 22 Kista",Profile,linkedin.com/in/bo-ek\n'
)
OLD_GOOGLE = (
    "Name,Given Name,Additional Name,Family Name,Notes,Group Membership,E-mail 1 - Type,"
    "E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business City,Business State,Business Postal Code,Business Country/Region,Home Street,"
    "Assistant's Phone,Business Fax,Business Phone,Company Main Phone,Home Phone,Mobile Phone,"
    "Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Notes,Web Page\n"
)
GERMAN = (
    "Anrede;Vorname;Weitere Vornamen;Nachname;Suffix;Firma;Abteilung;Position;"
    "Straße geschäftlich;Ort geschäftlich;Region geschäftlich;Postleitzahl geschäftlich;"
    "Land/Region geschäftlich;Straße privat;Telefon Assistent;Fax geschäftlich;"
    "Telefon geschäftlich;Telefon Firma;Telefon privat;Mobiltelefon;Kategorien;E-Mail-Adresse;"
    "E-Mail-Typ;E-Mail: Angezeigter Name;E-Mail 2: Adresse;Notizen;Webseite\n"
)
FRENCH = (
    "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Ville (bureau),"
    "Dép/Région (bureau),Code postal (bureau),Pays/Région (bureau),Rue (domicile),"
    "Téléphone de l'assistant(e),Télécopie (bureau),Téléphone (bureau),Téléphone société,"
    "Téléphone (domicile),Tél. mobile,Catégories,Adresse de messagerie,Type de messagerie,"
    "Nom complet de l'adresse de messagerie,Adresse de messagerie 2,Notes,Page Web\n"
)
SPANISH = (
    "Título,Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Puesto,"
    "Calle del trabajo,Ciudad del trabajo,Provincia o estado del trabajo,"
    "Código postal del trabajo,País o región del trabajo,Calle del domicilio,"
    "Teléfono del asistente,Fax del trabajo,Teléfono del trabajo,"
    "Teléfono principal de la compañía,Teléfono particular,Móvil,Categorías,E-mail Address,"
    "Tipo de correo electrónico,Nombre de pantalla de correo electrónico,"
    "Dirección de correo electrónico 2,Notas,Página Web\n"
)
ROW = (
    "Dr.,Bo,,Ek,,Fjord AB,Nets,Engineer,Ringen 1,Kista,Norr,111 22,SE,,+46 8 99,+46 8 000 02,"
    "+46 8 000 03,+46 8 999,+46 8 000 04,+46 70 000 01,Friends,bo@fjord.example,SMTP,Bo,"
    "bo@x.example,Met at the fair,fjord.example\n"
)
ROW_TOLD = [
    ("FN", "Bo Ek", ""),
    ("ORG", "Fjord AB", ""),
    ("TITLE", "Engineer", ""),
    ("EMAIL", "bo@fjord.example", ""),
    ("EMAIL", "bo@x.example", ""),
    ("TEL", "+46 8 000 02", "fax"),
    ("TEL", "+46 8 000 03", "work"),
    ("TEL", "+46 8 000 04", "home"),
    ("TEL", "+46 70 000 01", "mobile"),
    ("URL", "fjord.example", ""),
    ("ADR", "Ringen 1, 111 22 Kista, Norr, SE", "work"),
    ("NOTE", "Met at the fair", ""),
]


def read(tmp_path: Path, content: bytes | str, name: str = "whatever.csv") -> Extraction:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert addressbook.recognises(path)
    return addressbook.extract(path)


def told(found: Extraction) -> list[Told]:
    columns = [found.claims[name] for name in ("property", "value", "kind")]
    return list(zip(*columns, strict=True))


def test_what_google_exports_today(tmp_path: Path) -> None:
    assert told(read(tmp_path, GOOGLE + FULL)) == [
        ("FN", "Bo Ivar Ek", ""),
        ("ORG", "Fjord AB", ""),
        ("TITLE", "Engineer", ""),
        ("EMAIL", "bo@fjord.example", "work"),
        ("EMAIL", "ek@fjord.example", "work"),
        ("EMAIL", "bo@x.example", "home"),
        ("TEL", "+46 70 000 01", "mobile"),
        ("TEL", "+46 8 000 02", "fax"),
        ("URL", "linkedin.com/in/bo-ek", "linkedin"),
        ("ADR", "Ringen 1, 111 22 Kista", "home"),
        ("NOTE", "Met at the fair", ""),
    ]


def test_what_google_exported_before_2024(tmp_path: Path) -> None:
    row = "Bo Ek,Bo,,Ek,Hello,* myContacts,* Work,bo@x.example,Mobile,070 12 34,Fjord,Engineer\n"
    assert told(read(tmp_path, OLD_GOOGLE + row)) == [
        ("FN", "Bo Ek", ""),
        ("ORG", "Fjord", ""),
        ("TITLE", "Engineer", ""),
        ("EMAIL", "bo@x.example", "work"),
        ("TEL", "070 12 34", "mobile"),
        ("NOTE", "Hello", ""),
    ]


@pytest.mark.parametrize(
    ("header", "row"),
    [(OUTLOOK, ROW), (GERMAN, ROW.replace(",", ";")), (FRENCH, ROW), (SPANISH, ROW)],
    ids=["English", "German", "French", "Spanish"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_outlook_says_the_same_in_every_language_and_encoding(
    tmp_path: Path, header: str, row: str, encoding: str
) -> None:
    found = read(tmp_path, (header + row).replace("\n", "\r\n").encode(encoding))
    assert told(found) == ROW_TOLD
    assert (found.read, len(found.rejected)) == (1, 0)


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        (GOOGLE, "小明,,王" + "," * 19, "王小明"),
        (OUTLOOK, ",小明,,王" + "," * 23, "王小明"),
        (OUTLOOK, ",BO,,EK" + "," * 23, "BO EK"),
        (OLD_GOOGLE, '"Ek, Bo",Bo,,Ek' + "," * 8, "Bo Ek"),
        (GOOGLE, ",,,Bosse" + "," * 18, "Bosse"),
    ],
)
def test_a_name_is_put_together_as_it_is_said(
    tmp_path: Path, header: str, row: str, name: str
) -> None:
    assert told(read(tmp_path, header + row + "\n")) == [("FN", name, "")]


def test_every_row_is_taken_in_or_rejected_with_its_line(tmp_path: Path) -> None:
    width = GOOGLE.count(",")
    rows = [
        FULL,
        "," * 8 + "only a note" + "," * (width - 8) + "\n",
        "," * width + "\n",
        "too,few\n",
        "," * 11 + "anna@x.example" + "," * (width - 11) + "\n",
        FULL,
    ]
    found = read(tmp_path, GOOGLE + "".join(rows))
    assert sorted((item.line or 0, item.reason) for item in found.rejected) == [
        (5, "names nobody: no name, company, e-mail, number or web address"),
        (7, "2 cells where the header has 22 cells"),
    ]
    assert found.counts == {"rows_read": 5, "rows_duplicate": 1, "rows_rejected": 2}
    assert len(found.observations) + len(found.rejected) == found.read
    assert found.observations["record_id"].nunique() == 2
    assert ("EMAIL", "anna@x.example", "") in told(found)


def test_the_same_entry_is_the_same_record_whatever_else_changes(tmp_path: Path) -> None:
    before = read(tmp_path, GOOGLE + FULL)
    moved = FULL.replace("Engineer", "Manager").replace("Fjord AB", "Harbour").replace("Met", "Ate")
    after = read(tmp_path, GOOGLE + moved)
    assert list(before.observations["record_id"]) == list(after.observations["record_id"])
    other = read(tmp_path, GOOGLE + FULL.replace("bo@x.example", "bo@y.example"))
    assert list(other.observations["record_id"]) != list(after.observations["record_id"])


def test_two_of_one_name_at_two_companies_are_two(tmp_path: Path) -> None:
    rows = (f"Bo,,Ek,,,{company}" + "," * 16 + "\n" for company in ("Fjord", "Harbour"))
    assert len(read(tmp_path, GOOGLE + "".join(rows)).observations) == 2


def test_what_a_spreadsheet_did_is_undone_or_said(tmp_path: Path) -> None:
    cells = [""] * 22
    cells[0], cells[14], cells[15], cells[16], cells[17] = "Bo", "Mobile", "4.67E+11", "Home", ""
    cells[11] = "'@bo"
    row = ",".join(cells) + "\n" + "Cy" + "," * 15 + '"=""+46 70 000 01""",,,,,,\n'
    found = read(tmp_path, "sep=,\n" + GOOGLE + row)
    assert told(found) == [("FN", "Bo", ""), ("FN", "Cy", ""), ("TEL", "+46 70 000 01", "")]
    (notice,) = found.notices
    assert notice.kind == "spoiled_numbers"


def test_mojibake_is_repaired_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, GOOGLE + FULL.replace("Ivar", "JosÃ©"))
    assert ("FN", "Bo José Ek", "") in told(found)
    assert [notice.kind for notice in found.notices] == ["mojibake"]


def test_a_header_alone_is_an_empty_address_book(tmp_path: Path) -> None:
    found = read(tmp_path, GOOGLE)
    assert found.read == 0
    assert [notice.kind for notice in found.notices] == ["header_only"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 2000,
        b"First Name,Last Name,Connected On\nBo,Ek,05 Mar 2024\n",
        b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        b"FROM,TO,DATE,CONTENT\n",
        b"Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers\n",
        b"First Name,Last Name,Email Address,Ticket Type,Company\n",
        b"(Do Not Modify) Contact,First Name,Last Name,Business Phone\n",
        b"BEGIN:VCARD\nEND:VCARD\n",
        b"<html>",
    ],
)
def test_what_is_no_address_book_is_none_and_refused_in_words(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "contacts.csv"
    path.write_bytes(content)
    assert not addressbook.recognises(path)
    with pytest.raises(UnreadableSourceError, match="no header of a Google or Outlook"):
        addressbook.extract(path)


def test_a_table_of_nobody_is_refused_with_the_first_reason(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(GOOGLE + "," * 8 + "a note" + "," * 13 + "\n")
    with pytest.raises(
        UnreadableSourceError, match="no row of 1 can be read; line 2: names nobody"
    ):
        addressbook.extract(path)


@pytest.mark.parametrize(
    ("content", "product", "folder"),
    [
        (GOOGLE, "Google Contacts", "contacts"),
        (OLD_GOOGLE, "Google Contacts", "contacts"),
        (OUTLOOK, "Outlook", "contacts"),
        (GERMAN, "Outlook", "contacts"),
        (FRENCH, "Outlook", "contacts"),
        (SPANISH, "Outlook", "contacts"),
        ("BEGIN:VCARD\n", "a vCard", "contacts"),
        ("BEGIN:VCALENDAR\n", "a calendar", "calendar"),
    ],
)
def test_inspect_names_what_it_refuses_and_says_where_it_belongs(
    tmp_path: Path, content: str, product: str, folder: str
) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text(content)
    found = linkedin.inspect([path])
    assert found.refused
    (rejected,) = found.rejected
    assert product in rejected.reason
    assert f"put it into inbox/{folder}/ and run" in rejected.reason
