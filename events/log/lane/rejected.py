"""What a lane says when another lane's good root covers events that it cannot take (A14)."""

from typing import Final

from msgspec import Struct

from events.common import EventRejected

REJECTED_BOOK: Final = "rejected-book"
LEAVES_SHOWN_MAX: Final = 20
"""Leaf hashes named in one `event_rejected`: enough to find the record, never a weapon."""


class RejectedBook(Struct, frozen=True):
    """Nothing is decided on it."""

    def evolve(self, event: EventRejected) -> "RejectedBook":  # noqa: ARG002 -- the fold's shape
        """Fold one rejection in."""
        return self
