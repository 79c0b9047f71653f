"""What RapidOCR is run with, and the version string that follows; without loading it."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Final

from contacts.errors import MissingToolError

DETECTION_MODEL: Final = "PP-OCRv6_det_small.onnx"
RECOGNITION_MODEL: Final = "PP-OCRv6_rec_small.onnx"
DETECTION_SIDE: Final = 736  # 960 finds no more and takes half as long again; 640 loses lines
STRIP_HEIGHT: Final = 48  # pixels, which the recognition model is trained on
MIN_STRIP_WIDTH: Final = 192  # a shorter strip is filled up with grey; without, logos are misread
MIN_CONFIDENCE: Final = 0.5  # below it a line is a picture taken for text
MIN_SPACE: Final = 0.15  # probability of a space between two letters that makes it one
OPTIONS: Final[dict[str, object]] = {
    "Global.log_level": "error",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # cards run side by side in processes
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,  # 3 % slower, 20 MB less
}
_STEPS: Final = 1  # to be raised when the steps between the models change what is read


def model_path(name: str) -> Path:
    """Return where a model lies in the installed wheel.

    Raises:
        MissingToolError: RapidOCR is not installed, or its wheel has no such model.
    """
    try:
        path = Path(str(distribution("rapidocr").locate_file(f"rapidocr/models/{name}")))
    except PackageNotFoundError as error:
        raise MissingToolError(
            "rapidocr", "is not installed", "run `make setup`, or use --ocr tesseract"
        ) from error
    if not path.is_file():
        raise MissingToolError(
            "rapidocr", f"its wheel has no {name}", "run `make setup` for the pinned version"
        )
    return path


@cache
def rapid_version() -> str:
    """Return the package's version and a hash of its models, its options and our steps."""
    ours = (_STEPS, DETECTION_SIDE, STRIP_HEIGHT, MIN_STRIP_WIDTH, MIN_CONFIDENCE, MIN_SPACE)
    digest = sha256(repr((sorted(OPTIONS.items()), ours)).encode())
    for name in (DETECTION_MODEL, RECOGNITION_MODEL):
        digest.update(model_path(name).read_bytes())
    return f"rapidocr {version('rapidocr')} {digest.hexdigest()[:8]}"
