"""What promises look like: the first person, a future or a present that means one, a deed.

A module a language, in the notation of `extractors.linkedin.sentences`.
"""

from extractors.linkedin.promised.dutch import DUTCH
from extractors.linkedin.promised.english import ENGLISH
from extractors.linkedin.promised.french import FRENCH
from extractors.linkedin.promised.german import GERMAN
from extractors.linkedin.promised.italian import ITALIAN
from extractors.linkedin.promised.language import Language
from extractors.linkedin.promised.portuguese import PORTUGUESE
from extractors.linkedin.promised.spanish import SPANISH

LANGUAGES: dict[str, Language] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "nl": DUTCH,
}

__all__ = ["LANGUAGES", "Language"]
