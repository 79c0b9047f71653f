"""What a run says before it reads."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

from contacts.sources import SourceFile, SourceKind
from flows.home import Options
from flows.progress import Silent, shown_by
from flows.run import _check_engine
from flows.stages.scan import Found


class _Listener(Silent):
    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, line: str) -> None:
        self.said.append(line)


def _said(kind: SourceKind) -> list[str]:
    waiting = [Found(SourceFile("a", kind, 1, ("a",)), (Path("a"),))]
    listener = _Listener()
    options = Options(date(2026, 6, 30), "sqlite://", languages="eng+rus", ocr="rapidocr")
    with shown_by(listener):
        _check_engine(SimpleNamespace(waiting=waiting), options)
    return listener.said


def test_a_language_that_no_engine_reads_is_said_before_the_cards_are_read() -> None:
    (line,) = _said(SourceKind.CARD_PHOTO)
    assert "'rus'" in line


def test_without_cards_no_language_is_missed() -> None:
    assert _said(SourceKind.LINKEDIN) == []
