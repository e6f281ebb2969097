"""Views against full recomputation: any lane, any commits, any audience."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.log.reading.batch import Item, Omitted, encode_batch, split_batch
from events.log.reading.take import Taken
from events.log.reading.views import cut
from tests.log.faults import FAULTS, Fault
from tests.log.lanes import Lane, Reader, Record

commits = st.lists(st.lists(st.booleans(), min_size=1, max_size=9), min_size=1, max_size=12)
lanes = commits.map(Lane)


def omitted(items: list[Item]) -> list[int]:
    return [item.omitted if isinstance(item, Omitted) else 0 for item in items]


def follows(lane: Lane) -> None:
    """Hear the whole view and compare each root with full recomputation."""
    reader = Reader()
    for record in lane.records:
        wired = split_batch(encode_batch(record.items))
        assert wired == record.items
        assert isinstance(reader.hear(Record(wired, record.checkpoint)), Taken)
        assert reader.edge.root() == lane.tree.root(0, reader.edge.size)
    assert reader.events == lane.own


@given(lanes)
def test_every_reader_gets_its_events_and_the_root_of_all(lane: Lane) -> None:
    follows(lane)


@pytest.mark.parametrize("share", [1, 0.5, 0.1, 0.01])
@pytest.mark.parametrize("seed", range(5))
def test_a_reader_of_a_long_lane_gets_its_events_and_the_root_of_all(
    seed: int, share: float
) -> None:
    random = Random(f"{seed} {share}")  # noqa: S311 -- seeded, for a repeatable lane
    sizes = [random.choice([1, 2, 3, 64, 300]) for _ in range(20)]

    follows(Lane([[random.random() < share for _ in range(size)] for size in sizes]))


@given(lanes)
def test_a_record_ends_at_its_commit_and_begins_where_the_one_before_ended(lane: Lane) -> None:
    sizes = [record.checkpoint.size for record in lane.records]

    own_sizes = [size for before, size in pairwise(lane.sizes) if any(lane.audience[before:size])]
    assert sizes == own_sizes
    for (before, size), record in zip(pairwise([0, *sizes]), lane.records, strict=True):
        own = sum(isinstance(item, bytes) for item in record.items)
        assert size - before == own + sum(omitted(record.items))


@given(lanes)
def test_two_runs_never_touch_and_no_record_is_without_an_event(lane: Lane) -> None:
    for record in lane.records:
        runs = [isinstance(item, Omitted) for item in record.items]

        assert not all(runs)
        assert not any(left and right for left, right in pairwise(runs))


def test_what_lies_before_the_commit_joins_the_run_at_its_beginning() -> None:
    lane = Lane([[True], [False, False], [False, True, False]])

    assert omitted(lane.records[1].items) == [3, 0, 1]


def test_a_commit_without_an_event_for_the_reader_is_no_record() -> None:
    lane = Lane([[False, False]])

    assert cut(0, 0, lane.events, [False, False], lane.tree.node) == []


def test_a_reader_of_everything_gets_no_runs() -> None:
    lane = Lane([[True] * 5, [True] * 3])

    assert [record.items for record in lane.records] == [lane.events[:5], lane.events[5:]]


def test_a_record_cannot_begin_inside_its_commit() -> None:
    lane = Lane([[True, True]])

    with pytest.raises(ValueError, match="no record from 1"):
        cut(1, 0, lane.events, [True, True], lane.tree.node)
    with pytest.raises(ValueError, match="no record from 0"):
        cut(0, 0, lane.events, [True], lane.tree.node)


@pytest.mark.parametrize("fault", FAULTS)
@settings(max_examples=60)
@given(data=st.data())
def test_a_faulty_copy_is_refused_or_harmless(fault: Fault, data: st.DataObject) -> None:
    lane = data.draw(lanes.filter(lambda lane: len(lane.records) > 1))
    at = data.draw(st.integers(0, len(lane.records) - 2))
    place = data.draw(st.integers(0, 50))
    copies = fault(lane.records[at], lane.records[at + 1], place)
    reader = Reader().hear_all(lane.records[:at])

    reader.hear_all(copies)

    true = [event for event in lane.own if event[0] <= reader.edge.size]
    assert reader.events == true
    assert reader.edge.root() == lane.tree.root(0, reader.edge.size)
    # The right records, sent again, repair whatever was lost on the way.
    reader.hear_all(lane.records)
    assert reader.events == lane.own
