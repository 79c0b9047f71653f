"""Printed names in their parts, by the customs of many countries."""

import pytest

from extractors.card.person_name import degrees_alone, person_name

Parts = tuple[str, str]


@pytest.mark.parametrize(
    ("printed", "country", "expected"),
    [
        ("Ada Lovelace", None, ("Ada", "Lovelace")),
        ("Smith, John", None, ("John", "Smith")),
        ("John A. Smith Jr.", "US", ("John A.", "Smith Jr.")),
        ("Jean DUPONT", "FR", ("Jean", "DUPONT")),
        ("DUPONT Jean-Pierre", "FR", ("Jean-Pierre", "DUPONT")),
        ("Ian McDONALD", "GB", ("Ian", "McDONALD")),
        ("J. SMITH", None, ("J.", "SMITH")),
        ("JK Rowling", "GB", ("JK", "Rowling")),
        ("Jan van der Berg", "NL", ("Jan", "van der Berg")),
        ("Juan de la Cruz", None, ("Juan", "de la Cruz")),
        ("Abdul Rahman bin Yusof", "MY", ("Abdul Rahman", "bin Yusof")),
        ("Fahad Al-Mutlaqi", "SA", ("Fahad", "Al-Mutlaqi")),
        ("María García López", "ES", ("María", "García López")),
        ("José Luis García", "ES", ("José Luis", "García")),
        ("Meritxell Puig i Roca", "ES", ("Meritxell", "Puig i Roca")),
        ("Kovács Péter", "HU", ("Péter", "Kovács")),
        ("Rossi Mario", "IT", ("Mario", "Rossi")),
        ("Nguyễn Văn An", None, ("Văn An", "Nguyễn")),
        ("An Nguyen", "VN", ("An", "Nguyen")),
        ("Wang Xiaoming", "CN", ("Xiaoming", "Wang")),
        ("Xiaoming Wang", "CN", ("Xiaoming", "Wang")),
        ("Kim Min-jun", "KR", ("Min-jun", "Kim")),
        ("Min-jun Kim", "KR", ("Min-jun", "Kim")),
        ("Иванов Иван Иванович", "RU", ("Иван Иванович", "Иванов")),
        ("Иван Иванович Иванов", "RU", ("Иван Иванович", "Иванов")),
        ("Mohan S. C.", "IN", ("Mohan", "S. C.")),
        ('Robert "Bob" Smith', "US", ("Robert", "Smith")),
        ("Sukarno", "ID", ("Sukarno", "")),
        ("佐藤 花子", None, ("花子", "佐藤")),
        ("佐 藤 花 子", "JP", ("花子", "佐藤")),
        ("山田太郎", "JP", ("太郎", "山田")),
        ("森健太", "JP", ("健太", "森")),
        ("森田健", "JP", ("健", "森田")),
        ("森健", "JP", ("健", "森")),
        ("佐々木希", "JP", ("希", "佐々木")),
        ("王小明", None, ("小明", "王")),
        ("欧阳娜娜", "CN", ("娜娜", "欧阳")),
        ("司馬光", "TW", ("光", "司馬")),
        ("김민준", None, ("민준", "김")),
        ("남궁민수", None, ("민수", "남궁")),
    ],
)
def test_the_family_name_is_told_by_sign_or_custom(
    printed: str, country: str | None, expected: Parts
) -> None:
    name, parts = person_name(printed, country=country)
    assert name == printed
    assert (parts.given, parts.family) == expected


@pytest.mark.parametrize(
    ("printed", "mailbox", "expected"),
    [
        ("Yamada Taro", "taro.yamada", ("Taro", "Yamada")),
        ("Smith John", "jsmith", ("John", "Smith")),
        ("John Smith", "jsmith", ("John", "Smith")),
        ("Anna Maria Kowalska", "amkowalska", ("Anna Maria", "Kowalska")),
        ("Buddy Castle", "buddy.c", ("Buddy", "Castle")),
        ("Ada Lovelace", "info", ("Ada", "Lovelace")),
    ],
)
def test_a_mailbox_says_which_is_the_family_name(
    printed: str, mailbox: str, expected: Parts
) -> None:
    parts = person_name(printed, mailboxes=[mailbox])[1]
    assert (parts.given, parts.family) == expected


