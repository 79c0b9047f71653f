"""In which scripts and languages a card is written."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from extractors.card.text import words
from extractors.card.vocabulary import word_set

_SCRIPTS: Final[tuple[tuple[int, int, str], ...]] = (  # first and last sign, ISO 15924
    (0x0041, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0531, 0x058F, "Armn"),
    (0x0591, 0x05F4, "Hebr"),
    (0x0600, 0x077F, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x137F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x3041, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
)
_SYLLABLES: Final = frozenset({"Hani", "Kana", "Hang"})  # a sign of these is worth several letters
_LETTERS_A_SIGN: Final = 2
_LEAST_LETTERS: Final = 4  # fewer are a misread logo
_LEAST_SHARE: Final = 0.03
_BY_SCRIPT: Final = {
    "Arab": "ar", "Armn": "hy", "Beng": "bn", "Cyrl": "ru", "Deva": "hi", "Ethi": "am",
    "Geor": "ka", "Grek": "el", "Gujr": "gu", "Guru": "pa", "Hani": "zh", "Hebr": "he",
    "Jpan": "ja", "Khmr": "km", "Knda": "kn", "Kore": "ko", "Laoo": "lo", "Mlym": "ml",
    "Mymr": "my", "Sinh": "si", "Taml": "ta", "Telu": "te", "Thai": "th",
}  # fmt: skip
_BY_COUNTRY: Final = {  # of the languages that share a script, the one of a country
    ("Cyrl", "UA"): "uk", ("Cyrl", "BG"): "bg", ("Cyrl", "RS"): "sr", ("Cyrl", "MK"): "mk",
    ("Cyrl", "KZ"): "kk", ("Cyrl", "MN"): "mn", ("Arab", "IR"): "fa", ("Arab", "PK"): "ur",
    ("Deva", "NP"): "ne",
}  # fmt: skip
_BY_SIGNS: Final = (  # signs that only one language of a script has, before what the country says
    ("Cyrl", "uk", re.compile(r"[іїєґ]", re.IGNORECASE)),
    ("Cyrl", "sr", re.compile(r"[ђћџљњј]", re.IGNORECASE)),
    ("Cyrl", "ru", re.compile(r"[ыэё]", re.IGNORECASE)),
    ("Arab", "ur", re.compile(r"[ٹڈڑے]")),
    ("Arab", "fa", re.compile(r"[پچژگ]")),
)
_WORDS: Final = {  # folded; of cards, each of hardly another language
    "en": word_set(
        "the and of our your with for street road suite floor mobile phone limited lawyer cell "
        "main company building president advisor highway drive square north south east west court"
    ),
    "de": word_set(
        "und der die das fur von mit strasse str platz weg allee geschaftsfuhrer geschaftsfuhrerin "
        "leiter leiterin abteilung vertrieb einkauf berater beraterin telefon mobil durchwahl buro "
        "rechtsanwalt steuerberater ingenieur entwicklung gesellschaft handwerk inhaber prokurist "
        "verwaltung projektleiter wirtschaft gmbh ohg"
    ),
    "fr": word_set(
        "le les des du et rue boulevard directeur directrice responsable charge chargee conseiller "
        "conseillere ingenieure gerant avocat avocate societe portable ligne ventes achats "
        "commerciale cedex fondateur fondatrice developpement chef sarl sas eurl etage"
    ),
    "es": word_set(
        "el los las y calle avenida gerente jefe jefa director directora ventas abogado abogada "
        "ingeniero ingeniera telefono movil desarrollo compras comercial piso oficina fundador "
        "socio consejero arquitecto empresa soluciones administrador"
    ),
    "it": word_set(
        "il gli della delle dei viale piazza corso responsabile direttore direttrice vendite "
        "ingegnere avvocato avvocata cellulare ufficio acquisti titolare fondatore socio "
        "consulente commercialista architetto srl spa amministratore"
    ),
    "pt": word_set(
        "do dos rua praca gerente diretor diretora vendas engenheiro engenheira advogado advogada "
        "telemovel celular comercial andar desenvolvimento compras ltda fundador socio empresa "
        "solucoes coordenador"
    ),
    "nl": word_set(
        "het een en voor straat laan plein gracht kade directeur verkoop medewerker adviseur "
        "mobiel telefoon hoofd eigenaar inkoop bestuurder accountmanager oprichter bv ontwikkeling"
    ),
    "sv": word_set(
        "och gatan vagen saljare forsaljning chef ordforande radgivare ansvarig aktiebolag "
        "projektledare kontor utveckling vaxel ab konsult"
    ),
    "da": word_set("og vej gade direktor salg konsulent udvikling raadgiver aps leder tlf ejer"),
    "no": word_set("og vei veien gata leder daglig salg radgiver utvikling asa sjef avdeling tlf"),
    "fi": word_set(
        "ja katu tie toimitusjohtaja johtaja paallikko myynti puh puhelin matkapuhelin oy oyj "
        "asiantuntija kehitys"
    ),
    "pl": word_set(
        "i ul ulica al kierownik dyrektor prezes zarzadu specjalista sprzedazy handlowy kom "
        "inzynier wlasciciel doradca spolka biuro zoo radca"
    ),
    "cs": word_set(
        "a ulice namesti reditel reditelka jednatel obchodni manazer sro vedouci prodej mobilni "
        "kancelar spolecnost trida"
    ),
    "sk": word_set("ulica namestie riaditel riaditelka konatel obchodny veduci predaj spolocnost"),
    "hu": word_set(
        "es utca ut ter igazgato ugyvezeto ertekesitesi vezeto mernok iroda kft zrt bt fejlesztes "
        "tanacsado emelet"
    ),
    "ro": word_set("si strada str bulevardul director vanzari inginer administrator srl sediul"),
    "tr": word_set(
        "ve caddesi cad sokak sok mahallesi mah muduru mudur satis genel muhendis yonetici "
        "koordinator sirketi sti avukat kat bulvari danisman uzmani"
    ),
    "vi": word_set("duong quan phuong thanh pho giam doc cong ty phong kinh doanh truong tang"),
    "id": word_set("jalan jl direktur manajer pemasaran gedung lantai kantor penjualan dan telp"),
    "hr": word_set("i ulica voditelj voditeljica prodaje direktorica doo savjetnik odjel"),
}  # fmt: skip
_ENGLISH_ABROAD: Final = word_set(  # in titles of cards in any language
    "manager sales officer engineer head consultant office founder partner development services "
    "chief executive business research assistant account owner director marketing senior"
)
_MARKS: Final = (  # signs that among these languages one has
    ("de", re.compile(r"[ß]|[äöü]", re.IGNORECASE)),
    ("fr", re.compile(r"[œèêëàâîïûç]|\bl'|\bd'", re.IGNORECASE)),
    ("es", re.compile(r"[ñ¿¡]", re.IGNORECASE)),
    ("pt", re.compile(r"[ãõ]", re.IGNORECASE)),
    ("sv", re.compile(r"[å]", re.IGNORECASE)),
    ("da", re.compile(r"[øæ]", re.IGNORECASE)),
    ("no", re.compile(r"[øæ]", re.IGNORECASE)),
    ("fi", re.compile(r"(?:ää|öö|yy)", re.IGNORECASE)),
    ("pl", re.compile(r"[ąęłńśźż]", re.IGNORECASE)),
    ("cs", re.compile(r"[řěů]", re.IGNORECASE)),
    ("sk", re.compile(r"[ľĺŕô]", re.IGNORECASE)),
    ("hu", re.compile(r"[őű]", re.IGNORECASE)),
    ("ro", re.compile(r"[ășţț]", re.IGNORECASE)),
    ("tr", re.compile("[ğış\u0130]")),
    ("vi", re.compile(r"[ơưđ\u1ea0-\u1ef9]", re.IGNORECASE)),
    ("hr", re.compile(r"[đ]", re.IGNORECASE)),
)
_SPOKEN: Final = {  # the language of a country that has one; never enough by itself
    "DE": "de", "AT": "de", "FR": "fr", "ES": "es", "MX": "es", "AR": "es", "CO": "es", "CL": "es",
    "PE": "es", "IT": "it", "PT": "pt", "BR": "pt", "NL": "nl", "SE": "sv", "DK": "da", "NO": "no",
    "FI": "fi", "PL": "pl", "CZ": "cs", "SK": "sk", "HU": "hu", "RO": "ro", "TR": "tr", "VN": "vi",
    "ID": "id", "HR": "hr", "GB": "en", "US": "en", "AU": "en", "NZ": "en", "IE": "en", "IN": "en",
    "SG": "en", "ZA": "en", "CA": "en",
}  # fmt: skip
_A_WORD: Final = 2.0
_ABROAD: Final = 0.75
_A_MARK: Final = 1.5
_ITS_COUNTRY: Final = 1.5
_TOLD: Final = 3.0  # two words, or a word or a mark in the language's own country
_BESIDE: Final = 0.5  # of the best language's score: less is a loan


def scripts(texts: Iterable[str], country: str | None = None) -> tuple[str, ...]:
    """Return the scripts of a card (ISO 15924), the most text first.

    Han with kana is `Jpan`, Hangul with or without Han `Kore`, Han alone `Hani` unless the country
    is Japan.
    """
    counted = Counter(_script_of(sign) for text in texts for sign in text)
    del counted[""]
    for sign in _SYLLABLES & counted.keys():
        counted[sign] *= _LETTERS_A_SIGN
    total = counted.total()
    if counted["Kana"] or (counted["Hani"] and country == "JP"):
        counted["Jpan"] = counted.pop("Kana", 0) + counted.pop("Hani", 0)
    if counted["Hang"]:
        counted["Kore"] = counted.pop("Hang") + counted.pop("Hani", 0)
    least = max(_LEAST_LETTERS, _LEAST_SHARE * total)
    found = [(count, code) for code, count in counted.items() if count >= least]
    return tuple(code for _, code in sorted(found, key=lambda one: (-one[0], one[1])))


def _script_of(sign: str) -> str:
    if not sign.isalpha():
        return ""
    place = ord(sign)
    return next((code for first, last, code in _SCRIPTS if first <= place <= last), "")


def languages(texts: Sequence[str], country: str | None = None) -> tuple[str, ...]:
    """Return the languages a card tells it is in (ISO 639-1), the most text first.

    A script mostly says its language. Languages in Latin letters are told by two of their words,
    or by one word or sign in their own country.
    """
    found: list[str] = []
    for script in scripts(texts, country):
        if script == "Latn":
            found += _latin(texts, country)
        elif script in _BY_SCRIPT:
            found.append(_of_script(script, " ".join(texts), country))
    return tuple(dict.fromkeys(found))


def _of_script(script: str, text: str, country: str | None) -> str:
    if country and (script, country) in _BY_COUNTRY:
        return _BY_COUNTRY[script, country]
    by_signs = (code for own, code, signs in _BY_SIGNS if own == script and signs.search(text))
    return next(by_signs, _BY_SCRIPT[script])


def _latin(texts: Sequence[str], country: str | None) -> list[str]:
    tokens = Counter(token for text in texts for token in set(words(text)))
    whole = unicodedata.normalize("NFC", " ".join(texts))
    scores = {
        code: _A_WORD * sum(min(2, tokens[word]) for word in own & tokens.keys())
        for code, own in _WORDS.items()
    }
    scores["en"] += _ABROAD * len(_ENGLISH_ABROAD & tokens.keys())
    for code, signs in _MARKS:
        scores[code] += _A_MARK * bool(signs.search(whole))
    own = _SPOKEN.get(country or "", "")
    if scores.get(own):
        scores[own] += _ITS_COUNTRY
    best = max(scores.values())
    told = [code for code, score in scores.items() if score >= max(_TOLD, _BESIDE * best)]
    return sorted(told, key=lambda code: (-scores[code], code))
