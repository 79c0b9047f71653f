"""The sentences of a message, and the patterns that are held against them.

Patterns are plain regular expressions, one a line, over lower-case words parted by single blanks.
`…` stands for up to six words, `+` for one or more letters, `<name>` for one of a list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

LONGEST = 200  # characters of a sentence that is kept
READ = 20_000  # characters of a message that are read: what is longer is a pasted document
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])\s+|\s*[\r\n\u2028]+\s*")
_CLAUSE_END = re.compile(
    r"\s*[,;:()\u2013\u2014/]+\s+|\s+-+\s+"
    r"|\s(?:but|so|because|aber|mais|donc|pero|porque|quindi|mas|maar|dus)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'@%&-]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u2018\u00b4`", "'"))
_NAME = re.compile(r"<([a-z]+)>")
_FREQUENT = {  # words of which a sentence of a language has some, and of others hardly any
    "en": """
        the to and you i'll i of is it your that for with this have my we are at on be will will do
        what can would let i'm not was if so as from how thanks hi get any could
        """,
    "de": """
        ich und der die das ist zu den mit dir sie nicht wir es ein eine dich für auf bei ihnen im
        mir wie hast dem von auch noch dann bin haben mich ihr werde morgen mal danke was du kann
        """,
    "fr": """
        je le les et vous pour est de du une des la que nous te tu mon ton votre vos au avec en ce
        j'ai pas sur dans qui merci suis mes ça à
        """,
    "es": """
        el la los las y a que te un una le por para con del al mi tu su lo es en me gracias hola
        está de se si qué muy pero yo nos ya hoy mañana cómo cuando
        """,
    "it": """
        il lo gli a che ti un una per con del della mi tuo sua è di e la le non ci al nel grazie
        ciao sono da ho hai se questo come alla poi dei vi domani
        """,
    "pt": """
        o os a e que te um uma para com do da no na meu você não em os é dos lhe por mais
        obrigado obrigada seu sua se ao vou oi olá as eu isso já está amanhã pra
        """,
    "nl": """
        ik de het een en je u van dat is niet op met voor in te aan zijn mijn naar bij jullie we er
        nog heb hoe zal dan maar wat om dit kan hoi morgen
        """,
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _name, _list in _FREQUENT.items():
    for _word in _list.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_name)
_MUCH = 0.5  # of the language with most of its frequent words: another with as many may be meant
_FEW = 4  # frequent words tell nothing if there are less


def likely(spoken: Iterable[str]) -> frozenset[str]:
    """Return the languages that lower-case words may be of; all where none of them tells."""
    counts = dict.fromkeys(_FREQUENT, 0)
    for word in spoken:
        for name in _LANGUAGES_OF.get(word, ()):
            counts[name] += 1
    most = max(counts.values())
    least = _MUCH * most if most >= _FEW else 0
    return frozenset(name for name, count in counts.items() if count >= least)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of the first `READ` characters of a plain message, without quotations."""
    for sentence in _SENTENCE_END.split(text[:READ]):
        if (kept := sentence.strip()) and not kept.startswith((">", "|")):
            yield kept


def clauses(sentence: str) -> Iterator[str]:
    """Yield the parts between commas, colons and dashes as `words`."""
    for clause in _CLAUSE_END.split(sentence):
        if kept := words(clause).strip():
            yield f" {kept} "


def straight(text: str) -> str:
    """Return the text with the apostrophe of typewriters for all that stand for it."""
    if text.isascii() and "`" not in text:
        return text
    return text.translate(_APOSTROPHES)


def words(text: str) -> str:
    """Return lower-case words, without marks and web addresses, with a blank on either side."""
    plain = straight(text)
    if "http" in plain or "www." in plain:
        plain = _ADDRESS.sub(" ", plain)
    return f" {' '.join(_WORD.findall(plain.lower()))} "


def cut(sentence: str, telling: str) -> str:
    """Return at most `LONGEST` characters of a sentence, around its telling words."""
    if len(sentence) <= LONGEST:
        return sentence
    first = telling.split(maxsplit=1)[0]
    begin = max(
        0, min(straight(sentence).lower().find(first) - LONGEST // 4, len(sentence) - LONGEST)
    )
    return sentence[begin : begin + LONGEST].strip()


def alternatives(lines: str, lists: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Return one expression for patterns given one a line; each begins and ends with a word.

    A line that leaves a bracket open goes on in the next.
    `lists` says what the names in angle brackets stand for: words parted by blanks, `_` for a
    blank within one; a list may name those before it.
    """
    meanings: dict[str, str] = {}

    def spelled(pattern: str) -> str:
        marked = pattern.replace("+", r"[\w']+").replace("\u2026 ", r"(?:\S+ ){0,6}")
        return _NAME.sub(lambda name: meanings[name[1]], marked)

    for name, members in (lists or {}).items():
        each = (spelled(member.replace("_", " ")) for member in _closed(members.split()))
        meanings[name] = f"(?:{'|'.join(each)})"
    patterns = (spelled(pattern) for pattern in _closed(lines.splitlines()))
    return re.compile(f"(?<= )(?:{'|'.join(patterns)})(?= )")


def _closed(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts, those joined that a bracket left open runs through."""
    begun = ""
    for part in parts:
        begun += part.strip()
        if begun and begun.count("(") == begun.count(")"):
            yield begun
            begun = ""
