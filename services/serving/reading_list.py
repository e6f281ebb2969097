"""Which topics an instance reads, and who reads its own, by the register (protocol A8, F7)."""

from collections.abc import Mapping

from events.log.kafka.names import topic_of
from events.log.kafka.relay import Readers
from events.log.reading.parts import Me
from events.log.reading.reference import Anchor
from events.register import Register


def reads(me: Me, register: Register, anchor: Anchor) -> Mapping[str, str]:
    """Give what an instance reads: topic -> lane; the ledger's first, as it holds the register."""
    lanes = [
        lane.lane
        for lane in register.lanes.values()
        if me.authority or me.agency == lane.agency or me.agency in lane.readers
    ]
    wanted = dict.fromkeys((anchor.lane, *sorted(lanes)))
    return {topic_of(lane, me.agency): lane for lane in wanted if lane != me.lane}


def readers(me: Me, register: Register, anchor: Anchor) -> Readers:
    """Say who reads an instance's lane: of the ledger's, everybody."""
    lane = register.lanes.get(me.lane)
    others = set() if lane is None else set(lane.readers)
    if me.lane == anchor.lane:
        others = set(register.agencies)
    return Readers(me.agency, anchor.agency, sorted(others - {me.agency, anchor.agency}))
