"""What is shipped to a reader that it is not for: rejected, not counted, and no byte of it kept.

Everything here is signed by a registered lane: signature, root and size are right.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import pytest

from events.envelope import EVERYBODY
from events.log.adapters.sqlite_check_file import reading
from events.log.adapters.sqlite_check_received import ReceivedCheck
from events.log.reading.admit import readers
from events.log.reading.own_part import own_part
from events.log.reading.views import cut
from tests.log.foreign_lane import ForeignLane
from tests.log.lanes import Tree
from tests.log.realm import AUDIT, SmallRealm, path_of

HOSTILE, READER = "provider.hostile", "provider.b"
UNSEEN = "zhanuya"
OTHERS = "agency-hostile"


@pytest.fixture
def realm(tmp_path: Path) -> Iterator[SmallRealm]:
    realm = SmallRealm(tmp_path, HOSTILE, READER)
    yield realm
    realm.close()


def of_others(lane: ForeignLane, **changes: str) -> bytes:
    return lane.event(UNSEEN, to=OTHERS, **changes)


def counted(realm: SmallRealm) -> object:
    ((events,),) = realm.rows(
        READER,
        "SELECT events FROM received WHERE lane = 'provider.hostile' ORDER BY size DESC LIMIT 1",
    )
    return events


def stored(realm: SmallRealm) -> bytes:
    """All bytes of the reader's files."""
    path = path_of(realm.home, READER)
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


def faults(realm: SmallRealm) -> list[str]:
    instance = realm.instances[READER]
    with reading(path_of(realm.home, READER)) as db:
        return [
            one.what for one in ReceivedCheck(db, instance.me, instance.known.register).faults()
        ]


def test_the_reader_counts_what_was_for_it_and_keeps_nothing_else(realm: SmallRealm) -> None:
    lane = ForeignLane(HOSTILE)
    record = lane.commit(lane.event("echo"), of_others(lane), lane.event("echo"))

    report = realm.carry(HOSTILE, READER, [record, lane.commit(lane.event("echo"))])

    assert report.counts == {"taken": 2}
    assert counted(realm) == 3
    assert UNSEEN.encode() not in stored(realm)
    assert faults(realm) == []


def test_of_a_record_with_nothing_for_the_reader_a_run_is_left(realm: SmallRealm) -> None:
    lane = ForeignLane(HOSTILE)
    record = lane.commit(of_others(lane), of_others(lane), of_others(lane))

    report = realm.carry(HOSTILE, READER, [record, lane.commit(lane.event("echo"))])

    assert report.counts == {"taken": 2}
    assert counted(realm) == 1
    assert UNSEEN.encode() not in stored(realm)
    assert faults(realm) == []
    (rejected, _) = realm.evidence(READER).events
    assert rejected.data["count"] == 3


def test_a_later_type_that_is_not_for_the_reader_is_not_kept_for_later(realm: SmallRealm) -> None:
    lane = ForeignLane(HOSTILE)
    record = lane.commit(of_others(lane, type="provider.step_taken_back.v1"))

    realm.carry(HOSTILE, READER, [record])

    assert realm.rows(READER, "SELECT count(*) FROM unread") == [(0,)]
    assert UNSEEN.encode() not in stored(realm)


def test_what_cannot_be_read_but_is_for_the_reader_is_counted_as_the_ledger_counts(
    realm: SmallRealm,
) -> None:
    lane = ForeignLane(HOSTILE)
    bad = [lane.event(actor="nobody"), lane.event(to=f"agency-b {OTHERS}", id="talk:0"), b"{}"]
    record = lane.commit(*bad)
    ledgers = [readers(raw) & {"agency-b", EVERYBODY} for raw in bad]

    realm.carry(HOSTILE, READER, [record])

    assert counted(realm) == len([one for one in ledgers if one]) == 2
    assert faults(realm) == []


def test_the_authority_keeps_every_byte(realm: SmallRealm) -> None:
    lane = ForeignLane(HOSTILE)
    record = lane.commit(of_others(lane), b"{}")

    realm.carry(HOSTILE, AUDIT, [record])

    assert realm.rows(AUDIT, "SELECT value, events FROM received") == [(record.value, 2)]


def test_a_store_that_kept_what_is_not_for_its_reader_does_not_verify(realm: SmallRealm) -> None:
    lane = ForeignLane(HOSTILE)
    record = lane.commit(lane.event(), of_others(lane))
    realm.carry(HOSTILE, READER, [record])
    (value,) = realm.rows(READER, "SELECT value FROM received WHERE lane = 'provider.hostile'")
    assert value != (record.value,)
    with realm.instances[READER].store.transaction() as tx:
        tx.cursor.execute("DROP TRIGGER received_refuses_UPDATE")  # type: ignore[attr-defined]  # SQLite's own
        tx.cursor.execute(  # type: ignore[attr-defined]  # SQLite's own
            "UPDATE received SET value = ? WHERE lane = ?", (record.value, HOSTILE)
        )

    assert faults(realm) == ["the record holds events that are not for its reader"]


@pytest.mark.parametrize("begin", range(4))
@pytest.mark.parametrize("shipped", list(product((True, False), repeat=5)))
def test_what_is_kept_is_the_view_that_should_have_been_shipped(
    begin: int, shipped: Sequence[bool]
) -> None:
    raws = [b'{"n":%d}' % number for number in range(begin + 5)]
    tree = Tree(raws)

    def nodes(level: int, index: int) -> bytes:
        return tree.root(index << level, (index + 1) << level)

    mine = {raws[begin + 1], raws[begin + 4]}
    right = cut(0, begin, raws[begin:], [raw in mine for raw in raws[begin:]], nodes)
    wrong = cut(
        0,
        begin,
        raws[begin:],
        [raw in mine or extra for raw, extra in zip(raws[begin:], shipped, strict=True)],
        nodes,
    )

    kept = own_part(0, wrong, lambda raw: raw in mine)

    assert kept == right
