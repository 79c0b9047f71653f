"""The words that say what stands behind them, or before them: Tel, M, Fax, E-mail, 携帯."""

import re
from dataclasses import dataclass
from typing import Final, Literal

PhoneKind = Literal["mobile", "work", "fax", "home", "switchboard", "toll-free", "whatsapp", "none"]

_NO_TELEPHONE: Final = (  # registers, taxes, banks, posts, years
    r"tax\s?(?:code|id|no|number)?|vat(?:\s?(?:reg|no|id|nr))*|ust-?id(?:-?nr)?|mwst|uid|gst(?:in|"
    r"\s?no)?|pan|tin|cin|ein|abn|acn|arn|uen|brn|crn|c\.?r|siren|siret|rcs|ape|naf|tva|kvk|btw|hrb|hra|"
    r"fn|steuer-?nr|nif|cif|nit|rut|ruc|rfc|cuit|cnpj|cpf|c\.?f\.?|p\.?\s?iva|partita\s?iva|rea|"
    r"nip|regon|krs|i[cč]o|di[cč]|oib|pib|cui|инн|кпп|огрн|αφμ|vergi\s?(?:no|dairesi)|mersis|"
    r"y-tunnus|cvr|npwp|pin\s?code|post\s?code|zip|plz|法人番号|登録番号|統一編號|統編|税号|"
    r"사업자등록번호|"
    r"(?:co(?:mpany)?\.?\s?)?reg(?:n|istration|d)?\.?\s?(?:no|nr|number)|"
    r"iso(?:\s?/\s?iec)?|lic(?:en[cs]e)?\.?(?:\s?no)?|nmls|dre|npi|duns|rera|fssai|h\.?\s?no|"
    r"plot(?:\s?no)?|\u3012|d\.?\s?no|p\.?\s?o\.?\s?box|iban|bic|swift|konto|blz|account|a/c|"
    r"provider|org\.?\s?-?nr|est\.?|since|seit|depuis|desde|fondée\sen|gegründet"
)
_PLAIN: Final = (  # says of a number only that it can be called
    r"t[eé]l[eé]?(?:ph(?:one?)?|f[oó]n[oi]?s?|foon|fone?s?|efoni|ephone)?s?|phones?|pho?n?|fon[oe]?|"
    r"tlfn?|tfno|tfn|tlp|telp|telepon|puh(?:elin)?|sími|voice|call(?:\s?us)?|contact|hotline|"
    r"land\s?line|tel[eé]fonos?|"
    r"тел(?:ефон)?|тлф|τηλ(?:έφωνο)?|هاتف|تلفون|تلفن|טל(?:פון)?|फ़?ोन|फोन|दूरभाष|โทร(?:ศัพท์)?|"
    r"đt|điện\s?thoại|電\s?話|电\s?话|전화|t|p|b|w"
)
_MOBILE: Final = (
    r"mobile?s?(?:\s?(?:phone|tel))?|mobil(?:e|telefon|n[ií]|né|nr|en)?|mobiel|mob[il]?|"
    r"cell?(?:ular[ei]?s?)?(?:\s?phone)?|handy|natel|port(?:able)?|gsm|m[oó]vil|celular|cel|"
    r"telem[oó]vel|tlm|matkap(?:uhelin|uh)?|kom(?:órk[aoi]\w*)?|cep(?:\s?tel)?|ponsel|"
    r"моб(?:ильн\w*)?|сот(?:овый)?|κιν(?:ητό)?|جوال|موبايل|محمول|نقال|همراه|נייד|मोबाइल|"
    r"มือถือ|di\s?động|dđ|h\s?/\s?p|hp|m|c|携帯(?:電話)?|手机|手機|行动(?:电话)?|行動(?:電話)?|"
    r"移动电话|휴대폰|휴대전화|핸드폰|モバイル"
)
_WHATSAPP: Final = r"whats\s?app|wa"
_FAX: Final = (
    r"(?:tele)?fax(?:e|en)?|fa[sc]+imile|t[eé]l[eé]copie(?:ur)?|(?:tele?)?faks[iu]?|fx|f|факс|φαξ|"
    r"فاكس|פקס|फैक्स|โทรสาร|แฟกซ์|ファックス|ファクス|传真|傳真|팩스"
)
_HOME: Final = (
    r"res(?:i|idence|\.)?|r|h|home|privat[eo]?|priv[eé]?|domicile|casa|abitazione|"
    r"дом(?:ашний)?|自宅|住宅電話|자택"
)
_TOLL_FREE: Final = (
    r"toll[\s-]?free|free\s?(?:phone|call)|(?:num[eé]ro|n°)\s?vert|num[eé]ro\s?verde|"
    r"l[ií]nea\s?gratuita|gratuito?|フリーダイヤル|免费电话|免付費(?:電話)?|수신자\s?부담"
)
_SWITCHBOARD: Final = (
    r"main(?:\s?(?:line|office|number))?|switch\s?board|board|pa?bx|reception|operator|"
    r"(?:telefon)?zentrale|empfang|standard|accueil|central(?:e|ita|ino|a)?|conmutador|vaihde|"
    r"växel|sentralbord|hovednummer|omstilling|ústředna|központ|santral|коммутатор|приемная|"
    r"代表(?:電話|番号)?|代|总机|總機|대표(?:전화|번호)?"
)
_DIRECT: Final = (  # a desk's or an office's own
    r"(?:bus(?:iness)?|off(?:ice)?|work|desk|shop|store)(?:\s?phone)?|o|direct[eo]?(?:\s?(?:line|"
    r"dial))?|ligne\s?directe|dirett[oa]|direkt|dir|durchwahl|dw|dd|ddi|did|d|b[uü]ro|"
    r"bureau|oficina|ufficio|kontor|biuro|kancel[aá]ř|iroda|ofis|офис|γραφείο|مكتب|משרד|"
    r"直通|会社|勤務先|직통|사무실"
)
_BOTH: Final = rf"(?:{_PLAIN})\s?[./&]{{1,2}}\s?(?:{_FAX})"
_BOTH_MOBILE: Final = rf"(?:{_MOBILE})\s?[./&+]{{1,2}}\s?(?:{_WHATSAPP})"
_KINDS: Final[tuple[tuple[PhoneKind, str], ...]] = (  # the first that fits counts
    ("none", _NO_TELEPHONE),
    ("work", _BOTH),
    ("mobile", _BOTH_MOBILE),
    ("whatsapp", _WHATSAPP),
    ("mobile", _MOBILE),
    ("fax", _FAX),
    ("home", _HOME),
    ("toll-free", _TOLL_FREE),
    ("switchboard", _SWITCHBOARD),
    ("work", _DIRECT),
    ("work", _PLAIN),
)
_LED_BY: Final = rf"(?:(?:{_PLAIN})[.\s:(/-]+)?"  # Tel. mobil
_FOLLOWED_BY: Final = rf"(?:\.?\s?(?:{_PLAIN}))?"  # Main Tel
_NUMBER: Final = r"(?:[\s.]*(?:no|nos|nr|num|number|line|lines?|n[°º]|№|番号|号码|號碼|번호|#))?"
_BEGINS: Final = r"(?:^|(?<![^\W\d_]))"


