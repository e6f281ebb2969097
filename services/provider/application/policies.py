"""The provider's process on one screen: which commands follow from an event.

What comes from another lane is its word alone: the command says which lane it was, and the
decision checks that the case named that lane.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from events.complaints import ComplaintDecided
from events.complaints_after import RestorationDemanded
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.exchange import InquirySent
from events.identity import number_of
from events.intake import ApplicationForwarded, Carrier
from events.intake_course import (
    ApplicationWithdrawn,
    CaseTakenOver,
    CaseTransferred,
    DocumentsSupplemented,
)
from events.provider import REGISTER_RECORD, CaseRegistered, DecisionMade, Outcome
from events.provider_course import InquiryAnswered, InquiryReceived
from services.provider.application import complaining, inquiring
from services.provider.application.here import Here
from services.provider.domain.commands import Decide, RegisterCase, SendResult
from services.provider.domain.commands_course import ChangeHandOutPlace, ResumeTerm

PAPER: Final = "paper"


def react(event: Recorded[Any], here: Here) -> Sequence[Reaction | Ignored]:
    """Say what follows from an event, of this lane or of another.

    Args:
        event: any event that this lane may read.
        here: the own lane; an event that asks another lane for an act asks nothing here.
    """
    return (*_own(event, here), *_addressed(event, here), *_of_the_case(event))


def _own(event: Recorded[Any], here: Here) -> Iterable[Reaction | Ignored]:
    """Follow what this lane has said itself."""
    if event.lane != here.lane:
        return ()
    match event.data:
        case CaseRegistered() as case:
            return inquiring.ask_holders(event, case, here)
        case InquiryReceived() as received:
            return inquiring.answer(received, here)
        case DecisionMade() as decision:
            return _send(event.subject, decision)
        case _:
            return ()


def _addressed(event: Recorded[Any], here: Here) -> Iterable[Reaction | Ignored]:
    """Follow what asks this lane for an act, and no other."""
    if getattr(event.data, "to_lane", None) != here.lane:
        return ()
    match event.data:
        case ApplicationForwarded() as forwarded:
            return _register(event, forwarded, here)
        case InquirySent() as sent:
            return inquiring.receive(event, sent, here)
        case InquiryAnswered() as answered:
            return inquiring.note(event, answered, here)
        case RestorationDemanded() as demand:
            return complaining.demanded(event, demand)
        case _:
            return ()


def _of_the_case(event: Recorded[Any]) -> Iterable[Reaction | Ignored]:
    """Follow what a window or an examiner says of a case; the decision asks whether it may."""
    case, lane = event.subject, event.lane
    match event.data:
        case DocumentsSupplemented(documents=documents):
            return _on_case(ResumeTerm(case_id=case, documents=documents, from_lane=lane))
        case ApplicationWithdrawn() as withdrawn:
            return _withdrawn(case, withdrawn, lane)
        case CaseTransferred() as transferred:
            return _moved(case, transferred, lane)
        case CaseTakenOver():  # a result that came there before it was lost
            return _on_case(SendResult(case_id=case, carrier=Carrier.ELECTRONIC, from_lane=lane))
        case ComplaintDecided() as complaint:
            return complaining.decided(event, complaint)
        case _:
            return ()


def _register(
    event: Recorded[Any], forwarded: ApplicationForwarded, here: Here
) -> Iterator[Reaction]:
    """Policy 2."""
    return _on_case(
        RegisterCase(
            case_id=event.subject,
            service_code=forwarded.service_code,
            standard_edition=forwarded.standard_edition,
            window=here.agency_of(event.lane),
            from_lane=event.lane,
            received_on=forwarded.on,
            registration_no=number_of(event.lane, event.subject),
            start=forwarded.start,
        )
    )


def _withdrawn(
    case: str, withdrawn: ApplicationWithdrawn, lane: str
) -> Iterator[Reaction | Ignored]:
    """Policy 8: with no applicant named, all of them take the request back."""
    if withdrawn.applicants:
        yield Ignored(because="the case goes on for the other applicants")
        return
    yield from _on_case(
        Decide(
            case_id=case,
            outcome=Outcome.ENDED_BY_APPLICANT,
            reasons_given=False,
            result_kind=REGISTER_RECORD,
            from_lane=lane,
        )
    )


def _send(case: str, decision: DecisionMade) -> Iterator[Reaction | Ignored]:
    """Policy 9: what is only ended or entered in a register is not sent."""
    if decision.outcome is Outcome.ENDED_BY_APPLICANT or decision.result_kind == REGISTER_RECORD:
        yield Ignored(because="there is nothing to send: the decision itself is the end (15.3)")
        return
    carrier = Carrier.PAPER if decision.result_kind == PAPER else Carrier.ELECTRONIC
    yield from _on_case(SendResult(case_id=case, carrier=carrier))


def _moved(case: str, transferred: CaseTransferred, lane: str) -> Iterator[Reaction]:
    """Policy 11: the window that has the case says where its result is handed out."""
    window, to_lane = transferred.to_agency, transferred.to_lane
    change = ChangeHandOutPlace(case_id=case, from_lane=lane, window=window, to_lane=to_lane)
    return _on_case(change)


def _on_case(command: Any) -> Iterator[Reaction]:  # noqa: ANN401 -- any command that names a case
    yield Reaction(command=command, target=f"delivery-{command.case_id}")
