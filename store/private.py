"""Files that their owner alone can read."""

import os
import stat
from pathlib import Path

from contacts.errors import WeaktiesError


def make_private(path: Path) -> None:
    """Create the file if need be, and let its owner alone read it and its folder.

    A folder of somebody else's, or one that all may write to (`/tmp`), stays as it is.

    Raises:
        WeaktiesError: the system does not allow it.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = path.parent.stat()
        if folder.st_uid == os.getuid() and not folder.st_mode & stat.S_ISVTX:
            path.parent.chmod(0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        path.chmod(0o600)
    except OSError as error:
        next_step = "check its permissions and those of its folder, or name another home"
        raise WeaktiesError(str(path), f"cannot be written: {error.strerror}", next_step) from error
