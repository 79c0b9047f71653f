"""What this machine has of what the work needs."""

import importlib.metadata
import os
import platform
import shutil
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from flows.home import Home
from flows.network import allowed_hosts
from weakties.settings import Settings

_LOOK_SECONDS = 20
_PRIVATE = 0o077


@dataclass(frozen=True, slots=True)
class Check:
    """One part: whether it is there, and if not, what that costs and how to get it."""

    part: str
    present: bool
    found: str
    cost: str = ""
    remedy: str = ""
    needed: bool = False  # nothing works without it

    def as_json(self) -> dict[str, object]:
        """Return the check as plain values."""
        return asdict(self)


def checkup(home: Home, settings: Settings) -> list[Check]:
    """Return every check, in the order of a run."""
    return [
        _python(),
        _package("rapidocr", "cards are read by Tesseract: 7 fields in 10 right, not 9"),
        *_tesseract(settings.languages),
        _package("pi-heif", "HEIC photos (iPhones) cannot be read"),
        _package("zxing-cpp", "QR codes on cards are not read"),
        _package("prefect", "nothing new can be read", needed=True),
        _home(home),
        _network(),
    ]


def _python() -> Check:
    return Check("Python", present=True, found=platform.python_version(), needed=True)


def _package(name: str, cost: str, *, needed: bool = False) -> Check:
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Check(name, present=False, found="", cost=cost, remedy="make setup", needed=needed)
    return Check(name, present=True, found=version, needed=needed)


def install_line(package: str) -> str:
    """Return the command that installs a system package here."""
    if platform.system() == "Darwin":
        return f"brew install {package.replace('tesseract-ocr', 'tesseract')}"
    return f"sudo apt-get install {package}"


def _tesseract(languages: str) -> Iterator[Check]:
    path = shutil.which("tesseract")
    if path is None:
        cost = "no second engine (--ocr tesseract); RapidOCR reads the cards all the same"
        remedy = install_line("tesseract-ocr")
        yield Check("Tesseract", present=False, found="", cost=cost, remedy=remedy)
        return
    told = subprocess.run(  # noqa: S603 - the path is the one that was just found
        [path, "--list-langs"], capture_output=True, text=True, timeout=_LOOK_SECONDS, check=False
    )
    there = set(told.stdout.split("\n")[1:])
    yield Check("Tesseract", present=True, found=path)
    for language in languages.split("+"):
        yield Check(
            f"Tesseract's {language}",
            present=language in there,
            found="installed" if language in there else "",
            cost=f"Tesseract reads {language} badly",
            remedy=install_line(f"tesseract-ocr-{language.replace('_', '-')}"),
        )


def _home(home: Home) -> Check:
    if not home.root.exists():
        return Check(
            "home", present=False, found="", cost="nowhere to drop files", remedy="weakties init"
        )
    private = not stat.S_IMODE(home.root.stat().st_mode) & _PRIVATE
    writable = os.access(home.root, os.W_OK)
    if not writable:
        return Check(
            "home",
            present=False,
            found=str(home.root),
            cost="nothing can be stored",
            remedy=f"chmod u+w {home.root}",
            needed=True,
        )
    found = (
        f"{home.root}{'' if private else ' (others may look into the folder, not the database)'}"
    )
    return Check("home", present=True, found=found)


def _network() -> Check:
    hosts = ", ".join(sorted(allowed_hosts()))
    found = f"allowed by your setting: {hosts}" if hosts else "nothing leaves this machine"
    return Check("network", present=True, found=found)
