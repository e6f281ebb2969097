"""The difference between the plan and a broker: what is missing is made, what is odd is told."""

from typing import Any

import pytest
from msgspec.structs import replace

from services.topics.declared import Acl, Quota
from services.topics.difference import (
    Actual,
    ActualTopic,
    AddAcl,
    CreateTopic,
    CreateUser,
    Difference,
    RemoveAcl,
    SetConfig,
    SetQuota,
    difference,
)
from services.topics.plan import plan
from tests.topics.realm import DELIVERER, REALM, STRANGE, THREE_BROKERS, WINDOW

PLAN = plan(REALM, THREE_BROKERS)
TOPIC = f"lane.{WINDOW}.{DELIVERER}"
EMPTY = Actual(topics={}, users=frozenset(), acls=frozenset(), quotas={})
FITTING = Actual(
    topics={
        topic.name: ActualTopic(
            partitions=topic.partitions,
            replication=topic.replication,
            configs={**topic.configs, "segment.bytes": "1073741824"},
            overrides=frozenset(topic.configs),
        )
        for topic in PLAN.topics
    },
    users=frozenset(user.name for user in PLAN.users),
    acls=frozenset(PLAN.acls),
    quotas={quota.user: quota for quota in PLAN.quotas},
)
BY_HAND = Acl(
    principal=f"User:{STRANGE}", resource="topic", name="*", pattern="literal", operation="read"
)


def with_topic(**changes: Any) -> Actual:  # noqa: ANN401 -- fields of ActualTopic
    topic = replace(FITTING.topics[TOPIC], **changes)
    return replace(FITTING, topics={**FITTING.topics, TOPIC: topic})


def test_a_broker_that_holds_the_plan_needs_nothing() -> None:
    assert difference(PLAN, FITTING) == Difference(changes=(), odd=())


def test_an_empty_broker_needs_all_of_it_topics_first() -> None:
    changes = difference(PLAN, EMPTY).changes

    kinds = list(dict.fromkeys(type(change) for change in changes))
    assert kinds == [CreateTopic, CreateUser, SetQuota, AddAcl]
    assert len(changes) == len(list(PLAN))


def test_a_missing_topic_is_created() -> None:
    topics = {name: topic for name, topic in FITTING.topics.items() if name != TOPIC}

    (change,) = difference(PLAN, replace(FITTING, topics=topics)).changes

    assert isinstance(change, CreateTopic)
    assert change.topic.name == TOPIC


@pytest.mark.parametrize(
    ("key", "was"),
    [
        ("retention.ms", "604800000"),
        ("compression.type", "producer"),
        ("cleanup.policy", "compact"),
    ],
)
def test_another_setting_is_set(key: str, was: str) -> None:
    configs = {**FITTING.topics[TOPIC].configs, key: was}

    (change,) = difference(PLAN, with_topic(configs=configs)).changes

    planned = {topic.name: topic for topic in PLAN.topics}[TOPIC].configs[key]
    assert change == SetConfig(topic=TOPIC, key=key, value=planned, was=was)


def test_a_setting_of_which_the_plan_says_nothing_goes_back_to_the_brokers() -> None:
    overrides = FITTING.topics[TOPIC].overrides | {"segment.bytes"}

    (change,) = difference(PLAN, with_topic(overrides=overrides)).changes

    assert change == SetConfig(topic=TOPIC, key="segment.bytes", value=None, was="1073741824")


def test_a_missing_user_is_created() -> None:
    (change,) = difference(PLAN, replace(FITTING, users=FITTING.users - {WINDOW})).changes

    assert isinstance(change, CreateUser)
    assert change.user.name == WINDOW


@pytest.mark.parametrize(
    "quota",
    [None, Quota(user=WINDOW, produce=1, fetch=1), Quota(user=WINDOW, produce=None, fetch=1)],
)
def test_another_quota_is_set(quota: Quota | None) -> None:
    quotas = {user: held for user, held in FITTING.quotas.items() if user != WINDOW}

    actual = replace(FITTING, quotas=quotas if quota is None else {**quotas, WINDOW: quota})

    (change,) = difference(PLAN, actual).changes
    assert change == SetQuota(quota=FITTING.quotas[WINDOW])


def test_a_missing_permission_is_added_before_another_is_removed() -> None:
    missing = PLAN.acls[0]
    acls = (FITTING.acls - {missing}) | {BY_HAND}

    changes = difference(PLAN, replace(FITTING, acls=acls)).changes

    assert changes == (AddAcl(acl=missing), RemoveAcl(acl=BY_HAND))


@pytest.mark.parametrize(
    "by_hand",
    [
        BY_HAND,
        replace(PLAN.acls[0], permission="deny"),
        replace(PLAN.acls[0], host="10.0.0.1"),
        replace(PLAN.acls[0], operation="all"),
        replace(BY_HAND, principal="User:guest"),
        replace(BY_HAND, resource="cluster", name="kafka-cluster", operation="create"),
    ],
)
def test_what_the_plan_does_not_hold_is_removed_whatever_it_is(by_hand: Acl) -> None:
    changes = difference(PLAN, replace(FITTING, acls=FITTING.acls | {by_hand})).changes

    assert changes == (RemoveAcl(acl=by_hand),)


def test_a_topic_that_is_not_in_the_plan_is_told_and_never_deleted() -> None:
    other = replace(FITTING.topics[TOPIC], configs={"retention.ms": "1"})

    found = difference(PLAN, replace(FITTING, topics={**FITTING.topics, "other": other}))

    assert found.changes == ()
    assert [odd.words for odd in found.odd] == [
        "topic other is not in the plan; it is left as it is"
    ]


@pytest.mark.parametrize("partitions", [2, 0])
def test_any_other_number_of_partitions_than_one_is_a_fault(partitions: int) -> None:
    (odd,) = difference(PLAN, with_topic(partitions=partitions)).odd

    assert f"{TOPIC} has {partitions} partitions" in odd.words


def test_fewer_copies_than_planned_are_a_fault() -> None:
    (odd,) = difference(PLAN, with_topic(replication=1)).odd

    assert "copies: 1, planned: 3" in odd.words


def test_a_user_and_a_quota_that_are_not_in_the_plan_are_told() -> None:
    quotas = {**FITTING.quotas, "guest": Quota(user="guest", produce=1, fetch=1)}

    found = difference(PLAN, replace(FITTING, users=FITTING.users | {"guest"}, quotas=quotas))

    assert found.changes == ()
    assert [odd.about for odd in found.odd] == ["guest", "guest"]


def test_each_change_is_said_in_one_line() -> None:
    acls = FITTING.acls | {BY_HAND}
    changes = (
        *difference(PLAN, EMPTY).changes,
        *difference(PLAN, replace(FITTING, acls=acls)).changes,
    )

    assert all(change.words and "\n" not in change.words for change in changes)
    assert f"remove: {STRANGE} may read topic *" in {change.words for change in changes}
