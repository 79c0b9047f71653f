"""Bytes to physical lines: encodings found, the damage of re-saves mended, memory bounded."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import IO

CHUNK = 1 << 20
_LONGEST_LINE = 4 << 20  # characters; what lies beyond is cut, and the row rejected by its reader
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 400
_NOT_UTF8 = re.compile("[\udc80-\udcff]+")  # how `surrogateescape` marks bytes that are no UTF-8


def encoding_of(head: bytes) -> str:
    """Return the encoding of a text that begins so; UTF-8 where nothing says otherwise."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    sample = head[:_SAMPLE]
    if len(sample) > 1:
        for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
            if sample[offset::2].count(0) > len(sample) * 0.4:
                return name
    return "utf-8"


class LineReader:
    """The lines of a stream, in lists of about a megabyte.

    A line ends at LF, CRLF or CR alone and never at U+2028. Bytes that are no UTF-8 are read as
    Windows-1252, the only other encoding ever seen; `mended` counts them.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.mended = 0

    def __iter__(self) -> Iterator[list[str]]:
        chunk = self._stream.read(CHUNK)
        encoding = encoding_of(chunk)
        errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
        decoder = codecs.getincrementaldecoder(encoding)(errors)
        rest = ""
        while chunk:
            text = rest + self._mended(decoder.decode(chunk))
            lines = list(io.StringIO(text, newline=""))
            rest = lines.pop()[:_LONGEST_LINE] if lines else ""  # it may go on in the next chunk
            if lines:
                yield lines
            chunk = self._stream.read(CHUNK)
        rest += self._mended(decoder.decode(b"", final=True))
        if rest:
            yield list(io.StringIO(rest, newline=""))

    def _mended(self, text: str) -> str:
        try:
            text.encode()  # refuses what is marked, ten times as fast as looking for it
        except UnicodeEncodeError:
            return _NOT_UTF8.sub(self._as_windows, text)
        return text

    def _as_windows(self, found: re.Match[str]) -> str:
        raw = found[0].encode("ascii", "surrogateescape")
        self.mended += len(raw)
        return raw.decode("cp1252", "replace")
