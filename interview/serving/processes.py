"""Child processes: each the head of its own process group, ended as a whole, never outliving us."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from pwd import struct_passwd
from typing import IO

# Every process of a site carries the path of its data folder in this variable.
MARK = "VIVA_SERVED_FROM"
PR_SET_PDEATHSIG = 1  # linux/prctl.h
_libc = ctypes.CDLL(None)


class Child:
    """A running program with all it started.

    Its group gets no Ctrl-C of ours, so that we decide who stops first. On Linux the program receives `stop_signal`
    even if we are killed.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        *,
        stop_signal: signal.Signals = signal.SIGTERM,
        account: struct_passwd | None = None,
        folder: Path | None = None,
        output: IO[bytes] | None = None,
    ) -> None:
        self.stop_signal = stop_signal
        self.process = subprocess.Popen(
            arguments,
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            user=account and account.pw_uid,
            group=account and account.pw_gid,
            extra_groups=[] if account else None,
            preexec_fn=partial(_end_with_parent, os.getpid(), stop_signal),
        )
        self.pid = self.process.pid

    def alive(self) -> bool:
        return self.process.poll() is None

    def stop(self, seconds: float) -> None:
        """Ask it to end, wait up to `seconds`, then kill what is left of the group."""
        if self.alive():
            self.process.send_signal(self.stop_signal)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(seconds)
        self.kill()

    def kill(self) -> None:
        """Kill the whole group: workers may outlive the process that started them."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()


def end_with_parent(stop_signal: signal.Signals) -> None:
    """Ask the kernel to send us `stop_signal` when the process that started us is gone (Linux; elsewhere nothing)."""
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, int(stop_signal))


def _end_with_parent(parent: int, stop_signal: signal.Signals) -> None:
    end_with_parent(stop_signal)
    if os.getppid() != parent:  # it died before we could ask
        os._exit(1)
