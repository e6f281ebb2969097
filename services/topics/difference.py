"""What is to be done so that a broker holds the plan; and what is odd and left to a person.

Nothing that holds records is ever taken away: a topic that is not in the plan is told.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from services.topics.declared import Acl, Plan, Quota, Topic, User


class ActualTopic(Struct, frozen=True, kw_only=True):
    """A topic as the broker holds it."""

    partitions: int
    replication: int
    configs: Mapping[str, str]
    """What holds for it, whoever set it."""
    overrides: frozenset[str]
    """Names of what was set for it alone."""


class Actual(Struct, frozen=True, kw_only=True):
    """What a broker holds."""

    topics: Mapping[str, ActualTopic]
    """All but the broker's own."""
    users: frozenset[str]
    """Those with a password of the plan's kind."""
    acls: frozenset[Acl]
    quotas: Mapping[str, Quota]


class CreateTopic(Struct, frozen=True, kw_only=True, tag="create_topic", tag_field="change"):
    """A topic of the plan is missing."""

    topic: Topic

    @property
    def words(self) -> str:
        """The change in one line."""
        return f"create {self.topic.words}"


class SetConfig(Struct, frozen=True, kw_only=True, tag="set_config", tag_field="change"):
    """A setting of a topic is another than planned."""

    topic: str
    key: str
    value: str | None
    """None: as the broker has it by default; the plan says nothing of it."""
    was: str

    @property
    def words(self) -> str:
        """The change in one line."""
        value = "the broker's default" if self.value is None else self.value
        return f"set {self.key} of {self.topic} to {value}; it is {self.was}"


class CreateUser(Struct, frozen=True, kw_only=True, tag="create_user", tag_field="change"):
    """A user of the plan is missing."""

    user: User

    @property
    def words(self) -> str:
        """The change in one line."""
        return f"create {self.user.words}"


class SetQuota(Struct, frozen=True, kw_only=True, tag="set_quota", tag_field="change"):
    """A user may move more or less than planned."""

    quota: Quota

    @property
    def words(self) -> str:
        """The change in one line."""
        return f"set quota: {self.quota.words}"


class AddAcl(Struct, frozen=True, kw_only=True, tag="add_acl", tag_field="change"):
    """What the plan permits is not permitted."""

    acl: Acl

    @property
    def words(self) -> str:
        """The change in one line."""
        return f"add: {self.acl.words}"


class RemoveAcl(Struct, frozen=True, kw_only=True, tag="remove_acl", tag_field="change"):
    """The plan does not hold what is permitted or forbidden."""

    acl: Acl

    @property
    def words(self) -> str:
        """The change in one line."""
        return f"remove: {self.acl.words}"


class Odd(Struct, frozen=True, kw_only=True, tag="odd", tag_field="change"):
    """What no change of ours mends; a person decides."""

    about: str
    """The topic or user."""
    words: str


Change = CreateTopic | SetConfig | CreateUser | SetQuota | AddAcl | RemoveAcl


class Difference(Struct, frozen=True, kw_only=True):
    """Changes in the order in which they are made, and what is left to a person."""

    changes: tuple[Change, ...]
    odd: tuple[Odd, ...]


def difference(plan: Plan, actual: Actual) -> Difference:
    """Say what a broker lacks of the plan or holds beside it.

    What is permitted is added before anything is taken away, so that nobody is shut out between.
    """
    return Difference(
        changes=tuple(_changes(plan, actual)),
        odd=(*_odd_topics(plan, actual), *_odd_users(plan, actual)),
    )


def _changes(plan: Plan, actual: Actual) -> Iterator[Change]:
    yield from (CreateTopic(topic=one) for one in plan.topics if one.name not in actual.topics)
    for topic in plan.topics:
        if topic.name in actual.topics:
            yield from _configs(topic, actual.topics[topic.name])
    yield from (CreateUser(user=one) for one in plan.users if one.name not in actual.users)
    yield from (SetQuota(quota=one) for one in plan.quotas if actual.quotas.get(one.user) != one)
    planned = frozenset(plan.acls)
    yield from (AddAcl(acl=acl) for acl in plan.acls if acl not in actual.acls)
    yield from (RemoveAcl(acl=acl) for acl in sorted(actual.acls - planned))


def _configs(topic: Topic, actual: ActualTopic) -> Iterator[SetConfig]:
    for key, value in sorted(topic.configs.items()):
        was = actual.configs.get(key, "unknown")
        if was != value:
            yield SetConfig(topic=topic.name, key=key, value=value, was=was)
    for key in sorted(actual.overrides - topic.configs.keys()):
        yield SetConfig(topic=topic.name, key=key, value=None, was=actual.configs[key])


def _odd_topics(plan: Plan, actual: Actual) -> Iterator[Odd]:
    planned = {topic.name: topic for topic in plan.topics}
    for name, there in sorted(actual.topics.items()):
        if name not in planned:
            yield Odd(about=name, words=f"topic {name} is not in the plan; it is left as it is")
            continue
        if there.partitions != planned[name].partitions:
            yield Odd(
                about=name,
                words=f"topic {name} has {there.partitions} partitions: a lane has one order; "
                "delete it, apply again, and its lane fills it anew",
            )
        if there.replication != planned[name].replication:
            yield Odd(
                about=name,
                words=f"topic {name} has copies: {there.replication}, planned: "
                f"{planned[name].replication}; reassign its partition",
            )


def _odd_users(plan: Plan, actual: Actual) -> Iterator[Odd]:
    planned = {user.name for user in plan.users}
    for name in sorted(actual.users - planned):
        yield Odd(about=name, words=f"user {name} is not in the plan; it is left as it is")
    for name in sorted(actual.quotas.keys() - planned):
        yield Odd(about=name, words=f"a quota of {name} is not in the plan; it is left as it is")
