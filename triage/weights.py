"""All numbers of the tie model, each with where it comes from.

Measured: on five public sets of dated messages and calls (none of them of business contacts).
Literature: a published law. Judgement: nothing was measured or found; the user's answers move it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from contacts.interactions import Direction, InteractionKind

ACTING = frozenset({Direction.OUT, Direction.BOTH})  # the user had a part in it


@dataclass(frozen=True, slots=True)
class Weights:
    """Evidence weights and constants; an event's weight is in units of a letter the user wrote."""

    # Weights of evidence.
    message_out: float = 1.0  # the unit
    message_in: float = 0.5  # measured
    one_tap: float = 0.2  # judgement: a click
    card: float = 1.0  # judgement
    met: float = 1.0  # judgement
    invited_out_noted: float = 1.0  # judgement: a note is a letter
    invited_in_noted: float = 0.5  # judgement
    invited_out: float = 0.3  # judgement
    invited_in: float = 0.1  # judgement
    connected: float = 0.3  # judgement; measured: alone it carries almost nothing
    recommended_out: float = 3.0  # judgement: an hour of thinking about somebody
    recommended_in: float = 2.0  # judgement
    endorsed_out: float = 0.2  # judgement: a click
    endorsed_in: float = 0.1  # judgement
    imported: float = 0.3  # judgement: like a connection, of which the day says little
    followed: float = 0.05  # judgement: half a click
    note: float = 2.0  # judgement: what one puts into words of one's own stays

    # What lowers them.
    mailing_size: int = 50  # measured: below, a mailing counts as a letter
    mailing_factor: float = 0.1  # measured
    batch_size: int = 5  # judgement: so many cards on one camera day were scanned, not received
    batch_factor: float = 0.5  # judgement
    undated_factor: float = 0.5  # judgement, at the median age of its kind

    # Activation.
    decay: float = 0.7  # measured: .7 and .8 tie, .5 is worse

    # P90: the user writes again within 90 days.
    again_intercept: float = 0.76  # measured
    again_slope: float = 1.12  # measured
    again_intercept_sd: float = 1.0  # judgement: a little more than the sets lie apart (.8)
    again_slope_sd: float = 0.3  # judgement, likewise (.2)
    again_horizon_power: float = 0.5  # measured: the odds grow with the root of the horizon

    # P_known: the user can still place somebody.
    known_intercept: float = 0.96  # judgement: one card after a year .30, ten mails in a spell .84
    known_intercept_sd: float = 1.5  # judgement: wide, five to twenty answers settle it
    known_slope: float = 1.12  # measured for P90, taken over
    known_slope_sd: float = 0.4  # judgement
    fan_logits: float = 0.3  # literature has the effect ("how many Davids?"), judgement its size
    fan_cap: int = 20  # judgement
    source_logits: float = 0.2  # judgement: a second way of knowing somebody

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
