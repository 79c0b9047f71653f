"""What somebody does, whatever their rank: the words of a title that stay through a career."""

import re

from dedupe.spelling import ascii_lower, composed, listed

_WORD = re.compile(r"[a-z]{2,}")
_RANKS = listed(
    """
    senior sr junior jr jnr associate assistant asst deputy vice vp svp evp avp head chief lead
    leading principal director dir managing executive exec manager mgr global regional
    international intl national group general interim acting staff trainee intern partner team of
    the and for und fur im der die das de del la le du des von leiter leiterin leitung leitender
    leitende directeur directrice responsable director directora jefe jefa apac emea europe
    """
)


def title_core(text: str) -> str:
    """Return a title without rank and small words; empty where nothing is left."""
    words = (word for word in _WORD.findall(ascii_lower(composed(text))) if word not in _RANKS)
    return " ".join(words)
