"""The right edge of a growing Merkle tree: all that is needed to append and to know the root."""

from collections.abc import Iterable
from functools import reduce
from hashlib import sha256

from events.log.tree.hashing import EMPTY_ROOT, HASH_BYTES, NODE_PREFIX, node


class Edge:
    """The complete subtrees of a tree of `size` leaves, one hash for each set bit of size.

    `peaks` holds their roots from left to right, largest first, 32 bytes each.
    """

    __slots__ = ("peaks", "size")

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)
        if size < 0 or len(self.peaks) != size.bit_count():
            raise ValueError(f"an edge of size {size} cannot have {len(self.peaks)} peaks")
        for peak in self.peaks:
            _check_hash(peak)

    def append(self, leaf_hash: bytes) -> None:
        """Add one leaf by its hash.

        Raises:
            ValueError: the hash is not 32 bytes.
        """
        self.push(0, leaf_hash)

    def extend(self, leaf_hashes: Iterable[bytes]) -> bytes:
        """Add leaves and return the inner nodes that they completed, 32 bytes each, joined.

        Leaf number e (from 1) completes the levels 1 .. trailing zeros of e, in this order, which
        is the order that `events.log.tree.nodes.locate` counts. Nothing changes on an error.

        Raises:
            ValueError: a hash is not 32 bytes.
        """
        peaks, size, completed = self.peaks.copy(), self.size, list[bytes]()
        for leaf_hash in leaf_hashes:
            _check_hash(leaf_hash)
            top, odd = leaf_hash, size
            while odd & 1:  # `node`, written out: a call costs a third of this loop.
                top = sha256(NODE_PREFIX + peaks.pop() + top).digest()
                completed.append(top)
                odd >>= 1
            peaks.append(top)
            size += 1
        self.peaks, self.size = peaks, size
        return b"".join(completed)

    def push(self, level: int, subtree: bytes) -> None:
        """Add a complete subtree of 2**level leaves by its root.

        Raises:
            ValueError: the root is not 32 bytes, or such a subtree cannot begin at this size.
        """
        _check_hash(subtree)
        if self.size % (1 << level):
            raise ValueError(f"no subtree of level {level} begins at leaf {self.size}")
        odd = self.size >> level
        while odd & 1:
            subtree = node(self.peaks.pop(), subtree)
            odd >>= 1
        self.peaks.append(subtree)
        self.size += 1 << level

    def root(self) -> bytes:
        """Return the root of the whole tree (RFC 6962, 2.1): 32 bytes."""
        if not self.peaks:
            return EMPTY_ROOT
        return reduce(lambda right, left: node(left, right), reversed(self.peaks))

    def copy(self) -> "Edge":
        """Return an edge that may grow without changing this one."""
        return Edge(self.size, self.peaks)

    def to_bytes(self) -> bytes:
        """Return the peaks joined; the size is stored beside them."""
        return b"".join(self.peaks)

    @classmethod
    def from_bytes(cls, size: int, data: bytes) -> "Edge":
        """Read back what `to_bytes` gave for a tree of this size.

        Raises:
            ValueError: the data does not fit the size.
        """
        return cls(size, (data[i : i + HASH_BYTES] for i in range(0, len(data), HASH_BYTES)))

    def __repr__(self) -> str:
        return f"Edge(size={self.size}, root={self.root().hex()})"


def _check_hash(value: bytes) -> None:
    """Refuse what is not a SHA-256 hash: odd lengths let two inputs give one hash."""
    if len(value) != HASH_BYTES:
        raise ValueError(f"a hash has {HASH_BYTES} bytes, not {len(value)}")
