"""The plan: what each lane's user may do follows from the register, and nothing else does."""

import random
from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from events.log.kafka.names import NoTopicName
from events.readership import Readership
from events.register import Register
from services.topics.declared import Plan, Topic
from services.topics.plan import SettingsContradict, plan
from services.topics.settings import AUTHORITY_SHARE, FETCH_BYTES, PRODUCE_BYTES
from tests.topics.realm import (
    AUDIT,
    AUTHORITY,
    CENTRE,
    COMPLAINTS,
    DELIVERER,
    DELIVERY,
    PAST,
    REALM,
    STRANGE,
    STRANGER,
    THREE_BROKERS,
    WINDOW,
    lane,
    register,
)

PLAN = plan(REALM, THREE_BROKERS)


def permitted(user: str, of: Plan = PLAN) -> set[str]:
    who = f"{user} may "
    return {acl.words.removeprefix(who) for acl in of.acls if acl.principal == f"User:{user}"}


def topic(name: str, of: Plan = PLAN) -> Topic:
    (found,) = (one for one in of.topics if one.name == name)
    return found


def test_a_lane_has_a_topic_for_each_reader_its_own_agency_and_the_authority() -> None:
    names = {one.name for one in PLAN.topics if one.name.startswith(f"lane.{WINDOW}.")}

    assert names == {f"lane.{WINDOW}.{reader}" for reader in (CENTRE, DELIVERER, AUTHORITY)}


def test_the_audit_lane_has_a_topic_for_every_agency() -> None:
    names = {one.name for one in PLAN.topics if one.name.startswith(f"lane.{AUDIT}.")}

    assert names == {
        f"lane.{AUDIT}.{reader}" for reader in (AUTHORITY, CENTRE, DELIVERER, STRANGER)
    }


def test_every_agency_with_a_lane_takes_grants_and_no_other_does() -> None:
    without_lane = replace(REALM, agencies={**REALM.agencies, "ministry": REALM.agencies[CENTRE]})

    of_grants = {one.name for one in plan(without_lane, THREE_BROKERS).topics}

    assert {name for name in of_grants if name.startswith("grant.")} == {
        f"grant.{agency}" for agency in (AUTHORITY, CENTRE, DELIVERER, STRANGER)
    }


def test_a_lane_keeps_everything_and_a_topic_of_grants_a_week() -> None:
    kept, forgotten = topic(f"lane.{WINDOW}.{DELIVERER}"), topic(f"grant.{CENTRE}")

    assert (kept.partitions, kept.replication) == (1, 3)
    assert kept.configs["retention.ms"] == kept.configs["retention.bytes"] == "-1"
    assert kept.configs["compression.type"] == "uncompressed"
    assert kept.configs["min.insync.replicas"] == "2"
    assert forgotten.configs["retention.ms"] == "604800000"
    assert forgotten.configs["segment.ms"] == "86400000"
    assert forgotten.configs["message.timestamp.type"] == "LogAppendTime"
    assert kept.configs["cleanup.policy"] == forgotten.configs["cleanup.policy"] == "delete"


def test_a_user_may_write_its_lane_read_what_is_for_its_agency_and_nothing_else() -> None:
    assert permitted(WINDOW) == {
        f"write topic lane.{WINDOW}.*",
        f"read topic lane.{WINDOW}.*",
        f"read topic lane.{PAST}.{CENTRE}",
        f"read topic lane.{DELIVERY}.{CENTRE}",
        f"read topic lane.{AUDIT}.{CENTRE}",
        f"read topic grant.{CENTRE}",
        f"write topic grant.{CENTRE}",
        f"write topic grant.{DELIVERER}",
        f"write topic grant.{AUTHORITY}",
        f"read group {WINDOW}",
    }


def test_who_is_read_by_nobody_grants_to_the_authority_and_itself() -> None:
    assert permitted(STRANGE) == {
        f"write topic lane.{STRANGE}.*",
        f"read topic lane.{STRANGE}.*",
        f"read topic lane.{AUDIT}.{STRANGER}",
        f"read topic grant.{STRANGER}",
        f"write topic grant.{STRANGER}",
        f"write topic grant.{AUTHORITY}",
        f"read group {STRANGE}",
    }


def test_the_authority_reads_every_lane() -> None:
    others = (COMPLAINTS, WINDOW, PAST, DELIVERY, STRANGE)

    assert {f"read topic lane.{other}.{AUTHORITY}" for other in others} <= permitted(AUDIT)


