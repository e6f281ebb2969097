"""What a process says of itself: one JSON line each, to its standard error, for an operator."""

import logging
import sys
from collections.abc import Sequence
from typing import Final

from services.http.logs import JsonLines

LOGGER: Final = logging.getLogger("qyzmet")


def log_as_json() -> None:
    """Write all that is logged as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("kafka").setLevel(
        logging.CRITICAL
    )  # What it warns of, the loops say in words.


def alarm_in_log(sentence: str) -> None:
    """Log what an operator must know; alarms name lanes and topics, never a person."""
    LOGGER.warning(sentence)


def started(lanes: Sequence[str], address: str, port: int) -> None:
    """Log what is served, and where."""
    members = {"lanes": lanes, "address": address, "port": port}
    LOGGER.info("serving", extra={"members": members})
