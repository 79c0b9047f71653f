"""Whether each hint about somebody of the invented world is true.

True is a hint whose day is one on which the truth has such a piece of evidence of that person (of
a card also the day of its photo), whose quoted words stand in the words of it, and whose event,
job, school and companions are those of the truth, with fitting dates. A person whose records are
those of several people is held against the one with most of them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from judging import Json, folded

from contacts.wording import spoken_days, spoken_month

Hint = Mapping[str, Any]

_QUOTED = re.compile("“(.*)”$")
_SAME_DAY = re.compile(
    r"^(?:Cards of (?P<cards>.+) were photographed the same day"
    r"|On .+ you also connected with (?P<others>.+)$)"
)
_AND_OTHERS = re.compile(r" and \d+ others?$")
_OWN_EVENT = re.compile(
    r"^(?P<event>.+), (?P<days>[^,]+), (?P<was>was on|ended) (?P<gap>.*): it stands"
)
_EVENT = re.compile(r"^Card from (?P<event>.+?)(?:, photographed on .+)?$")
_THEN = re.compile(r"^In (?P<month>.+?), when .+?, you were (?P<doing>.+)$")
_TOO = re.compile(r"^You (?:were|are) (?P<doing>.+?) too(?:, .*)?$")
_DOING = re.compile(r"^(?:(?P<title>.*?) )?at (?P<where>.+?)(?: \(.*\))?(?:, [^,]*\d{4}.*)?$")
_KINDS = {  # kind of hint: kinds of evidence in the truth
    "card": {"card"},
    "event": {"card"},
    "place": {"card"},
    "message": {"message"},
    "invitation": {"invited"},
    "recommendation": {"recommended"},
    "connected": {"connected"},
    "calendar": {"met"},
    "own_life": {"card", "connected", "invited"},
    "same_day": {"card", "connected"},
}


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so in the world, and whether a hint about one of its people says so too."""

    told: Json

    @classmethod
    def of(cls, told: Json) -> "Truth":
        """Return the truth of a world; the photo of a card is evidence of its day, too."""
        taken: defaultdict[str, list[Json]] = defaultdict(list)
        printed: defaultdict[str, set[str]] = defaultdict(set)
        for photo in told["photos"]:
            for card in photo["cards"]:
                printed[card["person"]].add(card["name"])
            for card in photo["cards"] if photo["taken_at"] else ():
                one = {"kind": "card", "direction": "both", "on": photo["taken_at"][:10]}
                taken[card["person"]].append(one | {"text": photo["event"] or ""})
        people = [
            one
            | {"evidence": [*one["evidence"], *taken[one["person"]]]}
            | {"printed": printed[one["person"]]}
            for one in told["people"]
        ]
        return cls(told | {"people": people})

    def fault(self, hint: Hint, person: Json) -> str | None:
        """Return what is false in a hint about a person of the truth; None if nothing is."""
        judge: Callable[[Hint, Json], str | None] | None = {
            "same_day": self._same_day,
            "employer": self._employer,
            "own_life": self._own_life,
            "event": self._event,
        }.get(hint["kind"])
        return _day(hint, person) or _words(hint, person) or (judge and judge(hint, person))

    def _same_day(self, hint: Hint, person: Json) -> str | None:
        found = _SAME_DAY.match(hint["text"])
        if not found:
            return "reads unlike a line of that kind"
        kind = "card" if found["cards"] else "connected"
        said = _AND_OTHERS.sub("", found["cards"] or found["others"])
        there = {
            name
            for other in self.told["people"]
            if other is not person and _of(other, {kind}, hint["date"])
            for name in map(folded, _names(other))
        }
        missing = [name for name in re.split(", | and ", said) if folded(name) not in there]
        return f"no {kind} of {missing[0]} that day" if missing else None

    def _employer(self, hint: Hint, person: Json) -> str | None:
        doing = (_TOO.match(hint["text"]) or {"doing": ""})["doing"]
        job = self._job(doing, None)
        if not job:
            return "no job of the owner"
        theirs = {one["company"] for one in person["jobs"]} | {person["company"]}
        return None if job["company"] in theirs else "they never worked there"

    def _own_life(self, hint: Hint, _: Json) -> str | None:
        found = _THEN.match(hint["text"])
        day = date.fromisoformat(hint["date"])
        if not found or found["month"] != spoken_month(day):
            return "another month"
        return None if self._job(found["doing"], day) else "no job or school of the owner then"

    def _job(self, doing: str, day: date | None) -> Json | None:
        said = _DOING.match(doing)
        if not said:
            return None
        for job in self.told["owner"]["positions"]:
            on = day.isoformat()[:7] if day else None
            fits = on is None or job["start"][:7] <= on <= (job["end"] or "9999")[:7]
            if fits and (said["title"], said["where"]) == (job["title"], job["company"]):
                return dict(job)
        schools = [one for one in self.told["owner"]["schools"] if one == said["where"]]
        return {"company": schools[0]} if schools else None

    def _event(self, hint: Hint, person: Json) -> str | None:
        own = _OWN_EVENT.match(hint["text"])
        if own:
            held = [one for one in self.told["events"] if one["name"] == own["event"]]
            return None if any(_fits(own, one, hint) for one in held) else "no such event then"
        found = _EVENT.match(hint["text"])
        names = {piece["text"] for piece in _of(person, {"card"}, None)}
        return None if found and found["event"] in names else "no card from there"


def _fits(said: re.Match[str], event: Json, hint: Hint) -> bool:
    start, end = date.fromisoformat(event["start"]), date.fromisoformat(event["end"])
    gap = date.fromisoformat(hint["date"]) - end
    during = said["was"] == "was on"
    near = gap <= timedelta(0) if during else timedelta(0) < gap <= timedelta(3)
    return said["days"] == spoken_days(start, end) and near


def _day(hint: Hint, person: Json) -> str | None:
    kinds = _KINDS.get(hint["kind"])
    if kinds is None or hint["date"] is None:
        return None
    kinds = kinds | ({"connected", "invited"} if _OWN_EVENT.match(hint["text"]) else set())
    if _of(person, kinds, hint["date"]):
        return None
    if "or earlier" in hint["text"] and any(
        piece["on"] <= hint["date"] for piece in _of(person, kinds, None)
    ):
        return None
    return f"no {' or '.join(sorted(kinds))} that day"


def _words(hint: Hint, person: Json) -> str | None:
    quoted = _QUOTED.search(hint["text"])
    if not quoted:
        return None
    words = quoted[1].removesuffix("…")
    own = _of(person, _KINDS.get(hint["kind"], set()), hint["date"])
    way = {"You": "out", "They": "in"}.get(hint["text"].split()[0])
    said = [piece for piece in own if words in _plain(piece.get("text", ""))]
    if not said:
        return "words that were never said"
    return None if way is None or any(one["direction"] == way for one in said) else "the other way"


def _plain(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _of(person: Json, kinds: set[str], day: str | None) -> Sequence[Json]:
    """Return the evidence of some kinds of a person, of a day if one is named."""
    return [
        piece
        for piece in person["evidence"]
        if piece["kind"] in kinds and (day is None or piece["on"] == day)
    ]


def _names(person: Json) -> Iterator[str]:
    yield from filter(None, (person["name"], person["native_name"], person["nickname"]))
    yield from person["printed"]
    for record in person["records"]:
        yield f"{record.get('first_name', '')} {record.get('last_name', '')}".strip()
        yield record.get("name", "")
    if person["native_name"]:
        yield person["native_name"].replace(" ", "")
