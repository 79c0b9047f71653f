"""All records that are known, so that a few new ones are matched without the others.

What two records weigh depends on them and the model, what becomes of a record on its component and
its rivals: so what new, changed and gone records touch is made anew, and all else stays as it is.
The result is that of all records at once, in whatever order and portions they came.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from contacts.frames import PLACES, RECORDS
from contacts.judgements import Judgement
from dedupe.arrays import ABSENT, Flags, Ids, Keys, Texts, among, without
from dedupe.copies import stand_ins, sure_copies
from dedupe.holders import Holders
from dedupe.judgements import Judgements
from dedupe.keys import content_keys, profile_keys
from dedupe.known import Known
from dedupe.matching import Material, candidate_edges, checked, matched
from dedupe.model import Model
from dedupe.normalise import Columns, chosen, columns_of, merged, profile_texts
from dedupe.places import keys_to_ask, places_of
from dedupe.resolution import Resolution
from dedupe.vetoes import joined_profiles


@dataclass(frozen=True, slots=True)
class Change:
    """Who is who among the records that were touched, in place of what was found of them before.

    `places` (`PLACES`) are theirs, `gone` the records that are no more.
    """

    found: Resolution
    places: pd.DataFrame
    gone: tuple[str, ...]


class Index:
    """Records under one model, found by their keys and by component."""

    def __init__(
        self,
        model: Model,
        records: pd.DataFrame,
        places: pd.DataFrame,
        judgements: Sequence[Judgement] = (),
    ) -> None:
        """`places` are where the resolution of `records` with these judgements left each of them.

        Whoever has changed since, or is gone, `add` is to be told of; but of those who were called
        the same nobody may have: which profiles that made one could not be known.
        """
        at = PLACES.check(places)
        self.model = model
        self._known = Known(checked(records), at["record_id"].to_numpy(dtype=object))
        self._held = Holders(at)
        self._said = Judgements.of(judgements)
        self._joined = self._joined_by(self._said, columns_of(RECORDS.empty()), ())

    def __len__(self) -> int:
        """Return how many records are known."""
        return len(self._known)

    def add(
        self,
        records: pd.DataFrame,
        gone: Collection[str] = (),
        judgements: Sequence[Judgement] | None = None,
    ) -> Change:
        """Take in the new and changed of a `RECORDS` frame, and return what that changes.

        `judgements` are all that hold now, None for those of before.

        Raises:
            ValueError: the frame is not of the documented shape, or a record id stands there twice.
            OutgrownError: the model is to be fitted anew; nothing was taken in.
        """
        said = self._said if judgements is None else Judgements.of(judgements)
        told = checked(records)
        joined = self._joined_by(said, told, gone)
        fresh = self._with_rejoined(told, joined, gone)
        leaving = {*fresh["record_id"].tolist(), *gone}
        old = self._known.rows(leaving)
        judged = said.differing(self._said) | said.beside(leaving) | self._said.beside(leaving)
        word = self._known.rows(judged - leaving)
        asked = self._keys_to_ask(fresh, said, joined)
        near = self._near(fresh, asked, old, said, joined)
        touched = [old, word, near, self._held.deprived(np.concatenate([old, word]))]
        stay = without(self._held.members(np.concatenate(touched)), old)
        rivals = self._rivals(asked, np.concatenate([stay, old]))
        ours = merged(self._known.columns(stay), fresh)
        every = merged(ours, self._known.columns(rivals))
        given = Material.of(every, said.each, joined)
        focus = _among(given.clean.record_id, ours)
        found = matched(given, self.model, focus=focus)
        places = places_of(found, focus)
        self._known.replace(leaving, fresh)
        self._held.replace(old, self._known.rows(places["record_id"]), places)
        self._said, self._joined = said, joined
        lost = sorted(leaving - set(fresh["record_id"].tolist()))
        return Change(Resolution.of(found, focus), places, tuple(lost))

    def _keys_to_ask(self, fresh: Columns, said: Judgements, joined: Mapping[str, str]) -> Keys:
        """Return the keys of those that fresh records are compared with, or copy."""
        given = Material.of(fresh, said.each, joined)
        content = content_keys(given.clean)
        known = np.flatnonzero(self._held.are_held(content))
        copied = known[sure_copies(given.clean, self.model, known)] if len(known) else known
        return np.concatenate([keys_to_ask(given, self.model), content[copied]])

    def _near(
        self,
        fresh: Columns,
        asked: Keys,
        old: Ids,
        said: Judgements,
        joined: Mapping[str, str],
    ) -> Ids:
        """Return the rows that fresh records may be one with, copy, or be a rival for."""
        near = without(self._held.of(asked), old)
        given = Material.of(merged(self._known.columns(near), fresh), said.each, joined)
        ids = given.clean.record_id
        is_fresh = _among(ids, fresh)
        stand_in = stand_ins(given.clean, self.model, given.said.rows)
        edges = candidate_edges(given, self.model, stand_in, is_fresh)
        has_profile = given.clean.profile != ABSENT
        rivals = has_profile[edges.pairs.left] != has_profile[edges.pairs.right]
        likely = edges.bits >= self.model.limits.ask_bits
        links = edges.at(~edges.vetoed & (rivals | likely)).pairs
        touched = among(stand_in, stand_in[is_fresh])
        touched[links.left] = touched[links.right] = True
        return self._known.rows(ids[touched & ~is_fresh])

    def _rivals(self, asked: Keys, rows: Ids) -> Ids:
        """Return the rows with a profile that fresh or other records may belong to as well.

        What is gone is asked for too: a copy that now stands for itself has the keys of another.
        """
        keys = np.concatenate([asked, self._held.keys(rows, has_profile=False)])
        return without(self._held.where(self._held.of(keys), has_profile=True), rows)

    def _joined_by(
        self, said: Judgements, changed: Columns, gone: Collection[str]
    ) -> dict[str, str]:
        """Return the profiles that are one person's, by what was said of records that are there."""
        judged = {record_id for one in said.same for record_id in (one.first, one.second)}
        if not judged:
            return {}
        mine = chosen(changed, np.array([one in judged for one in changed["record_id"]], np.bool_))
        stays = judged.difference(mine["record_id"], gone)
        known = self._known.columns(self._known.rows(stays))
        told = merged(known, mine)
        profile = dict(zip(told["record_id"], profile_texts(told), strict=True))
        pairs = [(profile.get(one.first, ""), profile.get(one.second, "")) for one in said.same]
        return joined_profiles(pair for pair in pairs if all(pair))

    def _with_rejoined(
        self, records: Columns, joined: Mapping[str, str], gone: Collection[str]
    ) -> Columns:
        """Return the records, and those whose profile is another person's now."""
        every = {*joined, *joined.values(), *self._joined, *self._joined.values()}
        moved = [one for one in every if joined.get(one, one) != self._joined.get(one, one)]
        if not moved:
            return records
        found = self._known.columns(self._held.of(profile_keys(moved)))
        told = {*records["record_id"].tolist(), *gone}
        unsaid = np.array([one not in told for one in found["record_id"]], dtype=np.bool_)
        return merged(records, chosen(found, unsaid))


def _among(ids: Texts, records: Columns) -> Flags:
    wanted = set(records["record_id"].tolist())
    return np.array([one in wanted for one in ids.tolist()], dtype=np.bool_)
