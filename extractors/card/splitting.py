"""One line that says two things, `Ada Lovelace, Analyst`, made two lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.card.facts import NO_FACTS
from extractors.card.layout import Line
from extractors.card.names import name_score
from extractors.card.titles import title_score

_PARTED: Final = re.compile(r"\s*[|/\u00b7\u2022]\s*|\s+-\s+|,\s+|\s*\(\s*(?=[^)]*\)$)")
_A_NAME: Final = 1.0
_A_TITLE: Final = 2.5


def split_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, a name and a title that stand on one of them parted."""
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: Line) -> Iterator[Line]:
    for found in _PARTED.finditer(line.text):
        left, right = line.text[: found.start()], line.text[found.end() :].rstrip(" )")
        if (
            name_score(left, NO_FACTS) > _A_NAME
            and title_score(right) > _A_TITLE
            and title_score(left) < 0
        ):
            middle = line.left + (line.right - line.left) * len(left) / len(line.text)
            yield replace(line, text=left, right=middle)
            yield replace(line, text=right, left=middle)
            return
    yield line
