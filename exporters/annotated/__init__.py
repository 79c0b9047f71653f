"""A photo drawn with what was understood of it, so that a person sees why.

To the left the photo with the outline of each card and its lines in the colour of the field they
were read as, grey where of none; to the right a panel a card. Pure: pixels and a reading in, a
picture out.
"""

from PIL import Image

from contacts.readings import PhotoReading
from exporters.annotated.colours import PAPER
from exporters.annotated.lettering import Faces
from exporters.annotated.overlay import marked
from exporters.annotated.panel import panels

__all__ = ["Faces", "annotated"]

_LONGEST_SIDE = 1600
_SHORTEST_SIDE = 900  # longest side of a small photo: what is drawn on it must be legible
_PANEL_WIDTH = 680
_MARGIN = 36


def annotated(reading: PhotoReading, photo: Image.Image, scale: float, faces: Faces) -> Image.Image:
    """Return the drawing; `scale` is how many pixels of the reading one of the photo stands for."""
    longest = max(photo.size)
    ratio = min(max(longest, _SHORTEST_SIDE), _LONGEST_SIDE) / longest
    size = max(1, round(photo.width * ratio)), max(1, round(photo.height * ratio))
    small = photo.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    left = marked(small, reading, scale / ratio, faces)
    right = panels(reading, _PANEL_WIDTH, faces)
    sheet = Image.new(
        "RGB",
        (left.width + right.width + 3 * _MARGIN, max(left.height, right.height) + 2 * _MARGIN),
        PAPER,
    )
    sheet.paste(left, (_MARGIN, _MARGIN))
    sheet.paste(right, (left.width + 2 * _MARGIN, _MARGIN))
    return sheet
