"""Which server there is to be had: the first way to one that has no obstacle."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from examples.servers.server import NoServer

Way = TypeVar("Way")


def choose(
    tried: Sequence[Way], obstacle: Callable[[Way], str | None], none: type[NoServer]
) -> Way:
    """Take the first way without obstacle; those after it are not looked at.

    Args:
        tried: ways, in the order in which they are wanted.
        obstacle: says why a way is closed.
        none: what is raised.

    Raises:
        NoServer: every way has an obstacle.
    """
    reasons = []
    for way in tried:
        reason = obstacle(way)
        if reason is None:
            return way
        reasons.append(f"{way}: {reason}")
    raise none(tuple(reasons))
