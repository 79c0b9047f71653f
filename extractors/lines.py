"""Bytes to physical lines: encodings found, the damage of re-saves mended, memory bounded."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import IO

CHUNK = 3 << 16  # what fits a processor's cache is read twice as fast as a megabyte
_LONGEST_LINE = 4 << 20  # bytes; what lies beyond is cut, and the row rejected by its reader
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
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
    """The lines of a stream, in lists of about 200 kilobytes.

    A line ends at LF, CRLF or CR alone and never at U+2028. Bytes that are no UTF-8 are read as
    Windows-1252, the only other encoding ever seen; `mended` counts them. Where a line says itself
    how it is encoded, `keep_bytes` leaves them as surrogates (PEP 383).
    """

    def __init__(self, stream: IO[bytes], *, keep_bytes: bool = False) -> None:
        self._stream = stream
        self._keep_bytes = keep_bytes
        self.mended = 0

    def __iter__(self) -> Iterator[list[str]]:
        return map(lines_of, self.texts())

    def texts(self) -> Iterator[str]:
        """Yield the text in pieces of whole lines; only the last may lack its end."""
        chunk = self._stream.read(CHUNK)
        encoding = encoding_of(chunk)
        if not encoding.startswith("utf-8"):
            yield from self._decoded(chunk, encoding)
            return
        rest = b""
        chunk = chunk.removeprefix(codecs.BOM_UTF8)
        while chunk:
            rest += chunk
            end = rest.rfind(b"\n") + 1 or rest.rfind(b"\r", 0, -1) + 1
            if end:
                yield self._utf8(rest[:end])
            rest = rest[end : end + _LONGEST_LINE]  # it may go on in the next chunk
            chunk = self._stream.read(CHUNK)
        if rest:
            yield self._utf8(rest)

    def _utf8(self, data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError:
            text = data.decode(errors="surrogateescape")
            return text if self._keep_bytes else _NOT_UTF8.sub(self._as_windows, text)

    def _decoded(self, chunk: bytes, encoding: str) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        rest = ""
        while chunk:
            rest += decoder.decode(chunk)
            end = rest.rfind("\n") + 1 or rest.rfind("\r", 0, -1) + 1
            if end:
                yield rest[:end]
            rest = rest[end : end + _LONGEST_LINE]
            chunk = self._stream.read(CHUNK)
        rest += decoder.decode(b"", final=True)
        if rest:
            yield rest

    def _as_windows(self, found: re.Match[str]) -> str:
        raw = found[0].encode("ascii", "surrogateescape")
        self.mended += len(raw)
        return raw.decode("cp1252", "replace")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, each with its end."""
    return list(io.StringIO(text, newline=""))
