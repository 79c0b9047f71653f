"""The name and version of the card extractor's own rules."""

from typing import Final

EXTRACTOR: Final = "card"
RULES_VERSION: Final = 2  # raised when the same lines may give other fields