def test_a_lane_that_ended_is_read_on_and_writes_no_more() -> None:
    writes = {may for may in permitted(PAST) if may.startswith("write")}

    assert not writes
    assert f"read topic lane.{DELIVERY}.{CENTRE}" in permitted(PAST)
    assert f"read topic lane.{PAST}.{DELIVERER}" in permitted(DELIVERY)
    assert topic(f"lane.{PAST}.{DELIVERER}").configs["retention.ms"] == "-1"


def test_a_lane_that_owes_its_last_day_writes() -> None:
    owing = plan(REALM, replace(THREE_BROKERS, ended=frozenset()))

    assert f"write topic lane.{PAST}.*" in permitted(PAST, owing)


def test_a_reader_that_is_taken_from_the_register_may_read_no_more() -> None:
    lanes = {**REALM.lanes, WINDOW: lane(WINDOW, CENTRE), PAST: lane(PAST, CENTRE)}

    after = plan(replace(REALM, lanes=lanes), THREE_BROKERS)

    assert f"read topic lane.{WINDOW}.{DELIVERER}" in permitted(DELIVERY)
    assert f"read topic lane.{WINDOW}.{DELIVERER}" not in permitted(DELIVERY, after)


def test_nobody_may_create_delete_or_alter() -> None:
    assert {acl.operation for acl in PLAN.acls} == {"read", "write"}
    assert {acl.resource for acl in PLAN.acls} == {"topic", "group"}


def test_each_lane_has_a_user_and_a_quota_the_authority_a_larger_one() -> None:
    quotas = {quota.user: (quota.produce, quota.fetch) for quota in PLAN.quotas}

    assert [user.name for user in PLAN.users] == sorted(REALM.lanes)
    assert quotas[WINDOW] == (PRODUCE_BYTES, FETCH_BYTES)
    assert quotas[AUDIT] == (PRODUCE_BYTES * AUTHORITY_SHARE, FETCH_BYTES * AUTHORITY_SHARE)


def test_the_order_of_the_register_changes_no_byte() -> None:
    lanes, agencies = list(REALM.lanes.items()), list(REALM.agencies.items())
    shuffle = random.Random(20260101)  # noqa: S311 -- an order, no secret
    shuffle.shuffle(lanes)
    shuffle.shuffle(agencies)

    again = plan(Register(agencies=dict(agencies), lanes=dict(lanes)), THREE_BROKERS)

    assert msgspec.json.encode(again) == msgspec.json.encode(PLAN)


def test_a_plan_is_printed_as_lines_of_json_and_of_words() -> None:
    lines = [msgspec.json.encode(part) for part in PLAN]

    kinds = {msgspec.json.decode(one)["what"] for one in lines}
    assert kinds == {"topic", "user", "acl", "quota"}
    assert all("\n" not in part.words for part in PLAN)
    assert PLAN.counted == "20 topics, 6 users, 59 permissions, 6 quotas"


@pytest.mark.parametrize(("copies", "in_sync"), [(1, 2), (3, 0), (3, 4)])
def test_more_copies_in_sync_than_there_are_cannot_be_planned(copies: int, in_sync: int) -> None:
    settings = replace(THREE_BROKERS, replication=copies, min_insync=in_sync)

    with pytest.raises(SettingsContradict, match="cannot be in sync"):
        plan(REALM, settings)


@pytest.mark.parametrize("name", ["intake.*", "intake.a.b", "User:admin"])
def test_a_lane_that_would_reach_over_others_topics_is_not_planned(name: str) -> None:
    with pytest.raises(NoTopicName):
        plan(register(lane(name, CENTRE)), THREE_BROKERS)


def test_readers_are_said_in_one_place() -> None:
    realm = Readership(THREE_BROKERS.authority, THREE_BROKERS.audit_lane)
    for name, one in REALM.lanes.items():
        topics = {f"lane.{name}.{reader}" for reader in realm.of(REALM, one)}
        assert topics == {
            topic.name for topic in PLAN.topics if topic.name.startswith(f"lane.{name}.")
        }


def test_a_lane_that_begins_tomorrow_is_planned_today() -> None:
    tomorrow = replace(lane("intake.new", "new"), first_day=date(2030, 1, 1))

    assert "write topic lane.intake.new.*" in permitted(
        "intake.new", plan(register(tomorrow), THREE_BROKERS)
    )
