"""What nobody may ask for: an id that the lane's own work takes, a live act on another day."""

import re
from collections.abc import Sequence
from typing import Any, Final

from msgspec.structs import replace

from events.common import Act
from events.deciding import Header, Refused, refuse
from events.log.lane.work import Work

_OWN: Final = re.compile(r"(close|reject)/|(intake|provider|complaints|audit)\.[a-z0-9-]+/")
"""What ids of closings, rejections and policies begin with (protocol E3, H8)."""


def asked(work: Work) -> Work:
    """Give a work as somebody asks for it: refused if nobody may."""
    if _OWN.match(work.command_id):
        sentence = f"Command ids such as {work.command_id!r} are the lane's own"
        return _refused(work, refuse("command-id-reserved", sentence, "protocol E3"))
    if work.on is not None and not work.transcribed:
        sentence = "A live act has the day on which it is done; only one told afterwards brings it"
        return _refused(replace(work, on=None), refuse("day-not-given", sentence, "protocol B2"))
    return work


def _refused(work: Work, refusal: Refused) -> Work:
    def decide(_state: Any, _by: Header) -> Sequence[Act]:  # noqa: ANN401 -- any aggregate
        raise refusal

    return replace(work, decide=decide)
