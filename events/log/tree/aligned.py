"""How a range of leaves divides into complete subtrees."""

from collections.abc import Iterator


def aligned(start: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield (first leaf, level) of the maximal complete subtrees of [start, start + count).

    A subtree of level k holds 2**k leaves and begins at a multiple of 2**k. They come from left
    to right, each the largest that its place and the rest allow (PROTOCOL.md, "Omitted runs").

    Raises:
        ValueError: start or count is negative.
    """
    if start < 0 or count < 0:
        raise ValueError(f"a range of leaves cannot be ({start}, {count})")
    end = start + count
    while start < end:
        level = (end - start).bit_length() - 1
        if start:  # At place 0 every power of two divides.
            level = min(level, (start & -start).bit_length() - 1)
        yield start, level
        start += 1 << level
