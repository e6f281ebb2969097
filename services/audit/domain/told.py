"""What the rules must know of when the ledger was told something (protocol B9, A11)."""

from datetime import date
from typing import NamedTuple, Protocol

from services.audit.domain.entry import Entry


class Stated(NamedTuple):
    """What an agency says of an entry of another lane."""

    on: date | None
    """The first ledger day on which it says, rightly, that it was shown it."""
    waits: bool = False
    """Whether it says so of a size that the ledger does not count yet."""


class Told(Protocol):
    """When the ledger was told something."""

    def closed_on(self, entry: Entry) -> date:
        """Give the first ledger day whose input holds an entry (B9); the last of dates if none."""
        ...

    def registered_on(self, lane: str, ref: str) -> date:
        """Give the first ledger day that knows of a registration of a lane; as above."""
        ...

    def stated(self, entry: Entry, lane: str) -> Stated:
        """Give since when a lane's agency says that it was shown an entry.

        Not rightly if it was shown another lane, or fewer events than there are for it.
        """
        ...

    def states_nothing(self, lane: str, day: date) -> bool:
        """Say whether a lane's agency had said of no lane by a day that it was shown it (A11).

        Its software read none then; what it says later changes nothing of that.
        """
        ...

    def is_silent(self, lane: str, day: date) -> bool:
        """Say whether a ledger day was counted without a lane's own word of that day (B4)."""
        ...
