"""The running site: how soon its first page is there the second time, and how much memory its web process takes."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

from interview.serving import places

REQUESTS = 1000
PATIENCE = 120


def measure() -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="viva-bench-") as folder:
        Path(folder).chmod(0o711)
        first, _ = _run(Path(folder) / "data", requests=0)
        second, memory = _run(Path(folder) / "data", requests=REQUESTS)
    return {"first_start_s": first, "second_start_s": second, f"web_mb_after_{REQUESTS}_requests": memory}


def _run(data: Path, requests: int) -> tuple[float, float]:
    """Seconds until the first page, and the largest web process in MB (proportional set size) after the requests."""
    port = _free_port()
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "VIVA_TESTING")}
    environment |= {"VIVA_DATA": str(data), "PORT": str(port), "DJANGO_SETTINGS_MODULE": "interview.settings"}
    start = time.monotonic()
    site = subprocess.Popen([sys.executable, "manage.py", "serve"], cwd=places.PROJECT, env=environment, stdout=-3)
    try:
        while not _get(port, "/questions/"):
            if time.monotonic() - start > PATIENCE or site.poll() is not None:
                raise RuntimeError("the site does not start")
            time.sleep(0.02)
        seconds = round(time.monotonic() - start, 2)
        for _ in range(requests // 2):
            _get(port, "/questions/")
            _get(port, "/questions/kubernetes/health-probes/")
        return seconds, _web_megabytes(site.pid)
    finally:
        site.send_signal(signal.SIGTERM)
        site.wait(30)


def _web_megabytes(supervisor: int) -> float:
    """The largest process that listens for requests or works for one that does."""
    web = [
        process
        for process in psutil.Process(supervisor).children(recursive=True)
        if "granian" in " ".join(process.cmdline()) or "python" in process.name()
    ]
    return round(max(process.memory_full_info().pss for process in web) / 1e6, 1)


def _get(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
