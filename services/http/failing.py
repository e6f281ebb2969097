"""What went wrong becomes a problem; what was not foreseen is logged without its words."""

import asyncio
import sqlite3
from typing import Any, Final

import msgspec
from eventsourcing.persistence import PersistenceError
from litestar import Request, Response
from litestar.exceptions import HTTPException, SerializationException

from events.codec import CannotRead
from events.deciding import Refused
from events.log.lane.front import FrontClosed
from events.log.lane.keys import KeyFileUnsafe
from events.register import NotRegistered
from services.http.asking import Asked
from services.http.door import Door
from services.http.logs import say_failed
from services.http.problems import MEDIA_TYPE, Problematic, problem_of

RETRY: Final = {"Retry-After": "5"}
UNFORESEEN: Final = ("failed", "home-damaged")
"""Codes of what is logged."""
_DAMAGE: Final = (sqlite3.Error, PersistenceError, CannotRead, KeyFileUnsafe)
_OF_LITESTAR: Final = {
    404: ("path-unknown", "There is nothing at this path"),
    405: ("method-not-allowed", "This path does not know that method"),
    413: ("too-large", "The body is larger than a command may be"),
}


def answer_to(
    door: Door, request: Request[Any, Any, Any], error: Exception, asked: Asked | None
) -> Response[bytes]:
    """Answer an error with a problem.

    Args:
        door: counts it.
        request: as it came.
        error: of a handler, or of what stands before it.
        asked: what was asked, as far as it was read; its values are not repeated.
    """
    refusal, request_id = as_refusal(error), str(request.scope["state"].get("id", ""))
    if refusal.code in UNFORESEEN:
        say_failed(error, request_id)
    return problem(door, request_id, refusal, asked)


def of_litestar(door: Door, request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Answer what Litestar itself refuses, before a handler runs."""
    return answer_to(door, request, error, None)


def problem(
    door: Door, request_id: str, refusal: Refused | Problematic, asked: Asked | None = None
) -> Response[bytes]:
    """Write a problem."""
    told = problem_of(refusal, request_id, set() if asked is None else asked.values())
    door.metrics.refused(refusal.code)
    headers = dict(refusal.headers) if isinstance(refusal, Problematic) else {}
    return Response(
        msgspec.json.encode(told),
        media_type=MEDIA_TYPE,
        status_code=told.status,
        headers={"Cache-Control": "no-store", **headers},
    )


def as_refusal(error: Exception) -> Refused | Problematic:  # noqa: PLR0911 -- one a kind
    """Name what happened; of what was not foreseen nothing is told."""
    match error:
        case Refused() | Problematic():
            return error
        case FrontClosed():
            return Problematic("closing", "This process closes; the command was not taken", RETRY)
        case TimeoutError() | asyncio.TimeoutError():
            sentence = "It took too long, and may have been done: ask again under the same key"
            return Problematic("too-slow", sentence, RETRY)
        case NotRegistered():
            return Problematic("not-registered", "The lane is not in the register as known here")
        case HTTPException() | SerializationException():
            return _litestars(error)
        case _ if isinstance(error, _DAMAGE):
            sentence = "A file of the home is damaged or cannot be written; run qyzmet verify"
            return Problematic("home-damaged", sentence)
        case _:
            return Problematic("failed", "Something failed here; the log has it by `instance`")


def _litestars(error: Exception) -> Problematic:
    status = getattr(error, "status_code", 400)
    code, sentence = _OF_LITESTAR.get(status, ("request-malformed", "The request is not readable"))
    if status >= 500:  # noqa: PLR2004 -- the first of the server's own
        code, sentence = "failed", "Something failed here; the log has it by `instance`"
    headers = getattr(error, "headers", None) or {}
    allow = next((value for name, value in headers.items() if name.lower() == "allow"), None)
    return Problematic(code, sentence, {} if allow is None else {"Allow": allow})
