"""Work on several topics that shares round trips: each piece pauses where others may go on."""

from collections.abc import Generator, Mapping
from typing import TypeVar

T = TypeVar("T")
Piece = Generator[None, None, T]


def to_the_end(piece: Piece[T]) -> T:
    """Do a piece alone; it raises what it raises."""
    while True:
        try:
            next(piece)
        except StopIteration as end:
            result: T = end.value
            return result


def together(
    pieces: Mapping[str, Piece[T]], troubles: tuple[type[Exception], ...]
) -> tuple[dict[str, T], list[str]]:
    """Do pieces in turn, each up to where it pauses, until all have ended.

    Args:
        pieces: by name.
        troubles: what may end a piece, and is no reason to end the others.

    Returns:
        What each gave, and the names of those that ended with trouble.
    """
    under_way, done, failed = dict(pieces), dict[str, T](), list[str]()
    while under_way:
        for name, piece in list(under_way.items()):
            try:
                next(piece)
                continue
            except StopIteration as end:
                done[name] = end.value
            except troubles:
                failed.append(name)
            del under_way[name]
    return done, failed
