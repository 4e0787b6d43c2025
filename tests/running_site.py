"""A real `manage.py serve` in a subprocess, with a data folder and port of its own, and all processes it has."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from interview.serving import places

# Of the test run, or of the person who runs it: a site started here must not see them.
FOREIGN = {"DATABASE_URL", "SECRET_KEY", "SITE_URL", "VIVA_TESTING", "VIVA_DEMO", "HOST", "WEB_WORKERS", "WEB_THREADS"}


class RunningSite:
    """`output` collects what the site prints."""

    def __init__(self, data: Path, port: int | None = None, **settings: str) -> None:
        self.data = data
        self.port = port or free_port()
        self.output = data.with_name(f"{data.name}.{self.port}.out")
        kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        environment = {**kept, "VIVA_DATA": str(data), "PORT": str(self.port), **settings}
        with self.output.open("wb") as output:
            self.supervisor = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=places.PROJECT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def status(self) -> int | None:
        """Of `/health/`, None without an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        with suppress(OSError, http.client.HTTPException):
            connection.request("GET", "/health/")
            return connection.getresponse().status
        return None

    def wait_until_up(self, seconds: float = 60) -> None:
        wait_for(lambda: "is ready" in self.printed() or self.supervisor.poll() is not None, seconds)
        assert self.status() == 200, self.printed()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """The exit status."""
        self.supervisor.send_signal(number)
        return self.supervisor.wait(30)

    def printed(self) -> str:
        return self.output.read_text()

    def processes(self) -> list[psutil.Process]:
        """All that were started for our data folder, however they are related."""
        found = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                if process.status() != psutil.STATUS_ZOMBIE and self._owns(process):
                    found.append(process)
        return found

    def named(self, part: str, parent: psutil.Process | None = None) -> psutil.Process:
        """The one process with `part` in its command line, below `parent`, by default the supervisor."""
        above = parent.pid if parent else self.supervisor.pid
        [process] = [each for each in self.processes() if each.ppid() == above and part in " ".join(each.cmdline())]
        return process

    def _owns(self, process: psutil.Process) -> bool:
        if Path(process.cwd()).is_relative_to(self.data):  # PostgreSQL has a clean environment
            return True
        return process.environ().get("VIVA_DATA") == str(self.data)


@contextmanager
def running_site(data: Path, port: int | None = None, **settings: str) -> Iterator[RunningSite]:
    """Killed at the end with everything it has, if it still runs."""
    site = RunningSite(data, port, **settings)
    try:
        yield site
    finally:
        for process in site.processes():
            with suppress(psutil.Error):
                process.kill()
        site.supervisor.wait(30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(happened: Callable[[], object], seconds: float) -> float:
    """How long it took until `happened()` was true; fails after `seconds`."""
    start = time.monotonic()
    while not happened():
        assert time.monotonic() - start < seconds, f"not within {seconds} seconds"
        time.sleep(0.05)
    return time.monotonic() - start
