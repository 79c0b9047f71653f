"""Names as people write them on LinkedIn, to the name alone; what was written is kept elsewhere."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_JOINER = re.compile("[\u200c\u200d]")  # part of a name in these scripts, of an emoji elsewhere
_USES_JOINERS = re.compile("[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u1780-\u17ff\u1000-\u109f]")
_PRONOUNS = re.compile(
    r"[(\[]?\b(?:she|he|they|her|him|xe|ze|any|sie|er|elle|il|iel|ella|él|ele|ela|zij|hij)\s*[/|]\s*"
    r"(?:her|him|hers|his|them|theirs|they|she|he|xem|zir|hir|all|ihr|ihm|elle|lui|iel|dela|dele|"
    r"haar|hem)(?:\s*[/|]\s*(?:hers|his|theirs|them|her|him|they))?\b[)\]]?",
    re.IGNORECASE,
)
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_BULLETS = "|\u2022\u2605\u2606\u25ba\u25b6\u27a4"
_DASHES = "~\u2013\u2014"
_MARKS = f"\u2018()[]{{}}\u3010\u3011/@#:;_{_QUOTES}{_BULLETS}{_DASHES}"
_BRACKETED = re.compile(
    rf"[(\[{{\u3010][^)\]}}\u3011]*[)\]}}\u3011]?|[{_QUOTES}][^{_QUOTES}]+[{_QUOTES}]"
    r"|(?<!\w)['\u2018][^'\u2018\u2019]+['\u2019](?!\w)"  # and not the apostrophe of a name
)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
_SQUARED = {  # letters in dark circles and squares, which NFKC leaves alone
    start + place: chr(ord("A") + place) for start in (0x1F150, 0x1F170) for place in range(26)
}
_TAGLINE = re.compile(rf"\s*[{_BULLETS}].*$|\s*[{_DASHES}\u00b7:;]\s.*$|\s+[-/]\s.*$|\s+[@#].*$")
_GENERATION = re.compile(r"(?:jr|sr|junior|senior|ii|iii|iv)\.?", re.IGNORECASE)
_TITLES = (
    r"(?:univ\.-?prof|prof(?:essor)?|dr|mr|mrs|ms|miss|mx|sir|eng|engr|ing|ir|er|ca|adv|capt|col|lt|"
    r"maj|gen|rev|hon|dott\.ssa|dott|dra|sra|sr|herr|frau|mag|mgr|bc|lic|mudr|judr|pd|"
    r"dipl\.?-?\s?(?:ing|kfm|kff|inf|psych|oec))"
)
_FIELDS = (
    r"(?:[\s-]*(?:med|rer|nat|phil|jur|iur|ing|h\.\s?c|habil|oec|pol|dent|vet|theol|techn)\.)*"
)
_HONORIFIC = re.compile(rf"^(?:{_TITLES}(?:\.|(?=\s)){_FIELDS}\s*)+(?=\w|$)", re.IGNORECASE)
_NEEDS_DOT = re.compile(
    r"^(?:er|ing|ir|sr|maj|gen|lt|col|eng|hon|mag|mgr|bc|lic|ca|pd|miss|adv)\s", re.IGNORECASE
)
_PARTICLES = frozenset({  # of family names; written small where all was of one case
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "ibn",
    "la", "van", "vom", "von", "y", "zu", "zum", "zur",
})  # fmt: skip
_DEGREES = """
    aca acca aia aicp asq bcba bsc cams capm cbap ccie ccna ccnp cdmp cfa cfe cfp cgma chfi
    cipd cipm cipp cisa cism cissp clu cma cpa cpcu cphr cpm cpo cqa crisc cscp csm cspo dba
    dds dmd dnp do edd emba esq facp facs fcca fcipd fpe frm gphr jd lcsw leed llb llm lmft
    lpc mba mcips md mdiv med meng mfa mhr mpa mph mpp mrics msc msn msw ncarb np ocp od pe
    pharmd phd phr pmi-acp pmp psm psyd rn safe shrm-cp shrm-scp sphr sphri togaf
"""
_CREDENTIALS = frozenset(_DEGREES.split())
_AMBIGUOUS = frozenset({"do", "od", "np", "pe", "md", "med", "safe", "leed"})  # surnames, too
_INITIALS = re.compile("[B-DF-HJ-NP-TV-XZ]{2}")
_LOOSE = re.compile("  | -|- ")
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_WORD = r"[^\W\d_](?:['\u2019-]?[^\W\d_])+"
_APART = re.compile(rf"({_WORD})\s*-\s*({_WORD})(?=,|$)")  # `Jean - Pierre`
_BEHIND_A_NAME = """
    actor advisor agile analyst architect artist asesor attorney author avocat berater ceo cfo chro
    cio cmo coach consultant consultor consulting coo cto data designer developer digital director
    engineer entrepreneur expert finance founder freelance freelancer geschäftsführer hiring hr
    ingeniero ingénieur inhaber investor lawyer leader lion manager marketing mentor nurse open
    owner partner photographer president pro realtor recruiter recruiting recruitment retired
    sales speaker student trainer writer
