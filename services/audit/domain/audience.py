"""Who may read what the authority says (protocol C4)."""

from typing import Any

from events.audit import FindingMade, FindingReviewed, FindingSuperseded, LanesAccepted
from events.common import EventRejected
from events.envelope import EVERYBODY


def audience(data: Any, state: Any) -> set[str]:  # noqa: ANN401, ARG001 -- the port's shape
    """Give the agencies, besides the own, that may read an event."""
    match data:
        case LanesAccepted(agency=agency):
            return {agency}
        case FindingMade() | FindingReviewed() | FindingSuperseded():
            return {data.charged}
        case EventRejected():
            return set()
        case _:
            return {EVERYBODY}
