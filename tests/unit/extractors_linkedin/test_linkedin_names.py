"""Names as people write them."""

import pytest

from extractors.linkedin.names import clean_name


@pytest.mark.parametrize(
    ("first", "last", "clean"),
    [
        ("Wei", "Zhang, PMP", "Wei Zhang"),
        ("Wei", "Zhang, PMP, MBA", "Wei Zhang"),
        ("Wei", "Zhang PhD", "Wei Zhang"),
        ("Wei", "Zhang Ph.D.", "Wei Zhang"),
        ("Dr. Wei", "Zhang", "Wei Zhang"),
        ("Prof. Dr. Wei", "Zhang", "Wei Zhang"),
        ("Prof Dr Wei", "Zhang", "Wei Zhang"),
        ("Dipl.-Ing. Uwe", "Ott", "Uwe Ott"),
        ("Ir. Joko", "Susilo", "Joko Susilo"),
        ("Er", "Tan", "Er Tan"),
        ("Ing", "Chan", "Ing Chan"),
        ("Thi", "Do", "Thi Do"),
        ("Sam", "Rivers (she/her)", "Sam Rivers"),
        ("Sam", "Rivers she/her/hers", "Sam Rivers"),
        ("Robert (Bob)", "Vance", "Robert Vance"),
        ("Robert “Bob”", "Vance", "Robert Vance"),
        ("Lena 🌟", "Berg 🚀", "Lena Berg"),
        ("Lena", "Berg | Helping founders grow", "Lena Berg"),
        ("Lena", "Berg - We are hiring", "Lena Berg"),
        ("𝐋𝐞𝐧𝐚", "𝐁𝐞𝐫𝐠", "Lena Berg"),
        ("Le\u200bna", "Be\ufeffrg", "Lena Berg"),
        ("LENA", "BERG", "Lena Berg"),
        ("lena", "berg", "Lena Berg"),
        ("ANNE-MARIE", "O'NEIL", "Anne-Marie O'Neil"),
        ("Priya", "S.", "Priya S."),
        ("John", "Smith, Jr.", "John Smith Jr."),
        ("María José", "de la Cruz", "María José de la Cruz"),
        ("小明", "王", "王小明"),
        ("민수", "김", "김민수"),
        ("نازنین", "علی\u200cپور", "نازنین علی\u200cپور"),
        ("  Lena ", " Berg", "Lena Berg"),
        ("PMP", "", "PMP"),
        ("", "", ""),
        ("🌟", "", "🌟"),
        ("J.R.", "Ewing", "J.R. Ewing"),
        ("Jack", "MA", "Jack MA"),
        ("", "Lars Stranger, PMP", "Lars Stranger"),
    ],
)
def test_a_name_is_freed_of_what_is_no_name(first: str, last: str, clean: str) -> None:
    assert clean_name(first, last) == clean
