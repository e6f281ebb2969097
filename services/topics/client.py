"""A client for one operation, and what it says in words.

A client that lives on fails after a restart of the broker; so each operation has its own. What
the broker refuses is an error, also where the library only returns it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from kafka import KafkaAdminClient
from kafka.errors import KafkaError, for_code

from events.log.kafka.access import KafkaAccess
from events.log.kafka.opening import opened
from events.log.kafka.reaching import why_not_reached
from services.topics.trouble import BrokerTrouble

T = TypeVar("T")


@contextmanager
def one_client(access: KafkaAccess) -> Iterator[KafkaAdminClient]:
    """Open a client for one operation.

    Raises:
        BrokerTrouble: the broker was not reached, or the operation failed.
    """
    try:
        client = opened(KafkaAdminClient, access)
    except KafkaError as error:
        raise BrokerTrouble(why_not_reached(access)) from error
    try:
        yield client
    except KafkaError as error:
        raise BrokerTrouble(f"{access.bootstrap}, as {access.user}: {error}") from error
    finally:
        client.close()


def send(client: KafkaAdminClient, request: Any) -> Any:  # noqa: ANN401 -- the library's messages
    """Send what the library knows to encode but has no method for: quotas.

    Raises:
        KafkaError: the broker refuses the whole of it.
    """
    manager = client._manager  # noqa: SLF001 -- kafka-python 3.0.12 is pinned, and has no other way
    response = manager.run(manager.send, request)
    if getattr(response, "error_code", 0):
        raise for_code(response.error_code)(response.error_message)
    return response


def said(code: int, message: str | None) -> str:
    """Say an error of a part of an answer; empty if there is none."""
    return "" if code == 0 else f"{for_code(code).__name__} {message or ''}".rstrip()


def check(told: Iterable[tuple[str, str]]) -> None:
    """Look at each part of an answer: what it is about, and its error, empty if there is none.

    Raises:
        BrokerTrouble: with the first of the errors, and how many there are.
    """
    refused = [f"{name}: {error}" for name, error in told if error]
    if refused:
        raise BrokerTrouble(f"the broker refuses {len(refused)}; the first: {refused[0]}")


def batches(all_of: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Divide what one request cannot hold."""
    for start in range(0, len(all_of), size):
        yield all_of[start : start + size]
