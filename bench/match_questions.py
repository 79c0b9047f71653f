"""Prints what is left to ask after matching, and what merging unasked gets right.

    python bench/match_questions.py [--measure FOLDER] [--people 5000] [--seed 31] [--kinds]

Somebody who knows the truth answers the strongest question of each connected group of questions;
the answers are applied, and so on until none is left: that many questions there are when each
answer is applied at once, for groups that no question connects do not touch one another. Reached
are true pairs of one cluster of merges made unasked, or on a path of such and of pairs asked about.
A trap is two people of one name of whom the truth says so: father and son, namesakes in one
company. `--kinds` tells by what reasons questions are asked, and how often the answer is yes.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pandas as pd
from match import MEASURE, pair_scores
from match_peers import invented

from contacts.judgements import Judgement, Verdict, Zone
from dedupe import Model, Resolution, fit, resolve
from dedupe.names import parsed
from weakties.cli.match import read_records

ROUNDS = 200
TRAPS = {"father_son": "fathers and sons", "twin": "namesakes in one company"}
MOST_KINDS = 12
NAMED = re.compile(r" [^ ]+/[^ ]+|^before.*")  # names in a reason, and what every pair has
Truth = Mapping[str, str]


def main() -> None:
    """Print a block of lines a set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", type=Path, default=MEASURE)
    parser.add_argument("--people", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--kinds", action="store_true")
    options = parser.parse_args()
    for name in ("5k", "50k"):
        folder = options.measure / name
        if folder.is_dir():
            table = pd.read_csv(folder / "truth.csv", dtype="str", keep_default_na=False)
            told(name, read_records(folder / "records.csv"), table, kinds=options.kinds)
        else:
            print(f"{name}: no such folder below {options.measure}, left out")
    with tempfile.TemporaryDirectory() as work:
        records = Path(work) / "records.csv"
        whose = invented(options.people, records, options.seed)
        table = pd.DataFrame({"record_id": list(whose), "person_id": list(whose.values())})
        told(f"invented {options.people}", read_records(records), table, kinds=options.kinds)


def told(name: str, records: pd.DataFrame, table: pd.DataFrame, *, kinds: bool) -> None:
    """Print the figures of one set."""
    truth = dict(zip(table["record_id"], table["person_id"], strict=True))
    model = fit(records)
    first = resolve(records, model=model)
    asked = questions(first)
    log, last = answered(records, first, truth, model)
    thousand = len(records) / 1000
    print(f"{name}: {len(asked) / thousand:.0f} questions a thousand records at first")
    print(f"  {len(log) / thousand:.1f} when each answer is applied at once")
    print(f"  {reached(first, truth):.4f} of true pairs reached, unasked or by a path of questions")
    for label, found in (("unasked", first), ("after all answers", last)):
        precision, recall, pair_f1, cubed = pair_scores(people(found.unasked), truth)
        print(f"  {label}: P {precision:.4f} R {recall:.4f} F1 {pair_f1:.4f} B3 {cubed:.4f}")
    for line in trapped(first, records, table):
        print(f"  {line}")
    if kinds:
        for line in by_kind(log):
            print(f"  {line}")


@dataclass(frozen=True, slots=True)
class Question:
    """A pair that the user is asked about."""

    one: str
    other: str
    bits: float
    reasons: str


def questions(found: Resolution) -> list[Question]:
    """Return the questions, the strongest first."""
    asked = found.pairs[found.pairs["zone"] == Zone.ASK.value]
    columns = ("record_id_1", "record_id_2", "bits", "reasons")
    rows = zip(*(asked[name].tolist() for name in columns), strict=True)
    return sorted((Question(*row) for row in rows), key=lambda one: (-one.bits, one.one, one.other))


def people(clusters: pd.DataFrame) -> dict[str, str]:
    """Return the cluster of each record."""
    return dict(zip(clusters["record_id"], clusters["cluster_id"], strict=True))


class Groups:
    """Records that belong together, however."""

    def __init__(self, start: Mapping[str, str]) -> None:
        """`start` names a group for each record."""
        self.start, self.parent = start, {group: group for group in start.values()}

    def of(self, record: str) -> str:
        """Return the group of a record."""
        group = self.start[record]
        while self.parent[group] != group:
            self.parent[group] = self.parent[self.parent[group]]
            group = self.parent[group]
        return group

    def join(self, one: str, other: str) -> None:
        """Make the groups of two records one."""
        self.parent[self.of(one)] = self.of(other)


def reached(found: Resolution, truth: Truth) -> float:
    """Return the share of true pairs that merges and questions connect."""
    groups = Groups(people(found.unasked))
    for question in questions(found):
        groups.join(question.one, question.other)
    return pair_scores({record: groups.of(record) for record in truth}, truth)[1]


def answered(
    records: pd.DataFrame, found: Resolution, truth: Truth, model: Model
) -> tuple[list[tuple[Question, bool]], Resolution]:
    """Return the questions as they were asked with their answers, and what they lead to."""
    log: list[tuple[Question, bool]] = []
    said: list[Judgement] = []
    open_, done, current = records, [found.unasked], found
    for _ in range(ROUNDS):
        asked, touched = strongest(current)
        if not asked:
            break
        for question in asked:
            same = truth[question.one] == truth[question.other]
            log.append((question, same))
            said.append(judgement(question, same=same))
        open_ = open_[open_["record_id"].isin(touched)].reset_index(drop=True)
        current = resolve(open_, said, model=model)
        done.append(current.unasked)
    table = pd.concat(done).drop_duplicates("record_id", keep="last")
    return log, Resolution(current.pairs, current.clusters, table)


def strongest(found: Resolution) -> tuple[list[Question], set[str]]:
    """Return the strongest question of each connected group, and the records of these groups."""
    asked = questions(found)
    whose = people(found.clusters)
    groups = Groups(whose)
    for question in asked:
        groups.join(question.one, question.other)
    first: dict[str, Question] = {}
    for question in asked:
        first.setdefault(groups.of(question.one), question)
    return list(first.values()), {record for record in whose if groups.of(record) in first}


def judgement(question: Question, *, same: bool) -> Judgement:
    """Return an answer as the user gives it."""
    verdict = Verdict.SAME if same else Verdict.DIFFERENT
    return Judgement(question.one, question.other, verdict)


def trapped(found: Resolution, records: pd.DataFrame, table: pd.DataFrame) -> Iterator[str]:
    """Yield how many pairs of two people of one name were merged unasked, by trap."""
    if "trap" not in table:
        return
    name = dict(zip(records["record_id"], records["full_name"], strict=True))
    cluster = people(found.unasked)
    for trap, words in TRAPS.items():
        rows = table[table["trap"] == trap]
        by_name: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for record, person in zip(rows["record_id"], rows["person_id"], strict=True):
            parts = parsed(name[record])
            by_name.setdefault((parts.given, parts.family), []).append((record, person))
        pairs = [
            cluster[one] == cluster[other]
            for held in by_name.values()
            for (one, his), (other, hers) in combinations(held, 2)
            if his != hers
        ]
        yield f"{words}: {sum(pairs)} of {len(pairs)} pairs of one name merged unasked"


def by_kind(log: Sequence[tuple[Question, bool]]) -> Iterator[str]:
    """Yield the most frequent kinds of reasons for a question, and how often the answer is yes."""
    total: Counter[str] = Counter()
    yes: Counter[str] = Counter()
    for question, same in log:
        pieces = (piece.rsplit(" ", 1)[0] for piece in question.reasons.split("; "))
        kind = ", ".join(filter(None, (NAMED.sub("", piece) for piece in pieces)))
        total[kind] += 1
        yes[kind] += same
    for kind, count in total.most_common(MOST_KINDS):
        yield f"{count:6} questions, {yes[kind] / count:.2f} yes: {kind}"


if __name__ == "__main__":
    main()
