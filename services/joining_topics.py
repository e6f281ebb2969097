"""What a broker gains when an agency joins: topics, users, permissions of the plan that it lacks.

What the plan would take away or set otherwise is not joining's business: `qyzmet topics apply`.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from events.log.kafka.access import KafkaAccess
from events.log.kafka.names import topic_of
from services.home import Home
from services.realm import Realm
from services.topics.admin import Administrator
from services.topics.applying import admit, make
from services.topics.difference import (
    ActualTopic,
    AddAcl,
    Change,
    CreateTopic,
    CreateUser,
    SetQuota,
    difference,
)
from services.topics.of_home import plan_of
from services.topics.passwords import LanePasswords
from services.topics.settings import MIN_INSYNC, REPLICATION


class OnBroker(NamedTuple):
    """What the broker gained."""

    topics: int
    users: int
    permissions: int
    lacking: Sequence[str]
    """Lanes of the agency without a password: their software is elsewhere, no file was named."""
    left: int
    """Differences from the plan that are not joining's business."""


class _Copies(NamedTuple):
    replication: int
    min_insync: int


def join_broker(
    realm: Realm, access: KafkaAccess, into: Home, lanes: Collection[str], out: Path | None
) -> OnBroker:
    """Make a broker hold what an agency's lanes need, and give each lane its access.

    Args:
        realm: the authority's home; the agency is registered.
        access: the administrator's.
        into: the agency's home; its lanes' access files go there.
        lanes: the agency's.
        out: takes the accesses of those lanes whose software is in neither home.

    Raises:
        BrokerTrouble: it was not reached, or refuses something; joining again goes on.
        AccessUnsafe: a lane's access file cannot be read, or others may read it.
        OutThere: the file for passwords is there already.
    """
    administrator = Administrator(access)
    actual = administrator.actual()
    plan = plan_of(realm, **_copies(realm, actual.topics)._asdict())
    changes = difference(plan, actual).changes
    absent = {one.user.name for one in changes if isinstance(one, CreateUser)}
    here = [user for user in absent if realm.runs_here(user)]
    ours = [user for user in absent & set(lanes) if user not in here]
    given = [
        *admit(here, administrator, LanePasswords(realm, access)).of,
        *admit(ours, administrator, LanePasswords(into, access), out=out).of,
    ]
    adding = [one for one in changes if _adds(one, {*absent, *lanes})]
    make(adding, administrator)
    return OnBroker(
        topics=sum(isinstance(one, CreateTopic) for one in adding),
        users=len(absent & set(given)),
        permissions=sum(isinstance(one, AddAcl) for one in adding),
        lacking=sorted(set(ours) - set(given)),
        left=len(changes) - len(adding) - len({*here, *ours}),
    )


def _adds(change: Change, users: Collection[str]) -> bool:
    if isinstance(change, SetQuota):
        return change.quota.user in users
    return isinstance(change, CreateTopic | AddAcl)


def _copies(realm: Realm, topics: Mapping[str, ActualTopic]) -> _Copies:
    """Take as many copies as the ledger's own topic has, if it is there."""
    settings = realm.settings
    own = topics.get(topic_of(settings.audit_lane, settings.authority))
    if own is None:
        return _Copies(REPLICATION, MIN_INSYNC)
    return _Copies(own.replication, int(own.configs["min.insync.replicas"]))
