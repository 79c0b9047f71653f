"""The whole line on an invented world, against its truth.

`python bench/world.py [--seed 101] [--size 400] [--cards 40] [--show]`. Prints, for a world that
nothing was made with: how well cards are read, who is who, who is still remembered, who gets a true
hint, how many hints are false (`--show`: which, and why), and what is owed. Memory in the world
follows another law than ours (`weakties/demo/remember.py`).
"""

import argparse
import hashlib
import itertools
import json
import tempfile
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from judging import Json, Tally, paired
from world_hints import Truth
from world_owed import owed_lines

import store
from contacts import frames
from contacts.identifiers import card_id, linkedin_id, profile_slug, vcard_id
from contacts.report import Report
from flows.home import Home
from flows.order import carry_out, look
from flows.stages.report import compose
from weakties.demo.world import TODAY, build, write
from weakties.settings import load


def main() -> None:
    """Run the line over a new world and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--size", type=int, default=400)
    parser.add_argument("--cards", type=int, default=40)
    parser.add_argument("--show", action="store_true", help="Print the hints that are false.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        home.create()
        write(build(asked.seed, asked.size, TODAY, cards=asked.cards), home.root)
        truth = json.loads((home.root / "truth.json").read_text(encoding="utf-8"))
        settings = load(home, owner=truth["owner"]["name"], settle_seconds=0.0)
        options = settings.options(home, TODAY)
        database = store.Database.open(options.database_url)
        carry_out(database, home, options, look(database, home, options))
        with database.read() as tx:
            people = store.people.memberships(tx).set_index("record_id")["cluster_id"].to_dict()
            read = _readings(tx)
            report = compose(tx)
            hints = store.ties.hints(tx)
        database.close()
        print(f"seed {asked.seed}: {asked.size} connections, {asked.cards} card photos")
        print_cards(truth, read, home)
        ids = record_ids(truth, read, home)
        print_people(people, ids)
        print_ties(truth, people, report, ids)
        print_hints(truth, people, hints, ids, show=asked.show)
        for line in owed_lines(truth, report.owed, people, ids):
            print(f"  owed, {line}")


def _readings(tx: store.Transaction) -> dict[str, Json]:
    claims = store.records.current_claims(tx)
    cards = claims[claims["source"] == "card"]
    words = {"FN": "name", "TITLE": "title", "ORG": "company", "ADR": "address"}
    words |= {"TEL": "phones", "EMAIL": "emails", "URL": "urls"}
    read: dict[str, Json] = {}
    for row in cards.to_dict("records"):
        if (field := words.get(row["property"])) and row["kind"] != "fax":
            read.setdefault(row["record_id"], {}).setdefault(field, []).append(row["value"])
    return read


def record_ids(truth: Json, read: Mapping[str, Json], home: Home) -> dict[str, list[str]]:
    """Return the ids of the records of each person, of cards by which one reads like theirs."""
    cards: dict[tuple[str, int], str] = {}
    for photo in truth["photos"]:
        for printed, found in paired(photo["cards"], list(_of_photo(photo, read, home))):
            if "card" in printed and found:
                cards[photo["file"], printed["card"]] = found["id"]

    def known_as(record: Mapping[str, Any]) -> str | None:
        if record["source"] == "linkedin":
            slug = profile_slug(record["url"]) if record.get("url") else None
            return linkedin_id("", slug) if slug else None
        if record["source"] == "vcard":
            return vcard_id(record["uid"])
        return cards.get((record["file"], record["card"]))

    return {
        person["person"]: [one for one in map(known_as, person["records"]) if one]
        for person in truth["people"]
    }


def _of_photo(photo: Json, read: Mapping[str, Json], home: Home) -> Iterator[Json]:
    """Yield the cards that were read in a photo, each with its record's id."""
    sha256 = hashlib.sha256((home.inbox / photo["file"]).read_bytes()).hexdigest()
    for number in range(1, 10):
        record = card_id(sha256, number)
        if record in read:
            yield read[record] | {"id": record}


