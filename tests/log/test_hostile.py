"""Bad events under a good root are said once a record, and never a weapon (protocol A14).

Everything here is signed by a registered lane: signature, root and size are right.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from events.log.reading.batch import EVENT_BYTES_MAX
from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import leaf
from tests.log.foreign_lane import ForeignLane
from tests.log.realm import MORNING, SmallRealm, signer
from tests.log.small_service import Say

HOSTILE, READER = "provider.hostile", "provider.b"
Make = Callable[[ForeignLane], bytes]


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, HOSTILE, READER)
    yield realm
    realm.close()


def changed(old: bytes, new: bytes) -> Make:
    def make(lane: ForeignLane) -> bytes:
        good = lane.event()
        assert good.count(old) == 1
        return good.replace(old, new)

    return make


BAD: dict[str, Make] = {
    "not JSON": lambda _: b'{"type":}',
    "two members of one name": changed(b'"to":"*"', b'"to":"*","to":"agency-b"'),
    "an abyss": changed(b'"data":{', b'"data":{"deep":' + b"[" * 100_000 + b"]" * 100_000 + b","),
    "nested 33 deep": changed(b'"data":{', b'"data":{"deep":' + b"[" * 31 + b"]" * 31 + b","),
    "a number with a point": changed(b'"data":{', b'"data":{"n":1.0,'),
    "a space outside strings": changed(b'"to":', b'"to": '),
    "a lone surrogate": changed(b'"said"', b'"\\ud800"'),
    "bytes that are no UTF-8": changed(b'"said"', b'"\xff"'),
    "a member too few": changed(b'"step":"said"', b'"stop":"said"'),
    "another realm": lambda lane: lane.event(source=f"nl/{HOSTILE}"),
    "another lane": lambda lane: lane.event(source="kz/provider.a"),
    "another service's event": lambda lane: lane.event(
        type="intake.day_closed.v1", data={"on": "2024-04-29", "date": "2024-04-29"}
    ),
    "another service's event of a later type": lambda lane: lane.event(
        type="intake.step_taken_back.v1"
    ),
    "a later type of a service that begins alike": lambda lane: lane.event(
        type="providers.step_taken_back.v1"
    ),
    "a reader who may not read it": lambda lane: lane.event(to="agency-hostile"),
    "readers in disorder": lambda lane: lane.event(to="agency-hostile agency-b"),
    "a reader twice": lambda lane: lane.event(to="agency-b agency-b agency-hostile"),
    "no own agency among the readers": lambda lane: lane.event(to="agency-b"),
    "an id without a version": lambda lane: lane.event(id="talk-foreign"),
    "version nought": lambda lane: lane.event(id="talk-foreign:0"),
    "an actor in two parts": lambda lane: lane.event(actor="agency-hostile/desk"),
    "a moment that never was": lambda lane: lane.event("echo", time="2024-02-30T03:00:00Z"),
    "a moment before all calendars": lambda lane: lane.event("echo", time="0000-01-01T00:00:00Z"),
    "a moment on no day in Almaty": lambda lane: lane.event("echo", time="9999-12-31T23:00:00Z"),
    "a moment with a line after it": lambda lane: lane.event(time=MORNING + "\n"),
    "a subject that is no id": lambda lane: lane.event("echo", subject="../x:1 \u2603"),
    "an empty subject": lambda lane: lane.event(subject=""),
    "a person in clear": lambda lane: lane.event(actor="Ivanov 'Ivan' 760308140711", subject="x"),
}
SAID = {"Ivan", "Ivanov", "760308140711"}
"""What the last one says, and a rejection never repeats."""


@pytest.mark.parametrize("make", BAD.values(), ids=BAD.keys())
def test_a_bad_event_is_rejected_and_its_neighbours_are_answered(
    realm: SmallRealm, make: Make
) -> None:
    lane = ForeignLane(HOSTILE)
    before, bad, after = lane.event("echo"), make(lane), lane.event("echo")
    record = lane.commit(before, bad, after)

    report = realm.carry(HOSTILE, READER, [record, lane.commit(lane.event("echo"))])

    assert report.counts == {"taken": 2}
    events = realm.evidence(READER).events
    rejected = [event.data for event in events if event.type == "provider.event_rejected.v1"]
    assert [(one["lane"], one["size"], one["count"]) for one in rejected] == [(HOSTILE, 3, 1)]
    assert rejected[0]["leaves"] == [to_base64(leaf(bad))]
    assert rejected[0]["reason"]
    assert not SAID & set(str(rejected[0]["reason"]).split())
    assert len([event for event in events if event.type == "provider.step_completed.v1"]) == 3
    realm.evidence(READER).verify(signer(READER).vkey)


def test_a_record_full_of_bad_events_is_one_rejection_that_shows_twenty(realm: SmallRealm) -> None:
    lane = ForeignLane(HOSTILE)
    record = lane.commit(*(b'{"bad":%d}' % number for number in range(1000)))

    realm.carry(HOSTILE, READER, [record])

    (event,) = realm.evidence(READER).events
    leaves = event.data["leaves"]
    assert isinstance(leaves, list)
    assert (event.data["count"], len(leaves)) == (1000, 20)


def test_an_event_of_more_than_256_kb_is_refused_with_its_record(realm: SmallRealm) -> None:
    """No honest writer makes such a record: it is damaged or forged, and nothing of it stays."""
    lane = ForeignLane(HOSTILE)
    record = lane.commit(lane.event("x" * EVENT_BYTES_MAX))

    report = realm.carry(HOSTILE, READER, [record])

    assert report.counts == {"forged": 1}
    assert "262144 bytes" in report.alarms[0]
    assert realm.instances[READER].held(HOSTILE) == 0


@pytest.mark.parametrize("attribute", ["id", "subject"])
def test_an_event_whose_answer_would_not_fit_is_ignored_aloud(
    realm: SmallRealm, attribute: str
) -> None:
    """Its id and subject come back in the answer more than once, so it may grow too large."""
    long = {"id": f"talk-{'x' * 200_000}:1", "subject": "x" * 200_000}[attribute]
    lane = ForeignLane(HOSTILE)
    record = lane.commit(lane.event("echo", **{attribute: long}))

    report = realm.carry(HOSTILE, READER, [record, lane.commit(lane.event("echo"))])

    assert report.counts == {"taken": 2}
    assert realm.instances[READER].held(HOSTILE) == 2
    realm.do(READER, Say())
    realm.evidence(READER).verify(signer(READER).vkey)


def test_a_rejection_is_said_once_however_often_the_record_comes(realm: SmallRealm) -> None:
    lane = ForeignLane(HOSTILE)
    lane.commit(b'{"bad":1}')

    for _ in range(3):
        realm.carry(HOSTILE, READER, lane.records)

    assert len(realm.evidence(READER).events) == 1
