"""A reader proves its own events with what its record shows, and nothing else (RFC 6962)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.log.reading.batch import Omitted
from events.log.reading.record_nodes import RecordNodes
from events.log.tree.edge import Edge
from events.log.tree.hashing import leaf
from events.log.tree.proofs import inclusion, verify_inclusion
from tests.log.lanes import Lane, Reader

commits = st.lists(st.lists(st.booleans(), min_size=1, max_size=9), min_size=1, max_size=12)


@settings(max_examples=200)
@given(commits)
def test_each_of_a_readers_events_is_proved_from_the_record_that_brought_it(
    commits: list[list[bool]],
) -> None:
    lane, reader, proved = Lane(commits), Reader(), 0

    for record in lane.records:
        nodes = RecordNodes(reader.edge, record.items)
        reader.hear(record)
        size, root = record.checkpoint.size, record.checkpoint.root
        assert nodes.size == size
        for seq, raw in reader.events[proved:]:
            proof = inclusion(seq - 1, size, nodes)
            assert verify_inclusion(leaf(raw), seq - 1, size, proof, root)
            assert proof == inclusion(seq - 1, size, lane.tree.node)
        proved = len(reader.events)

    assert proved == sum(map(sum, commits))


def test_an_event_that_the_record_omits_cannot_be_proved_from_it() -> None:
    lane = Lane([[False, False, True]])
    (record,) = lane.records
    assert isinstance(record.items[0], Omitted)

    nodes = RecordNodes(Edge(), record.items)

    assert nodes(1, 0) == lane.tree.node(1, 0)
    with pytest.raises(LookupError, match="does not show leaf 1"):
        inclusion(0, 3, nodes)
