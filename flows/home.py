"""Where a user's data lies, and the choices a run is made with."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from contacts.errors import WeaktiesError
from triage.weights import DEFAULTS, Weights

Ocr = Literal["auto", "rapidocr", "tesseract"]
INBOX_FOLDERS = ("cards", "linkedin", "contacts", "calendar")


@dataclass(frozen=True, slots=True)
class Home:
    """The user's folder: the inbox, the database and what is made of them."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Where the user drops files; they are left where they are."""
        return self.root / "inbox"

    @property
    def database(self) -> Path:
        """The SQLite file, unless a setting names another database."""
        return self.root / "weakties.db"

    @property
    def reports(self) -> Path:
        """The newest report, in every format."""
        return self.root / "reports"

    @property
    def prefect(self) -> Path:
        """Prefect's own home: its history is not our record and may be thrown away."""
        return self.root / "prefect"

    @property
    def settings(self) -> Path:
        """The user's choices, written by `init` and by hand."""
        return self.root / "weakties.toml"

    def create(self) -> None:
        """Make the folders that are missing, readable by their owner alone.

        Raises:
            WeaktiesError: a file or a broken link lies where a folder should be.
        """
        old = os.umask(0o077)
        try:
            for name in INBOX_FOLDERS:
                (self.inbox / name).mkdir(parents=True, exist_ok=True)
            self.reports.mkdir(exist_ok=True)
            self.prefect.mkdir(exist_ok=True)
        except OSError as error:
            reason = f"cannot be a folder: {(error.strerror or str(error)).lower()}"
            raise WeaktiesError(
                str(error.filename), reason, "move it away, or name another home"
            ) from error
        finally:
            os.umask(old)


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is told; read once and passed as a value.

    `owner` is the user's name; with mail addresses and LinkedIn profile it tells their own card.
    `date_order` is how the user writes dates, None if they never said. `region` is the ISO country
    of phone numbers without a prefix, `languages` are Tesseract's codes joined by `+`. `messages`
    says what is kept of their words. A file is settled when nothing was written to it for
    `settle_seconds`. A photo that takes longer than `photo_timeout` seconds fails with that reason.
    `weights` are the numbers of the tie model.
    """

    as_of: date
    database_url: str
    owner: str = ""
    owner_emails: tuple[str, ...] = ()
    owner_profile: str = ""
    region: str = "US"
    languages: str = "eng"
    time_zone: str = "UTC"
    ocr: Ocr = "auto"
    workers: int = 2
    messages: Literal["none", "excerpt", "all"] = "excerpt"
    date_order: Literal["dmy", "mdy", "ymd"] | None = None
    today: int = 4
    seed: int = 0
    settle_seconds: float = 5.0
    photo_timeout: float = 120.0
    weights: Weights = DEFAULTS
