"""What a plan is made of: topics, users, what each may do, how much of it a second.

All of it is data, printable as one line of JSON each, and as one line of words.
"""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

EVERY_HOST: Final = "*"
"""Passwords say who comes; from where does not."""
Resource = Literal["topic", "group", "cluster", "transactional_id", "delegation_token", "user"]


class Topic(Struct, frozen=True, kw_only=True, tag="topic", tag_field="what"):
    """A topic and its settings."""

    name: str
    partitions: int
    replication: int
    """Copies, each on a broker of its own."""
    configs: Mapping[str, str]

    @property
    def words(self) -> str:
        """The topic in one line."""
        settings = ", ".join(f"{key}={value}" for key, value in sorted(self.configs.items()))
        partitions = "1 partition" if self.partitions == 1 else f"{self.partitions} partitions"
        return f"topic {self.name}: {partitions}, copies: {self.replication}; {settings}"


class User(Struct, frozen=True, kw_only=True, tag="user", tag_field="what"):
    """A lane's user; its password is no part of a plan."""

    name: str
    agency: str

    @property
    def words(self) -> str:
        """The user in one line."""
        return f"user {self.name} of {self.agency}"


class Acl(Struct, frozen=True, kw_only=True, order=True, tag="acl", tag_field="what"):
    """What somebody may do, or may not; the names are Kafka's, in lower case (KIP-11, KIP-290)."""

    principal: str
    """`User:<name>`."""
    resource: Resource
    name: str
    pattern: Literal["literal", "prefixed"]
    operation: str
    permission: Literal["allow", "deny"] = "allow"
    host: str = EVERY_HOST

    @property
    def words(self) -> str:
        """The permission in one line."""
        may = "may" if self.permission == "allow" else "must not"
        all_of = "*" if self.pattern == "prefixed" else ""
        host = "" if self.host == EVERY_HOST else f" from {self.host}"
        who = self.principal.removeprefix("User:")
        return f"{who} {may} {self.operation} {self.resource} {self.name}{all_of}{host}"


class Quota(Struct, frozen=True, kw_only=True, tag="quota", tag_field="what"):
    """How much a user may move, in bytes a second at each broker; None: as much as it likes."""

    user: str
    produce: int | None
    fetch: int | None

    @property
    def words(self) -> str:
        """The quota in one line."""
        return f"{self.user} writes {_bytes(self.produce)}, reads {_bytes(self.fetch)}"


def _bytes(rate: int | None) -> str:
    return "without bound" if rate is None else f"{rate} bytes a second at most"


Declared = Topic | User | Acl | Quota


class Plan(Struct, frozen=True, kw_only=True):
    """All that a broker should hold, each part in the order of its names."""

    topics: tuple[Topic, ...]
    users: tuple[User, ...]
    acls: tuple[Acl, ...]
    quotas: tuple[Quota, ...]

    def __iter__(self) -> Iterator[Declared]:
        """Go through all parts; `words` of each is a line."""
        yield from self.topics
        yield from self.users
        yield from self.acls
        yield from self.quotas

    @property
    def counted(self) -> str:
        """How much it is, in one line."""
        return (
            f"{len(self.topics)} topics, {len(self.users)} users, "
            f"{len(self.acls)} permissions, {len(self.quotas)} quotas"
        )
