"""A card is read whichever way it lies, and whatever the camera says about it."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, ImageDraw, ImageFont

from extractors.photo import read_photo

pytest.importorskip("rapidocr")


def _card() -> Image.Image:
    card = Image.new("RGB", (900, 540), "white")
    draw = ImageDraw.Draw(card)
    for top, size, text in (
        (70, 60, "Ada Example"),
        (160, 40, "Managing Director"),
        (330, 38, "ada@acme-engines.org"),
        (400, 38, "+44 20 7946 0018"),
    ):
        draw.text((70, top), text, font=ImageFont.load_default(size), fill="black")
    return card


@pytest.mark.slow
@pytest.mark.parametrize("claimed", [1, 3, 6, 8])
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_content_outranks_what_the_camera_says(tmp_path: Path, quarters: int, claimed: int) -> None:
    table = Image.new("RGB", (1500, 1100), (70, 74, 80))
    table.paste(_card(), (300, 280))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = claimed
    path = tmp_path / "a.jpg"
    table.rotate(90 * quarters, expand=True).save(path, quality=92, exif=exif)
    (reading,) = read_photo(path, file=path.name, ocr="rapidocr", region=None, languages="eng")
    (card,) = reading.cards
    assert (card.name, card.emails) == ("Ada Example", ("ada@acme-engines.org",))
    crop = np.asarray(Image.open(io.BytesIO(reading.crops[0])).convert("L"))
    height, width = crop.shape
    assert width > height
    ink = crop < 110
    assert ink[:, : width // 2].sum() > ink[:, width // 2 :].sum()  # its lines begin at the left
