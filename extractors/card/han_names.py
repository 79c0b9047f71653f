"""Names in Han, kana or Hangul: where the family name ends, which comes first."""

import re
from typing import Final

from extractors.card.family_names import (
    CHINESE_OF_TWO,
    JAPANESE_OF_ONE,
    JAPANESE_OF_THREE,
    JAPANESE_OF_TWO,
    KOREAN_OF_TWO,
)

_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")
_KANA_OR_REPEAT: Final = re.compile(r"[\u3005\u3041-\u3096\u30a1-\u30fa]")
_LONG: Final = 4  # signs; a Chinese name of so many is rare
_TWO, _THREE = 2, 3


def han_parts(name: str, country: str | None) -> tuple[str, str]:
    """Return family and given name; a printed blank parts them, else lists of family names do."""
    signs = name.split()
    if len(signs) == _TWO:
        return signs[0], signs[1]
    whole = "".join(signs)
    length = _family_length(whole, country)
    return whole[:length], whole[length:]


def _family_length(whole: str, country: str | None) -> int:
    if _HANGUL.search(whole):
        return _TWO if whole[:_TWO] in KOREAN_OF_TWO and len(whole) > _TWO else 1
    if country == "JP" or _KANA_OR_REPEAT.search(whole):
        return _japanese_length(whole)
    if len(whole) > _TWO and whole[:_TWO] in CHINESE_OF_TWO:
        return _TWO
    return _TWO if len(whole) >= _LONG and country is None else 1


def _japanese_length(whole: str) -> int:
    if len(whole) <= _TWO:
        return 1
    if len(whole) > _THREE and whole[:_THREE] in JAPANESE_OF_THREE:
        return _THREE
    alone = whole[0] in JAPANESE_OF_ONE and whole[:_TWO] not in JAPANESE_OF_TWO
    return 1 if alone and len(whole) == _THREE else _TWO
