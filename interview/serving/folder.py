"""The data folder: writable, and used by one running site at a time."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interview.serving import Refused


class InUse(Refused):
    """Another process runs this data folder."""


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Hold `folder` for ourselves; yields whether its last holder was killed instead of leaving.

    The lock is the kernel's (flock), so it goes with its holder; the file holds the holder's pid while it lives.
    Raises InUse, or Refused if the folder cannot be written.
    """
    check_writable(folder)
    with (folder / "running").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUse(f"The data folder {folder} is in use by pid {_content(file.name)}.") from None
        was_killed = bool(_content(file.name))
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        try:
            yield was_killed
        finally:
            file.truncate(0)


def check_writable(folder: Path) -> None:
    """Create `folder` if missing and write something. Raises Refused."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"?")
    except OSError as problem:
        raise Refused(
            f"Cannot write in the data folder {folder} ({problem.strerror}). "
            "Set the variable VIVA_DATA to a folder that may be written."
        ) from problem


def _content(path: str) -> str:
    return Path(path).read_text().strip()
