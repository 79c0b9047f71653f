"""What RapidOCR is run with, and the version string that follows; without loading it."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Final

from contacts.errors import MissingToolError

DETECTION_MODEL: Final = "PP-OCRv6_det_small.onnx"
RECOGNITION_MODEL: Final = "PP-OCRv6_rec_small.onnx"
OPTIONS: Final[dict[str, object]] = {
    "Global.log_level": "error",
    "Global.text_score": 0.0,  # what is too unsure is dropped here, where the turn is known
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # cards run side by side in processes
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
    "Det.limit_type": "max",
    "Det.limit_side_len": 736,  # 960 reads no more and takes half as long again
    "Rec.rec_batch_num": 1,  # a batch pads its lines alike, which costs memory and time
}


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
    """Return the package's version and a hash of its models and options."""
    digest = sha256(repr(sorted(OPTIONS.items())).encode())
    for name in (DETECTION_MODEL, RECOGNITION_MODEL):
        digest.update(model_path(name).read_bytes())
    return f"rapidocr {version('rapidocr')} {digest.hexdigest()[:8]}"
