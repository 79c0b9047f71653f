"""Given names and surnames of the world, folded: weak evidence that a line is a person's name."""

from typing import Final

from extractors.card.vocabulary import entries

GIVEN_NAMES: Final = frozenset(entries("given_names"))
SURNAMES: Final = frozenset(entries("surnames"))
