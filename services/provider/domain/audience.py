"""Who may read what a provider says (art. 24)."""

from collections.abc import Callable
from typing import Any

from events.common import DayClosed
from events.envelope import EVERYBODY
from events.exchange import InquirySent
from events.provider import StandardApproved, StandardRegistered
from events.provider_course import RightsRestored
from services.provider.domain.answering import Answering
from services.provider.domain.delivery import Delivery


def audience(data: Any, state: Any, agency_of: Callable[[str], str | None]) -> set[str]:  # noqa: ANN401 -- any event of this service
    """Give the agencies, besides the own and the authority, that may read an event.

    Norms are for everybody; what is done in a case is for its window, an inquiry for its holder
    and its answer for the asker; how rights were restored also for the body that asked for it.

    Args:
        data: of the event.
        state: of its stream, after it.
        agency_of: lane -> its agency, as registered; None if nobody has registered it.
    """
    match data:
        case DayClosed() | StandardApproved() | StandardRegistered():
            return {EVERYBODY}
        case InquirySent(holder=holder):
            return {holder}
        case RightsRestored(to_lane=str(lane)):
            return _window(state) | _named(agency_of(lane))
        case _:
            return _window(state)


def _window(state: Any) -> set[str]:  # noqa: ANN401 -- any aggregate of this service
    match state:
        case Delivery(window=agency) | Answering(asker=agency):
            return _named(agency)
        case _:
            return set()


def _named(agency: str | None) -> set[str]:
    return set() if agency is None else {agency}
