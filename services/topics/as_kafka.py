"""Parts of a plan as kafka-python has them, and back."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from kafka.admin import (
    ACL,
    ACLFilter,
    ACLOperation,
    ACLPermissionType,
    ACLResourcePatternType,
    ResourcePattern,
    ResourcePatternFilter,
    ResourceType,
)
from kafka.protocol.admin import AlterClientQuotasRequest, DescribeClientQuotasRequest

from services.topics.declared import Acl, Quota, Topic
from services.topics.difference import ActualTopic

EVERY_ACL: Final = ACLFilter(
    principal=None,
    host=None,
    operation=ACLOperation.ANY,
    permission_type=ACLPermissionType.ANY,
    resource_pattern=ResourcePatternFilter(ResourceType.ANY, None, ACLResourcePatternType.ANY),
)
PRODUCE: Final = "producer_byte_rate"
FETCH: Final = "consumer_byte_rate"
_ANY_NAME: Final = 2
"""Of a match in DescribeClientQuotas: any name, but not the default (KIP-546)."""
_OVERRIDE: Final = "DYNAMIC_TOPIC_CONFIG"
"""Where a setting comes from that was set for one topic."""


def new_topic(topic: Topic) -> dict[str, Any]:
    """Give what a topic is created from."""
    return {
        "num_partitions": topic.partitions,
        "replication_factor": topic.replication,
        "configs": dict(topic.configs),
    }


def actual_topic(described: Mapping[str, Any], configs: Mapping[str, Any]) -> ActualTopic:
    """Read a topic from its metadata and its settings."""
    partitions = described["partitions"]
    return ActualTopic(
        partitions=len(partitions),
        replication=min((len(one["replica_nodes"]) for one in partitions), default=0),
        configs={name: str(config["value"]) for name, config in configs.items()},
        overrides=frozenset(
            name for name, config in configs.items() if config["config_source"] == _OVERRIDE
        ),
    )


def kafka_acl(acl: Acl) -> ACL:
    """Give a permission as the library creates it."""
    return ACL(acl.principal, acl.host, *_operation(acl), _pattern(acl, ResourcePattern))


def kafka_acl_filter(acl: Acl) -> ACLFilter:
    """Give what fits this permission and no other."""
    return ACLFilter(
        acl.principal, acl.host, *_operation(acl), _pattern(acl, ResourcePatternFilter)
    )


def _operation(acl: Acl) -> tuple[ACLOperation, ACLPermissionType]:
    return ACLOperation[acl.operation.upper()], ACLPermissionType[acl.permission.upper()]


def _pattern(acl: Acl, kind: type[ResourcePatternFilter]) -> ResourcePatternFilter:
    resource = ResourceType[acl.resource.upper()]
    return kind(resource, acl.name, ACLResourcePatternType[acl.pattern.upper()])


def actual_acl(acl: ACL) -> Acl:
    """Read a permission as the broker holds it."""
    place = acl.resource_pattern
    return Acl(
        principal=acl.principal,
        resource=place.resource_type.name.lower(),
        name=place.resource_name,
        pattern=place.pattern_type.name.lower(),
        operation=acl.operation.name.lower(),
        permission=acl.permission_type.name.lower(),
        host=acl.host,
    )


def every_quota() -> DescribeClientQuotasRequest:
    """Ask for the quotas of all users that have one of their own."""
    kind = DescribeClientQuotasRequest.ComponentData
    component = kind(entity_type="user", match_type=_ANY_NAME, match=None)
    return DescribeClientQuotasRequest(components=[component], strict=True)


def actual_quotas(response: Any) -> Iterator[Quota]:  # noqa: ANN401 -- the library's message
    """Read what users may move."""
    for entry in response.entries or ():
        values = {one.key: int(one.value) for one in entry.values}
        yield Quota(
            user=entry.entity[0].entity_name, produce=values.get(PRODUCE), fetch=values.get(FETCH)
        )


def set_quotas(quotas: list[Quota]) -> AlterClientQuotasRequest:
    """Ask for these quotas."""
    kind = AlterClientQuotasRequest.EntryData
    entries = [
        kind(
            entity=[kind.EntityData(entity_type="user", entity_name=quota.user)],
            ops=[_rate(PRODUCE, quota.produce), _rate(FETCH, quota.fetch)],
        )
        for quota in quotas
    ]
    return AlterClientQuotasRequest(entries=entries, validate_only=False)


def _rate(key: str, value: int | None) -> Any:  # noqa: ANN401 -- the library's message
    kind = AlterClientQuotasRequest.EntryData.OpData
    return kind(key=key, value=float(value or 0), remove=value is None)
