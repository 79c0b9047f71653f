"""Finds the person whom another file than Connections.csv names, by profile or by name."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from contacts.identifiers import FoldedName, folded_name
from extractors.linkedin.people import People
from extractors.linkedin.sides import Parties, Party


class Acquaintances:
    """The people, to be found by what messages, invitations and recommendations say of them."""

    def __init__(self, people: People, sides: Sequence[Parties]) -> None:
        self.people = people
        self._sides = sides
        self._shared_names: set[FoldedName] = set()
        self._by_name_alone: dict[FoldedName, int] = {}

    def forget_uncertain(self) -> frozenset[int]:
        """Return, once, the people of a name that several have, by which somebody was named.

        What was said of them is credited to nobody.
        """
        shared, self._shared_names = self._shared_names, set()
        return frozenset(place for name in shared for place in self.people.named(name))

    def known(self, party: Party, company: str = "") -> int | None:
        """Return who is meant, if it can be but one; a company decides between namesakes."""
        if party.slug and (found := self.people.with_profile(party.slug)) is not None:
            return found
        named = self._candidates(party)
        if len(named) > 1 and company:
            mark = folded_name(company)
            colleagues = [p for p in named if folded_name(self.people.company[p]) == mark]
            named = colleagues if len(colleagues) == 1 else named
        if len(named) > 1:
            self._shared_names.add(party.folded)
        return named[0] if len(named) == 1 else None

    def found_or_added(self, party: Party, conversation: str, place: tuple[str, int]) -> int | None:
        """Return who is meant; None if several may be.

        Whoever is new is added, as first seen at `place` (file and line).
        """
        if party.slug and (known := self.people.with_profile(party.slug)) is not None:
            return known
        slug = party.slug or self._slug_elsewhere(party, conversation)
        meant = party if party.slug else Party(slug, party.name, party.folded)
        found = self.known(meant)
        if found is not None:
            if slug and not (self.people.slug[found] or self.people.inferred[found]):
                self.people.learn_profile(found, slug)
            return found
        if self._candidates(meant):
            return None
        return self._add(meant, place)

    def _candidates(self, party: Party) -> list[int]:
        """Return those of the name who may be meant: not who is known to have another profile."""
        if party.slug:
            return self.people.named_without_profile(party.folded)
        named = self.people.named(party.folded)
        if not named and party.folded in self._by_name_alone:
            return [self._by_name_alone[party.folded]]
        return named

    def _slug_elsewhere(self, party: Party, conversation: str) -> str:
        """Return the profile that goes with the name in this conversation, else in all others."""
        slugs_in, slugs = self._elsewhere
        here = slugs_in.get((conversation, party.folded), "")
        anywhere = slugs.get(party.folded, set())
        return here or (next(iter(anywhere)) if len(anywhere) == 1 else "")

    @cached_property
    def _elsewhere(self) -> tuple[dict[tuple[str, FoldedName], str], dict[FoldedName, set[str]]]:
        """The profile of each name by conversation, and all profiles of each name."""
        slugs_in: dict[tuple[str, FoldedName], str] = {}
        slugs: dict[FoldedName, set[str]] = defaultdict(set)
        for side in self._sides:
            for party in side.everybody:
                if party.slug and party.folded:
                    slugs[party.folded].add(party.slug)
                    slugs_in[side.conversation, party.folded] = party.slug
        return slugs_in, slugs

    def _add(self, party: Party, place: tuple[str, int]) -> int:
        added = self.people.add_stranger(party.name, party.slug, *place)
        if not party.slug:
            self._by_name_alone[party.folded] = added
        return added
