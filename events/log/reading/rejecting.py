"""Bad events under a good root: said once a record, so that they are no weapon (protocol A14)."""

import re
from collections.abc import Sequence
from typing import Final

from events.clear import PERSONAL_NUMBER
from events.common import Act, EventRejected
from events.deciding import Header
from events.log.lane.rejected import LEAVES_SHOWN_MAX, REJECTED_BOOK, RejectedBook
from events.log.lane.work import Work, body_hash
from events.log.reading.arrivals import Verified
from events.log.reading.policies import Consequence
from events.log.tree.exact_base64 import to_base64
from events.number_shown import shows_number

REASON_CHARACTERS_MAX: Final = 500
"""Of the reason: a decoder's sentence is short."""
_QUOTED: Final = re.compile(r"(['\"]).*\1", re.DOTALL)
"""From the first quote to the last, as what is quoted may hold more of them."""


def reject(lane: str, record: Verified, actor: str, time: str) -> Consequence:
    """Make the work that records the rejection in the own lane.

    Args:
        lane: whose record it is.
        record: what it holds, checked.
        actor: who says so.
        time: an instant that is not the lane's own word, as nothing in the record is believed.
    """
    size = record.checkpoint.size

    def decide(_: RejectedBook, by: Header) -> Sequence[Act]:
        return [_rejected(lane, record, by)]

    work = Work(
        command_id=f"reject/{lane}/{size}",
        body_hash=body_hash(record.checkpoint),
        actor=actor,
        time=time,
        heard=True,
        stream=REJECTED_BOOK,
        decide=decide,
    )
    return Consequence(size, f"{lane}@{size}", [work], [])


def _rejected(lane: str, record: Verified, by: Header) -> EventRejected:
    leaves = [hash_ for _, hash_, _ in record.rejected[:LEAVES_SHOWN_MAX]]
    return EventRejected(
        **by.act(),
        lane=lane,
        size=record.checkpoint.size,
        root=to_base64(record.checkpoint.root),
        count=len(record.rejected),
        leaves=tuple(to_base64(hash_) for hash_ in leaves),
        reason=_in_clear(record.rejected[0][2]),
    )


def _in_clear(reason: str) -> str:
    """Leave out what a reason quotes of a foreign event: it may be somebody's (24)."""
    said = _QUOTED.sub("(what it says)", reason)[:REASON_CHARACTERS_MAX]
    said = PERSONAL_NUMBER.sub("(a number)", said)
    return "(what it says holds a number)" if shows_number(said) else said
