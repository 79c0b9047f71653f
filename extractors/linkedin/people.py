"""Everybody the archive knows, column by column: the connections first, then who else appears."""

from array import array
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from contacts.extraction import Notice
from contacts.identifiers import FoldedName, folded_name
from extractors.linkedin.connections import Connections

_Key = str | tuple[str, str, int]  # a slug; name, day and ordinal


@dataclass
class People:
    """The people; "" is a missing value.

    `whole` is the name of somebody of whom no file gives first and last apart. `inferred` is a
    profile that another file than Connections.csv gives. `ordinal` tells people of one name and one
    day apart (from 1). `raw` is the row of each connection as the file had it, if it was asked for.
    `former` are profiles that somebody had in an older file, with their place.
    """

    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    slug: list[str] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    email: list[str] = field(default_factory=list)
    company: list[str] = field(default_factory=list)
    position: list[str] = field(default_factory=list)
    day: list[str] = field(default_factory=list)
    ordinal: list[int] = field(default_factory=list)
    file: list[str] = field(default_factory=list)
    line: "array[int]" = field(default_factory=lambda: array("l"))
    raw: list[str] = field(default_factory=list)
    connected: int = 0  # so many of them, the first ones, are connections
    duplicates: int = 0  # rows about somebody of whom another row was taken
    notices: list[Notice] = field(default_factory=list)
    former: dict[str, int] = field(default_factory=dict)
    _by_slug: dict[str, int] | None = None
    _by_name: dict[FoldedName, list[int]] = field(default_factory=dict)
    _unprofiled: dict[FoldedName, list[int]] | None = None

    def __len__(self) -> int:
        return len(self.slug)

    def name(self, place: int) -> str:
        """Return the name as the file has it."""
        return self.whole[place] or f"{self.first[place]} {self.last[place]}".strip()

    @cached_property
    def where(self) -> list[str]:
        """Where everybody stands; to be asked for when all are there."""
        return [f"{file}:{line}" for file, line in zip(self.file, self.line, strict=True)]

    def with_profile(self, slug: str) -> int | None:
        """Return who has a profile."""
        if self._by_slug is None:
            learned = {other: place for place, other in enumerate(self.inferred) if other}
            own = {slug: place for place, slug in enumerate(self.slug) if slug}
            self._by_slug = self.former | learned | own
        return self._by_slug.get(slug)

    def named(self, folded: FoldedName) -> list[int]:
        """Return the connections of a name."""
        if not self._by_name:
            for place in range(self.connected):
                self._by_name.setdefault(folded_name(self.name(place)), []).append(place)
        return self._by_name.get(folded, [])

    def named_without_profile(self, folded: FoldedName) -> list[int]:
        """Return the connections of a name of whom no profile is known."""
        if self._unprofiled is None:
            self._unprofiled = {}
            for place in range(self.connected):
                if not (self.slug[place] or self.inferred[place]):
                    name = folded_name(self.name(place))
                    self._unprofiled.setdefault(name, []).append(place)
        return self._unprofiled.get(folded, [])

    def learn_profile(self, place: int, slug: str) -> None:
        """Write down a profile that a connection's own row does not give."""
        self.inferred[place] = slug
        if self._unprofiled is not None:
            self._unprofiled[folded_name(self.name(place))].remove(place)
        if self._by_slug is not None:
            self._by_slug.setdefault(slug, place)

    def add_stranger(self, name: str, slug: str, file: str, line: int) -> int:
        """Take in somebody who is no connection; return their place."""
        place = len(self)
        for column in (self.first, self.last, self.inferred, self.email, self.company):
            column.append("")
        self.position.append("")
        self.day.append("")
        self.whole.append(name)
        self.slug.append(slug)
        self.ordinal.append(1)
        self.file.append(file)
        self.line.append(line)
        if slug and self._by_slug is not None:
            self._by_slug[slug] = place
        return place

    def take(self, table: Connections, places: Sequence[int]) -> None:
        """Take in some connections of a file, whose ordinals are there already."""
        self.first += [table.first[place] for place in places]
        self.last += [table.last[place] for place in places]
        self.slug += [table.slug[place] for place in places]
        self.email += [table.email[place] for place in places]
        self.company += [table.company[place] for place in places]
        self.position += [table.position[place] for place in places]
        self.day += [table.day[place] for place in places]
        self.line.extend(table.line[place] for place in places)
        self.raw += [table.raw[place] for place in places] if table.raw else []
        self.file += [table.label] * len(places)
        self.whole += [""] * len(places)
        self.inferred += [""] * len(places)
        self.connected += len(places)
        self._by_slug = None


