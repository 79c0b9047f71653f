"""Two contacts who have a reason to know each other, as far as the data says.

A question of one and the field of the other; one has just joined the other's company; their cards
are of one event. Each candidate is found by an index (of title words, companies, events), of which
the strongest ties alone are taken, so the work grows with the people, not with their pairs.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from contacts import frames, owed_frames
from contacts.identifiers import folded_name, stable_id
from contacts.interactions import Direction, InteractionKind, SentenceKind
from contacts.news import NewsKind
from contacts.owed import IntroductionReason
from contacts.wording import spoken_day
from triage.rest import archived
from triage.wording import excerpt

RECENT = 180  # judgement: days for which somebody is new in a company, and a question is alive
MOST = 10  # judgement: suggestions at a time
_TAKEN = 5  # the strongest of a company, event or field are looked at
_LARGEST = 200  # an event or field with more people than that is no reason
_SHORTEST = 5  # letters of a telling word of a title
_SEEKING = """
know knows recommend recommendation looking seeking search searching find need introduce
introduction expert kennst kennt kennen suche suchen empfehlen brauche brauchen connais connaissez
cherche cherchons recommander besoin conoces conoce busco buscamos recomendar necesito conosci
conosce cerco cerchiamo consigliare serve conhece conheces procuro procuramos recomendar indicar
preciso ken kent zoek zoeken aanbevelen nodig
"""  # a question with one of them is for somebody
_SEEKING_WORDS = frozenset(_SEEKING.split())
_GENERAL = """
assistant associate board chief consultant coordinator deputy director employee engineer expert
founder freelance freelancer global group head independent international junior leader manager
managing member officer operations owner partner president principal product program project
senior service services specialist staff student support vice geschäftsführer leiter leiterin
mitarbeiter directeur directrice responsable direttore gerente diretor directeur development
business general company people professional looking working about where which would there their
"""  # words of titles that name no field
_GENERAL_WORDS = frozenset(_GENERAL.split())


class _Candidate(NamedTuple):
    kind: IntroductionReason
    first: str
    second: str
    reason: str


def introductions(
    ties: pd.DataFrame,
    people: pd.DataFrame,
    evidence: pd.DataFrame,
    said: pd.DataFrame,
    news: pd.DataFrame,
    answers: pd.DataFrame,
    as_of: date,
    made: Collection[tuple[str, str]] = frozenset(),
    most: int = MOST,
) -> pd.DataFrame:
    """Return an INTRODUCTIONS frame of at most `most` pairs, nobody in two of them, best first.

    Frames of those names; `made` are pairs of persons, in either order, that were introduced or
    declined: they never come again. The score is the geometric mean of what both ties are worth to
    the user now, value x P_known. Whoever was let go is left alone.
    """
    kept = ties[~archived(ties, answers, as_of, news) & ties["p_known"].notna()]
    strength = dict(zip(kept["person"], kept["value"] * kept["p_known"], strict=True))
    known = _Known(people[people["person"].isin(kept["person"])], strength)
    done = {_pair(*pair) for pair in made}
    found: dict[tuple[str, str], _Candidate] = {}
    for candidate in (
        *_asked_for(known, said, as_of),
        *_new_colleagues(known, news, as_of),
        *_met_together(known, evidence, as_of),
    ):
        pair = _pair(candidate.first, candidate.second)
        if pair not in done and pair[0] != pair[1]:
            found.setdefault(pair, candidate)
    return owed_frames.INTRODUCTIONS.build(_chosen(found, strength, most))


class _Known:
    """The people who may be introduced, and where to find them."""

    def __init__(self, people: pd.DataFrame, strength: Mapping[str, float]) -> None:
        named = frames.rows(people[people["name"].notna()])
        self.row = {str(row["person"]): row for row in named}
        self._strength = strength

    def name(self, person: str) -> str:
        return str(self.row[person]["name"])

    def strongest(self, persons: Collection[str]) -> list[str]:
        """Return the few whose ties are strongest, in a settled order."""
        among = (person for person in set(persons) if person in self.row)
        return sorted(among, key=lambda person: (-self._strength[person], person))[:_TAKEN]

    def by(self, column: str) -> dict[str, list[str]]:
        """Return the persons of each folded company or event."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for person, row in self.row.items():
            if name := folded_name(str(row[column] or "")):
                groups[name].append(person)
        return groups

    def by_field(self) -> dict[str, list[str]]:
        """Return the persons of each telling word of a title."""
        fields: defaultdict[str, list[str]] = defaultdict(list)
        for person, row in self.row.items():
            for word in _telling(str(row["title"] or "")):
                fields[word].append(person)
        return {word: some for word, some in fields.items() if len(some) <= _LARGEST}


