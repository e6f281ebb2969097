"""A lane's tree as far as one record shows it: what a reader proves its events with (RFC 6962).

A reader of a view holds the peaks before the record, the leaves of its own events and the subtrees
of each run between them. A sibling on the way from one of its events to the root never lies inside
one of those subtrees, or the event would, too: so each is held, or made of what is.
"""

from collections.abc import Sequence

from events.log.reading.batch import Item, Omitted
from events.log.tree.aligned import aligned
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf, node


class RecordNodes:
    """The nodes that a record and the edge before it give; a `NodeSource` for its own events."""

    def __init__(self, before: Edge, items: Sequence[Item]) -> None:
        self._nodes = dict[tuple[int, int], bytes]()
        self._put(0, before.size, before.peaks)
        at = before.size
        for item in items:
            if isinstance(item, Omitted):
                self._put(at, item.omitted, item.nodes)
                at += item.omitted
            else:
                self._nodes[0, at] = leaf(item)
                at += 1
        self.size = at
        """Leaves of the tree: the size of the record's checkpoint."""

    def __call__(self, level: int, index: int) -> bytes:
        """Give the root of a complete subtree.

        Raises:
            LookupError: the record does not show it.
        """
        known = self._nodes.get((level, index))
        if known is not None:
            return known
        if level == 0:
            raise LookupError(f"the record does not show leaf {index}")
        made = node(self(level - 1, 2 * index), self(level - 1, 2 * index + 1))
        self._nodes[level, index] = made
        return made

    def _put(self, start: int, count: int, subtrees: Sequence[bytes]) -> None:
        for (place, level), subtree in zip(aligned(start, count), subtrees, strict=True):
            self._nodes[level, place >> level] = subtree
