"""The ids of a lane's events: which came first, and whether the version before is there."""

from collections.abc import Callable


class Ids:
    """Ids in the order of the lane, up to the event that is sorted."""

    def __init__(self, before: Callable[[str], int | None]) -> None:
        """Begin a stretch of the lane.

        Args:
            before: gives the seq of the first event with an id before this stretch, if any.
        """
        self._before = before
        self.new: dict[str, int] = {}
        """Id that this stretch brought -> the seq of the first event with it."""

    def take(self, seq: int, id_: str) -> int:
        """Take the lane's next id; give the seq of the first event that bears it."""
        first = self._first(id_)
        if first is None:
            first = self.new[id_] = seq
        return first

    def follows(self, id_: str) -> bool:
        """Say whether the event before it in its stream is there: versions rise by one (I4)."""
        stream, _, version = id_.rpartition(":")
        return version == "1" or self._first(f"{stream}:{int(version) - 1}") is not None

    def _first(self, id_: str) -> int | None:
        seq = self.new.get(id_)
        return self._before(id_) if seq is None else seq
