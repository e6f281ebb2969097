"""One reader's record of one commit (PROTOCOL.md, "Views")."""

from collections.abc import Sequence

from events.log.reading.batch import Item, Omitted
from events.log.tree.aligned import aligned
from events.log.tree.nodes import NodeSource


def cut(
    start: int,
    previous_commit_size: int,
    events: Sequence[bytes],
    for_reader: Sequence[bool],
    nodes: NodeSource,
) -> list[Item]:
    """Return the record's items, or none if the commit holds nothing for the reader.

    `start` is where the reader's record before it ended (0 for the first), `events` are those of
    the commit after `previous_commit_size`. Runs are as long as they can be: what lies before the
    commit joins with omitted events at its beginning. A record ends where its commit ends.

    Raises:
        ValueError: the record would begin inside the commit, or the audience is of another length.
    """
    if start > previous_commit_size or len(events) != len(for_reader):
        raise ValueError(f"no record from {start} in a commit after {previous_commit_size}")
    if not any(for_reader):
        return []
    items, begin = list[Item](), start
    for place, mine in enumerate(for_reader, previous_commit_size):
        if mine:
            items += _run(begin, place, nodes)
            items.append(events[place - previous_commit_size])
            begin = place + 1
    return items + _run(begin, previous_commit_size + len(events), nodes)


def _run(begin: int, end: int, nodes: NodeSource) -> list[Item]:
    """Return leaves [begin, end) as one run, or nothing if there are none."""
    if begin == end:
        return []
    subtrees = aligned(begin, end - begin)
    return [Omitted(end - begin, tuple(nodes(level, place >> level) for place, level in subtrees))]
