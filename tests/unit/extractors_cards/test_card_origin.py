"""Which country, scripts and languages a card tells."""

import pytest

from extractors.card.regions import told_countries
from extractors.card.writing import languages, scripts


@pytest.mark.parametrize(
    ("texts", "country"),
    [
        (["12 Main Street", "Oakland, CA 94607"], "US"),
        (["14 Dock Road, Bristol BS1 6XX"], "GB"),
        (["467 King Street, Toronto M5V 2T6"], "CA"),
        (["Keizersgracht 1, 1015 CJ Amsterdam"], "NL"),
        (["〒100-0001 架空町1-2-3"], "JP"),
        (["東京都千代田区"], "JP"),
        (["서울특별시 강남구"], "KR"),
        (["D-28195 Bremen"], "DE"),
        (["CH-8001 Zürich"], "CH"),
        (["Av. Paulista 1000, 01310-100 São Paulo"], "BR"),
        (["ul. Prosta 1, 00-850 Warszawa"], "PL"),
        (["Gandhi Nagar, Coimbatore - 641012"], "IN"),
        (["12 Main Street"], None),
        (["+49 30"], None),
    ],
)
def test_the_words_and_postcodes_tell_the_country(texts: list[str], country: str | None) -> None:
    assert next(iter(told_countries(texts)), None) == country


def test_an_address_outweighs_numbers_and_those_a_domain() -> None:
    online = ["ada@acme.fr"]
    numbers = ["+49 30 12345678", "+49 171 1234567", "+33 1 23 45 67 89"]
    assert told_countries([], numbers=numbers, online=online) == ("DE", "FR")
    found = told_countries([], address=["1 High Street", "Ireland"], numbers=numbers, online=online)
    assert found[0] == "IE"


@pytest.mark.parametrize("address", ["ada@yahoo.fr", "acme.io", "acme.com", "www.acme.tv"])
def test_a_domain_sold_to_anybody_tells_no_country(address: str) -> None:
    assert told_countries([], online=[address]) == ()


@pytest.mark.parametrize(
    ("texts", "country", "expected"),
    [
        (["Ada Lovelace", "Analyst"], None, ("Latn",)),
        (["佐藤花子 デザイナー", "Hanako"], None, ("Jpan", "Latn")),
        (["東京都千代田区"], "JP", ("Jpan",)),
        (["北京市海淀区中关村"], "CN", ("Hani",)),
        (["김민준 대표이사", "金敏俊"], None, ("Kore",)),
        (["Иван Петров", "Ivan"], None, ("Cyrl", "Latn")),
        (["שלום עולם"], None, ("Hebr",)),
        (["Ada Lovelace, Analytical Engines", "я"], None, ("Latn",)),
        ([], None, ()),
    ],
)
def test_the_scripts_come_with_the_most_text_first(
    texts: list[str], country: str | None, expected: tuple[str, ...]
) -> None:
    assert scripts(texts, country) == expected


@pytest.mark.parametrize(
    ("texts", "country", "expected"),
    [
        (["Leiter Vertrieb", "Hafenstraße 12", "Telefon 030"], "DE", ("de",)),
        (["Directeur des ventes", "14 rue des Tanneurs"], None, ("fr",)),
        (["Responsabile vendite", "Via Roma 1", "Cellulare"], "IT", ("it",)),
        (["Gerente de ventas", "Calle Mayor 1"], "ES", ("es",)),
        (["Director of the Research Division", "12 High Street"], None, ("en",)),
        (["Sales Manager", "Leiter Einkauf und Vertrieb", "Telefon"], "DE", ("de",)),
        (["営業部長", "さとう はなこ"], "JP", ("ja",)),
        (["Директор Олексій Їжак"], "UA", ("uk",)),
        (["Директор Иван Петров"], None, ("ru",)),
        (["Директор Десислава Тодорова"], "BG", ("bg",)),
        (["Διευθυντής πωλήσεων"], None, ("el",)),
        (["مدير مشروع"], None, ("ar",)),
        (["ACME", "Ada Lovelace"], None, ()),
    ],
)
def test_a_language_is_named_only_if_it_is_told(
    texts: list[str], country: str | None, expected: tuple[str, ...]
) -> None:
    assert languages(texts, country) == expected
