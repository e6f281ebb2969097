"""What `verify` says: faults, each with its lane and place."""

from msgspec import Struct


class Fault(Struct, frozen=True, kw_only=True):
    """One thing that does not hold."""

    lane: str
    """Whose file; for a received lane `<file's lane> <- <lane>`."""
    seq: int
    """The event, or the size of the commit or record; 0 where no place fits."""
    what: str

    def __str__(self) -> str:
        """Write it for a person."""
        return f"{self.lane} at {self.seq}: {self.what}"
