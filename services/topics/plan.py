"""The one plan of a realm's broker: a pure function of the register.

A lane has one user, named as the lane. It writes its own topics, reads what is for its agency,
grants keys to those who read it or whom it reads, and nothing else; only the administrator
makes topics. To read or to write includes to describe, so that is not said again (KIP-11).
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from events.log.kafka.names import grant_topic, lane_prefix, topic_of
from events.readership import Readership
from events.register import Lane, Register
from services.topics.declared import Acl, Plan, Quota, Topic, User
from services.topics.settings import (
    AUTHORITY_SHARE,
    PARTITIONS,
    PlanSettings,
    grant_configs,
    lane_configs,
)


class SettingsContradict(ValueError):
    """No broker could keep the plan: more copies are to hold a record than there are."""


class BothWays(Struct, frozen=True, kw_only=True):
    """Who reads whom, both ways round."""

    readers: Mapping[str, frozenset[str]]
    """Lane -> agencies that read it."""
    read_by: Mapping[str, frozenset[str]]
    """Agency -> lanes that it reads."""
    takers: frozenset[str]
    """Agencies that have a lane, and so take grants."""


def plan(register: Register, settings: PlanSettings) -> Plan:
    """Say all that a broker should hold for the lanes of a register, each part in order.

    Raises:
        NoTopicName: a lane or an agency of the register cannot name a topic.
        SettingsContradict: more copies in sync are asked for than there are.
    """
    if not 0 < settings.min_insync <= settings.replication:
        raise SettingsContradict(
            f"{settings.min_insync} copies cannot be in sync: a topic has {settings.replication}; "
            "give --min-insync from 1 to --replication"
        )
    lanes = [register.lanes[name] for name in sorted(register.lanes)]
    known = _readership(register, settings)
    acls = (acl for lane in lanes for acl in _acls(lane, register, known, settings))
    return Plan(
        topics=tuple(sorted(_topics(lanes, known, settings), key=lambda topic: topic.name)),
        users=tuple(User(name=lane.lane, agency=lane.agency) for lane in lanes),
        acls=tuple(sorted(set(acls))),
        quotas=tuple(_quota(lane, settings) for lane in lanes),
    )


def _readership(register: Register, settings: PlanSettings) -> BothWays:
    realm = Readership(settings.authority, settings.audit_lane)
    readers = {name: realm.of(register, lane) for name, lane in register.lanes.items()}
    read_by: dict[str, set[str]] = {}
    for lane, agencies in readers.items():
        for agency in agencies:
            read_by.setdefault(agency, set()).add(lane)
    return BothWays(
        readers=readers,
        read_by={agency: frozenset(lanes) for agency, lanes in read_by.items()},
        takers=frozenset(lane.agency for lane in register.lanes.values()),
    )


def _topics(lanes: list[Lane], known: BothWays, settings: PlanSettings) -> Iterator[Topic]:
    of_lanes, of_grants = lane_configs(settings), grant_configs(settings)
    for lane in lanes:
        for reader in known.readers[lane.lane]:
            yield _topic(topic_of(lane.lane, reader), of_lanes, settings)
    for agency in known.takers:
        yield _topic(grant_topic(agency), of_grants, settings)


def _topic(name: str, configs: Mapping[str, str], settings: PlanSettings) -> Topic:
    return Topic(
        name=name, partitions=PARTITIONS, replication=settings.replication, configs=configs
    )


def _acls(lane: Lane, register: Register, known: BothWays, settings: PlanSettings) -> Iterator[Acl]:
    """Say what a lane's user may do; one that has ended reads on."""
    own = lane_prefix(lane.lane)
    yield _may(lane, "read", own, prefixed=True)
    yield _may_commit(lane)
    for other in known.read_by[lane.agency] - {lane.lane}:
        yield _may(lane, "read", topic_of(other, lane.agency))
    yield _may(lane, "read", grant_topic(lane.agency))
    if lane.lane in settings.ended:
        return
    yield _may(lane, "write", own, prefixed=True)
    for agency in _granted_to(lane, register, known):
        yield _may(lane, "write", grant_topic(agency))


def _granted_to(lane: Lane, register: Register, known: BothWays) -> frozenset[str]:
    """Give the agencies that read a lane or that its own reads, if they take grants."""
    read = {register.lanes[other].agency for other in known.read_by[lane.agency]}
    return known.takers & (read | known.readers[lane.lane])


def _may(lane: Lane, operation: str, topic: str, *, prefixed: bool = False) -> Acl:
    return Acl(
        principal=f"User:{lane.lane}",
        resource="topic",
        name=topic,
        pattern="prefixed" if prefixed else "literal",
        operation=operation,
    )


def _may_commit(lane: Lane) -> Acl:
    """Let a lane say how far it is, for operators: under its own name."""
    return Acl(
        principal=f"User:{lane.lane}",
        resource="group",
        name=lane.lane,
        pattern="literal",
        operation="read",
    )


def _quota(lane: Lane, settings: PlanSettings) -> Quota:
    share = AUTHORITY_SHARE if lane.agency == settings.authority else 1
    return Quota(
        user=lane.lane,
        produce=settings.produce_bytes * share,
        fetch=settings.fetch_bytes * share,
    )
