"""Why a broker was not reached: the client says one thing for all causes, and says it slowly."""

import socket
from typing import Final

from events.log.kafka.access import BOOTSTRAP_TIMEOUT_MS, KafkaAccess

PROBE_SECONDS: Final = 1.0
"""Until one address must take a connection: on a line that carries lanes it takes milliseconds."""


def why_not_reached(access: KafkaAccess) -> str:
    """Say in words what is the matter with a broker that the client could not reach.

    Returns:
        A sentence that names addresses and user, and never the password.
    """
    heard = [address for address in access.bootstrap.split(",") if _listens(address)]
    if not heard:
        return f"no broker hears at {access.bootstrap}"
    return (
        f"{heard[0]} hears, but does not let {access.user} in within "
        f"{BOOTSTRAP_TIMEOUT_MS // 1000} s: wrong user or password, "
        f"not {access.security_protocol}, another certificate, or the broker stands still"
    )


def why_no_answer(access: KafkaAccess) -> str:
    """Say in words what is the matter with a broker that let the client in, and then fell silent.

    Returns:
        A sentence that names addresses, and never the password.
    """
    if not any(_listens(address) for address in access.bootstrap.split(",")):
        return f"no broker hears at {access.bootstrap}"
    return (
        f"{access.bootstrap} gave no answer in time: "
        "the topic was deleted a moment ago, or the broker stands still"
    )


def _listens(address: str) -> bool:
    host, _, port = address.strip().rpartition(":")
    if not port.isdecimal():
        return False
    try:
        with socket.create_connection((host.strip("[]"), int(port)), timeout=PROBE_SECONDS):
            return True
    except (OSError, OverflowError):
        return False
