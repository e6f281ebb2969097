"""The topics of a lane as a relay sees them: their ends are read, records are written."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from events.log.reading.arrivals import Record


class TopicEnd(NamedTuple):
    """The ends of a topic that holds records."""

    start: int
    """The size of the lane at which its first record begins; 0 if nothing was lost."""
    offset: int
    """Of its last record."""
    note: bytes
    """Of its last record."""


class Topics(Protocol):
    """The topics of a lane, on a broker or in memory."""

    def forget(self) -> None:
        """Ask again which topics there are, before the next end is read."""
        ...

    def end(self, topic: str) -> TopicEnd | None:
        """Read the ends of a topic; None if it is empty.

        Raises:
            TopicTrouble: it is not there, or not readable for this user.
        """
        ...

    def begin(self, topic: str, records: Sequence[Record]) -> Callable[[], Sequence[int]]:
        """Write records in their order, and wait for nothing.

        Returns:
            What waits until all are durable, and gives their offsets; it raises as this does.

        Raises:
            TopicTrouble: one was not acknowledged; those before it may stand.
        """
        ...

    def send(self, topic: str, records: Sequence[Record]) -> Sequence[int]:
        """Write records in their order; all are durable when this returns, at these offsets.

        Raises:
            TopicTrouble: one was not acknowledged; those before it may stand.
        """
        ...


class TopicTrouble(Exception):
    """What a broker said, or did not say, in words."""


class NotThere(TopicTrouble):
    """The topic is not there, or not for this user; nothing is the matter with the connection."""
