import pytest

from dedupe.names import PersonName, parsed


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Anna Berg", "anna", "berg"),
        ("ANNA BERG", "anna", "berg"),
        ("Berg, Anna", "anna", "berg"),
        ("de la Cruz, María", "maria", "delacruz"),
        ("Dr. Anna Berg, PhD", "anna", "berg"),
        ("Anna Berg, PMP®, MBA", "anna", "berg"),
        ("Anna Berg, ClSSP", "anna", "berg"),
        ("Anna Berg (she/her)", "anna", "berg"),
        ("🚀 Anna Berg | Helping founders", "anna", "berg"),
        ("Anna Berg - Hiring!", "anna", "berg"),
        ("Asha.Verma", "asha", "verma"),
        ("Kai_Lund", "kai", "lund"),
        ("AnnaBerg", "anna", "berg"),
        ("Yo-Yo Ma", "yoyo", "ma"),
        ("𝐀𝐧𝐧𝐚 𝐁𝐞𝐫𝐠", "anna", "berg"),
        ("8ob 5mith", "bob", "smith"),
        ("Ryan O'Brien", "ryan", "obrien"),
        ("王小明", "xiaoming", "wang"),
        ("欧阳娜娜", "nana", "ouyang"),
        ("Анна Ильина", "anna", "ilina"),
        ("Berg", "", "berg"),
        ("", "", ""),
        ("🚀", "", ""),
    ],
)
def test_given_and_family_name_are_found(text: str, given: str, family: str) -> None:
    name = parsed(text)
    assert (name.given, name.family) == (given, family)


def test_a_name_in_brackets_or_quotes_is_what_somebody_is_called() -> None:
    assert parsed('Timothy "Tim" Roe').called == ("tim",)
    assert parsed("Fangping (Jerry) Fang").called == ("jerry",)


def test_a_maiden_name_and_the_parts_of_a_double_name_are_families() -> None:
    assert parsed("Tara Duffy (née Bennett)").families == ("bennett",)
    assert parsed("Ida Vance-Munoz").families == ("vance", "munoz")


@pytest.mark.parametrize(
    ("text", "generation"),
    [
        ("Jon Roe Jr.", 2),
        ("Jon Roe, Sr.", 1),
        ("Jon Roe III", 3),
        ("Roe, Jon, Jr", 2),
        ("Jon Roe", 0),
    ],
)
def test_the_generation_is_read_after_the_name(text: str, generation: int) -> None:
    assert parsed(text).generation == generation


def test_a_double_given_name_is_known_in_one_word() -> None:
    assert "suho" in parsed("Su ho Jung").called
    assert parsed("Suho Jung").given == "suho"


def test_a_name_of_twenty_thousand_letters_is_cut() -> None:
    assert len(parsed("a" * 20_000).family) <= 200


def test_the_short_way_reads_a_plain_name_as_the_long_way_does() -> None:
    assert parsed("Anna Maria Berg") == parsed(" Anna  Maria Berg ® ")
    assert parsed("Anna Berg") == PersonName("anna", "berg")
