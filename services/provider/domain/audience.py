"""Who may read what a provider says (art. 24)."""

from typing import Any

from events.common import DayClosed, InquirySent
from events.envelope import EVERYBODY
from events.provider import StandardApproved, StandardRegistered
from services.provider.domain.delivery import Delivery


def audience(data: Any, state: Any) -> set[str]:  # noqa: ANN401 -- any event of this service
    """Give the agencies, besides the own and the authority, that may read an event.

    Norms are for everybody; what is done in a case is for its window, an inquiry for its holder.
    """
    match data:
        case DayClosed() | StandardApproved() | StandardRegistered():
            return {EVERYBODY}
        case InquirySent(holder=holder):
            return {holder}
        case _:
            window = state.window if isinstance(state, Delivery) else None
            return set() if window is None else {window}
