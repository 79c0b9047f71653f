"""The words that say what stands behind them: Tel, M, Fax, E-mail, 携帯."""

import re
from typing import Final, Literal

PhoneKind = Literal["mobile", "work", "fax", "home", "none"]

_NO_TELEPHONE: Final = (
    r"tax\s?(?:code|id|no)|vat(?:\s?(?:no|id|nr))?|ust-?id(?:-?nr)?|gst(?:in|\s?no)?|tin|cin|"
    r"ein|abn|acn|siret|siren|rcs|kvk|btw|hrb|steuer-?nr|reg(?:n|istration)?\.?\s?(?:no|nr)|"
    r"iso(?:\s?/\s?iec)?|lic(?:en[cs]e)?\.?(?:\s?no)?|nmls|dre|npi|h\.?\s?no|plot(?:\s?no)?|"
    r"\u3012|d\.?\s?no|p\.?\s?o\.?\s?box|iban|konto|blz|provider|org\.?\s?nr|est\.?|since"
)
_TELEPHONE_AND_FAX: Final = r"(?:tele?(?:phone)?|tél|ph(?:one)?|t)\s?[/&]\s?(?:tele)?f(?:ax)?"
_MOBILE: Final = (
    r"mobile?s?(?:\s?(?:phone|tel))?|mobil(?:e|telefon)?|mob[il]?|cell?(?:ular(?:e)?)?"
    r"(?:\s?phone)?|handy|natel|portable|port|gsm|movil|móvil|celular|cel|h\s?/\s?p|hp|m|c|"
    r"携帯(?:電話)?|手机|手機|行动|行動|移动电话|휴대폰|휴대전화|핸드폰|whats\s?app|モバイル"
)
_FAX: Final = (
    r"(?:tele)?fax|fa[sc]+imile|t[eé]l[eé]copie|tele?faks|faks|fx|f|"
    r"ファックス|ファクス|传真|傳真|팩스"
)
_HOME: Final = r"res(?:i|idence)?|r|home|privat|private|domicile|자택"
_TELEPHONE: Final = (
    r"(?:bus(?:iness)?|off(?:ice)?|work|home|res\.?|desk|direct|shop|main|toll[\s-]?free)?\.?\s?"
    r"(?:tele?(?:phone|fon|fono|foon|fone)?s?|tél(?:éphone)?|phones?|pho?n?|fon|ph|tlf|tfno|puh)"
    r"|office|off|o|direct(?:\s?(?:line|dial))?|dir|durchwahl|dw|dd|ddi|did|d|w|t|p|b|"
    r"main|switchboard|zentrale|board|shop|store|voice|call(?:\s?us)?|hotline|land\s?line|"
    r"toll[\s-]?free|contact|電話(?:番号)?|电话|電\s?話|代表|直通|전화|대표"
)
_KINDS: Final[tuple[tuple[PhoneKind, str], ...]] = (  # the first that fits counts
    ("none", _NO_TELEPHONE),
    ("work", _TELEPHONE_AND_FAX),
    ("mobile", _MOBILE),
    ("fax", _FAX),
    ("home", _HOME),
    ("work", _TELEPHONE),
)
_NUMBER: Final = r"(?:[\s.]*(?:no|nos|nr|num|number|line|#))?"
_PHONE_LABELS: Final = tuple(
    (kind, re.compile(rf"(?:^|(?<![^\W\d_]))(?:{words}){_NUMBER}$", re.IGNORECASE))
    for kind, words in _KINDS
)
_EMAIL: Final = r"e[\s.-]{0,2}mails?|mails?|email\s?id|e|電子メール|メール|邮箱|郵箱|电邮|이메일"
_WEB: Final = (
    r"web(?:\s?(?:site|page))?|www|url|u\s?r\s?l|http|home\s?page|hp|site|internet|w|网址|網址"
)
_ADDRESS: Final = (
    r"add?(?:ress)?|addr|adresse|anschrift|direccion|dirección|indirizzo|adres|adr|a|office|"
    r"head\s?office|h\.?o|住所|地址|住\s?所|주소|所在地"
)
_OTHER_LABEL: Final = re.compile(rf"^(?:{_EMAIL}|{_WEB}|{_ADDRESS}|skype|linkedin)$", re.IGNORECASE)
_LEADING: Final = re.compile(
    rf"^(?:{_EMAIL}|{_WEB}|{_ADDRESS})\s*:\s*|^(?:{_EMAIL}|{_WEB})\s+(?=\S+[@.])", re.IGNORECASE
)
_LAST_WORD: Final = re.compile(r"(?<=[\s.:])[A-Z]{2,12}$")  # a town, a country: "Ph. LONDON"
_EDGE: Final = " .:;,-|/()[]&*•·~='`"


def phone_label(before: str) -> PhoneKind | None:
    """Return what a number is for by the words that stand before it; None if they do not say."""
    found = _labelled(before)
    return found[0] if found else None


def without_phone_label(before: str) -> str:
    """Return the words before a number without the label they end in."""
    found = _labelled(before)
    return before[: found[1]].strip(_EDGE) if found else before


def _labelled(before: str) -> tuple[PhoneKind, int] | None:
    """Return a label at the end of the words, or before the last of them, and where it begins."""
    text = before.rstrip(_EDGE)
    shorter = _LAST_WORD.sub("", text).rstrip(_EDGE)
    for tail in (text, shorter) if shorter != text else (text,):
        for kind, pattern in _PHONE_LABELS:
            found = pattern.search(tail)
            if found and (tail is text or len(found[0]) > 1):
                return kind, found.start()
    return None


def is_label(text: str) -> bool:
    """Return whether a line is nothing but a label."""
    bare = text.strip(_EDGE)
    if not bare:
        return False
    whole = any(
        (found := pattern.search(bare)) and found.start() == 0 for _, pattern in _PHONE_LABELS
    )
    return whole or bool(_OTHER_LABEL.match(bare))


def without_leading_label(text: str) -> str:
    """Return the text without an e-mail, web or address label at its start."""
    return _LEADING.sub("", text, count=1)
