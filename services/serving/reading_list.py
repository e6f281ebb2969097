"""Which topics an instance reads, and who reads its own, by the register (protocol A8, F7)."""

from collections.abc import Mapping

from events.log.kafka.names import topic_of
from events.log.kafka.relay import Readers
from events.log.reading.parts import Me
from events.readership import Readership
from events.register import Register


def reads(me: Me, register: Register, realm: Readership) -> Mapping[str, str]:
    """Give what an instance reads: topic -> lane; the ledger's first, as it holds the register."""
    lanes = [one.lane for one in register.lanes.values() if realm.may_read(me.agency, one)]
    wanted = dict.fromkeys((realm.audit_lane, *sorted(lanes)))
    return {topic_of(lane, me.agency): lane for lane in wanted if lane != me.lane}


def readers(me: Me, register: Register, realm: Readership) -> Readers:
    """Say who reads an instance's lane."""
    lane = register.lanes.get(me.lane)
    all_of_them = frozenset[str]() if lane is None else realm.of(register, lane)
    return Readers(me.agency, realm.authority, sorted(all_of_them - {me.agency, realm.authority}))
