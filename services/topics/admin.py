"""The administrator at the broker: reads what it holds, and makes changes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kafka import KafkaAdminClient
from kafka.admin import (
    AlterConfigOp,
    ConfigResource,
    ConfigResourceType,
    UserScramCredentialUpsertion,
)

from events.log.kafka.access import SASL_MECHANISM, KafkaAccess
from services.topics.as_kafka import (
    EVERY_ACL,
    actual_acl,
    actual_quotas,
    actual_topic,
    every_quota,
    kafka_acl,
    kafka_acl_filter,
    new_topic,
    set_quotas,
)
from services.topics.client import batches, check, one_client, said, send
from services.topics.declared import Acl, Quota, Topic
from services.topics.difference import Actual, SetConfig

SCRAM_ITERATIONS: Final = 8192
"""Hashes of a password (RFC 5802): twice the least that Kafka takes; ours hold 256 bits of chance,
so more of them would only slow every connection."""
TOPICS_A_REQUEST: Final = 200
"""Some ten records each at the controller, which takes 10,000 a request."""
USERS_A_REQUEST: Final = 200
"""A hash of each takes some 5 ms here, and the request waits for all."""
ACLS_A_REQUEST: Final = 1_000
"""One record each at the controller, which takes 10,000 a request."""


class Administrator:
    """Who may make topics and users."""

    def __init__(self, access: KafkaAccess) -> None:
        self._access = access

    def actual(self) -> Actual:
        """Read all that the broker holds, but its own topics and the administrator.

        Raises:
            BrokerTrouble: it was not reached, or does not tell.
        """
        with one_client(self._access) as client:
            quotas = {quota.user: quota for quota in actual_quotas(send(client, every_quota()))}
            users = client.describe_user_scram_credentials()
            return Actual(
                topics=_topics(client),
                users=frozenset(name for name, held in users.items() if _has_password(held))
                - {self._access.user},
                acls=frozenset(actual_acl(acl) for acl in client.describe_acls(EVERY_ACL)[0]),
                quotas=quotas,
            )

    def create_topics(self, topics: Sequence[Topic]) -> None:
        """Create topics, and wait until each has a leader.

        Raises:
            BrokerTrouble: it was not reached, or refuses one, as more copies than brokers.
        """
        for some in batches(topics, TOPICS_A_REQUEST):
            with one_client(self._access) as client:
                wanted = {topic.name: new_topic(topic) for topic in some}
                told = client.create_topics(wanted, raise_errors=False)["topics"]
                check((one["name"], said(one["error_code"], one["error_message"])) for one in told)
                client.wait_for_topics(list(wanted))

    def set_configs(self, changes: Sequence[SetConfig]) -> None:
        """Set settings of topics, or give them back to the broker's default.

        Raises:
            BrokerTrouble: it was not reached, or refuses one.
        """
        by_topic: dict[str, dict[str, tuple[AlterConfigOp, str | None]]] = {}
        for one in changes:
            operation = AlterConfigOp.DELETE if one.value is None else AlterConfigOp.SET
            by_topic.setdefault(one.topic, {})[one.key] = (operation, one.value)
        for some in batches(list(by_topic.items()), TOPICS_A_REQUEST):
            asked = [ConfigResource(ConfigResourceType.TOPIC, *one) for one in some]
            with one_client(self._access) as client:
                altered = client.alter_configs(asked, raise_on_unknown=False, incremental=True)
            check((name, "" if told == "OK" else told) for name, told in altered["topic"].items())

    def set_passwords(self, passwords: Mapping[str, str]) -> None:
        """Create users, or give those that are there another password.

        Raises:
            BrokerTrouble: it was not reached, or refuses one.
        """
        for some in batches(sorted(passwords.items()), USERS_A_REQUEST):
            asked = [
                UserScramCredentialUpsertion(
                    user, SASL_MECHANISM, password, iterations=SCRAM_ITERATIONS
                )
                for user, password in some
            ]
            with one_client(self._access) as client:
                told = client.alter_user_scram_credentials(asked)
            check((name, error or "") for name, error in told.items())

    def set_quotas(self, quotas: Sequence[Quota]) -> None:
        """Say how much users may move.

        Raises:
            BrokerTrouble: it was not reached, or refuses one.
        """
        for some in batches(quotas, USERS_A_REQUEST):
            with one_client(self._access) as client:
                told = send(client, set_quotas(list(some)))
            check(
                (one.entity[0].entity_name, said(one.error_code, one.error_message))
                for one in told.entries
            )

    def add_acls(self, acls: Sequence[Acl]) -> None:
        """Permit.

        Raises:
            BrokerTrouble: it was not reached, or refuses one.
        """
        for some in batches(acls, ACLS_A_REQUEST):
            with one_client(self._access) as client:
                told = client.create_acls([kafka_acl(acl) for acl in some])
            check(("permissions", error.__name__) for error in told["failed"])

    def remove_acls(self, acls: Sequence[Acl]) -> None:
        """Take permissions and prohibitions away.

        Raises:
            BrokerTrouble: it was not reached, or refuses one.
        """
        for some in batches(acls, ACLS_A_REQUEST):
            with one_client(self._access) as client:
                told = client.delete_acls([kafka_acl_filter(acl) for acl in some])
            check(
                (str(wanted), "" if error.errno == 0 else error.__name__)
                for wanted, _, error in told
            )


def _topics(client: KafkaAdminClient) -> dict[str, Any]:
    described = {one["name"]: one for one in client.describe_topics() if not one["is_internal"]}
    found = {}
    for some in batches(sorted(described), TOPICS_A_REQUEST):
        asked = [ConfigResource(ConfigResourceType.TOPIC, name) for name in some]
        configs = client.describe_configs(asked, config_filter="all").get("topic", {})
        for name in some:
            found[name] = actual_topic(described[name], configs[name])
    return found


def _has_password(held: Mapping[str, Any]) -> bool:
    kinds = {one["mechanism"].name.replace("_", "-") for one in held["credential_infos"]}
    return SASL_MECHANISM in kinds
