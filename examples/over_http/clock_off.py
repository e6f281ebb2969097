"""A machine whose clock is off: `python -m examples.over_http.clock_off SECONDS MODULE ARGUMENTS`.

Runs a module as `python -m` does, in a process whose clock is so many seconds ahead, or behind if
they are negative. The product knows nothing of it; libraries are shifted as well, so it comes
before their imports.
"""

import runpy
import sys
import time
from datetime import datetime, timedelta, tzinfo

from events.log.lane import clock


class OffClock(datetime):
    """The time as the machine says it, and it is wrong."""

    off: timedelta = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "OffClock":
        """Read the clock."""
        return super().now(tz) + cls.off


def shift_clock(seconds: int) -> None:
    """Shift what this process reads."""
    right = time.time
    OffClock.off = timedelta(seconds=seconds)
    clock.datetime = OffClock  # type: ignore[attr-defined]  # the one place that reads it
    time.time = lambda: right() + seconds


if __name__ == "__main__":
    _, ahead, module, *arguments = sys.argv
    shift_clock(int(ahead))
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
