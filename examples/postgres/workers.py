"""The processes of a running server beside its first one: each connection has one.

Each is in a session of its own, so no signal to a group reaches them; they end by themselves when
the first one has ended, but not while they are frozen.
"""

import time
from contextlib import suppress
from signal import Signals
from typing import Final

import psutil  # type: ignore[import-untyped]  # ships no types

from examples.servers.server import LOOK_SECONDS

NAME: Final = "postgres"
"""Of each; the watch over the server is a child of the first process, too, and is none."""

END_SECONDS_MAX: Final = 5
"""For the end of what was killed; it takes milliseconds."""


class Workers:
    """The processes that a server's first one has now.

    Args:
        first: the number of the first one; it may have ended.
    """

    def __init__(self, first: int) -> None:
        self._found: list[psutil.Process] = []
        with suppress(psutil.Error):
            self._found = [one for one in psutil.Process(first).children() if _is_worker(one)]

    def tell(self, sent: Signals) -> None:
        """Send each a signal; nothing to those that have ended."""
        for one in self._found:
            with suppress(psutil.Error):
                one.send_signal(sent)

    def wait(self) -> None:
        """Wait until all have ended: what they hold in memory keeps a new server from starting."""
        give_up = time.monotonic() + END_SECONDS_MAX
        while any(map(_runs, self._found)) and time.monotonic() < give_up:
            time.sleep(LOOK_SECONDS)


def _is_worker(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return bool(process.name() == NAME)
    return False


def _runs(process: psutil.Process) -> bool:
    """Say whether it has not ended, be it that nobody has taken note of its end."""
    with suppress(psutil.Error):
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    return False
