"""How well the rules understand the invented cards of `tests/golden/cards`, without an engine.

`python bench/golden_cards.py [--show even]`. The figures of the even cards, which may be looked at,
beside those of the odd ones, which never are: their wrong fields are not shown.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit" / "extractors_cards"))

from test_golden_cards import (
    PARTS,
    REPEATED,
    SINGLE,
    Card,
    Outcome,
    golden_cards,
    lines_of,
    outcomes,
    rates,
)

from contacts.readings import CardReading
from extractors.card.reading import read_card

SCORED = (*SINGLE, *REPEATED)
Judged = Mapping[int, Mapping[str, Outcome]]  # by the card's number and field


def figures(judged: Judged) -> Iterator[str]:
    """Yield the lines of one half; the parts below `micro` do not count in it."""
    of_all = [outcome[field] for outcome in judged.values() for field in SCORED]
    rows = {field: [outcome[field] for outcome in judged.values()] for field in (*SCORED, *PARTS)}
    for field in (*SCORED, "micro", *PARTS):
        precision, recall, f1 = rates(of_all if field == "micro" else rows[field])
        yield f"  {field:10s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
    whole = sum(not any(_wrong(outcome[field]) for field in SCORED) for outcome in judged.values())
    yield f"  whole cards {whole} of {len(judged)}"


def wrong_fields(
    cards: Mapping[int, Card], readings: Mapping[int, CardReading], judged: Judged
) -> Iterator[str]:
    """Yield a line for each wrong field of the even cards: printed, then read."""
    for number in (number for number in cards if number % 2 == 0):
        for field in (*SCORED, *PARTS):
            if _wrong(judged[number][field]):
                reading = readings[number]
                of = reading if field in SCORED or field == "department" else reading.name_parts
                said = getattr(of, field, None)
                yield f"{number:03d} {field}: {cards[number]['expected'][field]!r} -> {said!r}"


def _wrong(outcome: Outcome) -> bool:
    return bool(outcome["extra"] or outcome["missed"])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", choices=["even"], help="list the wrong fields of the even cards")
    chosen = parser.parse_args()
    cards = golden_cards()
    readings = {number: read_card(lines_of(card), region=None) for number, card in cards.items()}
    judged = {number: outcomes(card, readings[number]) for number, card in cards.items()}
    for rest, half in enumerate(("even", "odd")):
        print(half)
        part = {number: found for number, found in judged.items() if number % 2 == rest}
        print("\n".join(figures(part)))
    if chosen.show:
        print("\n".join(wrong_fields(cards, readings, judged)))


if __name__ == "__main__":
    main()
