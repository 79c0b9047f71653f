"""The phrases were written before the detectors; `bench/phrases.py` prints the two halves.

The probes were written after them, to see what they miss, and were then learned from.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extractors.linkedin.asking import asks
from extractors.linkedin.promises import introduction_in, promise_in

PHRASES = Path(__file__).parents[2] / "golden" / "phrases"
LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")
PROMISES = ("promise", "introduction")


def phrases(language: str, folder: Path = PHRASES) -> Iterator[tuple[str, str]]:
    """Yield the section and the text of each phrase."""
    section = ""
    for line in (folder / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[] ")
        elif line.strip():
            yield section, line


KINDS = pytest.mark.parametrize(
    ("detect", "true", "false"),
    [
        (promise_in, PROMISES, ("no promise",)),
        (introduction_in, ("introduction",), ("promise", "no promise")),
        (asks, ("asks",), ("asks nothing",)),
    ],
)


def assert_told(
    told: list[tuple[str, bool]], true: tuple[str, ...], false: tuple[str, ...], least: float
) -> None:
    """Check how many of the sections were found that should be, and that should not."""
    right = sum(found for section, found in told if section in true)
    wrong = sum(found for section, found in told if section in false)
    assert right >= least * sum(section in true for section, _ in told)
    assert wrong <= 0.03 * sum(section in false for section, _ in told)


@pytest.mark.parametrize("language", LANGUAGES)
@KINDS
def test_hardly_any_phrase_is_told_wrongly(
    language: str, detect: Callable[[str], str], true: tuple[str, ...], false: tuple[str, ...]
) -> None:
    told = [(section, bool(detect(text))) for section, text in phrases(language)]
    assert_told(told, true, false, least=0.9)


@KINDS
def test_hardly_any_probe_is_told_wrongly(
    detect: Callable[[str], str], true: tuple[str, ...], false: tuple[str, ...]
) -> None:
    told = [
        (section, bool(detect(text)))
        for language in LANGUAGES
        for section, text in phrases(language, PHRASES / "probes")
    ]
    assert_told(told, true, false, least=0.75 if detect is introduction_in else 0.9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_two_hundred_phrases_of_each_kind(language: str) -> None:
    texts = [text for _, text in phrases(language)]
    sections = [section for section, _ in phrases(language)]
    assert len(set(texts)) == len(texts)
    assert sum(section in {*PROMISES, "no promise"} for section in sections) >= 200
    assert sum(section in {"asks", "asks nothing"} for section in sections) >= 200
