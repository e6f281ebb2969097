"""A broker of a test file's own: applying a plan takes permissions away that others need."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from events.log.kafka.access import KafkaAccess
from examples.broker.broker import Broker, NoBroker
from examples.broker.finding import find_broker
from tests.absent import skip


@contextmanager
def own_broker(folder: Path, config: pytest.Config) -> Iterator[Broker]:
    """Start one; skips aloud without, and at an address that others may use."""
    try:
        found = find_broker(folder)
    except NoBroker as absent:
        skip(config, absent)
    if not found.ours:
        pytest.skip("applying a plan would take others' permissions away at a given address")
    with found:
        yield found


def access(broker: Broker, user: str, password: str) -> KafkaAccess:
    """Come in as a user."""
    return KafkaAccess(
        bootstrap=broker.bootstrap,
        user=user,
        password=password,
        security_protocol="SASL_PLAINTEXT",
    )


def admin(broker: Broker) -> KafkaAccess:
    """Come in as the administrator."""
    return access(broker, broker.admin_user, broker.admin_password)
