"""Inclusion and consistency proofs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.log.tree.hashing import EMPTY_ROOT
from events.log.tree.proofs import consistency, inclusion, verify_consistency, verify_inclusion
from tests.log.lanes import Tree
from tests.log.rfc6962 import LEAVES, NODES, ROOTS

KNOWN = Tree(LEAVES)
TREE = Tree([b"%d" % n for n in range(130)])
SIZES = st.integers(1, 130)


def test_the_reference_inclusion_proofs_are_made_and_accepted() -> None:
    known = {
        (0, 8): (NODES[0][1], NODES[1][1], NODES[2][1]),
        (5, 8): (NODES[0][4], NODES[1][3], NODES[2][0]),
        (2, 3): (NODES[1][0],),
        (1, 5): (NODES[0][0], NODES[1][1], NODES[0][4]),
        (0, 1): (),
    }

    for (index, size), proof in known.items():
        assert inclusion(index, size, KNOWN.node) == proof
        assert verify_inclusion(KNOWN.leaves[index], index, size, proof, ROOTS[size])


def test_the_reference_consistency_proofs_are_made_and_accepted() -> None:
    known = {
        (1, 1): (),
        (1, 8): (NODES[0][1], NODES[1][1], NODES[2][1]),
        (6, 8): (NODES[1][2], NODES[1][3], NODES[2][0]),
        (2, 5): (NODES[1][1], NODES[0][4]),
        (6, 7): (NODES[1][2], NODES[0][6], NODES[2][0]),
    }

    for (first, second), proof in known.items():
        assert consistency(first, second, KNOWN.node) == proof
        assert verify_consistency(first, second, proof, ROOTS[first], ROOTS[second])


def test_every_leaf_of_every_size_is_proved() -> None:
    for size in range(1, 66):
        for index in range(size):
            proof = inclusion(index, size, TREE.node)

            assert verify_inclusion(TREE.leaves[index], index, size, proof, TREE.root(0, size))


def test_every_size_is_proved_to_extend_every_smaller_one() -> None:
    for second in range(1, 66):
        for first in range(1, second + 1):
            proof = consistency(first, second, TREE.node)
            roots = TREE.root(0, first), TREE.root(0, second)

            assert verify_consistency(first, second, proof, *roots)


@given(st.data())
def test_a_proof_proves_one_leaf_at_one_place_under_one_root(data: st.DataObject) -> None:
    size = data.draw(SIZES)
    index = data.draw(st.integers(0, size - 1))
    proof, root = inclusion(index, size, TREE.node), TREE.root(0, size)
    other = data.draw(st.integers(0, 129).filter(lambda i: i != index))

    assert not verify_inclusion(TREE.leaves[other], index, size, proof, root)
    assert not verify_inclusion(TREE.leaves[index], other, size, proof, root)
    assert not verify_inclusion(TREE.leaves[index], index, size, proof, TREE.leaves[other])
    assert not verify_inclusion(TREE.leaves[index], index, size, (*proof, root), root)
    assert not verify_inclusion(TREE.leaves[index], index, size, proof[:-1], root) or size == 1


@given(st.data())
def test_a_damaged_consistency_proof_proves_nothing(data: st.DataObject) -> None:
    second = data.draw(st.integers(2, 130))
    first = data.draw(st.integers(1, second - 1))
    roots = TREE.root(0, first), TREE.root(0, second)
    proof = consistency(first, second, TREE.node)
    place = data.draw(st.integers(0, len(proof) - 1))
    damaged = (*proof[:place], TREE.leaves[-1], *proof[place + 1 :])

    assert not verify_consistency(first, second, damaged, *roots)
    assert not verify_consistency(first, second, proof[:-1], *roots)
    assert not verify_consistency(first, second, (*proof, roots[1]), *roots)
    assert not verify_consistency(first, second, proof, roots[1], roots[0])


def test_an_index_outside_the_tree_is_not_proved() -> None:
    root = TREE.leaves[0]

    assert not verify_inclusion(root, 1, 1, (), root)
    assert not verify_inclusion(root, -1, 1, (), root)
    assert not verify_inclusion(root, 0, 0, (), EMPTY_ROOT)


def test_hashes_of_another_length_prove_nothing_although_equal() -> None:
    assert not verify_inclusion(b"", 0, 1, (), b"")
    assert not verify_inclusion(b"x" * 33, 0, 1, (), b"x" * 33)
    assert not verify_consistency(1, 1, (), b"x", b"x")
    left, right = TREE.leaves[:2]
    moved = left + right[:1], right[1:]  # The same 64 bytes under the node prefix.
    assert not verify_inclusion(moved[0], 0, 2, moved[1:], TREE.root(0, 2))


def test_a_proof_is_as_long_as_the_size_asks_although_the_hashes_fit() -> None:
    first, second = TREE.leaves[:2]
    pair = TREE.root(0, 2)

    assert verify_inclusion(first, 0, 2, (second,), pair)
    assert not verify_inclusion(first, 0, 4, (second,), pair)
    assert not verify_inclusion(first, 0, 1, (second,), pair)
    assert not verify_consistency(2, 8, (TREE.node(1, 1),), pair, TREE.root(0, 4))
    assert not verify_consistency(1, 1, (second,), first, pair)


def test_a_consistency_proof_speaks_of_one_first_root() -> None:
    proof = consistency(3, 4, TREE.node)

    assert not verify_consistency(3, 4, proof, TREE.leaves[0], TREE.root(0, 4))


def test_equal_sizes_need_equal_roots_and_no_proof() -> None:
    root, other = TREE.root(0, 3), TREE.root(0, 4)

    assert verify_consistency(3, 3, (), root, root)
    assert not verify_consistency(3, 3, (), root, other)
    assert not verify_consistency(3, 3, (root,), root, root)


def test_an_empty_first_tree_proves_nothing() -> None:
    assert not verify_consistency(0, 3, (), EMPTY_ROOT, TREE.root(0, 3))
    assert not verify_consistency(4, 3, (), TREE.root(0, 4), TREE.root(0, 3))
    assert not verify_consistency(3, 4, (), TREE.root(0, 3), TREE.root(0, 4))


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_no_proof_is_made_of_a_leaf_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="has no leaf"):
        inclusion(index, size, TREE.node)


@pytest.mark.parametrize(("first", "second"), [(0, 3), (4, 3)])
def test_no_proof_is_made_that_a_tree_extends_a_larger_one(first: int, second: int) -> None:
    with pytest.raises(ValueError, match="no tree"):
        consistency(first, second, TREE.node)
