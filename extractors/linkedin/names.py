"""Names as people write them on LinkedIn, to the name alone; what was written is kept elsewhere."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_JOINER = re.compile("[\u200c\u200d]")  # part of a name in these scripts, of an emoji elsewhere
_USES_JOINERS = re.compile("[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u1780-\u17ff\u1000-\u109f]")
_PRONOUNS = re.compile(
    r"[(\[]?\b(?:she|he|they|her|him|sie|er|elle|il|ella|él)\s*[/|]\s*"
    r"(?:her|him|hers|his|them|theirs|they|she|he|ihr|ihm|elle|lui)"
    r"(?:\s*[/|]\s*(?:hers|his|theirs|them|her|him))?\b[)\]]?",
    re.IGNORECASE,
)
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_BULLETS = "|\u2022\u2605\u2606\u25ba\u25b6\u27a4"
_DASHES = "~\u2013\u2014"
_MARKS = f"()[]{{}}\u3010\u3011/@#:;_{_QUOTES}{_BULLETS}{_DASHES}"
_BRACKETED = re.compile(
    rf"[(\[{{\u3010][^)\]}}\u3011]*[)\]}}\u3011]?|[{_QUOTES}][^{_QUOTES}]+[{_QUOTES}]"
)
_TAGLINE = re.compile(rf"\s*[{_BULLETS}].*$|\s*[{_DASHES}\u00b7:;]\s.*$|\s+[-/@#]\s.*$")
_GENERATION = re.compile(r"(?:jr|sr|junior|senior|ii|iii|iv)\.?", re.IGNORECASE)
_HONORIFIC = re.compile(
    r"^(?:(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|eng|engr|ing|ir|er|adv|capt|col|lt|maj|gen|"
    r"rev|hon|dott|dott\.ssa|dra|sra|sr|herr|frau|mag|dipl\.?-?\s?ing|dipl\.?-?\s?kfm|pd)"
    r"(?:\.\s*(?:habil\.|med\.|rer\.|nat\.|phil\.|jur\.|ing\.|h\.c\.)?\s*|\s+))+(?=\w)",
    re.IGNORECASE,
)
_NEEDS_DOT = re.compile(
    r"^(?:er|ing|ir|sr|maj|gen|lt|col|eng|hon|mag|pd|miss|adv)\s", re.IGNORECASE
)
_DEGREES = """
    aca acca aia aicp asq bcba bsc cams capm cbap ccie ccna ccnp cdmp cfa cfe cfp cgma chfi
    cipd cipm cipp cisa cism cissp clu cma cpa cpcu cphr cpm cpo cqa crisc cscp csm cspo dba
    dds dmd dnp do edd emba esq facp facs fcca fcipd fpe frm gphr jd lcsw leed llb llm lmft
    lpc mba mcips md mdiv med meng mfa mhr mpa mph mpp mrics msc msn msw ncarb np ocp od pe
    pharmd phd phr pmi-acp pmp psm psyd rn safe shrm-cp shrm-scp sphr sphri togaf
"""
_CREDENTIALS = frozenset(_DEGREES.split())
_AMBIGUOUS = frozenset({"do", "od", "np", "pe", "md", "med", "safe", "leed"})  # surnames, too
_SHORTEST_SHOUT = 4  # letters; "JD" or "AMY" may be initials or a name


def clean_name(first: str, last: str) -> str:
    """Return the name alone, given name first where its script writes it so.

    Honorifics, degrees, pronouns, nicknames in brackets, emoji, taglines and mathematical letters
    go, a shouted name gets lower case. What would leave nothing is left as it was.
    """
    whole = f"{first} {last}".strip()
    if _is_plain(whole):
        return whole
    joined = _joined(_bare(first), _bare(last)) or whole
    return _calm(_bare(joined)) or " ".join(_visible(whole).split())


def _is_plain(name: str) -> bool:
    """Return whether a name is capitalised words alone, as most are."""
    return (
        name.istitle()
        and name.replace(" ", "").replace("-", "").isalpha()
        and "  " not in name
        and unicodedata.is_normalized("NFKC", name)
        and not _HONORIFIC.match(name)
    )


def _bare(part: str) -> str:
    """Return a given or family name without what is no name."""
    text = _visible(unicodedata.normalize("NFKC", part)).strip()
    text = "".join(c if _is_letter(c) or c in _MARKS else " " for c in text)
    while (shorter := _shortened(text)) != text:
        text = shorter
    return text


def _shortened(text: str) -> str:
    text = _PRONOUNS.sub(" ", text)
    text = _BRACKETED.sub(" ", text)
    text = _TAGLINE.sub("", text)
    text = _without_suffixes(text)
    text = " ".join("".join(c if _is_letter(c) else " " for c in text).split())
    if not _NEEDS_DOT.match(text):
        text = _HONORIFIC.sub("", text)
    return _without_degrees(text).strip(" -'\u2019,\u00b7")


def _visible(text: str) -> str:
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text))
    return text if _USES_JOINERS.search(text) else _JOINER.sub("", text)


def _is_letter(character: str) -> bool:
    return (
        character in " .'\u2019-\u00b7,\u05f4\u05f3"
        or unicodedata.category(character)[0] in "LM"
        or character == "\u200c"
    )


def _without_suffixes(text: str) -> str:
    """Return what stands before the first comma, and a generation if one stands behind it."""
    name, *suffixes = text.split(",")
    kept = [s.strip() for s in suffixes if _GENERATION.fullmatch(s.strip())]
    return " ".join([name, *kept[:1]]) if name.strip() else text


def _without_degrees(text: str) -> str:
    words = text.split()
    while words and _is_degree(words[-1]):
        words.pop()
    return " ".join(words) if words else ("" if text and _is_degree(text) else text)


def _is_degree(word: str) -> bool:
    bare = word.replace(".", "").casefold()
    if bare not in _CREDENTIALS:
        return False
    return "." in word.rstrip(".") or (bare not in _AMBIGUOUS and not word.istitle())


def _joined(first: str, last: str) -> str:
    """Return both names in the order of their script: Chinese and Korean put the family first."""
    if first and last and _is_han_or_hangul(first) and _is_han_or_hangul(last):
        return last + first
    return f"{first} {last}".strip()


def _is_han_or_hangul(text: str) -> bool:
    return all("\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text)


def _calm(name: str) -> str:
    """Return a shouted or whispered name with capitals where names have them."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < _SHORTEST_SHOUT or not (name.isupper() or name.islower()):
        return name
    return re.sub(
        r"[^\W\d_]+",
        lambda word: word[0][0].title() + word[0][1:].lower(),
        name,
    )
