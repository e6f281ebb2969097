"""What a reader keeps of a record: of events that are not for it the hashes, never the bytes."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from events.log.reading.batch import Item, Omitted
from events.log.tree.aligned import aligned
from events.log.tree.hashing import leaf, node

Subtrees = Mapping[tuple[int, int], bytes]
"""(first leaf, level) -> root."""


def own_part(start: int, items: Sequence[Item], is_mine: Callable[[bytes], bool]) -> list[Item]:
    """Put a run in the place of events that are not for the reader; the root stays as it was.

    Args:
        start: the size before the record.
        items: of a record that was taken: its runs are those of their places.
        is_mine: whether an event is for the reader.
    """
    kept, begin = list[Item](), start
    for mine, group in groupby(items, lambda item: isinstance(item, bytes) and is_mine(item)):
        some = list(group)
        count = sum(one.omitted if isinstance(one, Omitted) else 1 for one in some)
        if mine:
            kept += some
        else:
            subtrees = _subtrees(begin, some)
            roots = (_root(subtrees, *place) for place in aligned(begin, count))
            kept.append(Omitted(count, tuple(roots)))
        begin += count
    return kept


def _subtrees(begin: int, items: Sequence[Item]) -> Subtrees:
    """Say which subtrees runs and events bring that stand one after the other."""
    found: dict[tuple[int, int], bytes] = {}
    for item in items:
        if isinstance(item, Omitted):
            found.update(zip(aligned(begin, item.omitted), item.nodes, strict=True))
            begin += item.omitted
        else:
            found[begin, 0] = leaf(item)
            begin += 1
    return found


def _root(subtrees: Subtrees, first: int, level: int) -> bytes:
    known = subtrees.get((first, level))
    if known is not None:
        return known
    half = level - 1
    return node(_root(subtrees, first, half), _root(subtrees, first + (1 << half), half))
