"""A lane file is checked with its key alone: each event as far as no register is needed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from events.log.reading.arrivals import Record
from events.log.reading.batch import Omitted, encode_batch
from events.log.reading.lane_check import LaneChecked, LaneRefused, check_lane_file, check_lines
from events.log.reading.lane_file import LINE_BYTES_MAX, format_line
from events.log.reading.take import Reason
from events.log.tree.hashing import leaf
from tests.log.foreign_lane import ForeignLane
from tests.log.realm import signer

LANE = "provider.foreign"
LATER = "provider.step_taken_back.v1"


@pytest.fixture
def lane() -> ForeignLane:
    return ForeignLane(LANE)


def check(*records: Record) -> LaneChecked:
    return check_lines([format_line(*record) for record in records], signer(LANE).vkey)


def shown(record: Record, *items: bytes | Omitted) -> Record:
    """Give the record as another reader gets it."""
    return Record(record.note, encode_batch(items))


def omitted(raw: bytes) -> Omitted:
    return Omitted(1, (leaf(raw),))


def test_a_lane_of_good_events_holds(lane: ForeignLane) -> None:
    lane.commit(lane.event(), lane.event(to="agency-a agency-b"))
    lane.commit(lane.event(type=LATER))

    checked = check(*lane.records)

    assert (checked.size, checked.records) == (3, 2)
    assert checked.types == {"provider.step_started.v1": 2, LATER: 1}


BAD: dict[str, Callable[[ForeignLane], bytes]] = {
    "source": lambda lane: lane.event(source="kz/provider.a"),
    "service": lambda lane: lane.event(
        type="intake.day_closed.v1", data={"on": "2024-04-29", "date": "2024-04-29"}
    ),
    "intake.step_taken_back": lambda lane: lane.event(type="intake.step_taken_back.v1"),
    "id is not": lambda lane: lane.event(id="talk-foreign:0"),
    "source is not": lambda lane: lane.event(type=LATER, source="kz/provider.a"),
    "id is not <": lambda lane: lane.event(type=LATER, id="talk-foreign"),
    "missing required field `id`": lambda lane: lane.event(type=LATER, id=1).replace(
        b'"id":1', b'"ID":1'
    ),
    "subject": lambda lane: lane.event(subject="no id"),
    "time": lambda lane: lane.event(time="0000-01-01T00:00:00Z"),
    "actor": lambda lane: lane.event(actor="agency-a/desk"),
    "to is not a sorted audience": lambda lane: lane.event(to="agency-b agency-a"),
    "stands after version 1": lambda lane: lane.event(id="talk-foreign:1"),
    "version 1 of": lambda lane: lane.event(id="talk-foreign:3"),
    "version 0 of": lambda lane: lane.event(id="talk-other:2"),
    "omitted are 0": lambda lane: lane.event(type=LATER, id="talk-foreign:3"),
}


@pytest.mark.parametrize(("why", "make"), BAD.items(), ids=BAD.keys())
def test_a_bad_event_is_named_with_its_line_and_place(
    lane: ForeignLane, why: str, make: Callable[[ForeignLane], bytes]
) -> None:
    lane.commit(lane.event())
    lane.commit(make(lane))

    with pytest.raises(LaneRefused, match=rf"^line 2: event 2: .*{why}"):
        check(*lane.records)


def test_in_a_view_versions_may_miss_as_many_as_events_were_omitted(lane: ForeignLane) -> None:
    first, hidden, third = lane.event(), lane.event(), lane.event()
    record = lane.commit(first, hidden, third)

    checked = check(shown(record, first, omitted(hidden), third))

    assert (checked.size, checked.events) == (3, 2)


def test_in_a_view_versions_may_not_miss_more(lane: ForeignLane) -> None:
    first, hidden, fourth = lane.event(), lane.event(), lane.event(id="talk-foreign:4")
    record = lane.commit(first, hidden, fourth)

    with pytest.raises(LaneRefused, match=r"line 1: event 3: .* miss 2 events, omitted are 1"):
        check(shown(record, first, omitted(hidden), fourth))


def test_in_a_view_versions_rise(lane: ForeignLane) -> None:
    second, hidden, first = lane.event(id="talk-foreign:2"), b"{}", lane.event(id="talk-foreign:1")
    record = lane.commit(hidden, second, first)

    with pytest.raises(LaneRefused, match=r"line 1: event 3: .* after version 2"):
        check(shown(record, omitted(hidden), second, first))


def test_a_record_that_does_not_follow_is_refused_in_words(lane: ForeignLane) -> None:
    first, second, third = (lane.commit(lane.event()) for _ in range(3))

    with pytest.raises(LaneRefused) as gap:
        check(first, third)
    with pytest.raises(LaneRefused) as repeated:
        check(first, second, second)
    with pytest.raises(LaneRefused) as another:
        check(first, Record(second.note, third.value))

    begin = "line {}: the record does not follow: {}"
    assert str(gap.value) == begin.format(2, "a record begins at 2, held up to 1")
    assert str(repeated.value) == begin.format(3, "a record to 2 is held already")
    assert str(another.value) == begin.format(2, Reason.ROOT.value)


def test_two_roots_for_one_size_are_refused_in_words(lane: ForeignLane) -> None:
    other = ForeignLane(LANE)
    record, again = lane.commit(lane.event()), other.commit(other.event("another"))

    with pytest.raises(LaneRefused, match=r"^line 2: .* signed two roots for size 1$"):
        check(record, again)


def test_a_line_that_does_not_end_is_refused_at_its_limit(tmp_path: Path) -> None:
    file = tmp_path / "lane.jsonl"
    file.write_bytes(b"x" * (LINE_BYTES_MAX + 5))

    with pytest.raises(LaneRefused, match="line 1: more than 16777216 bytes"):
        check_lane_file(file, signer(LANE).vkey)
