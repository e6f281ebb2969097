"""The inbox: whatever transport does to records, each is taken and answered exactly once."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from events.log.reading.arrivals import Record
from events.log.reading.batch import encode_batch, split_batch
from events.log.tree.checkpoint import open_checkpoint
from tests.log import lanes
from tests.log.faults import FAULTS, Fault
from tests.log.realm import AUDIT, SmallRealm, signer
from tests.log.told import READER, WRITER, told


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = told(tmp_path / "realm")
    yield realm
    realm.close()


@pytest.fixture
def undisturbed(tmp_path: Path) -> Iterator[Sequence[bytes]]:
    """What the reader answers if nothing goes wrong."""
    realm = told(tmp_path / "undisturbed")
    realm.carry(WRITER, READER)
    yield realm.evidence(READER).raws
    realm.close()


def faulty(fault: Fault, first: Record, second: Record, place: int) -> list[Record]:
    """Do to two records in transport what can be done to two on paper."""
    notes, papers = dict[int, bytes](), list[lanes.Record]()
    for record in (first, second):
        checkpoint = open_checkpoint(record.note, signer(WRITER).vkey)
        notes[checkpoint.size] = record.note
        papers.append(lanes.Record(split_batch(record.value), checkpoint))
    return [
        Record(notes[paper.checkpoint.size], encode_batch(paper.items))
        for paper in fault(papers[0], papers[1], place)
    ]


def as_told(realm: SmallRealm) -> Sequence[bytes]:
    evidence = realm.evidence(READER)
    evidence.verify(signer(READER).vkey)
    return evidence.raws


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize("place", range(3))
def test_a_faulty_copy_harms_nothing_and_the_right_records_repair(
    realm: SmallRealm, undisturbed: Sequence[bytes], fault: Fault, at: int, place: int
) -> None:
    records = realm.records(WRITER, READER)
    copies = faulty(fault, records[at], records[at + 1], place)

    realm.carry(WRITER, READER, [*records[:at], *copies])

    answered = as_told(realm)
    assert answered == undisturbed[: len(answered)]
    realm.carry(WRITER, READER, records)
    assert as_told(realm) == undisturbed


ORDERS: dict[str, Callable[[list[Record]], list[Record]]] = {
    "each twice": lambda records: [one for record in records for one in (record, record)],
    "all twice": lambda records: records * 2,
    "backwards": lambda records: records[::-1],
    "the first one last": lambda records: [*records[1:], records[0]],
    "one missing": lambda records: [*records[:1], *records[2:]],
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS.keys())
def test_records_in_any_order_are_answered_once_when_all_have_come(
    realm: SmallRealm,
    undisturbed: Sequence[bytes],
    order: Callable[[list[Record]], list[Record]],
) -> None:
    records = realm.records(WRITER, READER)

    realm.carry(WRITER, READER, order(records))
    for record in records:  # The refill comes in pieces, each a call of its own.
        realm.carry(WRITER, READER, [record])

    assert as_told(realm) == undisturbed
    assert realm.instances[READER].held(WRITER) == len(realm.evidence(WRITER).raws)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_repeated_record_is_known_and_alarms_nobody(realm: SmallRealm, *, at_once: bool) -> None:
    records = realm.records(WRITER, READER)

    calls = [records * 2] if at_once else [records, records]
    reports = [realm.carry(WRITER, READER, call) for call in calls]

    counts = sum((report.counts for report in reports), Counter[str]())
    assert counts == {"taken": 4, "known": 4}
    assert [report.alarms for report in reports] == [[]] * len(calls)


def test_a_gap_is_skipped_aloud(realm: SmallRealm) -> None:
    first, _, *later = realm.records(WRITER, READER)

    report = realm.carry(WRITER, READER, [first, *later])

    assert report.counts == {"taken": 1, "gap": 2}
    assert "waiting for the refill" in report.alarms[0]
    assert realm.instances[READER].held(WRITER) == 3


def test_an_event_moved_to_another_stream_is_refused_by_the_root(realm: SmallRealm) -> None:
    first = realm.records(WRITER, READER)[0]
    moved = Record(first.note, first.value.replace(b'"id":"talk-one:2"', b'"id":"talk-six:2"'))
    assert moved != first

    report = realm.carry(WRITER, READER, [moved])

    assert report.counts == {"forged": 1}
    assert "the root over the record is not the root" in report.alarms[0]


def test_the_authority_is_not_content_with_runs_of_omitted_events(realm: SmallRealm) -> None:
    report = realm.carry(WRITER, AUDIT, realm.records(WRITER, READER))

    assert report.counts["forged"] == 1
    assert "whole lane was sent a run" in report.alarms[0]
    assert realm.carry(WRITER, AUDIT).counts == {"taken": 5}
