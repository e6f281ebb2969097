"""What a reader decides on a record that is good, or is not."""

import pytest

from events.log.reading.batch import Omitted
from events.log.reading.take import CutDiffers, Gap, Known, Reason, Refused, Taken, TwoRoots
from events.log.tree.checkpoint import Checkpoint
from events.log.tree.edge import Edge
from events.log.tree.hashing import EMPTY_ROOT
from tests.log.lanes import ORIGIN, Lane, Reader, Record

# Commits of sizes 3, 4, 6 and 9; the reader is in the first, the third and the last.
LANE = Lane([[True, False, True], [False], [False, True], [True, False, False]])
FIRST, SECOND, THIRD = LANE.records


def held(count: int = 3) -> Reader:
    return Reader().hear_all(LANE.records[:count])


def refusal(record: Record, reader: Reader | None = None) -> Reason:
    outcome = (reader or held(1)).hear(record)
    assert isinstance(outcome, Refused), outcome
    return outcome.reason


def test_a_record_that_follows_gives_its_events_by_seq() -> None:
    outcome = held(1).hear(SECOND)

    assert isinstance(outcome, Taken)
    assert outcome.start == 3
    assert outcome.events == ((6, LANE.events[5]),)
    assert outcome.new_edge.size == 6
    assert outcome.new_edge.root() == LANE.tree.root(0, 6)


def test_a_record_heard_again_is_known() -> None:
    reader = held()

    assert [reader.hear(record) for record in LANE.records] == [
        Known(size=3),
        Known(size=6),
        Known(size=9),
    ]


def test_the_root_of_the_held_edge_is_known_although_not_stored() -> None:
    reader = held(1)
    reader.roots.clear()

    assert reader.hear(FIRST) == Known(size=3)


def test_a_record_behind_a_gap_is_skipped() -> None:
    assert held(1).hear(THIRD) == Gap(start=6, mine=3)


def test_a_record_that_begins_inside_what_is_held_was_cut_otherwise() -> None:
    overlapping = Lane([[True, False, True, False, False, True]]).records[0]

    assert held(1).hear(overlapping) == CutDiffers(size=6, mine=3)


def test_a_size_that_was_never_held_was_cut_otherwise() -> None:
    between = Record([LANE.events[3]], LANE.checkpoint(4))

    assert held(2).hear(between) == CutDiffers(size=4, mine=6)


@pytest.mark.parametrize("size", [3, 6, 9])
def test_two_roots_for_one_size_convict_whatever_the_batch_holds(size: int) -> None:
    fork = Checkpoint(origin=ORIGIN, size=size, root=b"x" * 32)

    outcome = held().hear(Record([b"{}"] * 50, fork))

    assert outcome == TwoRoots(size=size, mine=LANE.tree.root(0, size), other=b"x" * 32)


def test_a_fork_is_found_by_the_reader_that_saw_the_other_branch() -> None:
    fork = Lane([[True, False, True], [False], [False, True]], salt="0").records

    reader = Reader().hear_all(fork)

    assert isinstance(reader.hear(FIRST), TwoRoots)
    assert isinstance(reader.hear(SECOND), TwoRoots)


def test_nothing_is_known_of_an_empty_lane_but_its_root() -> None:
    empty = Checkpoint(origin=ORIGIN, size=0, root=EMPTY_ROOT)

    assert held().hear(Record([], empty)) == Known(size=0)
    assert isinstance(held().hear(Record([], Checkpoint(origin="", size=0, root=b""))), TwoRoots)


def test_a_record_cannot_count_more_than_its_checkpoint() -> None:
    too_many = Record([Omitted(7, (b"x" * 32,)), LANE.events[5]], SECOND.checkpoint)

    assert refusal(too_many) is Reason.COUNT


def test_a_record_brings_at_least_one_event() -> None:
    run = Omitted(3, (LANE.tree.leaves[3], LANE.tree.node(1, 2)))

    assert refusal(Record([run], SECOND.checkpoint)) is Reason.COUNT
    assert refusal(Record([], SECOND.checkpoint)) is Reason.COUNT


def test_a_run_has_the_subtrees_of_its_place() -> None:
    leaves = LANE.tree.leaves
    one_by_one = Omitted(3, (leaves[0], leaves[1], leaves[2]))
    lane = Lane([[False, False, False, True]])
    (right,) = lane.records

    assert refusal(Record([one_by_one, LANE.events[3]], right.checkpoint), Reader()) is Reason.RUN


def test_two_runs_never_touch() -> None:
    halves = [Omitted(1, (LANE.tree.leaves[3],)), Omitted(1, (LANE.tree.leaves[4],))]

    assert refusal(Record([*halves, LANE.events[5]], SECOND.checkpoint)) is Reason.RUN


def test_a_run_counts_something() -> None:
    assert refusal(Record([*SECOND.items, Omitted(0, ())], SECOND.checkpoint)) is Reason.RUN


def test_a_changed_event_gives_another_root() -> None:
    changed = Record([*SECOND.items[:-1], b'{"n":"x"}'], SECOND.checkpoint)

    assert refusal(changed) is Reason.ROOT


def test_the_authority_takes_no_runs() -> None:
    assert refusal(FIRST, Reader(whole=True)) is Reason.WITHHELD


def test_the_authority_takes_every_event() -> None:
    whole = Lane([[True, True, True], [True]])

    reader = Reader(whole=True).hear_all(whole.records)

    assert reader.events == whole.own
    assert reader.edge.root() == whole.tree.root(0, 4)


def test_a_reader_goes_on_from_its_stored_edge() -> None:
    reader, before = Reader(), held(2)
    reader.edge = Edge.from_bytes(before.edge.size, before.edge.to_bytes())

    assert isinstance(reader.hear(THIRD), Taken)
