"""How LinkedIn lists somebody: the name as people really write it into a profile."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from weakties.demo.lives import Life

Writing = Callable[[str, str, Life, Random], tuple[str, str]]

_CREDENTIALS = ("PMP", "MBA", "CPA", "PhD", "PMP, MBA", "MSc, PhD", "CFA")
_EMOJI = ("🚀", "💡", "🌱", "👩‍💻", "📚")
_PRONOUNS = ("(she/her)", "(he/him)", "(they/them)")
_BOLD = dict(
    zip(
        map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
        map(chr, [*range(0x1D5D4, 0x1D5EE), *range(0x1D5EE, 0x1D608)]),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Listing:
    """First and last name as the export has them, and the address of the profile."""

    first: str
    last: str
    url: str

    @property
    def display(self) -> str:
        """The name as messages and invitations show it."""
        return " ".join(f"{self.first} {self.last}".split())


def profile_address(slug: str) -> str:
    """Return the address of a profile as an export writes it; the slug is percent-encoded."""
    return f"https://www.linkedin.com/in/{slug}"


def listed(life: Life) -> Listing:
    """Return how somebody is listed; the same life is always listed the same way."""
    rng = Random(f"listing/{life.key}/{life.slug}")
    first, last = life.name.given, life.name.family
    if life.name.suffix:
        last = f"{last} {life.name.suffix}"
    if life.name.native and rng.random() < 0.3:
        first, last = _native(life.name.native)
    surname_hidden = 0.12 if life.country.region == "IN" else 0.004
    if rng.random() < surname_hidden:
        return Listing(first, f"{last[:1]}.", profile_address(life.slug))
    for odds, write in _WRITINGS:
        if rng.random() < odds:
            first, last = write(first, last, life, rng)
            break
    if rng.random() < 0.025:
        last = f"{last} "
    return Listing(first, last, profile_address(life.slug))


def _native(native: str) -> tuple[str, str]:
    """Return given and family name of a native form; a Chinese one is written in one."""
    family, _, given = native.rpartition(" ") if " " in native else (native[:1], "", native[1:])
    return given, family


def _credentials(first: str, last: str, _life: Life, rng: Random) -> tuple[str, str]:
    return first, f"{last}, {rng.choice(_CREDENTIALS)}"


def _nickname(first: str, last: str, life: Life, _rng: Random) -> tuple[str, str]:
    return (f"{first} ({life.name.nickname})" if life.name.nickname else first), last


def _friends_call(first: str, last: str, life: Life, _rng: Random) -> tuple[str, str]:
    return life.name.nickname or first, last


def _born(first: str, last: str, life: Life, _rng: Random) -> tuple[str, str]:
    return first, (f"{last} ({life.name.maiden})" if life.name.maiden else last)


def _pronouns(first: str, last: str, _life: Life, rng: Random) -> tuple[str, str]:
    return first, f"{last} {rng.choice(_PRONOUNS)}"


def _emoji(first: str, last: str, _life: Life, rng: Random) -> tuple[str, str]:
    return rng.choice(((f"{rng.choice(_EMOJI)} {first}", last), (first, f"{last} {_EMOJI[0]}")))


def _honorific(first: str, last: str, _life: Life, _rng: Random) -> tuple[str, str]:
    return f"Dr. {first}", last


def _capitals(first: str, last: str, _life: Life, _rng: Random) -> tuple[str, str]:
    return first.upper(), last.upper()


def _small(first: str, last: str, _life: Life, _rng: Random) -> tuple[str, str]:
    return first.lower(), last.lower()


def _double_blank(first: str, last: str, _life: Life, _rng: Random) -> tuple[str, str]:
    return first, f" {last}"


def _zero_width(first: str, last: str, _life: Life, _rng: Random) -> tuple[str, str]:
    return f"{first}\u200b", last


def _bold(first: str, last: str, _life: Life, _rng: Random) -> tuple[str, str]:
    return first.translate(_BOLD), last.translate(_BOLD)


_WRITINGS: tuple[tuple[float, Writing], ...] = (
    (0.03, _credentials),
    (0.05, _nickname),
    (0.2, _friends_call),
    (0.15, _born),
    (0.004, _pronouns),
    (0.008, _emoji),
    (0.01, _honorific),
    (0.025, _capitals),
    (0.01, _small),
    (0.02, _double_blank),
    (0.003, _zero_width),
    (0.002, _bold),
)
