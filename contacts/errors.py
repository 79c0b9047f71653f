"""What can go wrong, each with its exit code and its next step.

Every error names the thing at fault, quotes the value found and says what to do next. The codes are
those of the command line: 1 unexpected, 2 usage, 3 bad or empty input, 4 done with rejects,
5 missing tool, 6 store locked, 130 interrupted.
"""

from typing import ClassVar


class WeaktiesError(Exception):
    """Something the user can understand and act on; shown without a traceback."""

    exit_code: ClassVar[int] = 1

    def __init__(self, subject: str, reason: str, next_step: str = "") -> None:
        """`subject` is the thing at fault (a file, a setting), `next_step` what to do about it."""
        self.subject = subject
        self.reason = reason
        self.next_step = next_step
        super().__init__(subject, reason, next_step)

    def __str__(self) -> str:
        line = f"{self.subject}: {self.reason}"
        return f"{line} ({self.next_step})" if self.next_step else line


class UsageError(WeaktiesError):
    """The command was called with words that do not fit together."""

    exit_code = 2


class UnreadableSourceError(WeaktiesError):
    """A file that cannot be read as what it claims to be; the others are read all the same."""

    exit_code = 3


class MissingToolError(WeaktiesError):
    """A program or language file that is not installed."""

    exit_code = 5


class StoreLockedError(WeaktiesError):
    """Another run holds the store."""

    exit_code = 6


class NetworkForbiddenError(WeaktiesError):
    """Something tried to leave this machine."""
