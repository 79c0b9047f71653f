"""The user's choices: defaults, then `weakties.toml`, then the environment, then flags."""

import json
import locale
import os
import re
import time
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from contacts.errors import UsageError
from contacts.identifiers import email_key, profile_slug
from flows.home import Home, Options
from triage.weights import DEFAULTS

_CODES = r"^[a-z]{3}(_[A-Za-z]+)*(\+[a-z]{3}(_[A-Za-z]+)*)*$"  # eng+chi_sim
_TABLE = re.compile(r"^\s*\[", re.MULTILINE)  # from there on, names are those of a table
ASKED = ("owner", "region", "date_order", "languages", "time_zone")  # what `init` asks for
_WANTED = {
    "owner_emails": 'e-mail addresses, such as ["ada@example.com"]',
    "owner_profile": "the address of a LinkedIn profile, https://www.linkedin.com/in/NAME",
    "region": "a country of two letters, such as DE",
    "date_order": "dmy, mdy or ymd",
    "languages": "Tesseract's codes, such as eng+deu",
    "time_zone": "an IANA name, such as Europe/Berlin",
    "ocr": "auto, rapidocr or tesseract",
    "store.messages": "none, excerpt or all",
}
_LANGUAGES = {"de": "deu", "fr": "fra", "es": "spa", "it": "ita", "pt": "por", "nl": "nld"}


def default_region() -> str:
    """Return the country of the user's locale, else US."""
    parts = (locale.getlocale()[0] or "").split("_")
    found = parts[1][:2].upper() if len(parts) > 1 else ""
    return found if len(found) == len("US") and found.isalpha() else "US"


def default_languages() -> str:
    """Return Tesseract's codes: English, and the language of the user's locale."""
    language = (locale.getlocale()[0] or "")[:2].casefold()
    return "+".join(filter(None, ["eng", _LANGUAGES.get(language, "")]))


def default_time_zone() -> str:
    """Return the machine's time zone by its IANA name, else UTC."""
    named = os.environ.get("TZ", "")
    link = Path("/etc/localtime")
    if not named and link.is_symlink():
        named = str(link.resolve()).partition("zoneinfo/")[2]
    return named if named in available_timezones() else "UTC"


class Storing(BaseModel):
    """What the database keeps; `messages`: of their words nothing, an excerpt, or all."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    messages: Literal["none", "excerpt", "all"] = "excerpt"


class Settings(BaseSettings):
    """What can be set; the names are those of `weakties.toml` and, in capitals, `WEAKTIES_…`."""

    model_config = SettingsConfigDict(
        env_prefix="WEAKTIES_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    owner: str = ""
    owner_emails: Annotated[tuple[str, ...], NoDecode] = ()
    owner_profile: str = ""
    region: str = Field(default_factory=default_region, pattern="^[A-Z]{2}$")
    date_order: Literal["dmy", "mdy", "ymd"] = "dmy"
    languages: str = Field(default_factory=default_languages, pattern=_CODES)
    time_zone: str = Field(default_factory=default_time_zone)
    ocr: Literal["auto", "rapidocr", "tesseract"] = "auto"
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=64)
    store: Storing = Storing()
    today: int = Field(default=4, ge=1, le=50)
    seed: int = 0
    settle_seconds: float = Field(default=5.0, ge=0, le=600)
    photo_timeout: float = Field(default=120.0, gt=0)
    database_url: str = ""
    weights: dict[str, float] = Field(default_factory=dict)

    @field_validator("weights")
    @classmethod
    def _possible(cls, given: dict[str, float]) -> dict[str, float]:
        DEFAULTS.changed(given)  # its UsageError passes through pydantic as it is
        return given

    @field_validator("owner_emails", mode="before")
    @classmethod
    def _listed(cls, given: object) -> object:
        return re.findall(r"[^,;\s]+", given) if isinstance(given, str) else given

    @field_validator("owner_emails")
    @classmethod
    def _addresses(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        if any(email_key(address) is None for address in given):
            raise ValueError("no e-mail address")
        return given

    @field_validator("owner_profile")
    @classmethod
    def _profile(cls, given: str) -> str:
        if given and profile_slug(given) is None:
            raise ValueError("no profile address")
        return given

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError("no such time zone")
        return name

    def local_day(self) -> date:
        """Return today's date where the user lives."""
        return datetime.fromtimestamp(time.time(), ZoneInfo(self.time_zone)).date()

    def options(self, home: Home, as_of: date | None = None) -> Options:
        """Return what a run is told."""
        return Options(
            as_of=as_of or self.local_day(),
            database_url=self.database_url or f"sqlite:///{home.database}",
            owner=self.owner,
            owner_emails=self.owner_emails,
            owner_profile=self.owner_profile,
            region=self.region,
            languages=self.languages,
            time_zone=self.time_zone,
            date_order=self.date_order if "date_order" in self.model_fields_set else None,
            ocr=self.ocr,
            workers=self.workers,
            messages=self.store.messages,
            today=self.today,
            seed=self.seed,
            settle_seconds=self.settle_seconds,
            photo_timeout=self.photo_timeout,
            weights=DEFAULTS.changed(self.weights),
        )


def load(home: Home, **flags: object) -> Settings:
    """Return the settings of a home; a flag that is None was not given.

    Raises:
        UsageError: a value is out of range or a name is unknown; says where it stands.
    """

    class OfHome(Settings):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            del dotenv_settings, file_secret_settings  # a stray .env redirects nobody's data
            toml = TomlConfigSettingsSource(settings_cls, toml_file=home.settings)
            return init_settings, env_settings, toml

    given = {name: value for name, value in flags.items() if value is not None}
    place = f"in {home.settings} or the environment"
    try:
        return OfHome(**given)  # type: ignore[arg-type]  # pydantic checks them itself
    except ValidationError as error:
        raise _explained(error, home, given) from None
    except UsageError as error:
        raise UsageError(error.subject, error.reason, place) from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(str(home.settings), f"is no valid TOML: {error}", "mend it") from None


def _explained(error: ValidationError, home: Home, flags: Mapping[str, object]) -> UsageError:
    """Return the first complaint with the value found and where it stands."""
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return UsageError(f"setting {name}", "there is none of that name", str(home.settings))
    wanted = "a number" if name.startswith("weights.") else _WANTED.get(name, first["msg"])
    place = "given as an option" if name in flags else f"in {home.settings} or the environment"
    return UsageError(f"setting {name}", f"is {first['input']!r}; want {wanted}", place)


def as_toml(settings: Settings) -> str:
    """Return the choices that `init` asks for as the text of a `weakties.toml`."""
    head = "# Who you are and where; docs/settings.md lists everything that can stand here.\n"
    asked = settings.model_dump(include=set(ASKED))
    return changed_toml(head, {name: str(asked[name]) for name in ASKED})


def changed_toml(text: str, changes: Mapping[str, str]) -> str:
    """Return the text of a `weakties.toml` with some values changed; all else stays as it is."""
    tables = _TABLE.search(text)
    top, rest = (text[: tables.start()], text[tables.start() :]) if tables else (text, "")
    for name, value in changes.items():
        line = f"{name} = {_quoted(value)}"
        pattern = re.compile(rf"^{name}\s*=.*$", re.MULTILINE)
        if pattern.search(top):
            top = pattern.sub(line.replace("\\", r"\\"), top, count=1)
        else:
            top = f"{top.rstrip()}\n{line}\n" if top.strip() else f"{line}\n"
    return f"{top}\n{rest}" if tables and not top.endswith("\n\n") else top + rest


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")  # as TOML spells it
