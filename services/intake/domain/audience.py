"""Who may read what a window says (art. 24)."""

from typing import Any

from events.common import DayClosed
from events.envelope import EVERYBODY
from events.intake import AcceptanceRefused, ApplicationLodged
from services.intake.domain.application import Application


def audience(data: Any, state: Any) -> set[str]:  # noqa: ANN401 -- any event of this service
    """Give the agencies, besides the own and the authority, that may read an event.

    Before acceptance nobody else; from acceptance on the deliverer too.
    """
    match data:
        case DayClosed():
            return {EVERYBODY}
        case ApplicationLodged() | AcceptanceRefused():
            return set()
        case _:
            deliverer = state.deliverer if isinstance(state, Application) else None
            return set() if deliverer is None else {deliverer}
