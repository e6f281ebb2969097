"""A step that is repeated in a thread of its own, until it is stopped."""

import threading
from collections.abc import Callable, Sequence
from typing import Final

RETRY_SECONDS: Final = 0.5
"""Until a step that failed is tried again: a broker is back in seconds, and nobody is flooded."""
STOP_SECONDS: Final = 15
"""Until a loop that was told to stop must have ended its step: longer than any wait in one."""

Alarm = Callable[[str], None]


class Bell:
    """Wakes a loop; rung while nobody waits, the next wait ends at once."""

    def __init__(self) -> None:
        self._rung = threading.Event()

    def ring(self) -> None:
        """Wake who waits."""
        self._rung.set()

    def wait(self, seconds: float) -> None:
        """Wait until it rings, or so long."""
        self._rung.wait(seconds)
        self._rung.clear()


class Loop:
    """Runs a step again and again; what it raises is told, and does not end it.

    Alone it is a part of a host (`services.serving.host.Part`).
    """

    busy: Final = False
    """What it has begun stands in the host's own queue."""

    def __init__(
        self,
        name: str,
        step: Callable[[], None],
        alarm: Alarm,
        troubles: Sequence[type[Exception]],
        *,
        pause: float = 0.0,
    ) -> None:
        """Start nothing yet.

        Args:
            name: of the thread.
            step: what is repeated; it waits by itself where there is nothing to do.
            alarm: is told of what went wrong, once for each time it begins.
            troubles: what may go wrong and come right again; anything else ends the loop, aloud.
            pause: seconds between two steps, for one that does not wait by itself.
        """
        self._step = step
        self._alarm = alarm
        self._troubles = tuple(troubles)
        self._pause = pause
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._trouble: str | None = None

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the step under way."""
        self._stopping.set()
        self._thread.join(STOP_SECONDS)

    def troubles(self) -> list[str]:
        """Say what the last step failed with, if it did."""
        return [] if self._trouble is None else [f"{self._thread.name}: {self._trouble}"]

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._step()
                self._trouble = None
                self._stopping.wait(self._pause)
            except self._troubles as trouble:
                self._say(str(trouble))
                self._stopping.wait(RETRY_SECONDS)
            except Exception as error:
                self._say(f"it has stopped: {type(error).__name__}: {error}")
                raise

    def _say(self, trouble: str) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._alarm(f"{self._thread.name}: {trouble}")
