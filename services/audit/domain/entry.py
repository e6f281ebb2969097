"""One event in a file, with its place in its lane."""

from datetime import date
from typing import Any, NamedTuple

from events.envelope import Recorded


class Entry(NamedTuple):
    """One event in a file, with its place in its lane."""

    lane: str
    seq: int
    event: Recorded[Any]
    raw: bytes = b""
    """As its lane signed it, where it was read from a store; another spelling has another hash."""

    @property
    def data(self) -> Any:  # noqa: ANN401 -- any event's data
        """The event's data."""
        return self.event.data

    @property
    def on(self) -> date:
        """Local date of the act."""
        day: date = self.event.data.on
        return day

    @property
    def ref(self) -> str:
        """`<lane>/<event id>`."""
        return f"{self.lane}/{self.event.id}"
