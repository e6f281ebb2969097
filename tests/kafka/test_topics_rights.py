"""On a broker: a user writes its own lane, reads what is for its agency, and nothing else."""

from collections.abc import Iterator

import pytest

from examples.broker.broker import Broker
from services.topics.admin import Administrator
from services.topics.applying import make
from services.topics.difference import difference
from services.topics.plan import plan
from tests.kafka import client_rights
from tests.kafka.own_broker import access, admin, own_broker
from tests.topics.realm import (
    AUDIT,
    AUTHORITY,
    CENTRE,
    COMPLAINTS,
    DELIVERER,
    DELIVERY,
    ONE_BROKER,
    PAST,
    REALM,
    STRANGE,
    STRANGER,
    WINDOW,
)

PLAN = plan(REALM, ONE_BROKER)
TOPICS = [topic.name for topic in PLAN.topics]
LANES = {
    AUDIT: (AUTHORITY, CENTRE, DELIVERER, STRANGER),
    COMPLAINTS: (AUTHORITY,),
    WINDOW: (CENTRE, DELIVERER, AUTHORITY),
    PAST: (CENTRE, DELIVERER, AUTHORITY),
    DELIVERY: (DELIVERER, CENTRE, AUTHORITY),
    STRANGE: (STRANGER, AUTHORITY),
}
"""Lane -> its readers, as a person would say them of the register."""
AGENCY_OF = {AUDIT: AUTHORITY, WINDOW: CENTRE, PAST: CENTRE, STRANGE: STRANGER}
GRANTS_TO = {
    AUDIT: (AUTHORITY, CENTRE, DELIVERER, STRANGER),
    WINDOW: (CENTRE, DELIVERER, AUTHORITY),
    PAST: (),
    STRANGE: (STRANGER, AUTHORITY),
}
MAY_WRITE = {
    user: {
        *(f"lane.{user}.{reader}" for reader in LANES[user] if user != PAST),
        *(f"grant.{agency}" for agency in GRANTS_TO[user]),
    }
    for user in AGENCY_OF
}
MAY_READ = {
    user: {
        *(f"lane.{user}.{reader}" for reader in LANES[user]),
        *(f"lane.{lane}.{agency}" for lane, readers in LANES.items() if agency in readers),
        f"grant.{agency}",
    }
    for user, agency in AGENCY_OF.items()
}
PASSWORD = "of-a-test"  # noqa: S105 -- of a broker that ends with the test
each_user = pytest.mark.parametrize("user", sorted(AGENCY_OF))


@pytest.fixture(scope="module")
def realm(
    tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[Broker]:
    """A broker that holds the plan, one record in each topic."""
    with own_broker(tmp_path_factory.mktemp("rights"), pytestconfig) as broker:
        administrator = Administrator(admin(broker))
        administrator.set_passwords(dict.fromkeys(REALM.lanes, PASSWORD))
        make(difference(PLAN, administrator.actual()).changes, administrator)
        for topic in TOPICS:
            client_rights.write(admin(broker), topic)
        yield broker


@each_user
def test_a_user_writes_its_own_lane_and_grants_to_partners_and_nothing_else(
    realm: Broker, user: str
) -> None:
    assert client_rights.written(access(realm, user, PASSWORD), TOPICS) == MAY_WRITE[user]


@each_user
def test_a_user_reads_what_is_for_its_agency_and_nothing_else(realm: Broker, user: str) -> None:
    assert client_rights.read(access(realm, user, PASSWORD), TOPICS) == MAY_READ[user]


@each_user
def test_a_user_creates_deletes_and_empties_no_topic(realm: Broker, user: str) -> None:
    own = access(realm, user, PASSWORD)

    assert not client_rights.created(own, [f"lane.{user}.new", "grant.new", "new"])
    assert not client_rights.deleted(own, TOPICS)
    assert not client_rights.emptied(own, TOPICS)


def test_what_users_are_refused_the_administrator_does(realm: Broker) -> None:
    own = admin(realm)

    assert client_rights.created(own, ["spare"]) == {"spare"}
    assert client_rights.written(own, ["spare"]) == {"spare"}
    assert client_rights.read(own, ["spare"]) == {"spare"}
    assert client_rights.emptied(own, ["spare"]) == {"spare"}
    assert client_rights.deleted(own, ["spare"]) == {"spare"}


def test_a_user_says_how_far_it_is_under_its_own_name_alone(realm: Broker) -> None:
    own, topic = access(realm, WINDOW, PASSWORD), f"lane.{DELIVERY}.{CENTRE}"

    assert client_rights.committed(own, WINDOW, topic)
    assert not client_rights.committed(own, DELIVERY, topic)


def test_a_lane_that_is_not_read_any_more_is_read_no_more(realm: Broker) -> None:
    own, topic = access(realm, DELIVERY, PASSWORD), f"lane.{WINDOW}.{DELIVERER}"
    permitted = [
        acl for acl in PLAN.acls if (acl.principal, acl.name) == (f"User:{DELIVERY}", topic)
    ]
    administrator = Administrator(admin(realm))
    assert client_rights.read(own, [topic]) == {topic}

    administrator.remove_acls(permitted)

    assert client_rights.read(own, [topic]) == set()
    make(difference(PLAN, administrator.actual()).changes, administrator)