def connected_people(tables: Sequence[Connections]) -> People:
    """Return the union of the connections; what the newest file says of somebody counts."""
    people = People()
    known: set[_Key] = set()
    for table in sorted(tables, key=_age, reverse=True):
        keys = _keys(table)
        is_plain = not known and len(set(keys)) == len(keys)
        places = range(len(keys)) if is_plain else _new(people, known, table, keys)
        people.ordinal += [1 if isinstance(keys[p], str) else int(keys[p][2]) for p in places]
        people.take(table, places)
        if len(tables) > 1:
            known.update(keys)
    return people


def _new(
    people: People, known: Collection[_Key], table: Connections, keys: Sequence[_Key]
) -> list[int]:
    """Return the rows of a file that are about somebody whom no newer file and no row above has."""
    twins = _by_name_and_day(people)
    distinct = dict(zip(keys, range(len(keys)), strict=True)).values()
    count = Counter((_name(table, place), table.day[place]) for place in distinct)
    own: dict[_Key, int] = {}
    places = []
    for place, key in enumerate(keys):
        if key in own:
            _note_shared_profile(people, table, own[key], place)
        elif key not in known and not _is_twin(people, twins, table, place, count):
            own[key] = place
            places.append(place)
    people.duplicates += len(keys) - len(places)
    return places


def _age(table: Connections) -> tuple[str, str, int, str]:
    """Return what is the greater the newer a file is: connections become more."""
    return table.newest, table.made, len(table.slug), table.label


def _keys(table: Connections) -> list[_Key]:
    """Return what tells the rows of a file apart: the profile, else name, day and ordinal."""
    count: Counter[tuple[int, str, str]] = Counter()
    keys: list[_Key] = list(table.slug)
    for place, slug in enumerate(table.slug):
        if not slug:
            name, day = _name(table, place), table.day[place]
            count[table.part[place], name, day] += 1
            keys[place] = (name, day, count[table.part[place], name, day])
    return keys


def _name(table: Connections, place: int) -> FoldedName:
    return folded_name(f"{table.first[place]} {table.last[place]}")


def _by_name_and_day(people: People) -> dict[tuple[str, str], int]:
    """Return where those are who share name and day of connecting with nobody."""
    keys = [(folded_name(people.name(place)), people.day[place]) for place in range(len(people))]
    count = Counter(keys)
    return {key: place for place, key in enumerate(keys) if count[key] == 1}


def _is_twin(
    people: People,
    twins: Mapping[tuple[str, str], int],
    table: Connections,
    place: int,
    count: Mapping[tuple[FoldedName, str], int],
) -> bool:
    """Return whether a row is somebody of a newer file, of whom one of the two has no profile.

    Or has another one, where name and day of connecting are shared in neither file.
    """
    name, day = key = _name(table, place), table.day[place]
    slug, twin = table.slug[place], twins.get(key)
    if twin is None:
        return False
    if slug and people.slug[twin]:
        if not (name and day and count[key] == 1):
            return False
        people.former.setdefault(slug, twin)
    elif slug and not people.inferred[twin]:
        people.learn_profile(twin, slug)
    return True


def _note_shared_profile(people: People, table: Connections, taken: int, place: int) -> None:
    """Say so where two rows of one file give one profile to two names."""
    if _name(table, taken) != _name(table, place):
        known = f"{table.first[taken]} {table.last[taken]}"
        text = f"has the profile of {known!r} in line {table.line[taken]}, who was taken"
        people.notices.append(Notice(table.file, table.line[place], "same_profile", text))
