"""Structured logs: one JSON line a record, without path values, bodies or queries."""

import logging
from typing import Any, Final

import msgspec

from events.log.lane.clock import WallClock

LOGGER: Final = logging.getLogger("qyzmet.http")


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON: when, what, and the members that it was given."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line; of an exception its type and where it came from, never its words."""
        line: dict[str, Any] = {
            "time": WallClock().now("", ""),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **getattr(record, "members", {}),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["exception"] = record.exc_info[0].__name__
            line["at"] = _places(record.exc_info[2])
        return msgspec.json.encode(line).decode()


def _places(traceback: Any) -> list[str]:  # noqa: ANN401 -- the interpreter's
    """Give `file:line function` of each frame: what was said there may be personal data."""
    places = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        places.append(f"{code.co_filename}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return places


def say(message: str, **members: Any) -> None:  # noqa: ANN401 -- JSON
    """Write one line."""
    LOGGER.info(message, extra={"members": members})


def say_failed(error: Exception, request_id: str) -> None:
    """Write what was not foreseen: where it came from, and which request met it."""
    LOGGER.error("failed", exc_info=error, extra={"members": {"id": request_id}})
