"""The plan of a home's realm: its register, and which lanes have ended, from the ledger."""

from services.audit.adapters.sqlite_ledger import LedgerTables
from services.realm import Realm
from services.topics.declared import Plan
from services.topics.plan import plan
from services.topics.settings import MIN_INSYNC, REPLICATION, PlanSettings


def plan_of(realm: Realm, *, replication: int = REPLICATION, min_insync: int = MIN_INSYNC) -> Plan:
    """Plan the broker of a realm.

    Raises:
        NoTopicName: a lane or an agency of the register cannot name a topic.
        SettingsContradict: more copies in sync are asked for than there are.
    """
    settings = PlanSettings(
        authority=realm.settings.authority,
        audit_lane=realm.settings.audit_lane,
        replication=replication,
        min_insync=min_insync,
        ended=ended_lanes(realm),
    )
    return plan(realm.audit.known.register, settings)


def ended_lanes(realm: Realm) -> frozenset[str]:
    """Name the lanes that have closed their last day: until then they owe it, and write."""
    lanes = realm.audit.known.register.lanes.values()
    realm.closing.create_tables()
    with realm.store(realm.settings.audit_lane).reading() as tx:
        tables = LedgerTables(tx)
        return frozenset(
            lane.lane
            for lane in lanes
            if lane.last_day is not None and tables.day(lane.lane, lane.last_day) is not None
        )
