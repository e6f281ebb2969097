"""A client that is not let in leaves nothing behind, however often it tries."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer
from kafka.errors import KafkaTimeoutError
from kafka.net.compat import KafkaNetClient

from events.log.kafka.access import KafkaAccess
from events.log.kafka.opening import opened

pytestmark = pytest.mark.usefixtures("sockets_of_the_library")

TRIES, TRY_MS = 3, 200
ABSENT = KafkaAccess(bootstrap="127.0.0.1:1", user="intake.almaty", password="none")  # noqa: S106 -- it opens nothing
each_kind = pytest.mark.parametrize("kind", [KafkaAdminClient, KafkaConsumer, KafkaProducer])


def left_behind(attempt: Callable[[], Any]) -> int:
    """Fail some times, and give how many threads that leaves, each with its sockets."""
    threads = threading.active_count()
    for _ in range(TRIES):
        with pytest.raises(KafkaTimeoutError):
            attempt()
    return threading.active_count() - threads


@each_kind
def test_a_client_that_is_not_let_in_leaves_no_thread(kind: Any) -> None:  # noqa: ANN401 -- the library's
    assert left_behind(lambda: opened(kind, ABSENT, bootstrap_timeout_ms=TRY_MS)) == 0


def test_without_that_each_try_would_leave_a_thread() -> None:
    left: list[KafkaNetClient] = []

    def network(**configured: Any) -> KafkaNetClient:  # noqa: ANN401 -- the library's
        left.append(KafkaNetClient(**configured))
        return left[-1]

    bare = {**ABSENT.settings(), "bootstrap_timeout_ms": TRY_MS, "kafka_client": network}

    threads = left_behind(lambda: KafkaAdminClient(**bare))

    for one in left:
        one.close()
    assert threads == TRIES
