"""Where an inner node stands among all inner nodes of a lane, in order of completion.

A lane stores with each commit the inner nodes (level 1 and above) that it completed, joined. The
node (level, index) stands in the commit whose leaves include number `completing_size`, and there
at 32 * (`locate` - `completed_by` of the size before that commit).
"""

from collections.abc import Callable

NodeSource = Callable[[int, int], bytes]
"""(level, index) -> the 32-byte root of leaves [index << level, (index + 1) << level); level 0 is
the leaf hash. Only complete subtrees are asked for."""


def completed_by(size: int) -> int:
    """Count the inner nodes of complete subtrees in a tree of this many leaves."""
    return size - size.bit_count()


def completing_size(level: int, index: int) -> int:
    """Return the smallest size of a tree in which the subtree (level, index) is complete."""
    return (index + 1) << level


def locate(level: int, index: int) -> int:
    """Return the place (from 0) of an inner node in the lane's order of completion.

    Raises:
        ValueError: level is below 1 (leaves are events, not inner nodes) or index is negative.
    """
    if level < 1 or index < 0:
        raise ValueError(f"({level}, {index}) is no inner node")
    return completed_by(completing_size(level, index) - 1) + level - 1