def print_cards(truth: Json, read: Mapping[str, Json], home: Home) -> None:
    """Print precision, recall and F1 of each field over all photos."""
    tally = Tally()
    for photo in truth["photos"]:
        tally.add(photo["cards"], list(_of_photo(photo, read, home)))
    for line in tally.lines():
        print(f"  cards {line}")


def print_people(people: Mapping[str, str], ids: Mapping[str, list[str]]) -> None:
    """Print precision, recall and F1 of all pairs of records that are shown as one person."""
    real = {one: person for person, records in ids.items() for one in records if one in people}
    shown = {record: people[record] for record in real}
    one, other = _pairs(real), _pairs(shown)
    both = len(one & other)
    precision, recall = both / max(len(other), 1), both / max(len(one), 1)
    f1 = 2 * both / max(len(one) + len(other), 1)
    print(f"  people: {len(one)} true pairs, P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def _pairs(groups: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    members: dict[Hashable, list[str]] = {}
    for record, group in sorted(groups.items()):
        members.setdefault(group, []).append(record)
    return {pair for group in members.values() for pair in itertools.combinations(group, 2)}


def print_ties(
    truth: Json, people: Mapping[str, str], report: Report, ids: Mapping[str, list[str]]
) -> None:
    """Print how well P_known orders who is remembered."""
    rows = {row.person: row for row in report.people}
    known, remembered, recency = [], [], []
    for person in truth["people"]:
        records = ids[person["person"]]
        row = next((rows.get(people[one]) for one in records if one in people), None)
        if row is None or row.tie_class == "cannot_tell" or row.p_known is None:
            continue
        known.append(row.p_known)
        remembered.append(bool(person["remembered"]))
        recency.append(row.last_contact or "")
    order = np.argsort(np.argsort(recency))
    print(
        f"  ties: {len(known)} people with enough evidence, {np.mean(remembered):.2f} remembered;"
        f" AUC of P_known {auc(known, remembered):.3f}, of the last contact"
        f" {auc(order.tolist(), remembered):.3f}"
    )


def print_hints(
    truth: Json,
    people: Mapping[str, str],
    hints: pd.DataFrame,
    ids: Mapping[str, list[str]],
    *,
    show: bool,
) -> None:
    """Print which share of people with evidence gets a true hint, and how many are false."""
    members: dict[str, Counter[str]] = {}
    for person, records in ids.items():
        for record in records:
            if record in people:
                members.setdefault(people[record], Counter())[person] += 1
    judge, false, helped = Truth.of(truth), [], set()
    told = {person["person"]: person for person in judge.told["people"]}
    for hint in frames.rows(hints[hints["person"].isin(list(members))]):
        (meant, _), *_ = members[str(hint["person"])].most_common(1)
        fault = judge.fault(hint, told[meant])
        if fault:
            false.append((told[meant]["name"], fault, hint["text"]))
        else:
            helped.add(meant)
    evident = {one["person"] for one in truth["people"] if one["evidence"]}
    evident &= {one for found in members.values() for one in found}
    print(
        f"  hints: {len(evident & helped) / len(evident):.3f} of {len(evident)} people with"
        f" evidence get a true one; {len(false)} of {len(hints)} are false"
    )
    for name, fault, text in false if show else ():
        print(f"    {name}: {fault}: {text}")


def auc(scores: list[float], labels: list[bool]) -> float:
    """Return the chance that somebody remembered scores higher than somebody forgotten."""
    yes = [score for score, label in zip(scores, labels, strict=True) if label]
    no = [score for score, label in zip(scores, labels, strict=True) if not label]
    wins = sum((a > b) + (a == b) / 2 for a in yes for b in no)
    return wins / max(len(yes) * len(no), 1)


if __name__ == "__main__":
    main()
