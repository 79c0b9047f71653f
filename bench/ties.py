"""Prints how well and how fast the tie model works, with its baselines beside it.

    python bench/ties.py [--measure FOLDER] [--python INTERPRETER] [--people 1000000] [--fit]

The quality is that of the measuring folder's own scorer, and what `bench/ties_measured.py` adds to
it: calibration, poorer evidence, answers, the queue's worth. Both need scipy: `--python` names an
interpreter that has it beside numpy and pandas. The speed is that of an invented network, of half
the people and of all.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from contacts import frames
from contacts.ties import TieClass
from triage import queue
from triage.evaluation import predict

ROOT = Path(__file__).resolve().parent.parent
MEASURE = ROOT.parent / "shared" / "measure" / "ties"
EVENTS_A_PERSON = 7
AS_OF = date(2026, 6, 1)
SPAN = 3000.0  # days


def main() -> int:
    """Print both halves; returns the exit code of the scorers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", type=Path, default=MEASURE)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--fit", action="store_true", help="What a fitted calibration would do.")
    options = parser.parse_args()
    code = score(options.measure, options.python, ["--fit"] if options.fit else [])
    for people in (options.people // 2, options.people):
        speed(people)
    return code


def score(measure: Path, python: str, more: list[str]) -> int:
    """Run the scorer of the measuring folder and ours over the model; returns the exit code."""
    scorer = measure / "eval_ties.py"
    if not scorer.is_file():
        print(f"quality: skipped, {scorer} is absent")
        return 0
    if subprocess.run(
        [python, "-c", "import numpy, pandas, scipy"], check=False, capture_output=True
    ).returncode:
        print(f"quality: skipped, {python} lacks numpy, pandas or scipy (name another by --python)")
        return 0
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    ours = ROOT / "bench" / "ties_measured.py"
    return max(
        subprocess.run(
            [python, *map(str, command)], env=os.environ | {"PYTHONPATH": paths}, check=False
        ).returncode
        for command in (
            [scorer, "--model", "triage.evaluation:predict", "--edge"],
            [ours, measure, *more],
        )
    )


def speed(people: int) -> None:
    """Time activation, probabilities and the day's queue on an invented network."""
    history, pairs, ties, persons = network(people)
    before = time.process_time()
    chance = predict(history, pairs, 90.0)
    middle = time.process_time()
    ties["p_known"] = chance
    nothing = frames.EVIDENCE.empty(), frames.ANSWERS.empty()
    chosen = queue.today(ties, persons, *nothing, AS_OF)
    after = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"speed: {people:,} people, {len(history):,} events: "
        f"probabilities {middle - before:.2f} s, queue of {len(chosen)} {after - middle:.2f} s "
        f"of CPU; peak {peak:.2f} GB with the input"
    )


def network(people: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Return an invented history with its pairs, and the ties and people to queue."""
    draw = np.random.default_rng(0)
    events = people * EVENTS_A_PERSON
    history = pd.DataFrame(
        {
            "ego": np.zeros(events, dtype=np.int64),
            "alter": draw.integers(0, people, events),
            "age_days": draw.uniform(0, SPAN, events),
            "direction": pd.Categorical.from_codes(draw.integers(0, 2, events), ["in", "out"]),
            "recipients": np.where(draw.random(events) < 0.02, 100, 1),
        }
    )
    pairs = pd.DataFrame({"ego": np.zeros(people, dtype=np.int64), "alter": np.arange(people)})
    person = pd.Series(np.arange(people)).map("p{:07d}".format).astype("str")
    last = pd.Timestamp(AS_OF) - pd.to_timedelta(draw.integers(0, int(SPAN), people), unit="D")
    ties = pd.DataFrame(
        {
            "person": person,
            "activation": 0.0,
            "p_known": 0.0,
            "tie_class": TieClass.WEAK.value,
            "last_contact": last.strftime("%Y-%m-%d"),
            "pieces": 2,
            "value": draw.uniform(1, 5, people),
            "reasons": "",
        }
    )
    persons = pd.DataFrame(
        {
            "person": person,
            "name": pd.Series(draw.integers(0, 2000, people)).map("N{} Lind".format),
            "company": pd.Series(draw.integers(0, 5000, people)).map("Company {}".format),
            "title": None,
            "sources": 1,
            "event": None,
        }
    )
    return history, pairs, frames.TIES.typed(ties), frames.PEOPLE.typed(persons)


if __name__ == "__main__":
    sys.exit(main())