"""
_TRADES = frozenset(_BEHIND_A_NAME.split())  # `Lund - Hiring` is no double name
_MIXED_MAC = re.compile(r"(Ma?c)([^\W\d_]{3,})")
_LONGEST = 300  # characters of a name that are read
_SHORTEST_SHOUT = 4  # letters; "JD" or "AMY" may be initials or a name
_TITLE_BEHIND = frozenset({"dr.", "prof.", "ing.", "eng."})


def clean_name(first: str, last: str) -> str:
    """Return the name alone, given name first where its script writes it so.

    Honorifics, degrees, pronouns, nicknames in brackets, emoji, taglines and mathematical letters
    go, a shouted name gets lower case. What would leave nothing is left as it was.
    """
    first, last = _beginning(first), _beginning(last)
    whole = f"{first} {last}".strip()
    if _is_plain(whole):
        return whole
    joined = _joined(_bare(first) or _letters(first), _bare(last)) or whole
    return _calm(_bare(joined)) or " ".join(_visible(whole).split())


def _is_plain(name: str) -> bool:
    """Return whether a name is capitalised words alone, as most are."""
    return (
        name.istitle()
        and name.replace(" ", "").replace("-", "").isalpha()
        and not _LOOSE.search(name)
        and unicodedata.is_normalized("NFKC", name)
        and not _HONORIFIC.match(name)
    )


def _bare(part: str) -> str:
    """Return a given or family name without what is no name."""
    text = _visible(unicodedata.normalize("NFKC", part.translate(_SQUARED))).strip()
    text = _EMAIL.sub(" ", _MARKUP.sub(" ", _beginning(text)))
    text = "".join(c if _is_letter(c) or c in _MARKS else " " for c in text)
    text = _hyphenated(_beginning(text))
    while (shorter := _shortened(text)) != text:
        text = shorter
    return text


def _beginning(text: str) -> str:
    """Return what is read of a name: no run of blanks, and no more than a name can be."""
    return " ".join(text.split())[:_LONGEST] if len(text) > _LONGEST else text


def _hyphenated(text: str) -> str:
    """Return a double name without blanks around its hyphen; `Lund - Hiring` is none."""
    found = _APART.match(text)
    if not found or found[2].casefold() in _TRADES:
        return text
    left, right = found.groups()
    alike = left.isupper() == right.isupper() and left[0].isupper() == right[0].isupper()
    return f"{left}-{right}{text[found.end() :]}" if alike else text


def _shortened(text: str) -> str:
    text = _PRONOUNS.sub(" ", text)
    text = _BRACKETED.sub(" ", text)
    text = _TAGLINE.sub("", text)
    text = _without_suffixes(text)
    text = _letters(text)
    if not _NEEDS_DOT.match(text):
        text = _HONORIFIC.sub("", text)
    return _without_degrees(text).lstrip(" .-,\u00b7").rstrip(" -,\u00b7'\u2019")


def _letters(text: str) -> str:
    return " ".join("".join(c if _is_letter(c) else " " for c in text).split())


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
    if word.casefold() in _TITLE_BEHIND:
        return True
    bare = word.replace(".", "").casefold()
    if bare not in _CREDENTIALS:
        return False
    return "." in word.rstrip(".") or (bare not in _AMBIGUOUS and not word.istitle())


def _joined(first: str, last: str) -> str:
    """Return both names in the order of their script: in East Asia the family comes first."""
    if first and last and _is_east_asian(first) and _is_east_asian(last):
        return last + first
    return f"{first} {last}".strip()


def _is_east_asian(text: str) -> bool:
    """Return whether a name is in Han, Hangul or Hiragana; Katakana also writes foreign ones."""
    return all(
        "\u3400" <= c <= "\u9fff"
        or "\uac00" <= c <= "\ud7a3"
        or "\u3041" <= c <= "\u309f"
        or c == "々"
        for c in text
    )


def _calm(name: str) -> str:
    """Return a shouted or whispered name, or a shouted word of it, with capitals as names have."""
    words = name.split()
    if sum(map(str.isalpha, name)) >= _SHORTEST_SHOUT and (name.isupper() or name.islower()):
        calm = [True] * len(words)
    else:
        calm = [*map(_is_shouted, words), False]
        for place in reversed(range(len(words))):  # `DE LA CRUZ`: what leads to a shouted word
            calm[place] |= calm[place + 1] and words[place].isupper() and words[place].isalpha()
    return " ".join(
        _in_name(word, first=not place) if is_loud else _MIXED_MAC.sub(_mac, word)
        for place, (word, is_loud) in enumerate(zip(words, calm, strict=False))
    )


def _in_name(word: str, *, first: bool) -> str:
    is_small = word.casefold() in _PARTICLES and not first
    return word.casefold() if is_small else _capitalised(word)


def _mac(found: re.Match[str]) -> str:
    """Return `McDONALD` as `McDonald`."""
    return found[1] + (_capitalised(found[2]) if found[2].isupper() else found[2])


def _is_shouted(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) >= _SHORTEST_SHOUT and "." not in word


def _capitalised(word: str) -> str:
    """Return a word with a capital; two consonants are initials and stay."""
    if word.isupper() and _INITIALS.fullmatch(word):
        return word
    calm = re.sub(r"[^\W\d_]+", _with_capital, word)
    return re.sub(r"^Mc([^\W\d_])", lambda part: f"Mc{part[1].upper()}", calm)


def _with_capital(found: re.Match[str]) -> str:
    """Return letters with a capital; the point of a Turkish capital does not stay behind."""
    return found[0][0].title() + found[0][1:].lower().replace("i\u0307", "i")
