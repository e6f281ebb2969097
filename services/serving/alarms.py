"""Alarms that repeat: each cause is said at once, then in growing intervals with a count.

A hostile lane's records are many, a broker that comes and goes does so for a night, and a person
who is told a thing a thousand times is told nothing else.
"""

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from services.serving.loop import Alarm

FIRST_SECONDS: Final = 60.0
"""Until the same is said again; then twice as long, and so on."""
LONGEST_SECONDS: Final = 24 * 60 * 60.0
"""Once a day whoever is on duty hears of everything that lasts."""
CAUSES_MAX: Final = 1_000
"""Causes remembered: as many topics as an authority reads; the oldest is forgotten, and said anew.
"""
_NUMBERS: Final = re.compile(r"(?<![\w.:/-])\d+(?![\w-]|\.\w)")
"""They differ from time to time: sizes, offsets, seqs; what stands within a name or an address does
not count as one."""


class _Cause(Struct):
    said: float
    interval: float
    unsaid: int = 0


class Damped:
    """Passes alarms on, for all threads of a process; the same sentence but for numbers is one."""

    def __init__(self, alarm: Alarm, now: Callable[[], float] = time.monotonic) -> None:
        """Have nothing said yet.

        Args:
            alarm: is told.
            now: seconds of a clock that only goes on.
        """
        self._alarm = alarm
        self._now = now
        self._causes: OrderedDict[str, _Cause] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, sentence: str) -> None:
        """Say it, or count it."""
        with self._lock:
            more = self._more(_NUMBERS.sub("#", sentence))
        if more is not None:
            self._alarm(
                f"{sentence} ({more} times more since it was last said)" if more else sentence
            )

    def _more(self, cause: str) -> int | None:
        """Give how often it was left unsaid; None if it is left unsaid now."""
        now, known = self._now(), self._causes.pop(cause, None)
        if known is not None and now - known.said < known.interval:
            known.unsaid += 1
            self._causes[cause] = known
            return None
        lasts = known is not None and now - known.said < 2 * known.interval
        interval = min(2 * known.interval, LONGEST_SECONDS) if known and lasts else FIRST_SECONDS
        self._causes[cause] = _Cause(now, interval)
        if len(self._causes) > CAUSES_MAX:
            self._causes.popitem(last=False)
        return known.unsaid if known else 0
