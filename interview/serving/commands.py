"""Which `manage.py` commands need the database, and a server for the time of one command."""

import fcntl
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import IO

import psycopg

from interview.serving import folder, places, postgres

WITHOUT_DATABASE = {
    "agreement",
    "build_messages",
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "score_answers",
    "score_drafted",
    "sendtestemail",
    "serve",
    "startapp",
    "startproject",
    "version",
}
WAIT_SECONDS = 60  # for another process that has the data folder and is still starting its server


@contextmanager
def database_for(arguments: Sequence[str]) -> Iterator[None]:
    """Around a command given as `sys.argv`: its database is there, if it needs one. Raises Refused."""
    if not needs_database(arguments):
        yield
        return
    os.environ.setdefault("DATABASE_STATEMENT_SECONDS", "0")  # the limit is meant for requests
    if not places.uses_embedded_database():
        yield
        return
    with embedded_server():
        yield


def needs_database(arguments: Sequence[str]) -> bool:
    command, *options = arguments[1:] or ["help"]
    return not (command.startswith("-") or command in WITHOUT_DATABASE or {"-h", "--help"}.intersection(options))


@contextmanager
def embedded_server() -> Iterator[None]:
    """The running server of the data folder, or one of our own, which stops after all commands that use it too.

    Users of the server share a lock on the file `users`; whoever started it stops it once it gets the lock alone.
    """
    folder.check_writable(places.data_folder())
    deadline = time.monotonic() + WAIT_SECONDS
    with (places.data_folder() / "users").open("a") as users:
        while not _joined(users):
            try:
                with folder.held(places.data_folder()):
                    with _own_server(users):
                        yield
                    return
            except folder.InUse:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
        yield


def _joined(users: IO[str]) -> bool:
    """Take our share in a server that answers; False if none does."""
    fcntl.flock(users, fcntl.LOCK_SH)
    try:
        psycopg.connect(places.database_url(), connect_timeout=3).close()
    except psycopg.OperationalError:
        fcntl.flock(users, fcntl.LOCK_UN)
        return False
    return True


@contextmanager
def _own_server(users: IO[str]) -> Iterator[None]:
    signal.signal(signal.SIGTERM, _exit)
    child = postgres.embedded().start()
    try:
        fcntl.flock(users, fcntl.LOCK_SH)
        yield
        fcntl.flock(users, fcntl.LOCK_EX)
    finally:
        child.stop(postgres.STOP_SECONDS)


def _exit(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
