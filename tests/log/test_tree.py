"""The tree against the known answers of the certificate transparency reference."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.log.tree.aligned import aligned
from events.log.tree.edge import Edge
from events.log.tree.hashing import EMPTY_ROOT, leaf, node
from events.log.tree.nodes import completed_by, completing_size, locate
from tests.log.lanes import Tree
from tests.log.rfc6962 import LEAVES, NODES, ROOTS


def test_a_leaf_hash_is_that_of_the_reference() -> None:
    assert [leaf(event) for event in LEAVES] == NODES[0]


def test_an_inner_node_is_that_of_the_reference() -> None:
    for below, level in pairwise(NODES):
        pairs = zip(below[::2], below[1::2], strict=True)

        assert [node(left, right) for left, right in pairs] == level


def test_a_root_of_each_size_is_that_of_the_reference() -> None:
    edge = Edge()
    roots = [edge.root()]

    for event in LEAVES:
        edge.append(leaf(event))
        roots.append(edge.root())

    assert roots == ROOTS
    assert roots[0] == EMPTY_ROOT


def test_an_event_that_looks_like_a_node_has_another_hash() -> None:
    left, right = leaf(b"a"), leaf(b"b")

    assert leaf(left + right) != node(left, right)


@pytest.mark.parametrize(
    ("start", "count", "levels"),
    [
        (0, 0, []),
        (0, 1, [0]),
        (0, 8, [3]),
        (0, 7, [2, 1, 0]),
        (1, 6, [0, 1, 1, 0]),
        (8, 24, [3, 4]),
        (6, 11, [1, 3, 0]),
    ],
)
def test_a_range_divides_greedily(start: int, count: int, levels: list[int]) -> None:
    assert [level for _, level in aligned(start, count)] == levels


@given(st.integers(0, 2**53), st.integers(0, 2**53))
def test_a_range_divides_into_the_fewest_complete_subtrees(start: int, count: int) -> None:
    place, previous = start, -1
    for subtree, level in aligned(start, count):
        assert subtree == place
        assert subtree % (1 << level) == 0
        joins = previous == level and (place >> level) & 1
        assert not joins, "two neighbours of one level would be one subtree"
        place, previous = place + (1 << level), level

    assert place == start + count


def test_a_range_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match=r"cannot be \(-1, 2\)"):
        list(aligned(-1, 2))


def test_an_inner_node_is_found_where_its_commit_stored_it() -> None:
    events = [b"%d" % n for n in range(200)]
    tree, stored, edge = Tree(events), b"", Edge()
    for begin in range(0, 200, 7):
        stored += edge.extend(map(leaf, events[begin : begin + 7]))
        assert len(stored) == 32 * completed_by(edge.size)

    inner = [(level, i) for level in range(1, 8) for i in range(200 >> level)]

    for level, index in inner:
        ordinal = locate(level, index)
        assert stored[32 * ordinal : 32 * ordinal + 32] == tree.node(level, index)
    assert sorted(locate(*where) for where in inner) == list(range(completed_by(200)))


@given(st.integers(1, 50), st.integers(0, 2**40))
def test_a_node_stands_in_the_commit_that_holds_its_last_leaf(level: int, index: int) -> None:
    size = completing_size(level, index)

    assert completed_by(size - 1) <= locate(level, index) < completed_by(size)


@pytest.mark.parametrize(("level", "index"), [(0, 0), (-1, 0), (1, -1)])
def test_a_leaf_is_no_inner_node(level: int, index: int) -> None:
    with pytest.raises(ValueError, match="no inner node"):
        locate(level, index)
