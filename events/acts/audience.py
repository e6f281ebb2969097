"""Who may read the acts that every service has (24)."""

from collections.abc import Callable
from typing import Any

from events.acts.keys import Key
from events.exchange import (
    AnswerReceived,
    CaseDisclosed,
    FindingAnswered,
    InquirySent,
    RecordCorrected,
)
from events.keys import KeyAsked, KeyErased, KeyGranted, PersonalDataRead, SubjectErased
from events.known import Known

Audience = Callable[[Any, Any], set[str]]
"""(data, its stream's state after it) -> agencies, besides the own and the authority."""


def with_acts(audience: Audience, known: Callable[[], Known]) -> Audience:
    """Give a service's audience, completed by that of the acts that every service has.

    Args:
        audience: of the service's own events.
        known: reads what the instance knows of agencies now.
    """

    def readers(data: Any, state: Any) -> set[str]:  # noqa: ANN401 -- any event, any aggregate
        act = of_act(data, state, known().register.agency_id)
        return audience(data, state) if act is None else act

    return readers


def of_act(data: Any, state: Any, agency_of: Callable[[str], str | None]) -> set[str] | None:  # noqa: ANN401 -- any event, any aggregate
    """Give the readers of an act that every service has; None of any other event.

    An erasure is for all to whom the lane has granted the key, its confirmation for who asked for
    it. What an agency says of itself is for the authority alone.

    Args:
        data: what the event says.
        state: its stream after it.
        agency_of: lane -> its agency, as registered.
    """
    match data:
        case (
            KeyGranted(reader=agency) | InquirySent(holder=agency) | CaseDisclosed(to_agency=agency)
        ):
            return {agency}
        case KeyAsked(to_lane=lane):
            return _named(agency_of(lane))
        case SubjectErased():
            return set(state.readers) if isinstance(state, Key) else set()
        case KeyErased(erasure=erasure):
            return _named(agency_of(erasure.partition("/")[0]))
        case PersonalDataRead() | RecordCorrected() | FindingAnswered() | AnswerReceived():
            return set()
        case _:
            return None


def _named(agency: str | None) -> set[str]:
    return set() if agency is None else {agency}
