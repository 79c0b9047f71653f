"""Which languages RapidOCR's model cannot read, and how Tesseract gets one; codes are Tesseract's.

The model's alphabet has Latin letters (those of Vietnamese apart), Japanese and Chinese; of Greek
it has capitals and small letters without accents, which is not enough to read it. What is not in
the alphabet is not read as something else: it is left out, and with high confidence.
"""

from typing import Final

INSTALL_TESSERACT: Final = "sudo apt install tesseract-ocr, or brew install tesseract"
_UNREAD: Final[dict[str, tuple[str, ...]]] = {
    "Cyrillic": (
        *("aze_cyrl", "bel", "bul", "kaz", "kir", "mkd", "mon", "rus", "srp", "tat", "tgk"),
        *("ukr", "uzb_cyrl"),
    ),
    "Greek": ("ell", "grc"),
    "Arabic": ("ara", "fas", "kur_ara", "pus", "snd", "uig", "urd"),
    "Hebrew": ("heb", "yid"),
    "Hangul": ("kor", "kor_vert"),
    "Devanagari and its relatives": (
        *("asm", "ben", "guj", "hin", "kan", "mal", "mar", "nep", "ori", "pan", "san", "sin"),
        *("tam", "tel"),
    ),
    "Thai and its neighbours": ("khm", "lao", "mya", "tha"),
    "Tibetan": ("bod", "dzo"),
    "Armenian and Georgian": ("hye", "kat", "kat_old"),
    "Ethiopic": ("amh", "tir"),
    "others": ("chr", "div", "iku", "syr"),
    "Latin with the marks of Vietnamese": ("vie",),
}
_UNREAD_CODES: Final = frozenset(code for script in _UNREAD.values() for code in script)


def unread_by_rapidocr(languages: str) -> tuple[str, ...]:
    """Return those of `eng+rus+..` that are written in letters the model does not know."""
    return tuple(code for code in codes(languages) if code in _UNREAD_CODES)


def codes(languages: str) -> tuple[str, ...]:
    """Return the codes joined by `+`, each once."""
    return tuple(dict.fromkeys(code for code in languages.split("+") if code))


def install_line(code: str) -> str:
    """Return what installs a language for Tesseract."""
    package = code.replace("_", "-")
    return f"sudo apt install tesseract-ocr-{package}, or brew install tesseract-lang"
