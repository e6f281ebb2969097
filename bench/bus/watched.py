"""A process beside ours that says how far it has come: a number and an instant a line.

The clock is the machine's monotonic one, the same in all its processes.
"""

import subprocess
import sys
import threading
import time
from bisect import bisect_left
from typing import Final, Self

SECONDS_MAX: Final = 60
"""Until what was sent must have arrived, whatever the machine."""
LOOK_SECONDS: Final = 0.02
NS: Final = 1_000_000_000


def tell(number: int) -> None:
    """Say, in such a process, how far it has come by now."""
    sys.stdout.write(f"{number} {time.monotonic_ns()}\n")
    sys.stdout.flush()


class Watched:
    """A module of ours that runs as a process until it is left; it tells 0 when it is ready."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 -- ourselves
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._numbers: list[int] = []
        self._instants: list[float] = []
        self._thread = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self.wait(0)
        return self

    def __exit__(self, *_: object) -> None:
        """End its input, at which it ends; one that does not is killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._thread.join(SECONDS_MAX)
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()

    def wait(self, number: int) -> None:
        """Wait until it has come so far.

        Raises:
            TimeoutError: it has not, or it has ended.
        """
        give_up = time.monotonic() + SECONDS_MAX
        while not self._numbers or self._numbers[-1] < number:
            if self._process.poll() is not None or time.monotonic() > give_up:
                raise TimeoutError(f"{self._process.args!r} has not come to {number}")
            time.sleep(LOOK_SECONDS)

    def instant(self, number: int) -> float:
        """Say at which second of the monotonic clock it had come so far."""
        return self._instants[bisect_left(self._numbers, number)]

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            number, instant = map(int, line.split())
            self._instants.append(instant / NS)
            self._numbers.append(number)