@pytest.mark.parametrize(
    ("printed", "name", "honorific", "degrees"),
    [
        ("Prof. Dr.-Ing. habil. Hans Müller", "Hans Müller", "Prof. Dr.-Ing. habil.", ()),
        ("Dr. med. Anna Schmidt-Weber", "Anna Schmidt-Weber", "Dr. med.", ()),
        ("Dr.Rajesh Kumar", "Rajesh Kumar", "Dr.", ()),
        ("Mag. (FH) Petra Huber", "Petra Huber", "Mag. (FH)", ()),
        ("MUDr. Jana Nováková, Ph.D.", "Jana Nováková", "MUDr.", ("Ph.D.",)),
        ("Dott.ssa Giulia Bianchi", "Giulia Bianchi", "Dott.ssa", ()),
        ("Eng. Fahad Al-Mutlaqi", "Fahad Al-Mutlaqi", "Eng.", ()),
        ("Adv. R. K. Sharma", "R. K. Sharma", "Adv.", ()),
        ("CA Rajesh Kumar", "Rajesh Kumar", "CA", ()),
        ("Sir Ian McKellen", "Ian McKellen", "Sir", ()),
        ("Jane Doe, PhD, MBA", "Jane Doe", "", ("PhD", "MBA")),
        ("JOHN SMITH, MRICS", "JOHN SMITH", "", ("MRICS",)),
        ("Jane Doe, XYZQ", "Jane Doe", "", ("XYZQ",)),
        ("John Smith BSc (Hons) MRICS", "John Smith", "", ("BSc (Hons)", "MRICS")),
        ("A. Kumar M.Tech (Civil)", "A. Kumar", "", ("M.Tech (Civil)",)),
        ("Jane Doe Ph. D.", "Jane Doe", "", ("Ph. D.",)),
        ("Anna Smith | MBA", "Anna Smith", "", ("MBA",)),
        ("Anna Smith, Dr. phil.", "Anna Smith", "", ("Dr. phil.",)),
        ("Anna Smith, MSc ETH", "Anna Smith", "", ("MSc ETH",)),
        ("Anna Smith MCIPD", "Anna Smith", "", ("MCIPD",)),
        ("Dr h.c. Anna Schmidt", "Anna Schmidt", "Dr h.c.", ()),
        ("Tan Sri Ahmad Razak", "Ahmad Razak", "Tan Sri", ()),
        ("Jack Ma", "Jack Ma", "", ()),
        ("MA JACK", "MA JACK", "", ()),
        ("Peter Do", "Peter Do", "", ()),
        ("Er Wang", "Er Wang", "", ()),
        ("M. S. Kumar", "M. S. Kumar", "", ()),
        ("王小明 博士", "王小明", "博士", ()),
        ("Dr.", "Dr.", "", ()),
    ],
)
def test_a_name_is_without_honorific_and_degrees(
    printed: str, name: str, honorific: str, degrees: tuple[str, ...]
) -> None:
    found, parts = person_name(printed)
    assert (found, parts.honorific, parts.degrees) == (name, honorific, degrees)


def test_a_name_behind_an_honorific_is_the_family_name() -> None:
    parts = person_name("Mr. Smith")[1]
    assert (parts.given, parts.family) == ("", "Smith")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PhD, MBA", ("PhD", "MBA")),
        ("Dipl.-Wirt.-Ing. (FH)", ("Dipl.-Wirt.-Ing. (FH)",)),
        ("Managing Director", ()),
        ("Acme", ()),
        ("", ()),
    ],
)
def test_a_line_of_degrees_says_nothing_else(text: str, expected: tuple[str, ...]) -> None:
    assert degrees_alone(text) == expected
