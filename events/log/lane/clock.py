"""The clock port: what "now" is for a lane.

`LogClock` makes every run of the same commands the same; nothing in a scenario reads a machine's
clock. `WallClock` is the only place in the product that does.
"""

from datetime import UTC, datetime
from typing import Protocol

from events.envelope import instant


class Clock(Protocol):
    """Gives the recorded time of what is committed next."""

    def now(self, given: str, last: str) -> str:
        """Say the time, from that of the command or cause and that of the lane's last event."""
        ...


class LogClock:
    """Time is the latest that the log has seen."""

    def now(self, given: str, last: str) -> str:
        """Return the later of the two."""
        return later(given, last)


class WallClock:
    """Time is the machine's, but never earlier than the lane's last event."""

    def now(self, given: str, last: str) -> str:  # noqa: ARG002 -- the port's shape
        """Read the machine's clock."""
        return later(instant(datetime.now(UTC)), last)  # noqa: TID251 -- the one clock


def later(one: str, other: str) -> str:
    """Return the later of two instants; an empty one is earliest."""
    if not one or not other:
        return one or other
    return max(one, other, key=datetime.fromisoformat)
