"""What the types of the attributes cannot say (CloudEvents 1.0, "Type System"; protocol I6)."""

import re
from typing import Any, Final

from events.envelope import INSTANT, Recorded, moment

_has_control: Final = re.compile("[\x00-\x1f\x7f-\x9f]").search
"""What no CloudEvents String holds."""

ACTOR: Final = re.compile(r"[^/]+/[^/]+/[^/]+")
"""`<agency>/<unit>/<officer>` (protocol I5)."""
_STREAM: Final = re.compile(r"[a-z]+-[a-z0-9-]+")
_INSTANT: Final = re.compile(INSTANT)


def odd_header(*, actor: str, command_id: str, time: str, stream: str) -> str:
    """Say what of a command could not be signed so that others read it; empty if all could.

    Constraints on types are checked when bytes are read; what is written is checked here.
    """
    if not ACTOR.fullmatch(actor):
        return f"actor {actor!r} has not three parts <agency>/<unit>/<officer>"
    if not command_id or _has_control(actor + command_id):
        return f"command id {command_id!r} is empty, or it or the actor holds a control character"
    if not _INSTANT.fullmatch(time):
        return f"time {time!r} is no instant in UTC, as 2024-05-03T05:05:00Z"
    if not _STREAM.fullmatch(stream):
        return f"stream {stream!r} is not <category>-<id> of [a-z0-9-]"
    return ""


def odd_attribute(event: Recorded[Any]) -> str:
    """Say which attribute is not what it must be: a time that never was, a control character.

    Returns:
        A sentence; empty if all are well.
    """
    try:
        moment(event.time)
    except ValueError as never:
        return f"time {event.time!r}: {never}"
    optional = (event.causationid or "", event.commandid or "")
    if _has_control(
        "".join((event.id, event.source, event.subject, event.actor, event.to, *optional))
    ):
        return f"an attribute of {event.id!r} holds a control character"
    return ""
