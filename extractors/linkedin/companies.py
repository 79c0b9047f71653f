"""The form in which two spellings of one company are equal: its name without its legal form."""

import re
import unicodedata

from anyascii import anyascii

from contacts.identifiers import folded_name

_JOINED = str.maketrans({"&": " and ", **dict.fromkeys("./'\u2019", "")})
_ENDS = """
    ab ad ag and as asa aps bhd bv bvba co company corp corporation cv de doo eg ev gbr ggmbh gk
    gmbh inc incorporated jsc kft kg kgaa kk limited limitada llc llp lp ltd ltda mbh nv ohg ood oy
    oyj pbc plc pllc private pte pty pvt sa sapi sarl sas sasu sdn se sicav sl slu snc spa spzoo srl
    srls sro tbk ug und vof wll zrt
    """
_IN_FRONT = frozenset({"ao", "oao", "ooo", "pao", "pt", "zao"})  # in Latin letters
_FORMS = frozenset(_ENDS.split()) | _IN_FRONT
_EAST_ASIAN = re.compile(
    r"株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|유한회사|\(주\)|\(株\)"
)


def company_key(text: str) -> str:
    """Return what two spellings of one company share: letters and digits, no legal form.

    A name of a legal form alone keeps it; one without a letter is itself.
    """
    folded = _EAST_ASIAN.sub(" ", unicodedata.normalize("NFKC", text)).casefold()
    folded = re.sub(r"\bsp\.? z ?o\. ?o\b", "spzoo", folded)
    words = "".join(c if _tells(c) else " " for c in folded.translate(_JOINED)).split()
    while len(words) > 1 and anyascii(words[-1]) in _FORMS:
        words.pop()
    if len(words) > 1 and anyascii(words[0]) in _IN_FRONT:
        del words[0]
    return "".join(words) or folded_name(text)


def _tells(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"
