"""All numbers of the tie model, each with where it comes from; `weakties model` shows them.

Measured: on five public sets of dated messages and calls (none of them of business contacts).
Literature: a published law. Judgement: nothing was measured or found; the user's answers move it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from contacts.errors import UsageError
from contacts.interactions import Direction, InteractionKind

ACTING = frozenset({Direction.OUT, Direction.BOTH})  # the user had a part in it


class Origin(StrEnum):
    """Where a number comes from."""

    MEASURED = "measured"
    LITERATURE = "literature"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the model as it is shown: where it comes from, what it means, its bounds."""

    name: str
    value: float
    default: float
    origin: Origin
    meaning: str
    least: float
    most: float


def _measured(meaning: str, least: float = 0, most: float = 10) -> dict[str, object]:
    return {"origin": Origin.MEASURED, "meaning": meaning, "least": least, "most": most}


def _literature(meaning: str, least: float = 0, most: float = 10) -> dict[str, object]:
    return _measured(meaning, least, most) | {"origin": Origin.LITERATURE}


def _judgement(meaning: str, least: float = 0, most: float = 10) -> dict[str, object]:
    return _measured(meaning, least, most) | {"origin": Origin.JUDGEMENT}


@dataclass(frozen=True, slots=True)
class Weights:
    """Evidence weights and constants; an event's weight is in units of a letter the user wrote.

    The meanings are shown to the user, who may change the numbers; the bounds keep a slip of the
    pen from being believed.
    """

    # Weights of evidence.
    message_out: float = field(default=1.0, metadata=_measured("you wrote to them: the unit"))
    message_in: float = field(default=0.5, metadata=_measured("they wrote to you"))
    one_tap: float = field(default=0.2, metadata=_judgement("a ready-made greeting: a click"))
    card: float = field(default=1.0, metadata=_judgement("a card changed hands"))
    met: float = field(default=1.0, metadata=_judgement("you met"))
    invited_out_noted: float = field(
        default=1.0, metadata=_judgement("you invited them with a note: a letter")
    )
    invited_in_noted: float = field(
        default=0.5, metadata=_judgement("they invited you with a note: a letter")
    )
    invited_out: float = field(default=0.3, metadata=_judgement("you invited them"))
    invited_in: float = field(default=0.1, metadata=_judgement("they invited you"))
    connected: float = field(
        default=0.3, metadata=_judgement("you connected; measured: alone it says almost nothing")
    )
    recommended_out: float = field(
        default=3.0, metadata=_judgement("you recommended them: an hour of thinking about them")
    )
    recommended_in: float = field(default=2.0, metadata=_judgement("they recommended you"))
    endorsed_out: float = field(default=0.2, metadata=_judgement("you endorsed them: a click"))
    endorsed_in: float = field(default=0.1, metadata=_judgement("they endorsed you: a click"))
    imported: float = field(
        default=0.3, metadata=_judgement("in your phone book, of which the day says little")
    )
    followed: float = field(default=0.05, metadata=_judgement("one followed the other"))
    note: float = field(
        default=2.0, metadata=_judgement("you noted something: one's own words stay")
    )

    # What lowers them.
    mailing_size: int = field(
        default=50, metadata=_measured("recipients from which on a letter is a mailing", 2, 1e5)
    )
    mailing_factor: float = field(
        default=0.1, metadata=_measured("times that, for a mailing", 0, 1)
    )
    batch_size: int = field(
        default=5,
        metadata=_judgement("cards of one camera day from which on they were scanned", 2, 1e5),
    )
    batch_factor: float = field(
        default=0.5, metadata=_judgement("times that, for a scanned card", 0, 1)
    )
    undated_factor: float = field(
        default=0.5,
        metadata=_judgement(
            "times that, for what has no date, at the median age of its kind", 0, 1
        ),
    )

    # Activation.
    decay: float = field(
        default=0.7,
        metadata=_measured("power of the days by which what is left shrinks; .5 is worse", 0.05, 3),
    )

    # P90: the user writes again within 90 days.
    again_intercept: float = field(
        default=0.76,
        metadata=_measured(
            "of writing again within 90 days, for measurements alone: intercept", -10
        ),
    )
    again_slope: float = field(
        default=1.12, metadata=_measured("likewise: slope of activation", 0.01)
    )
    again_intercept_sd: float = field(
        default=1.0, metadata=_judgement("its uncertainty: the sets lie .8 apart", 0.01)
    )
    again_slope_sd: float = field(
        default=0.3, metadata=_judgement("its uncertainty: the sets lie .2 apart", 0.01)
    )
    again_horizon_power: float = field(
        default=0.3,
        metadata=_measured("likewise: power of the days ahead by which the odds grow", 0, 2),
    )

    # P_known: the user can still place somebody.
    known_intercept: float = field(
        default=0.96,
        metadata=_judgement("of knowing: intercept; a card after a year gives 30 %", -10),
    )
    known_intercept_sd: float = field(
        default=1.5, metadata=_judgement("its uncertainty: five to twenty answers settle it", 0.01)
    )
    known_slope: float = field(
        default=1.12, metadata=_measured("of knowing: slope, that of writing again", 0.01)
    )
    known_slope_sd: float = field(default=0.4, metadata=_judgement("its uncertainty", 0.01))
    known_extras_sd: float = field(
        default=0.5,
        metadata=_judgement("uncertainty of the next two, which 50 answers set free", 0.001),
    )
    fan_logits: float = field(
        default=0.3,
        metadata=_literature("times the log of how many share a first name; its size is judgement"),
    )
    source_logits: float = field(
        default=0.2, metadata=_judgement("for each further kind of source that knows them")
    )
    fan_cap: int = field(
        default=20, metadata=_judgement("more of one first name count no more", 1, 1e5)
    )

    def numbers(self) -> tuple[Number, ...]:
        """Return the numbers as they are shown, in order."""
        plain = Weights()
        return tuple(
            Number(one.name, getattr(self, one.name), getattr(plain, one.name), **one.metadata)
            for one in fields(self)
        )

    def changed(self, given: Mapping[str, float]) -> "Weights":
        """Return these weights with some numbers changed.

        Raises:
            UsageError: a name that is none, or a number out of bounds.
        """
        known = {one.name: one for one in self.numbers()}
        changes: dict[str, Any] = {}
        for name, value in given.items():
            if name not in known:
                near = get_close_matches(name, known, 1) or ["card"]
                raise UsageError(f"setting weights.{name}", f"there is none, but weights.{near[0]}")
            one = known[name]
            whole = isinstance(one.default, int)
            if not one.least <= value <= one.most or (whole and value % 1):
                wanted = f"a {'whole ' if whole else ''}number from {one.least:g} to {one.most:g}"
                raise UsageError(f"setting weights.{name}", f"is {value:g}; want {wanted}")
            changes[name] = int(value) if whole else float(value)
        return replace(self, **changes)

    def table(self) -> Mapping[tuple[InteractionKind, Direction, bool], float]:
        """Return the weight of each (kind, direction, with words of its own)."""
        kinds: dict[InteractionKind, tuple[float, float]] = {  # by the user, by the other person
            InteractionKind.MESSAGE: (self.message_out, self.message_in),
            InteractionKind.ONE_TAP: (self.one_tap, self.one_tap),
            InteractionKind.CARD: (self.card, self.card),
            InteractionKind.MET: (self.met, self.met),
            InteractionKind.INVITED: (self.invited_out, self.invited_in),
            InteractionKind.CONNECTED: (self.connected, self.connected),
            InteractionKind.RECOMMENDED: (self.recommended_out, self.recommended_in),
            InteractionKind.ENDORSED: (self.endorsed_out, self.endorsed_in),
            InteractionKind.IMPORTED: (self.imported, self.imported),
            InteractionKind.FOLLOWED: (self.followed, self.followed),
            InteractionKind.NOTE: (self.note, self.note),
        }
        noted = kinds | {InteractionKind.INVITED: (self.invited_out_noted, self.invited_in_noted)}
        return {
            (kind, direction, words): pair[0 if direction in ACTING else 1]
            for words, pairs in ((False, kinds), (True, noted))
            for kind, pair in pairs.items()
            for direction in Direction
        }

    def again_shift(self, horizon_days: float) -> float:
        """Return what a horizon other than 90 days adds to the logit of writing again."""
        return self.again_horizon_power * math.log(max(horizon_days, 1e-3) / 90)


DEFAULTS = Weights()
