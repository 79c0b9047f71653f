"""The whole line on an invented world, against its truth.

`python bench/world.py [--seed 101] [--size 400] [--cards 40]`. Prints, for a world nothing was made
with: how well cards are read, who is who, who is still remembered, and who gets a hint. Memory in
the world follows another law than ours (`weakties/demo/remember.py`).
"""

import argparse
import hashlib
import itertools
import json
import tempfile
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from judging import Json, Tally

import store
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
        database.close()
        print(f"seed {asked.seed}: {asked.size} connections, {asked.cards} card photos")
        print_cards(truth, read, home)
        print_people(truth, people, home)
        print_ties(truth, people, report, home)


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


def _record_id(record: Mapping[str, Any], home: Home) -> str | None:
    if record["source"] == "linkedin":
        slug = profile_slug(record["url"]) if record.get("url") else None
        return linkedin_id("", slug) if slug else None
    if record["source"] == "vcard":
        return vcard_id(record["uid"])
    content = (home.inbox / record["file"]).read_bytes()
    return card_id(hashlib.sha256(content).hexdigest(), record["card"])


def print_cards(truth: Json, read: Mapping[str, Json], home: Home) -> None:
    """Print precision, recall and F1 of each field over all photos."""
    tally = Tally()
    for photo in truth["photos"]:
        sha256 = hashlib.sha256((home.inbox / photo["file"]).read_bytes()).hexdigest()
        found = [read[one] for n in range(1, 10) if (one := card_id(sha256, n)) in read]
        tally.add(photo["cards"], found)
    for line in tally.lines():
        print(f"  cards {line}")


def print_people(truth: Json, people: Mapping[str, str], home: Home) -> None:
    """Print precision, recall and F1 of all pairs of records that are shown as one person."""
    real: dict[str, str] = {}
    for person in truth["people"]:
        for record in person["records"]:
            if (record_id := _record_id(record, home)) in people:
                real[str(record_id)] = person["person"]
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


def print_ties(truth: Json, people: Mapping[str, str], report: Report, home: Home) -> None:
    """Print how well P_known orders who is remembered, and who gets a hint."""
    rows = {row.person: row for row in report.people}
    known, remembered, hinted, recency = [], [], [], []
    for person in truth["people"]:
        ids = [_record_id(record, home) for record in person["records"]]
        row = next((rows.get(people[one]) for one in ids if one in people), None)
        if row is None or row.tie_class == "cannot_tell" or row.p_known is None:
            continue
        known.append(row.p_known)
        remembered.append(bool(person["remembered"]))
        recency.append(row.last_contact or "")
        hinted.append(bool(row.hints))
    order = np.argsort(np.argsort(recency))
    print(
        f"  ties: {len(known)} people with enough evidence, {np.mean(remembered):.2f} remembered;"
        f" AUC of P_known {auc(known, remembered):.3f}, of the last contact"
        f" {auc(order.tolist(), remembered):.3f}; with a hint {np.mean(hinted):.3f}"
    )


def auc(scores: list[float], labels: list[bool]) -> float:
    """Return the chance that somebody remembered scores higher than somebody forgotten."""
    yes = [score for score, label in zip(scores, labels, strict=True) if label]
    no = [score for score, label in zip(scores, labels, strict=True) if not label]
    wins = sum((a > b) + (a == b) / 2 for a in yes for b in no)
    return wins / max(len(yes) * len(no), 1)


if __name__ == "__main__":
    main()
