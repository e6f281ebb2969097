"""The clock port: what "now" is for a lane.

`LogClock` makes every run of the same commands the same; nothing in a scenario reads a machine's
clock. `WallClock` is the only place in the product that does.
"""

from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from events.envelope import instant, moment

AHEAD_MAX: Final = timedelta(days=2)
"""How far what a lane has heard moves its time: dates of two zones differ by one day, and the lane
may not have closed its last. Beyond it, one event of one lane could close its readers' years."""


class Clock(Protocol):
    """Gives the recorded time of what is committed next."""

    def now(self, given: str, last: str, *, heard: bool = False) -> str:
        """Say the time.

        Args:
            given: that of the command, or of the event that is answered.
            last: that of the lane's last event; empty if there is none.
            heard: whether `given` is an event's word, of any lane, and no command's.
        """
        ...


class LogClock:
    """Time is the latest that the log has seen; what was only heard moves it by two days at most.

    The lane goes on at its own time then, and its driver, who alone commands, moves that.
    """

    def now(self, given: str, last: str, *, heard: bool = False) -> str:
        """Return the later of the two, or the last if the other was only heard and is far ahead."""
        if heard and last and moment(given) - moment(last) > AHEAD_MAX:
            return last
        return later(given, last)


class WallClock:
    """Time is the machine's, but never earlier than the lane's last event."""

    def now(self, given: str, last: str, *, heard: bool = False) -> str:  # noqa: ARG002 -- the port
        """Read the machine's clock."""
        return later(instant(machine_time()), last)


def machine_time() -> datetime:
    """Read the machine's clock; only what runs under it asks (days that end, tokens, logs)."""
    return datetime.now(UTC)  # noqa: TID251 -- the one clock


def later(one: str, other: str) -> str:
    """Return the later of two instants; an empty one is earliest."""
    if not one or not other:
        return one or other
    return max(one, other, key=datetime.fromisoformat)
