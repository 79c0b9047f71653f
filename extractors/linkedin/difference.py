"""What one list of connections says otherwise than the one before. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contacts.extraction import Extraction, Rejection
from contacts.identifiers import email_key, folded_name
from contacts.news import NewsKind
from extractors.linkedin.companies import company_key
from extractors.linkedin.roles import Role

_MOST_NAMESAKES = 9  # pairs of one name; among more nobody would find the right one
_LISTS = (Role.CONNECTIONS, Role.OUTLOOK)


@dataclass(frozen=True, slots=True)
class Connection:
    """A row of a list; "" is a missing value.

    Rows with one `key` are one person; `profile` is a slug.
    """

    key: str
    name: str
    day: str
    profile: str
    company: str
    position: str
    email: str


@dataclass(frozen=True, slots=True)
class Change:
    """One person as they stood in the older list and in the newer one."""

    old: Connection
    new: Connection

    @property
    def kinds(self) -> tuple[NewsKind, ...]:
        """What is new of them; what was only left out is no news."""
        old, new = self.old, self.new
        checks = {
            NewsKind.NEW_JOB: _says_more("company", old.company, new.company)
            or _says_more("position", old.position, new.position),
            NewsKind.NEW_NAME: bool(old.name) and _says_more("name", old.name, new.name),
            NewsKind.NEW_PROFILE: bool(old.profile)
            and _says_more("profile", old.profile, new.profile),
        }
        return tuple(kind for kind, holds in checks.items() if holds)


@dataclass(frozen=True, slots=True)
class Difference:
    """Who is new, who is gone, and who stands in both lists with other words or another key.

    `perhaps` are those gone and those new who may be one person; they are among `gone` and `new`.
    """

    new: tuple[Connection, ...]
    gone: tuple[Connection, ...]
    same: tuple[Change, ...]
    perhaps: tuple[Change, ...]

    @property
    def changed(self) -> tuple[Change, ...]:
        """Those of whom something is new."""
        return tuple(change for change in self.same if change.kinds)


def with_list(extraction: Extraction) -> Extraction:
    """Return what an archive said, and whether it holds all connections of its owner."""
    listed = extraction.counts.get("connections_taken", 0)
    lost = may_lack_somebody(extraction.counts, extraction.rejected)
    return replace(extraction, listed=listed, is_whole_list=bool(listed) and not lost)


def may_lack_somebody(counts: Mapping[str, int], rejected: Iterable[Rejection]) -> bool:
    """Return whether a row of the list or a file was lost: whoever is missing may stand there."""
    rows = sum(counts.get(f"{role}_rejected", 0) for role in _LISTS)
    return bool(rows) or any(row.line is None for row in rejected)


def difference(old: Sequence[Connection], new: Sequence[Connection]) -> Difference:
    """Return what the newer of two lists of one owner says otherwise.

    A person has the same key in both; else the same e-mail address, or the same name and day of
    connecting, that nobody else in either list has. A newer list without anybody erases nobody.
    """
    if not new:
        return Difference((), (), (), ())
    before, after = {one.key: one for one in old}, {one.key: one for one in new}
    gone = {key: one for key, one in before.items() if key not in after}
    came = {key: one for key, one in after.items() if key not in before}
    same = [Change(one, after[key]) for key, one in before.items() if after.get(key, one) != one]
    for shared in (_email, _name_and_day):
        for change in list(_under_other_keys(gone, came, old, new, shared)):
            same.append(change)
            del gone[change.old.key], came[change.new.key]
    perhaps = tuple(_perhaps(gone.values(), came.values()))
    return Difference(tuple(came.values()), tuple(gone.values()), tuple(same), perhaps)


def job(one: Connection) -> str:
    """Return what somebody does: `CTO at Fjord`, or what is known of it."""
    return " at ".join(filter(None, (one.position, one.company)))


def differs(field: str, old: str, new: str) -> bool:
    """Return whether a field of a connection says something else, not the same in other letters.

    A company is one with and without its legal form; a family name that its owner shows as an
    initial is the same name.
    """
    if field == "company":
        return company_key(old) != company_key(new)
    if field == "name":
        return not _is_one_name(folded_name(old), folded_name(new))
    return folded_name(old) != folded_name(new)


def _says_more(field: str, old: str, new: str) -> bool:
    return bool(new) and differs(field, old, new)


def _is_one_name(one: str, other: str) -> bool:
    """Return whether two folded names are equal but for initials: `ann l.` is `ann lee`."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    if one == other or not shorter:
        return one == other
    is_cut = len(shorter) == len(longer) or _is_initial(shorter[-1])
    return is_cut and all(map(_fit, shorter, longer))


def _fit(one: str, other: str) -> bool:
    if one == other:
        return True
    return (_is_initial(one) or _is_initial(other)) and one[0] == other[0]


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _email(one: Connection) -> str:
    return email_key(one.email) or ""


def _name_and_day(one: Connection) -> str:
    name = folded_name(one.name)
    return f"{name}\t{one.day}" if name and one.day else ""


def _under_other_keys(
    gone: Mapping[str, Connection],
    came: Mapping[str, Connection],
    old: Iterable[Connection],
    new: Iterable[Connection],
    shared: Callable[[Connection], str],
) -> Iterator[Change]:
    """Yield who is gone and came again under another key, by what nobody else has."""
    if not (gone and came):
        return
    often = Counter(map(shared, old)), Counter(map(shared, new))
    arrived = {shared(one): one for one in came.values()}
    for one in gone.values():
        value = shared(one)
        if value and value in arrived and (often[0][value], often[1][value]) == (1, 1):
            yield Change(one, arrived[value])


def _perhaps(gone: Iterable[Connection], came: Iterable[Connection]) -> Iterator[Change]:
    """Yield those of one name, where they are few."""
    left = _by_name(gone)
    for name, arrived in _by_name(came).items():
        pairs = [Change(one, other) for one in left.get(name, ()) for other in arrived]
        if name and len(pairs) <= _MOST_NAMESAKES:
            yield from pairs


def _by_name(connections: Iterable[Connection]) -> dict[str, list[Connection]]:
    found: dict[str, list[Connection]] = {}
    for one in connections:
        found.setdefault(folded_name(one.name), []).append(one)
    return found
