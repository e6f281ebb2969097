"""The intake's process on one screen: which commands follow from an event."""

from collections.abc import Sequence
from typing import Any, Final

from events.common import Act
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.intake import ApplicationAccepted, Carrier
from events.intake_course import CaseTransferred
from events.provider import ResultSent, TermPaused
from events.provider_course import (
    CaseForwarded,
    CaseReopened,
    DocumentsAsked,
    InquiryAnswered,
    TermExtended,
    TermResumed,
)
from events.words import NoticeKind
from services.intake.application.answers import note_answer
from services.intake.domain.commands import ForwardApplication, GiveNotice, ReceiveResult
from services.intake.domain.commands_course import TakeOverCase
from services.intake.domain.moving import WINDOW_LANES
from services.intake.domain.status import REOPENED
from services.intake.domain.telling import EXTENSION, PAUSE, READY, RESUME, SUPPLEMENT

ELECTRONIC = "electronic"

_NOTICES: Final[dict[type[Act], NoticeKind]] = {
    DocumentsAsked: SUPPLEMENT,
    TermPaused: PAUSE,
    TermResumed: RESUME,
    TermExtended: EXTENSION,
    CaseReopened: REOPENED,
}
"""What the applicant is told of a deliverer's acts."""


def react(event: Recorded[Any], lane: str) -> Sequence[Reaction | Ignored]:
    """Say what follows from an event, of this lane or of another.

    That a deliverer's word counts in its own cases alone, the decision checks.

    Args:
        event: any event that this lane may read.
        lane: the own lane; an event that asks another lane for an act asks nothing here.
    """
    of_a_window = event.lane.startswith(WINDOW_LANES)
    return _of_a_window(event, lane) if of_a_window else _of_a_deliverer(event, lane)


def _of_a_window(event: Recorded[Any], lane: str) -> Sequence[Reaction | Ignored]:
    match event.data:
        case ApplicationAccepted() as accepted if event.lane == lane:
            return _forward(event.subject, accepted)
        case CaseTransferred(to_lane=to_lane) if to_lane == lane:
            return _take_over(event)
        case _:
            return ()


def _of_a_deliverer(event: Recorded[Any], lane: str) -> Sequence[Reaction | Ignored]:
    match event.data:
        case ResultSent(to_lane=to_lane) as sent if to_lane == lane:
            return _receive(event.subject, sent, event.ref)
        case DocumentsAsked() | TermPaused() | TermResumed() | TermExtended() | CaseReopened():
            return _tell(event)
        case CaseForwarded():
            return _forward_on(event)
        case InquiryAnswered(to_lane=to_lane) if to_lane == lane:
            return note_answer(event, lane)
        case _:
            return ()


def _forward(case: str, accepted: ApplicationAccepted) -> Sequence[Reaction | Ignored]:
    """Policy 1: by itself if electronic; on paper it is an officer's act."""
    if accepted.variant.form != ELECTRONIC:
        return [Ignored(because="paper: an officer forwards it")]
    return _to_case(case, ForwardApplication(case_id=case, carrier=Carrier.ELECTRONIC))


def _receive(case: str, sent: ResultSent, ref: str) -> Sequence[Reaction | Ignored]:
    """Policy 10: what is electronic is here at once; paper is here when an officer has it."""
    if sent.carrier is Carrier.PAPER:
        return [Ignored(because="paper: an officer receives it")]
    receive = ReceiveResult(
        case_id=case,
        from_lane=ref.partition("/")[0],
        carrier=sent.carrier,
        result_kind=sent.result_kind,
    )
    return _to_case(case, receive, GiveNotice(case_id=case, kind=READY, about=ref))


def _tell(event: Recorded[Any]) -> Sequence[Reaction]:
    """Policy 6; and of a case that is decided anew, so that a second result is awaited (5.5(8))."""
    notice = GiveNotice(
        case_id=event.subject,
        kind=_NOTICES[type(event.data)],
        about=event.ref,
        from_lane=event.lane,
        told=getattr(event.data, "told", None),
    )
    return _to_case(event.subject, notice)


def _forward_on(event: Recorded[Any]) -> Sequence[Reaction]:
    """Tell another deliverer, who the first one says is competent (5.5(1)); papers follow."""
    data: CaseForwarded = event.data
    command = ForwardApplication(
        case_id=event.subject,
        carrier=Carrier.ELECTRONIC,
        from_lane=event.lane,
        deliverer=data.to_agency,
        to_lane=data.to_lane,
    )
    return _to_case(event.subject, command)


def _take_over(event: Recorded[Any]) -> Sequence[Reaction]:
    """Take the case over by itself: no other act of this lane says that it was handed over."""
    data: CaseTransferred = event.data
    command = TakeOverCase(
        case_id=event.subject, from_lane=event.lane, to_lane=data.to_lane, case=data.case
    )
    return _to_case(event.subject, command)


def _to_case(case: str, *commands: Any) -> Sequence[Reaction]:  # noqa: ANN401 -- any command on a case
    return [Reaction(command=one, target=f"application-{case}") for one in commands]
