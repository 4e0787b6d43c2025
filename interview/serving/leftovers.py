"""What a killed run may have left behind: found by what it is, never by a remembered pid."""

import os
import signal
from contextlib import suppress
from pathlib import Path

import psutil

from interview.serving.processes import MARK

STOP_SECONDS = 20


def kill_marked(data_folder: Path) -> None:
    """Kill processes of a killed supervisor of `data_folder`. The database is not marked: it is stopped in peace."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.pid != os.getpid() and process.environ().get(MARK) == str(data_folder):
                process.kill()
                found.append(process)
    psutil.wait_procs(found, STOP_SECONDS)


def stop_servers(folder: Path) -> None:
    """Stop the PostgreSQL server that runs on `folder`, and wait for children that outlived their server."""
    found = _servers_in(folder)
    for process in found:
        with suppress(psutil.Error):
            if process.parent() not in found:  # the others must hear of it from their parent, in order
                process.send_signal(signal.SIGINT)
    _, stubborn = psutil.wait_procs(found, STOP_SECONDS)
    for process in stubborn:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(stubborn, STOP_SECONDS)


def _servers_in(folder: Path) -> list[psutil.Process]:
    """Processes named postgres that work in `folder`: a server works in its data directory."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.name() == "postgres" and process.cwd() == str(folder):
                found.append(process)
    return found