def _asked_for(known: _Known, said: pd.DataFrame, as_of: date) -> Iterator[_Candidate]:
    """Yield who asked the user for something, with those in whose title a word of it stands."""
    asked = said[_recent(said["on"], as_of) & (said["direction"] == Direction.IN.value)]
    fields = known.by_field()
    for row in frames.rows(asked[asked["kind"] == SentenceKind.LOOP.value]):
        asker = str(row["person"])
        if asker not in known.row or _SEEKING_WORDS.isdisjoint(_words(str(row["text"]))):
            continue
        own = _telling(f"{known.row[asker]['title']} {known.row[asker]['company']}")
        for word in sorted(_telling(str(row["text"])) - own):
            for other in known.strongest(fields.get(word, [])):
                reason = (
                    f"{known.name(asker)} asked on {_spoken(row['on'])}:"
                    f" {excerpt(str(row['text']))} {known.name(other)} is"
                    f" {known.row[other]['title']}."
                )
                yield _Candidate(IntroductionReason.QUESTION, asker, other, reason)


def _new_colleagues(known: _Known, news: pd.DataFrame, as_of: date) -> Iterator[_Candidate]:
    """Yield whoever has a new job, with the strongest of the same company."""
    jobs = news[_recent(news["as_of"], as_of) & (news["kind"] == NewsKind.NEW_JOB.value)]
    joined = frames.rows(jobs.drop_duplicates("person", keep="last"))
    companies = known.by("company")
    for row in joined:
        person = str(row["person"])
        company = (
            folded_name(str(known.row[person]["company"] or "")) if person in known.row else ""
        )
        if not company or company not in folded_name(str(row["new"] or "")):
            continue
        for other in known.strongest(companies[company]):
            reason = (
                f"{known.name(person)} is new at {known.row[person]['company']}, where"
                f" {known.name(other)} is, too."
            )
            yield _Candidate(IntroductionReason.NEW_COLLEAGUES, person, other, reason)


def _met_together(known: _Known, evidence: pd.DataFrame, as_of: date) -> Iterator[_Candidate]:
    """Yield the strongest of those whose cards are of one event or one day."""
    for persons in known.by("event").values():
        if len(persons) <= _LARGEST:
            for one, other in combinations(known.strongest(persons), 2):
                event = known.row[one]["event"]
                reason = (
                    f"You have cards of {known.name(one)} and {known.name(other)} from {event}."
                )
                yield _Candidate(IntroductionReason.SAME_EVENT, one, other, reason)
    cards = evidence[evidence["kind"] == InteractionKind.CARD.value]
    cards = cards[cards["on"] <= as_of.isoformat()]
    for day, holders in cards.groupby("on")["person"]:
        if holders.nunique() <= _LARGEST:
            for one, other in combinations(known.strongest(list(holders)), 2):
                reason = (
                    f"Your cards of {known.name(one)} and {known.name(other)} are both of"
                    f" {_spoken(day)}."
                )
                yield _Candidate(IntroductionReason.SAME_EVENT, one, other, reason)


def _chosen(
    found: Mapping[tuple[str, str], _Candidate], strength: Mapping[str, float], most: int
) -> Iterator[dict[str, object]]:
    """Yield the best pairs as rows, of each person the best one."""
    score = {pair: float(np.sqrt(strength[pair[0]] * strength[pair[1]])) for pair in found}
    taken: Counter[str] = Counter()
    for pair in sorted(found, key=lambda pair: (-score[pair], pair)):
        if len(taken) >= 2 * most:
            return
        if not taken[pair[0]] and not taken[pair[1]]:
            taken.update(pair)
            yield {
                "key": stable_id("introduction", *pair),
                "person_1": pair[0],
                "person_2": pair[1],
                "kind": found[pair].kind.value,
                "reason": found[pair].reason,
                "score": score[pair],
            }


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _recent(days: pd.Series, as_of: date) -> pd.Series:
    since = (as_of - timedelta(days=RECENT)).isoformat()
    return (days >= since) & (days <= as_of.isoformat())


def _telling(text: str) -> set[str]:
    """Return the words that may name a field."""
    return {word for word in _words(text) if len(word) >= _SHORTEST} - _GENERAL_WORDS


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalpha() else " " for sign in folded_name(text)).split()


def _spoken(day: object) -> str:
    return spoken_day(date.fromisoformat(str(day)))
