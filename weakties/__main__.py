"""`weakties` on the command line: runs a command and turns an error into its exit code."""

import os
import sys

from contacts.errors import WeaktiesError
from flows.network import forbid_network
from weakties.cli import app
from weakties.cli.session import printable

_UNEXPECTED = 1
_INTERRUPTED = 130


def main() -> None:
    """Run the command; never returns."""
    os.umask(0o077)
    forbid_network()
    try:
        app(prog_name="weakties")
    except WeaktiesError as error:
        _say(str(error))
        sys.exit(error.exit_code)
    except SystemExit as end:
        if end.code == _INTERRUPTED:
            _say("interrupted; what was read is kept, run again to go on")
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("WEAKTIES_DEBUG"):
            raise
        _say(f"unexpected {type(error).__name__}: {error} (WEAKTIES_DEBUG=1 shows where)")
        sys.exit(_UNEXPECTED)


def _say(line: str) -> None:
    sys.stderr.write(f"weakties: {printable(line)}\n")


if __name__ == "__main__":
    main()
