"""Inclusion and consistency proofs of RFC 6962 and RFC 9162, made and checked.

A check answers False to whatever does not prove, whatever its shape; it never raises.
"""

from collections.abc import Sequence
from functools import reduce

from events.log.tree.aligned import aligned
from events.log.tree.hashing import EMPTY_ROOT, HASH_BYTES, node
from events.log.tree.nodes import NodeSource


def inclusion(index: int, size: int, nodes: NodeSource) -> tuple[bytes, ...]:
    """Return the path from leaf `index` (from 0) to the root of `size` leaves, leaf first.

    Raises:
        ValueError: there is no such leaf in a tree of this size.
    """
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    path, start, end = list[bytes](), 0, size
    while end - start > 1:
        split = _split(start, end)
        if index < split:
            path.append(_range_root(split, end, nodes))
            end = split
        else:
            path.append(_range_root(start, split, nodes))
            start = split
    return tuple(reversed(path))


def consistency(first: int, second: int, nodes: NodeSource) -> tuple[bytes, ...]:
    """Return the proof that the tree of `second` leaves extends the tree of `first` leaves.

    Raises:
        ValueError: not 0 < first <= second.
    """
    if not 0 < first <= second:
        raise ValueError(f"no tree of {second} leaves extends one of {first}")
    path, start, end = list[bytes](), 0, second
    while first != end:
        split = _split(start, end)
        if first <= split:
            path.append(_range_root(split, end, nodes))
            end = split
        else:
            path.append(_range_root(start, split, nodes))
            start = split
    if start:  # Else the subtree is the first tree itself, whose root the verifier has.
        path.append(_range_root(start, end, nodes))
    return tuple(reversed(path))


def verify_inclusion(
    leaf_hash: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Check that the leaf stands at `index` in the tree of this size and root (RFC 9162, 2.1.3.2).

    The proof is exactly as long as it must be, and every hash has 32 bytes.
    """
    if not 0 <= index < size or not _all_hashes([leaf_hash, root, *proof]):
        return False
    sides = _left_sides(index, size - 1, len(proof))
    if sides is None:
        return False
    top = leaf_hash
    for is_left, sibling in zip(sides, proof, strict=True):
        top = node(sibling, top) if is_left else node(top, sibling)
    return top == root


def verify_consistency(
    first: int, second: int, proof: Sequence[bytes], first_root: bytes, second_root: bytes
) -> bool:
    """Check that one tree extends the other (RFC 9162, 2.1.4.2).

    A first tree of size 0 proves nothing and is refused; equal sizes need equal roots, no proof.
    """
    if not 0 < first <= second or not _all_hashes([first_root, second_root, *proof]):
        return False
    if first == second:
        return not proof and first_root == second_root
    # A first tree that is one complete subtree stands itself at the head of the path.
    path = list(proof) if first & (first - 1) else [first_root, *proof]
    skipped = (first & -first).bit_length() - 1
    sides = _left_sides((first - 1) >> skipped, (second - 1) >> skipped, len(path) - 1)
    if sides is None:
        return False
    old = new = path[0]
    for is_left, sibling in zip(sides, path[1:], strict=True):
        old = node(sibling, old) if is_left else old
        new = node(sibling, new) if is_left else node(new, sibling)
    return old == first_root and new == second_root


def _left_sides(place: int, last: int, length: int) -> list[bool] | None:
    """Say for each hash of a path whether it stands left; None if its length is not the one.

    `place` climbs from a node to the root beside `last`, the rightmost node of the same level.
    """
    sides = list[bool]()
    while last and len(sides) < length:
        is_left = bool(place & 1) or place == last
        if is_left:  # No sibling stands right of the edge: climb to where one stands left.
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        sides.append(is_left)
        place, last = place >> 1, last >> 1
    return sides if last == 0 and len(sides) == length else None


def _split(start: int, end: int) -> int:
    """Return where [start, end) divides: after the largest power of two below its length."""
    return start + (1 << (end - start - 1).bit_length() - 1)


def _range_root(start: int, end: int, nodes: NodeSource) -> bytes:
    """Return the root of leaves [start, end), a subtree that may lack its right part."""
    peaks = [nodes(level, place >> level) for place, level in aligned(start, end - start)]
    return reduce(lambda right, left: node(left, right), reversed(peaks)) if peaks else EMPTY_ROOT


def _all_hashes(values: Sequence[bytes]) -> bool:
    return all(len(value) == HASH_BYTES for value in values)
