"""What a picture costs that is huge, or says that it is: each is read where a gigabyte is all."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")

MEASURED = """
import resource, sys, time
from pathlib import Path
from contacts.errors import UnreadableSourceError
from extractors.picture import open_pictures
pages = [int(word) for word in Path("/proc/self/statm").read_text().split()[:2]]
virtual, resident = (count * resource.getpagesize() for count in pages)
most = virtual - resident + int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (most, most))
began = time.monotonic()
try:
    sides = [max(one.pixels.shape) for one in open_pictures(Path(sys.argv[1]), file="a")]
except UnreadableSourceError as error:
    sides = error.reason
peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2]  # rusage has the parent's too
mebibytes = int(peak.split()[0]) / (1 << 10)
print(sides, round(mebibytes), round(time.monotonic() - began, 1), sep="|")
"""


def wide_jpeg(path: Path, **how: object) -> None:
    drawn = Image.new("L", (16_320, 12_240), 200)
    drawn.save(path, format="JPEG", quality=20, **how)  # type: ignore[arg-type]


def png(mode: str, side: int) -> bytes:
    stream = BytesIO()
    Image.new(mode, (side, side)).save(stream, format="PNG", compress_level=1)
    return stream.getvalue()


def square(path: Path, mode: str, side: int) -> None:
    path.write_bytes(png(mode, side))


def bomb(path: Path) -> None:
    path.write_bytes(png("L", 9_900)[:100_000])


def endless_chunk(path: Path) -> None:
    """Write a PNG whose pixels claim to take more than 3 GB of the file."""
    whole = bytearray(png("RGB", 400))
    at = whole.index(b"IDAT")
    whole[at - 4 : at] = b"\xd0\0\0\0"
    path.write_bytes(whole)


def measured(path: Path, memory: int = 1 << 30) -> tuple[str, int, float]:
    """Return the longer sides or the reason of refusing, the mebibytes and the seconds it took."""
    told = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path), str(memory)],
        capture_output=True,
        text=True,
        check=True,
    )
    outcome, mebibytes, seconds = told.stdout.strip().split("|")
    return outcome, int(mebibytes), float(seconds)


HUGE: list[tuple[str, Callable[[Path], None], str]] = [
    ("200 megapixels", wide_jpeg, "["),
    ("200 megapixels, progressive", partial(wide_jpeg, progressive=True), ""),
    ("a bomb below the limit", bomb, "is broken"),
    ("the largest of 16 bits", partial(square, mode="I;16", side=6_120), "["),
    ("the largest that is transparent", partial(square, mode="RGBA", side=6_540), "["),
    ("a chunk without end", endless_chunk, "["),
]


@pytest.mark.parametrize(
    ("make", "read_or_refused"), [case[1:] for case in HUGE], ids=[case[0] for case in HUGE]
)
@on_linux
def test_a_huge_picture_costs_less_than_a_gigabyte_and_half_a_minute(
    tmp_path: Path, make: Callable[[Path], None], read_or_refused: str
) -> None:
    path = tmp_path / "huge"
    make(path)
    outcome, mebibytes, seconds = measured(path)
    assert outcome.startswith(read_or_refused)
    assert mebibytes < 1000
    assert seconds < 30


@on_linux
def test_a_picture_for_which_there_is_too_little_memory_is_not_called_broken(
    tmp_path: Path,
) -> None:
    path = tmp_path / "photo"
    square(path, "RGB", 5_000)
    outcome, _, _ = measured(path, 150 << 20)
    assert outcome == "takes more memory than there is"
