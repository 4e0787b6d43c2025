"""INT, TERM and HUP become one exception, raised only where we wait, never between two steps that belong together."""

import signal
import time
from types import FrameType


class Stopped(Exception):
    """Somebody asked us to stop."""


_received: list[int] = []


def listen() -> None:
    """From now on remember the signals. INT is heard even when started in the background; nohup is respected."""
    signal.signal(signal.SIGINT, _remember)
    signal.signal(signal.SIGTERM, _remember)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _remember)


def pause(seconds: float) -> None:
    """Sleep. Raises Stopped if a signal has come since `listen()`."""
    time.sleep(seconds)
    if _received:
        raise Stopped


def _remember(number: int, frame: FrameType | None) -> None:
    _received.append(number)
