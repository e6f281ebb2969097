"""What the types of the attributes cannot say (CloudEvents 1.0, "Type System"; protocol I6)."""

import re
from typing import Any, Final

from events.envelope import Recorded, moment

_has_control: Final = re.compile("[\x00-\x1f\x7f-\x9f]").search
"""What no CloudEvents String holds."""


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
