"""The web server as a child process: granian, its address, and whether it answers."""

import errno
import http.client
import os
import socket
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from interview.serving import Refused, places
from interview.serving.processes import Child


@dataclass(frozen=True)
class Web:
    """`workers` processes with `threads` requests at a time each, on `host`:`port`."""

    host: str
    port: int
    workers: int
    threads: int

    @property
    def url(self) -> str:
        return os.environ.get("SITE_URL") or f"http://{_shown(self.host)}:{self.port}"

    def check_port(self) -> None:
        """Raises Refused when we could not listen."""
        try:
            family, kind, protocol, _, address = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)[0]
            with socket.socket(family, kind, protocol) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                raise Refused(f"Port {self.port} is taken. Try `make run PORT={self.port + 1}`.") from None
            raise Refused(f"Cannot listen on {self.host}, port {self.port}: {problem.strerror}.") from None

    def start(self, environment: Mapping[str, str]) -> Child:
        arguments = [sys.executable, "-m", "granian", "interview.wsgi:application", "--interface", "wsgi"]
        arguments += ["--host", self.host, "--port", str(self.port), "--no-ws", "--log-level", "warning"]
        arguments += ["--workers", str(self.workers), "--blocking-threads", str(self.threads)]
        # A failed worker is replaced at once; a request that hangs does not keep the others from stopping.
        arguments += ["--respawn-failed-workers", "--workers-kill-timeout", "5"]
        return Child(arguments, environment, folder=places.PROJECT)

    def answers(self) -> bool:
        """Whether a request gets an answer within two seconds, whichever: a redirect to HTTPS is one too."""
        connection = http.client.HTTPConnection(_reachable(self.host), self.port, timeout=2)
        with suppress(OSError, http.client.HTTPException):
            connection.request("GET", "/health/")
            return connection.getresponse().status < 500
        return False


def from_environment() -> Web:
    """HOST, PORT, WEB_WORKERS and WEB_THREADS, or their defaults. Raises Refused for what is no number."""
    return Web(
        host=os.environ.get("HOST") or "127.0.0.1",
        port=_number("PORT", 8000, 65535),
        workers=_number("WEB_WORKERS", 1, 64),
        threads=_number("WEB_THREADS", 4, 64),
    )


def _number(name: str, default: int, highest: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= highest:
        raise Refused(f"{name} is {text!r}, and must be a number from 1 to {highest}.")
    return int(text)


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not bound


def _shown(host: str) -> str:
    host = _reachable(host)
    return f"[{host}]" if ":" in host else host
