import io
from dataclasses import replace
from datetime import datetime
from itertools import combinations

import cv2
import numpy as np
import pi_heif
import pytest
from PIL import Image, ImageOps
from PIL.ExifTags import IFD, Base

from weakties.demo.print import heic
from weakties.demo.print.arrangement import outlines
from weakties.demo.print.face import PrintedCard
from weakties.demo.print.photo import _prints, _turned, photograph, photograph_back, scan

CARD = PrintedCard(
    name="Jane Doe",
    title="Chief Executive Officer",
    department=None,
    company="Nimbus",
    phones=(("mobile", "(415) 555-0132"),),
    emails=("jane@nimbus.example",),
    urls=("nimbus.example",),
    address_lines=("500 Market Street", "San Francisco, CA 94105"),
)
MOMENT = datetime.fromisoformat("2024-05-06T07:08:09")


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert photograph([CARD], seed=4, taken_at=MOMENT) == photograph(
        [CARD], seed=4, taken_at=MOMENT
    )
    assert photograph([CARD], seed=4, taken_at=MOMENT) != photograph(
        [CARD], seed=5, taken_at=MOMENT
    )
    assert scan(CARD, seed=4) == scan(CARD, seed=4)


def test_a_photo_says_when_it_was_taken_and_by_what() -> None:
    exif = _opened(photograph([CARD], seed=1, taken_at=MOMENT)).getexif()
    assert exif[Base.DateTime] == "2024:05:06 07:08:09"
    assert exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] == "2024:05:06 07:08:09"
    assert exif[Base.Make] == "Lumora"
    assert not exif.get_ifd(IFD.GPSInfo)


def test_a_photo_without_a_date_has_none() -> None:
    exif = _opened(photograph([CARD], seed=1, taken_at=None)).getexif()
    assert Base.DateTime not in exif
    assert not exif.get_ifd(IFD.Exif)


def test_the_orientation_mostly_sets_a_photo_upright_and_sometimes_lies() -> None:
    upright = Image.new("L", (40, 30))
    upright.paste(255, (0, 0, 20, 15))
    shown = []
    for seed in range(200):
        stored, orientation = _turned(upright, np.random.default_rng(seed))
        stored.getexif()[Base.Orientation] = orientation
        shown.append(ImageOps.exif_transpose(stored).tobytes() == upright.tobytes())
    assert 0.75 < np.mean(shown) < 0.95


def test_a_photo_carries_its_orientation() -> None:
    found = {
        _opened(photograph([CARD], seed=seed, taken_at=None)).getexif()[Base.Orientation]
        for seed in range(8)
    }
    assert 1 in found
    assert len(found) > 1


def test_a_photo_is_of_a_phones_size() -> None:
    for cards in ([CARD], [CARD] * 4):
        content = photograph(cards, seed=3, taken_at=None)
        assert 1600 <= max(_opened(content).size) <= 2400
        assert 40_000 < len(content) < 1_200_000


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("frame", [(2400, 1800), (1800, 2400)])
def test_the_cards_of_a_photo_lie_inside_it_and_apart(count: int, frame: tuple[int, int]) -> None:
    sizes = [(1190, 770), (770, 1190), (1246, 714)] * 3
    for seed in range(20):
        found = outlines(sizes[:count], frame, np.random.default_rng(seed))
        assert len(found) == count
        for outline in found:
            assert (outline >= 0).all()
            assert (outline <= np.array(frame)).all()
            assert cv2.contourArea(outline) > 0.02 * frame[0] * frame[1]
        for one, other in combinations(found, 2):
            assert cv2.intersectConvexConvex(one, other)[0] == 0


def test_both_sides_lie_in_one_photo() -> None:
    assert len(_prints([CARD], both_sides=True)) == 2
    assert len(_prints([CARD, CARD], both_sides=True)) == 4
    assert len(_prints([CARD, CARD], both_sides=False)) == 2


def test_the_back_alone_is_another_photo() -> None:
    front = photograph([CARD], seed=2, taken_at=MOMENT)
    back = photograph_back(CARD, seed=2, taken_at=MOMENT)
    assert _opened(back).getexif()[Base.DateTime] == _opened(front).getexif()[Base.DateTime]
    assert back != front


def test_a_scan_is_the_card_alone() -> None:
    picture = _opened(scan(replace(CARD, company="Cumulus"), seed=7))
    assert not dict(picture.getexif())
    assert max(picture.size) <= 1100


def test_the_committed_heic_open_with_their_dates() -> None:
    found = heic.committed()
    assert len({name for name, _, _ in found}) == 3
    for name, content, card in found:
        assert name.endswith(".HEIC")
        assert len(content) < 150_000
        picture = pi_heif.open_heif(io.BytesIO(content)).to_pillow()
        assert max(picture.size) >= 1600
        assert picture.getexif()[Base.DateTime].startswith("2024:09:1")
        assert card.emails