def _compiled(words: str) -> re.Pattern[str]:
    followed = _FOLLOWED_BY if words not in {_NO_TELEPHONE, _PLAIN} else ""
    whole = rf"{_BEGINS}{_LED_BY}(?:{words}){followed}{_NUMBER}$"
    return re.compile(whole, re.IGNORECASE)


_PHONE_LABELS: Final = tuple((kind, _compiled(words)) for kind, words in _KINDS)
_PLAIN_LABEL: Final = re.compile(rf"{_BEGINS}(?:{_PLAIN}){_NUMBER}$", re.IGNORECASE)
_BARE_LETTER: Final = re.compile(rf"{_BEGINS}[A-Za-z]\s*$")
_EMAIL: Final = (
    r"e[\s.-]{0,2}mails?|mails?|email\s?id|e|e-?posta|courriel|mél|correo(?:\selectrónico)?|"
    r"sähköposti|(?:эл\.?\s?)?почта|البريد\s?الإلكتروني|אימייל|อีเมล|電子メール|メール|邮箱|郵箱|"
    r"电邮|電郵|電子郵件|이메일|메일"
)
_WEB: Final = (
    r"web(?:\s?(?:site|page))?|www|url|u\s?r\s?l|http|home\s?page|hp|sit[eo](?:\s?web)?|internet|"
    r"w|сайт|الموقع|אתר|เว็บไซต์|ホームページ|网址|網址|网站|網站|홈페이지"
)
_ADDRESS: Final = (
    r"add?(?:ress)?|addr|adresse|anschrift|direccion|dirección|indirizzo|adres|adr|a|office|"
    r"head\s?office|h\.?o|住所|地址|住\s?所|주소|所在地"
)
_OTHER_LABEL: Final = re.compile(rf"^(?:{_EMAIL}|{_WEB}|{_ADDRESS}|skype|linkedin)$", re.IGNORECASE)
_LEADING: Final = re.compile(
    rf"^(?:{_EMAIL}|{_WEB}|{_ADDRESS})\s*:\s*|^(?:{_EMAIL}|{_WEB})\s+(?=\S+[@.])", re.IGNORECASE
)
_EMAIL_LABEL: Final = re.compile(rf"^(?:{_EMAIL})\s*[:.]\s*", re.IGNORECASE)
_LAST_WORD: Final = re.compile(r"(?<=[\s.:])[A-Z]{2,12}$")  # a town, a country: "Ph. LONDON"
_LONGEST: Final = 40  # signs of a label
_EDGE: Final = " .:;,-|/()[]&*•·~='`<>→"


