"""From a small picture to the outlines of the cards in it."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import Corners, area, clockwise, overlap
from extractors.outline.candidates import MIN_AREA, Candidate, candidates
from extractors.outline.cuts import cut_apart
from extractors.outline.table import table_masks
from extractors.outline.writing import Writing, completed, leaves_none
from extractors.picture import Pixels

_SAME_PLACE: Final = 0.3  # of the smaller outline covered by the other
_MIN_SHARE_OF_LARGEST: Final = 0.35  # cards in one photo are of about one size
_FRAME: Final = 1.7  # of a printed frame's area that the card around it has at most
_FRAME_QUALITY: Final = 0.4  # of the frame's quality: paper on paper has fainter edges
_HELD: Final = 0.97  # of a frame by its card
_CANNY: Final = ((15, 45), (40, 120))  # faint and clear edges
_ALONE: Final = (0.8, 1.25)  # areas of a patch and an outline that are the same thing
_MAX_PATCH: Final = 0.93  # of the photo


def found_cards(small: Pixels) -> list[Corners]:
    """Return the outlines of the cards in a picture; none where the whole picture is the card."""
    lab = cast("Pixels", cv2.cvtColor(small, cv2.COLOR_BGR2LAB))
    blurred = cast("Pixels", cv2.GaussianBlur(lab, (5, 5), 0))
    table = table_masks(blurred)
    ranked = candidates(lab, [*table, *_masks(blurred)])
    cards = [part for one in _distinct(ranked) for part in cut_apart(lab, one) or [one]]
    writing = Writing(small)
    if cards and leaves_none(writing.beside(cards)[1]):
        return cards
    cards = _patches_cut(lab, table[1:], cards)
    if not cards:
        return []
    beside, share = writing.beside(cards)
    return cards if leaves_none(share) else completed(cards, beside, share)


def _masks(blurred: Pixels) -> list[Pixels]:
    """Return where a picture is light, dark or coloured, and where it has edges."""
    masks = []
    for channel in cv2.split(blurred):
        _, mask = cv2.threshold(channel, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
        masks += [closed, cv2.bitwise_not(mask)]
    lightness = np.ascontiguousarray(blurred[..., 0])
    for low, high in _CANNY:
        masks.append(cv2.dilate(cv2.Canny(lightness, low, high), np.ones((3, 3), np.uint8)))
    return cast("list[Pixels]", masks)


def _distinct(ranked: Sequence[Candidate]) -> list[Corners]:
    """Return the best outlines that do not overlap, all of about one size."""
    kept: list[Corners] = []
    for one in ranked:
        corners = _card_around(one, ranked).corners
        if kept and area(corners) < _MIN_SHARE_OF_LARGEST * area(kept[0]):
            continue
        if all(overlap(corners, other) < _SAME_PLACE for other in kept):
            kept.append(corners)
    return kept


def _card_around(inner: Candidate, ranked: Sequence[Candidate]) -> Candidate:
    """Return the card that an outline is a printed frame or a panel of; itself if of none."""
    found = inner
    for one in ranked:
        larger = 1.0 < area(one.corners) / area(found.corners) < _FRAME
        good = one.quality > _FRAME_QUALITY * inner.quality
        if larger and good and overlap(one.corners, found.corners) > _HELD:
            found = one
    return found


def _patches_cut(lab: Pixels, masks: Sequence[Pixels], cards: list[Corners]) -> list[Corners]:
    """Return the outlines, with patches of several cards that touch cut into them."""
    for mask in masks:
        for corners, patch in _patches(lab, mask):
            if any(_is_same(corners, card) for card in cards):
                continue
            parts = cut_apart(lab, corners, patch)
            rest = [
                card for card in cards if all(overlap(card, one) < _SAME_PLACE for one in parts)
            ]
            if len(parts) > len(cards) - len(rest):
                cards = rest + parts
    return cards


def _is_same(patch: Corners, card: Corners) -> bool:
    return (
        overlap(patch, card) > 1 - _SAME_PLACE / 3
        and _ALONE[0] < area(patch) / area(card) < _ALONE[1]
    )


def _patches(lab: Pixels, mask: Pixels) -> Iterator[tuple[Corners, Pixels]]:
    """Yield what lies apart on the table: the rectangle around it, and where it is."""
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        _, _, width, height = cv2.boundingRect(contour)
        large = cv2.contourArea(contour) >= 2 * MIN_AREA * mask.size
        if large and width * height <= _MAX_PATCH * mask.size:
            patch = np.zeros_like(mask)
            cv2.drawContours(patch, [contour], -1, 255, -1)
            yield _rectangle_along(contour, _direction(lab, patch)), patch


def _direction(lab: Pixels, patch: Pixels) -> float:
    """Return the direction of most edges in a patch, in radians from 0 to a right angle."""
    lightness = np.ascontiguousarray(lab[..., 0])
    along = cv2.Sobel(lightness, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(lightness, cv2.CV_32F, 0, 1)
    inside = patch > 0
    strength = np.hypot(along, down)
    strong = inside & (strength > np.percentile(strength[inside], 85))
    angles = np.arctan2(down[strong], along[strong]) % (np.pi / 2)
    counts, _ = np.histogram(angles, bins=90, range=(0, np.pi / 2))
    smooth = counts + np.roll(counts, 1) + np.roll(counts, -1)
    return float((np.argmax(smooth) + 0.5) * np.pi / 180)


def _rectangle_along(contour: NDArray[Any], angle: float) -> Corners:
    cosine, sine = np.cos(angle), np.sin(angle)
    turn = np.array([[cosine, sine], [-sine, cosine]], dtype=np.float32)
    points = contour.reshape(-1, 2).astype(np.float32) @ turn.T
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    box = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
    return clockwise(np.asarray(box @ turn, np.float32))
