"""The right edge of a growing tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from tests.log.lanes import Tree

TREE = Tree([b"%d" % n for n in range(300)])


def grown(size: int) -> Edge:
    edge = Edge()
    edge.extend(TREE.leaves[:size])
    return edge


def test_the_root_of_every_size_is_that_of_the_definition() -> None:
    edge = Edge()

    for size, leaf_hash in enumerate(TREE.leaves, 1):
        edge.append(leaf_hash)

        assert edge.root() == TREE.root(0, size)


@given(st.lists(st.integers(0, 40), max_size=8))
def test_leaves_added_together_give_the_edge_of_leaves_added_singly(parts: list[int]) -> None:
    together, size = Edge(), 0
    for part in parts:
        together.extend(TREE.leaves[size : size + part])
        size += part
        size = min(size, len(TREE.leaves))

    assert together.size == size
    assert together.peaks == grown(size).peaks


def test_completed_nodes_come_level_by_level_for_each_leaf() -> None:
    completed = Edge().extend(TREE.leaves[:4])

    first, second, top = TREE.node(1, 0), TREE.node(1, 1), TREE.node(2, 0)
    assert completed == first + second + top


def test_a_subtree_stands_for_its_leaves() -> None:
    edge = grown(4)

    edge.push(2, TREE.node(2, 1))

    assert edge.root() == TREE.root(0, 8)
    assert edge.size == 8


def test_a_subtree_begins_only_at_a_multiple_of_its_size() -> None:
    edge = grown(5)

    with pytest.raises(ValueError, match="no subtree of level 1 begins at leaf 5"):
        edge.push(1, TREE.node(1, 3))
    assert edge.size == 5


@pytest.mark.parametrize("wrong", [b"", b"x" * 31, b"x" * 33])
def test_only_hashes_of_32_bytes_are_added(wrong: bytes) -> None:
    edge = grown(3)

    with pytest.raises(ValueError, match="32 bytes"):
        edge.append(wrong)
    with pytest.raises(ValueError, match="32 bytes"):
        edge.extend([leaf(b"good"), wrong])
    assert edge.peaks == grown(3).peaks


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257])
def test_an_edge_is_read_back_from_its_bytes(size: int) -> None:
    edge = grown(size)

    back = Edge.from_bytes(size, edge.to_bytes())

    assert (back.size, back.root()) == (size, edge.root())


@pytest.mark.parametrize(("size", "length"), [(1, 0), (0, 32), (3, 32), (1, 31), (1, 33), (-1, 32)])
def test_bytes_that_do_not_fit_the_size_are_no_edge(size: int, length: int) -> None:
    with pytest.raises(ValueError, match=r"cannot have|32 bytes"):
        Edge.from_bytes(size, b"x" * length)


def test_a_copy_grows_alone() -> None:
    edge = grown(3)

    edge.copy().append(leaf(b"more"))

    assert (edge.size, edge.root()) == (3, TREE.root(0, 3))
