"""Logistic weights from cards of known text, and how far probabilities can be believed."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
BINS = 10
SHRINKAGE = 1.0  # of a sign's weight: as if one card in balance spoke against it
_DRAWS = 300
_STEPS = 50
_SETTLED = 1e-8
_SIDE, _MARGIN = 220, 34


def fitted(signs: Numbers, right: Numbers, mass: Numbers) -> Numbers:
    """Return the bias and the weight of each sign (a column), none of them below zero.

    Newton's method on the penalised likelihood; a sign that would speak against a value is left
    out, and the rest fitted again. `mass` is how much each row counts.
    """
    table = np.column_stack([np.ones(len(signs)), signs])
    kept = np.ones(table.shape[1], dtype=bool)
    while True:
        weights = np.zeros(table.shape[1])
        weights[kept] = _newton(table[:, kept], right, mass)
        against = weights < 0
        against[0] = False
        if not against.any():
            return weights
        kept &= ~against


def _newton(table: Numbers, right: Numbers, mass: Numbers) -> Numbers:
    penalty = np.full(table.shape[1], SHRINKAGE)
    penalty[0] = SHRINKAGE / 100
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (mass * (sure - right)) + penalty * weights
        bend = (table * (mass * sure * (1 - sure))[:, None]).T @ table + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < _SETTLED:
            break
    return weights


def bins(sure: Numbers) -> list[NDArray[np.intp]]:
    """Return the rows in bins of equal mass, from the least sure on."""
    order = np.argsort(sure, kind="stable")
    return [one for one in np.array_split(order, BINS) if len(one)]


def calibration_error(sure: Numbers, right: Numbers) -> float:
    """Return the expected calibration error: how far share right and probability are apart."""
    apart = [len(one) * abs(sure[one].mean() - right[one].mean()) for one in bins(sure)]
    return float(sum(apart) / max(1, len(sure)))


def interval(
    sure: Numbers, right: Numbers, cards: Sequence[str], random: np.random.Generator
) -> tuple[float, float]:
    """Return where 95 of 100 calibration errors lie when the cards are drawn anew."""
    names, of_row = np.unique(np.array(cards), return_inverse=True)
    rows = [np.flatnonzero(of_row == at) for at in range(len(names))]
    errors = []
    for _ in range(_DRAWS):
        drawn = np.concatenate([rows[at] for at in random.integers(len(rows), size=len(rows))])
        errors.append(calibration_error(sure[drawn], right[drawn]))
    low, high = np.percentile(errors, [2.5, 97.5])
    return float(low), float(high)


def by_chance(sure: Numbers, random: np.random.Generator) -> float:
    """Return the mean error that these probabilities would show if they were exactly true."""
    drawn = [np.where(random.random(len(sure)) < sure, 1.0, 0.0) for _ in range(_DRAWS)]
    return float(np.mean([calibration_error(sure, right) for right in drawn]))


def plot(panels: Sequence[tuple[str, Numbers, Numbers]]) -> str:
    """Return an SVG of share right over probability, a panel each; on the line they are equal."""
    step = _SIDE + 2 * _MARGIN
    drawn = "".join(
        f'<g transform="translate({at * step + _MARGIN} {_MARGIN})">{_panel(*panel)}</g>'
        for at, panel in enumerate(panels)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{step * len(panels)}" height="{step}" '
        'font-family="sans-serif" font-size="11" fill="none" style="background:#fff">'
        f"{drawn}</svg>\n"
    )


def _panel(title: str, sure: Numbers, right: Numbers) -> str:
    dots = "".join(
        f'<circle cx="{sure[one].mean() * _SIDE:.1f}" cy="{(1 - right[one].mean()) * _SIDE:.1f}" '
        'r="4" fill="#1f6f8b"/>'
        for one in bins(sure)
    )
    ticks = "".join(
        f'<text x="{mark * _SIDE}" y="{_SIDE + 14}" text-anchor="middle" fill="#333">{mark:g}'
        f'</text><text x="-6" y="{(1 - mark) * _SIDE + 4}" text-anchor="end" fill="#333">{mark:g}'
        "</text>"
        for mark in (0, 0.5, 1)
    )
    return (
        f'<rect width="{_SIDE}" height="{_SIDE}" stroke="#999"/>'
        f'<path d="M0 {_SIDE}L{_SIDE} 0" stroke="#bbb"/>{dots}{ticks}'
        f'<text y="-8" fill="#000">{title}</text>'
    )
