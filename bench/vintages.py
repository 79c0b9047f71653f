"""LinkedIn: archives of every vintage, re-save and packaging, drawn from a seed, with their truth.

    python bench/vintages.py [--seeds 20] [--show 5]

Writes each combination of the forms that the export had since 2017 and of what spreadsheets,
browsers and people do to it, has `inspect` read it, and prints how many people came out wholly
right and how many fields did not. What a vintage cannot say (no profile before 2023) is not asked
of it.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from vintage_people import NEWEST, Person, World, draw
from vintage_tables import PACKINGS, RESAVES, VINTAGES, Resave, Vintage, pack, tables

from extractors.linkedin import inspect


def world_of(seed: int, vintage: Vintage, resave: Resave) -> World:
    """Return an invented world of which this vintage and re-save can tell all."""
    world = draw(f"{seed} {vintage.name} {resave.name}", resave.encoding)
    if not vintage.names_recipients:
        return world
    twin = world.people[0]
    namesake = Person(twin.first, twin.last, twin.clean, "the-namesake", "Other")
    namesake.connected = NEWEST - timedelta(days=seed * 100)
    twin.praised = (False, False)  # by name alone nobody knows which of the two it was
    if not vintage.endorsement_urls:
        twin.endorsed = (False, False)
    if not vintage.invitation_urls:
        twin.invited = None
    return World([namesake, *world.people], world.hidden)


def expected(world: World, vintage: Vintage) -> dict[str, dict[str, Any]]:
    """Return what must be said of each person, by what they are found again with."""
    return {_key(one, vintage): _said(one, vintage) for one in world.people if _is_told(one)}


def _is_told(one: Person) -> bool:
    return bool(one.connected or one.messages or one.invited)


def _key(one: Person, vintage: Vintage) -> str:
    return one.slug if vintage.has_urls and one.connected else one.clean


def _said(one: Person, vintage: Vintage) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": one.clean,
        "connected_on": one.connected.isoformat() if one.connected else None,
        "messages_in": sum(not out for _, out, _ in one.messages),
        "messages_out": sum(out for _, out, _ in one.messages),
        "first_contact": _utc(min((at for at, _, _ in one.messages), default=None)),
        "last_contact": _utc(max((at for at, _, _ in one.messages), default=None)),
        "invitation": None,
    }
    if one.invited:
        out, at, note = one.invited
        direction = "outgoing" if out else "incoming"
        said["invitation"] = {
            "direction": direction, "note": " ".join(note.split()) or None, "sent_at": _utc(at)
        }  # fmt: skip
    if one.connected:
        said |= {
            "first_name": _collapsed(one.first), "last_name": _collapsed(one.last),
            "company": _collapsed(one.company) or None,
            "position": _collapsed(one.position) or None, "email": one.email or None,
            "recommended_by_me": one.praised[0], "recommended_me": one.praised[1],
            "endorsed_by_me": one.endorsed[0], "endorsed_me": one.endorsed[1],
        }  # fmt: skip
        if vintage.has_urls:
            said |= {"profile": one.slug, "url": f"https://www.linkedin.com/in/{one.slug}"}
    return said


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _utc(at: datetime | None) -> str | None:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else None


def compare(
    world: World, vintage: Vintage, paths: Sequence[Path]
) -> tuple[int, list[tuple[str, str, object, object]]]:
    """Return how many people there are, and each wrong field: whose, which, wanted, found."""
    wanted = expected(world, vintage)
    read = inspect(paths, today=NEWEST + timedelta(days=1))
    found = {_found_key(one, wanted): one for one in read.people}
    wrong: list[tuple[str, str, object, object]] = [
        (key, "nobody", None, found[key]["name"]) for key in sorted(found.keys() - wanted.keys())
    ]
    for key, said in wanted.items():
        if key not in found:
            wrong.append((key, "person", said["name"], None))
            continue
        seen = found[key]
        wrong += [
            (key, name, want, seen[name]) for name, want in said.items() if seen[name] != want
        ]
    hidden = read.counts.get("connections_hidden")
    if hidden != world.hidden:
        wrong.append(("", "hidden", world.hidden, hidden))
    wrong += [("", "rejected", None, row.reason) for row in read.rejected]
    return len(wanted), wrong


def _found_key(one: Mapping[str, Any], wanted: Mapping[str, object]) -> str:
    return str(one["profile"]) if one["profile"] in wanted else str(one["name"])


def variants(seed: int) -> Iterator[tuple[Vintage, Resave, str]]:
    """Yield every vintage with every re-save; the packing follows in turn."""
    for place, vintage in enumerate(VINTAGES):
        for number, resave in enumerate(RESAVES):
            yield vintage, resave, PACKINGS[(place + number + seed) % len(PACKINGS)]


def check(seed: int, vintage: Vintage, resave: Resave, packing: str) -> tuple[int, list[Any]]:
    """Return the number of people of one variant, and its wrong fields."""
    rng = random.Random(seed)  # noqa: S311 - invented data
    world = world_of(seed, vintage, resave)
    with tempfile.TemporaryDirectory() as name:
        paths = pack(tables(world, vintage, resave, rng), packing, Path(name))
        return compare(world, vintage, paths)


def main() -> None:
    """Print how many people and fields are right in all variants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--show", type=int, default=5)
    asked = parser.parse_args()
    people, archives, shown = 0, 0, 0
    faults: Counter[str] = Counter()
    for seed in range(asked.seeds):
        for vintage, resave, packing in variants(seed):
            count, wrong = check(seed, vintage, resave, packing)
            people, archives = people + count, archives + 1
            faults.update(fault[1] for fault in wrong)
            for fault in wrong[: max(0, asked.show - shown)]:
                shown += 1
                print(f"  {vintage.name} / {resave.name} / {packing}: {fault}")
    forms = f"{len(VINTAGES)} vintages x {len(RESAVES)} re-saves"
    print(f"\n{archives} archives ({forms}), {people} people")
    print(f"wrong fields: {sum(faults.values())} {dict(faults) or ''}")


if __name__ == "__main__":
    main()
