"""A line of a vCard → its name, parameters and value, in the encoding that it says or shows."""

import codecs
import quopri
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_LINE = re.compile(
    r'(?:([\w-]+)\.)?([A-Za-z][\w-]*)((?:;(?:[^";:]|"[^"]*")*+)*+)\s*:(.*)', re.DOTALL
)
_LINE_WITH_A_STRAY_QUOTE = re.compile(
    r"(?:([\w-]+)\.)?([A-Za-z][\w-]*)((?:;[^;:]*)*+):(.*)", re.DOTALL
)
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*"|")*)')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_COMPONENT = re.compile(r"((?:[^\\;]|\\.|\\$)*+)(?:;|$)", re.DOTALL)
_LINE_BREAK = re.compile(r"\r\n?|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_HEAD = 1000  # characters of parameters
_BINARY = frozenset({"b", "base64"})
_CHARSETS = re.compile(r"utf|ascii|iso|latin|cp\d|koi|mac|shift|euc|gb|big5|hz|johab|tis")
_SINGLE_BYTE = re.compile(r"ascii|iso8859|latin|cp(?:125|437|850|866)|koi|mac|tis")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A property; the value is decoded, its backslashes still stand.

    `types` are the values of TYPE and the bare words of vCard 2.1, `label` all of them as one text.
    """

    group: str
    name: str
    head: str
    types: tuple[str, ...]
    parameters: Mapping[str, str]
    value: str

    @property
    def label(self) -> str:
        """The types as one text."""
        return " ".join(self.types)


def content_line(text: str) -> ContentLine | None:
    """Return a line taken apart; None if it is no property, or a value that is no text."""
    found = _LINE.fullmatch(text) or _LINE_WITH_A_STRAY_QUOTE.fullmatch(text)
    if not found:
        return None
    types, parameters = _parameters(_whole(found[3][:_LONGEST_HEAD]))
    encoding = parameters.get("ENCODING", "").casefold()
    if encoding in _BINARY or not _BINARY.isdisjoint(types):
        return None
    quoted = encoding == "quoted-printable" or "quoted-printable" in types
    return ContentLine(
        group=(found[1] or "").casefold(),
        name=found[2].upper(),
        head=text[: found.start(4)],
        types=types,
        parameters=parameters,
        value=_text(found[4], parameters.get("CHARSET", ""), quoted_printable=quoted),
    )


def unescaped(value: str) -> str:
    """Return a value without backslashes; a line break stays one."""
    return _ESCAPE.sub(_meant, value) if "\\" in value else value


def components(value: str) -> list[str]:
    """Return the parts of a value, unescaped: of a name, an organisation, an address."""
    if "\\" not in value:
        return value.split(";")
    return [unescaped(part) for part in _COMPONENT.findall(value)]


def _meant(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


@lru_cache(maxsize=1024)  # a file has a dozen of them
def _parameters(text: str) -> tuple[tuple[str, ...], Mapping[str, str]]:
    types: list[str] = []
    parameters: dict[str, str] = {}
    for part in _PARAMETER.findall(text):
        name, equals, value = part.partition("=")
        value = value.replace('"', "").strip()
        if not equals or name.strip().upper() == "TYPE":
            types += (value if equals else name.replace('"', "").strip()).casefold().split(",")
        else:
            parameters.setdefault(name.strip().upper(), value)
    return tuple(filter(None, types)), parameters


def _text(value: str, charset: str, *, quoted_printable: bool) -> str:
    if quoted_printable:
        decoded = _decoded(quopri.decodestring(_bytes(value)), charset)
        return _LINE_BREAK.sub(r"\\n", decoded)
    return value if value.isascii() else _decoded(_bytes(value), charset)


def _whole(text: str) -> str:
    return text if text.isascii() else _decoded(_bytes(text), "")


def _bytes(text: str) -> bytes:
    """Return the bytes of a text as the file had them."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a pair that no byte left behind
        return _SURROGATE.sub("\ufffd", text).encode()


def _decoded(raw: bytes, charset: str) -> str:
    """Return bytes as text.

    UTF-8 goes before a charset of one byte, which takes any bytes and is often announced by
    mistake; a charset of several bytes is believed first.
    """
    named = _codec(charset)
    tried = ("utf-8", named) if _SINGLE_BYTE.match(named) else (named, "utf-8")
    for name in tried:
        try:
            return _SURROGATE.sub("\ufffd", raw.decode(name))
        except UnicodeDecodeError:
            continue
    return raw.decode("cp1252", "replace")


@lru_cache(maxsize=64)
def _codec(charset: str) -> str:
    """Return the codec of a charset; UTF-8 where there is none of that name, or it is no text's."""
    try:
        name = codecs.lookup(charset).name.replace("_", "").casefold()
    except (LookupError, ValueError):
        return "utf-8"
    return codecs.lookup(charset).name if _CHARSETS.match(name) else "utf-8"
