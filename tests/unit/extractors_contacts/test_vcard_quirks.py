"""What programs make of vCards, each with what must come of it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from contacts.errors import UnreadableSourceError
from contacts.extraction import Extraction
from extractors import vcard

Told = tuple[str, str, str]  # property, value, kind
BO: Told = ("FN", "Bo Ek", "")


def read(tmp_path: Path, content: bytes | str) -> Extraction:
    path = tmp_path / "book.vcf"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return vcard.extract(path)


def card(*lines: str) -> str:
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCARD", *lines, "END:VCARD"))


def told(found: Extraction) -> list[Told]:
    columns = [found.claims[name] for name in ("property", "value", "kind")]
    return list(zip(*columns, strict=True))


@dataclass(frozen=True)
class Quirk:
    name: str
    content: bytes | str
    expected: list[Told]


def latin(*lines: str) -> bytes:
    return card(*lines).encode("latin-1")


LINKEDIN = "https://www.linkedin.com/in/bo-ek"
PICTURE = "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD" * 18
QUIRKS = [
    Quirk("plain", card("VERSION:3.0", "FN:Bo Ek"), [BO]),
    Quirk("no version", card("FN:Bo Ek"), [BO]),
    Quirk("version unknown", card("VERSION:9.9", "FN:Bo Ek"), [BO]),
    Quirk("blank lines before", "\r\n \r\n" + card("FN:Bo Ek"), [BO]),
    Quirk("blanks before BEGIN", "  " + card("FN:Bo Ek"), [BO]),
    Quirk("BEGIN: VCARD", card("FN:Bo Ek").replace("BEGIN:", "begin: "), [BO]),
    Quirk("BOM", b"\xef\xbb\xbf" + card("FN:Bo Ek").encode(), [BO]),
    Quirk("BOM of a second file", card("FN:Bo Ek") + "\ufeff" + card("FN:Cy"),
          [BO, ("FN", "Cy", "")]),
    Quirk("UTF-16", card("FN:Bo Ek").encode("utf-16"), [BO]),
    Quirk("UTF-16 without BOM", card("FN:Bo Ek").encode("utf-16-le"), [BO]),
    Quirk("CR alone", card("FN:Bo Ek").replace("\r\n", "\r"), [BO]),
    Quirk("blank lines within", card("FN:Bo Ek", "", "", "UID:1"), [BO]),
    Quirk("folded", card("FN:Bo", "  Ek"), [BO]),
    Quirk("folded by a tab", card("FN:Bo ", "\tEk"), [BO]),
    Quirk("a mark that is folded text", card("FN:Bo Ek", "NOTE:see", "  BEGIN:VCARD"),
          [BO, ("NOTE", "see BEGIN:VCARD", "")]),
    Quirk("folded without a blank", card("FN:Bo Ek", "NOTE:" + "x" * 70, "yz"),
          [BO, ("NOTE", "x" * 70 + "yz", "")]),
    Quirk("a line break not escaped", card("FN:Bo Ek", "NOTE:one", "two"),
          [BO, ("NOTE", "one two", "")]),
    Quirk("an address in such a line", card("FN:Bo Ek", "NOTE:see", "https://x.example/a"),
          [BO, ("NOTE", "see https://x.example/a", "")]),
    Quirk("a letter split by a soft break",
          card("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=", "=A9 Ek"),
          [("FN", "José Ek", "")]),
    Quirk("quoted-printable by itself", card("fn;quoted-printable:Zo=C3=AB"), [("FN", "Zoë", "")]),
    Quirk("a soft break at the end", card("FN;ENCODING=QUOTED-PRINTABLE:Bo Ek="), [BO]),
    Quirk("quoted-printable lines", card("FN:Bo Ek", "NOTE;ENCODING=QUOTED-PRINTABLE:a=0D=0Ab"),
          [BO, ("NOTE", "a b", "")]),
    Quirk("CHARSET=undefined", card("FN;CHARSET=undefined;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9"),
          [("FN", "José", "")]),
    Quirk("another charset than it says",
          card("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9"), [("FN", "José", "")]),
    Quirk("Latin-1 as it says", latin("FN;CHARSET=ISO-8859-1:José"), [("FN", "José", "")]),
    Quirk("Windows-1252 unsaid", latin("FN:José"), [("FN", "José", "")]),
    Quirk("Cyrillic of one byte", card("FN;CHARSET=windows-1251:Бо").encode("cp1251"),
          [("FN", "Бо", "")]),
    Quirk("Shift JIS", card("FN;CHARSET=SHIFT_JIS:佐藤").encode("cp932"), [("FN", "佐藤", "")]),
    Quirk("GBK that might be UTF-8", card("FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=C4=A7"),
          [("FN", "魔", "")]),
    Quirk("no text's codec", card("FN;CHARSET=unicode_escape:Bo Ek\\ud800"),
          [("FN", "Bo Ekud800", "")]),
    Quirk("half a pair by UTF-7", card("FN;CHARSET=UTF-7;QUOTED-PRINTABLE:Bo Ek+2AA-=80"),
          [("FN", "Bo Ek+2AA-€", "")]),
    Quirk("decomposed letters", card("FN:Jose\u0301"), [("FN", "José", "")]),
    Quirk("control characters", card("FN:Bo\x1b[31m\x00 Ek"), [("FN", "Bo [31m Ek", "")]),
    Quirk("N without FN", card("N:Ek;Bo;;Dr.;PhD"), [BO]),
    Quirk("FN empty", card("FN:", "N:Ek;Bo;;;"), [BO]),
    Quirk("N of five with a middle", card("N:Ek;Bo;Ivar;;"), [("FN", "Bo Ivar Ek", "")]),
    Quirk("N in Han", card("N:王;小明;;;"), [("FN", "王小明", "")]),
    Quirk("family first", card("FN:Ek, Bo", "N:Ek;Bo;;;"), [BO]),
    Quirk("a nickname alone", card("NICKNAME:Bosse"), [("FN", "Bosse", "")]),
    Quirk("an address for a name", card("FN:bo@x.example", "EMAIL:bo@x.example"),
          [("EMAIL", "bo@x.example", "")]),
    Quirk("a number for a name", card("FN:+46 70 000", "TEL:+46 70 000"),
          [("TEL", "+46 70 000", "")]),
    Quirk("grouped with Apple's label",
          card("FN:Bo Ek", "item1.EMAIL:bo@x.example", "item1.X-ABLabel:_$!<Work>!$_"),
          [BO, ("EMAIL", "bo@x.example", "work")]),
    Quirk("a label in German",
          card("FN:Bo Ek", "item2.TEL:030 1234", "item2.X-ABLabel:Geschäftlich"),
          [BO, ("TEL", "030 1234", "work")]),
    Quirk("bare types", card("FN:Bo Ek", "TEL;CELL:070 1234", "TEL;WORK;FAX:08 1234"),
          [BO, ("TEL", "070 1234", "mobile"), ("TEL", "08 1234", "fax")]),
    Quirk("types in one", card("FN:Bo Ek", 'TEL;TYPE="cell,voice":070 1234'),
          [BO, ("TEL", "070 1234", "mobile")]),
    Quirk("types one by one", card("FN:Bo Ek", "TEL;type=HOME;type=pref:08 1234"),
          [BO, ("TEL", "08 1234", "home")]),
    Quirk("a quote not closed", card("FN:Bo Ek", 'TEL;TYPE="cell:070 1234'),
          [BO, ("TEL", "070 1234", "mobile")]),
    Quirk("a colon in quotes", card("FN:Bo Ek", 'ADR;LABEL="a:b;c":;;Ring 1;;;;'),
          [BO, ("ADR", "Ring 1", "")]),
    Quirk("tel: and mailto:",
          card("FN:Bo Ek", "TEL;VALUE=uri:tel:+46-8-1234;ext=5", "EMAIL:MAILTO:bo@x.example"),
          [BO, ("EMAIL", "bo@x.example", ""), ("TEL", "+46-8-1234 ext. 5", "")]),
    Quirk("a name around an address", card("FN:Bo Ek", "EMAIL:Bo Ek <bo@x.example>"),
          [BO, ("EMAIL", "bo@x.example", "")]),
    Quirk("no address", card("FN:Bo Ek", "EMAIL;TYPE=X400:/o=Ex/ou=Admin/cn=bo"), [BO]),
    Quirk("several of each",
          card("FN:Bo Ek", "EMAIL:a@x.example", "EMAIL:b@x.example", "EMAIL:a@x.example",
               "URL:x.example", "URL:https\\://y.example/"),
          [BO, ("EMAIL", "a@x.example", ""), ("EMAIL", "b@x.example", ""),
           ("URL", "x.example", ""), ("URL", "https://y.example/", "")]),
    Quirk("a script for an address", card("FN:Bo Ek", "URL:javascript:alert(1)"), [BO]),
    Quirk("departments", card("FN:Bo Ek", "ORG:Fjord\\, Inc.;Sales;North"),
          [BO, ("ORG", "Fjord, Inc.", "")]),
    Quirk("ROLE without TITLE", card("FN:Bo Ek", "ROLE:Engineer"), [BO, ("TITLE", "Engineer", "")]),
    Quirk("TITLE before ROLE", card("FN:Bo Ek", "ROLE:Hand", "TITLE:Engineer"),
          [BO, ("TITLE", "Engineer", "")]),
    Quirk("Apple's profile",
          card("FN:Bo Ek", f"X-SOCIALPROFILE;type=linkedin;x-user=bo-ek:{LINKEDIN}"),
          [BO, ("URL", LINKEDIN, "linkedin")]),
    Quirk("Apple's profile by user",
          card("FN:Bo Ek", "X-SOCIALPROFILE;type=linkedin;x-user=bo-ek:x-apple:bo-ek"),
          [BO, ("URL", LINKEDIN, "linkedin")]),
    Quirk("another network", card("FN:Bo Ek", "X-SOCIALPROFILE;type=chess:x-apple:bo-ek"), [BO]),
    Quirk("RFC 9554", card("FN:Bo Ek", "SOCIALPROFILE;SERVICE-TYPE=LinkedIn;USERNAME=bo-ek:bo"),
          [BO, ("URL", LINKEDIN, "linkedin")]),
    Quirk("IMPP", card("FN:Bo Ek", "IMPP;X-SERVICE-TYPE=LinkedIn:bo-ek", "IMPP:xmpp:bo@x.example"),
          [BO, ("URL", LINKEDIN, "linkedin")]),
    Quirk("a company", card("FN:Fjord", "ORG:Fjord;", "X-ABShowAs:COMPANY"),
          [("ORG", "Fjord", "")]),
    Quirk("a company by KIND", card("FN:Fjord", "KIND:org"), [("ORG", "Fjord", "")]),
    Quirk("a picture without folds", card("FN:Bo Ek", PICTURE, "QUJDQUJD", "", "UID:1"), [BO]),
    Quirk("a picture of 5 MB", card("FN:Bo Ek", "PHOTO;BASE64:" + "A" * 5_000_000, "UID:1"), [BO]),
    Quirk("a note in base64", card("FN:Bo Ek", "NOTE;ENCODING=B:QUJD"), [BO]),
    Quirk("an agent's card within",
          card("FN:Bo Ek", "AGENT:", *card("FN:Cy").split(), "TITLE:Boss"),
          [BO, ("TITLE", "Boss", "")]),
    Quirk("an escape at the end", card("FN:Bo Ek\\"), [("FN", "Bo Ek\\", "")]),
    Quirk("categories", card("FN:Bo Ek", "CATEGORIES:Friends,PyCon"), [BO]),
]  # fmt: skip


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: quirk.name)
def test_a_quirk_of_a_program_changes_nothing(tmp_path: Path, quirk: Quirk) -> None:
    found = read(tmp_path, quirk.content)
    assert told(found) == quirk.expected
    assert not found.rejected


NOBODY = "names nobody: no name, company, e-mail, number or web address"
UNENDED = "has no END:VCARD"
BAD = [
    ("nothing in it", card("VERSION:3.0"), NOBODY),
    ("a note alone", card("NOTE:who was that?"), NOBODY),
    ("a postal address alone", card("ADR:;;Ring 1;;;;"), NOBODY),
    ("no end", "BEGIN:VCARD\r\nFN:Cy\r\n", UNENDED),
    ("the end of another", "BEGIN:VCARD\r\nFN:Cy\r\nEND:VCALENDAR\r\n", UNENDED),
    ("another begins within", "BEGIN:VCARD\r\nFN:Cy\r\n", UNENDED),
    ("an agent without end", "BEGIN:VCARD\r\nFN:Cy\r\nAGENT:\r\nBEGIN:VCARD\r\n", UNENDED),
    ("no properties", card("this is no property", "nor this"), NOBODY),
    ("too long a note", card("FN:Cy", "NOTE:" + "x" * 1_100_000), "is larger than"),
    ("too many folds", card("FN:Cy", "NOTE:", *[" " + "x" * 700] * 1600), "is larger than"),
]


@pytest.mark.parametrize(("content", "reason"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_a_bad_card_is_rejected_with_its_line_and_stops_no_other(
    tmp_path: Path, content: str, reason: str
) -> None:
    found = read(tmp_path, card("FN:Bo Ek") + content + card("FN:Dag"))
    assert told(found) == [BO, ("FN", "Dag", "")]
    (rejected,) = found.rejected
    assert rejected.line == 4
    assert rejected.reason.startswith(reason)
    assert found.read == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "holds no vCard"),
        (b"\0" * 5000, "holds no vCard"),
        (b"END:VCARD\r\n", "holds no vCard"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "holds no vCard"),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "no vCard of 1 can be read; line 1: names nobody"),
    ],
)
def test_a_file_without_a_contact_is_refused_in_words(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableSourceError, match=reason):
        read(tmp_path, content)


def test_a_thousand_beginnings_are_a_thousand_rejected_cards(tmp_path: Path) -> None:
    found = read(tmp_path, "BEGIN:VCARD\r\n" * 1000 + card("FN:Bo Ek"))
    assert told(found) == [BO]
    assert len(found.rejected) == 1000


def test_lines_in_no_card_are_said(tmp_path: Path) -> None:
    found = read(tmp_path, "hello\r\n" + card("FN:Bo Ek") + "END:VCARD\r\n")
    (notice,) = found.notices
    assert (notice.kind, notice.line) == ("stray_lines", 1)
    assert notice.text.startswith("2 lines")


@pytest.mark.parametrize(
    ("written", "dated"),
    [
        ("20251102T080000Z", "2025-11-02"),
        ("2025-11-02", "2025-11-02"),
        ("20250230", None),
        ("19700101T000000Z", None),
        ("yesterday", None),
    ],
)
def test_a_card_is_dated_by_its_last_revision(
    tmp_path: Path, written: str, dated: str | None
) -> None:
    found = read(tmp_path, card("FN:Bo Ek", f"REV:{written}"))
    days = found.observations["dated"]
    assert (None if days.isna()[0] else days[0]) == dated
    assert found.as_of == (dated or "")


def ids(found: Extraction) -> list[str]:
    return list(found.observations["record_id"])


def test_a_uid_is_who_somebody_is(tmp_path: Path) -> None:
    before = read(tmp_path, card("UID:7", "FN:Bo Ek", "EMAIL:bo@x.example"))
    after = read(tmp_path, card("UID:7", "FN:Bo Ek-Dahl", "EMAIL:bo@y.example"))
    assert ids(before) == ids(after)


def test_two_cards_of_one_uid_are_one_contact_whose_newest_job_comes_first(tmp_path: Path) -> None:
    old = card("UID:7", "FN:Bo Ek", "ORG:Fjord", "REV:20200101")
    new = card("UID:7", "FN:Bo Ek", "ORG:Harbour", "REV:20240101")
    for content in (old + new, new + old):
        found = read(tmp_path, content)
        assert told(found) == [BO, ("ORG", "Harbour", ""), ("ORG", "Fjord", "")]
        assert found.counts["cards_duplicate"] == 1


def test_a_uid_given_to_strangers_is_none(tmp_path: Path) -> None:
    found = read(tmp_path, card("UID:0", "FN:Bo Ek") + card("UID:0", "FN:Cy Dahl"))
    alone = read(tmp_path, card("FN:Bo Ek"))
    assert len(set(ids(found))) == 2
    assert ids(alone)[0] in ids(found)


def test_without_a_uid_somebody_is_who_the_card_names(tmp_path: Path) -> None:
    one = card("FN:Bo Ek", "TEL;CELL:070 12 34", "EMAIL:bo@x.example", "TITLE:Hand")
    other = card("EMAIL:BO@x.example", "TEL:0701234", "N:Ek;Bo", "NOTE:Met at the fair")
    assert ids(read(tmp_path, one)) == ids(read(tmp_path, other))
    assert ids(read(tmp_path, one)) != ids(read(tmp_path, card("FN:Bo Ek")))
