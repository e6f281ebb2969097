"""Whoever starts processes again that have ended, as a machine's service manager does."""

import signal
from collections import Counter
from collections.abc import Mapping
from threading import Event, Thread
from typing import Final, Self

from examples.over_http.processes import Process

LOOK_SECONDS: Final = 0.02
"""Between two looks: a process needs a hundred times longer to start."""


class Keeper:
    """Starts processes again; says how often, and what ended otherwise than by a kill.

    Attributes:
        died: how often processes were found ended by a kill, and started again; by lane and by
            what their environment held beside ours.
        unforeseen: lane and exit code of those that ended otherwise.
    """

    def __init__(self, processes: Mapping[str, Process]) -> None:
        """Look at nothing yet; processes may be added meanwhile."""
        self.died: Counter[tuple[str, str]] = Counter()
        self.unforeseen: list[str] = []
        self._processes = processes
        self._stopping = Event()
        self._thread = Thread(target=self._keep, name="keeper", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join()

    def _keep(self) -> None:
        while not self._stopping.wait(LOOK_SECONDS):
            for process in list(self._processes.values()):
                given, code = process.variables, process.revive()
                if code is not None:
                    self._note(process, given, code)

    def _note(self, process: Process, given: Mapping[str, str], code: int) -> None:
        if code == -signal.SIGKILL:
            self.died[process.lane, " ".join(given.values())] += 1
        else:
            self.unforeseen.append(f"{process.lane}: exit code {code}, see {process.log}")