@dataclass(frozen=True, slots=True)
class PhoneLabel:
    """What a word says of a number, and where it begins.

    `vague` where it says only that there is a telephone (`Tel`), or is a single letter without a
    mark, as a pictogram is read: the numbering plan may know better.
    """

    kind: PhoneKind
    start: int
    vague: bool


def phone_label(before: str) -> PhoneLabel | None:
    """Return the label that the words before a number end in, or have before their last one."""
    text = before.rstrip(_EDGE)
    shorter = _LAST_WORD.sub("", text).rstrip(_EDGE)
    for tail in (text, shorter) if shorter != text else (text,):
        for kind, pattern in _PHONE_LABELS:
            found = pattern.search(tail, max(0, len(tail) - _LONGEST))
            if found and (tail is text or len(found[0]) > 1):
                vague = bool(_PLAIN_LABEL.fullmatch(found[0])) or bool(_BARE_LETTER.search(before))
                return PhoneLabel(kind, found.start(), vague)
    return None


def label_behind(after: str) -> PhoneLabel | None:
    """Return the label that the words behind a number are, if they are nothing else."""
    found = phone_label(after.strip(_EDGE))
    return found if found and found.start == 0 and found.kind != "none" else None


def without_phone_label(before: str) -> str:
    """Return the words before a number without the label they end in."""
    found = phone_label(before)
    return before[: found.start].strip(_EDGE) if found else before


def is_label(text: str) -> bool:
    """Return whether a line is nothing but a label."""
    bare = text.strip(_EDGE)
    if not 0 < len(bare) <= _LONGEST:
        return False
    found = any((one := pattern.search(bare)) and not one.start() for _, pattern in _PHONE_LABELS)
    return found or bool(_OTHER_LABEL.match(bare))


def without_leading_label(text: str) -> str:
    """Return the text without an e-mail, web or address label at its start."""
    return _LEADING.sub("", text, count=1)


def without_email_label(text: str) -> str | None:
    """Return what stands behind an e-mail label at the start; None where there is none."""
    rest = _EMAIL_LABEL.sub("", text, count=1)
    return rest if rest != text else None
