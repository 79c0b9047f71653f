"""The Japanese and Chinese words that can be printed, read from `cjk.txt`."""

from functools import cache
from importlib.resources import files
from typing import Final


@cache
def sections() -> dict[str, tuple[str, ...]]:
    """Return the words of `cjk.txt` by section (`ja.surname`, `zh.title`), in the file's order."""
    found: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in files(__package__).joinpath("cjk.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            found[section] = (*found.get(section, ()), *line.split())
    return found


CJK_CHARACTERS: Final = frozenset("".join(word for words in sections().values() for word in words))
