"""One process a lane: started, asked whether it is ready, stopped, killed."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import RLock
from typing import Final

READY_SECONDS_MAX: Final = 60.0
"""Until a process must be ready: ten of them start at once on two cores."""
PROGRAM: Final = "services.cli.main"
"""The module that is run."""
CLOCK_OFF: Final = "examples.over_http.clock_off"
"""The module that runs another one under a clock that is off."""
STOP_SECONDS_MAX: Final = 20.0
"""Until a process that was told to stop must have ended."""


class ProcessFailed(Exception):
    """A process ended, or was not ready in time; the end of its log says why."""


class Process:
    """`qyzmet serve` of one lane."""

    def __init__(self, home: Path, lane: str, program: str = PROGRAM) -> None:
        """Start nothing yet; the port is free now, and stays the process's."""
        self.lane = lane
        self.variables: Mapping[str, str] = {}
        """Of its environment beside ours, at its last start."""
        self.clock_off = 0
        """Seconds by which its machine's clock is ahead from the next start on."""
        self._program = program
        self.port = _free_port()
        self.log = home / f"{lane}.log"
        self._home = home
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = RLock()

    def start(self, variables: Mapping[str, str] | None = None) -> None:
        """Start, or start again.

        Args:
            variables: of its environment, beside ours.
        """
        off = [CLOCK_OFF, str(self.clock_off)] if self.clock_off else []
        command = [sys.executable, "-m", *off, self._program, "--home", str(self._home)]
        arguments = ["serve", self.lane, "--port", str(self.port), "--log-clock"]
        self.variables = variables or {}
        given = {**os.environ, **self.variables}
        with self.log.open("ab") as log:
            self._child = subprocess.Popen(  # noqa: S603 -- this interpreter, this product
                [*command, *arguments], stderr=log, stdout=log, env=given
            )

    def stop(self) -> int | None:
        """Stop in good order; give the exit code, None if it was not started."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End at once, as a crash does."""
        self._end(signal.SIGKILL)

    @property
    def runs(self) -> bool:
        """Say whether it has not ended."""
        return self._child is not None and self._child.poll() is None

    def restart(self, variables: Mapping[str, str] | None = None) -> None:
        """Kill and start again; nobody else starts it in between."""
        with self._lock:
            self.kill()
            self.start(variables)

    def revive(self) -> int | None:
        """Start it again if it has ended without being told to.

        Returns:
            How it ended (a signal is negative); None if nothing was to be done.
        """
        with self._lock:
            code = None if self._child is None else self._child.poll()
            if code is not None:
                self.start()
            return code

    def check(self) -> None:
        """Say so if it has ended.

        Raises:
            ProcessFailed: with the last line of its log.
        """
        if not self.runs:
            lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
            raise ProcessFailed(
                f"{self.lane} has ended: {lines[-1] if lines else 'it said nothing'}"
            )

    def _end(self, by: signal.Signals) -> int | None:
        child, self._child = self._child, None
        if child is None:
            return None
        child.send_signal(by)
        try:
            return child.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            child.kill()
            return child.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
