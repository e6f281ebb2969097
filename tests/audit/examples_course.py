"""Examples of what else is said in the course of a case: fees, papers, questions, corrections."""

from datetime import date

from events.common import LaneSize, Money
from events.exchange import AnswerReceived, InquirySent, RecordCorrected
from events.intake import Carrier, ResultHandedOut, StatusTold
from events.intake_course import (
    CaseAtWindow,
    CaseTakenOver,
    CaseTransferred,
    DocumentsSupplemented,
    FeeTaken,
)
from events.keys import PersonalDataRead
from events.law.norms import PauseEffect
from events.law.term import Unit
from events.provider_course import (
    DocumentsAsked,
    InquiryAnswered,
    RightsRestored,
    TermExtended,
    TermResumed,
)
from events.words import Correctable, InquiryOutcome
from tests.audit import examples as x

NEXT_WINDOW = "intake.astana-1"
"""The window that takes a case over."""


def fee(minor: int, on: str = "2024-05-03", currency: str = "KZT") -> FeeTaken:
    amount = Money(minor=minor, currency=currency)
    return FeeTaken(on=x.day(on), amount=amount, method="card", receipt_no="f-1")


def fee_returned(minor: int, on: str = "2024-05-13") -> RightsRestored:
    return RightsRestored(
        on=x.day(on),
        cause="complaints.justice/complaint-1:3",
        measures=("fee_returned",),
        amount=Money(minor=minor, currency="KZT"),
    )


def asked(*documents: str, on: str = "2024-05-06", answer_by: str | None = None) -> DocumentsAsked:
    by = None if answer_by is None else x.day(answer_by)
    return DocumentsAsked(
        on=x.day(on), documents=documents, answer_by=by, ground="documents_awaited"
    )


def supplemented(
    *documents: str, on: str = "2024-05-07", carrier: Carrier = Carrier.ELECTRONIC
) -> DocumentsSupplemented:
    return DocumentsSupplemented(on=x.day(on), documents=documents, carrier=carrier)


def inquired(
    *documents: str,
    on: str = "2024-05-03",
    to_lane: str | None = x.HOLDER_LANE,
    kind: str = "information",
) -> InquirySent:
    return InquirySent(
        on=x.day(on),
        case_id=x.CASE,
        holder=x.HOLDER,
        to_lane=to_lane,
        kind=kind,
        documents=documents,
        legal_basis="5.5(4)",
    )


def answered(
    inquiry: str,
    *documents: str,
    on: str = "2024-05-06",
    outcome: InquiryOutcome = "provided",
    ground: str | None = None,
) -> InquiryAnswered:
    return InquiryAnswered(
        on=x.day(on),
        inquiry=inquiry,
        case_id=x.CASE,
        to_lane=x.DELIVERER_LANE,
        outcome=outcome,
        ground=ground,
        documents=documents,
    )


def answer_noted(*documents: str, on: str = "2024-05-06") -> AnswerReceived:
    return AnswerReceived(on=x.day(on), case_id=x.CASE, outcome="provided", documents=documents)


def resumed(on: str, ground: str = "inquiry", new_date: str | None = None) -> TermResumed:
    return TermResumed(
        on=x.day(on),
        ground=ground,
        effect=PauseEffect.CONTINUE,
        told=None if new_date is None else x.told(x.day(new_date)),
    )


def extended(
    on: str, length: int, ground: str = "check", new_date: str | None = None
) -> TermExtended:
    return TermExtended(
        on=x.day(on),
        ground=ground,
        length=length,
        unit=Unit.WORKING_DAY,
        told=None if new_date is None else x.told(x.day(new_date)),
    )


def handed_out(
    on: str, ticket_at: str | None = None, called_at: str | None = None
) -> ResultHandedOut:
    return ResultHandedOut(
        on=x.day(on),
        carrier=Carrier.ELECTRONIC,
        to="applicant",
        ticket_at=ticket_at,
        called_at=called_at,
    )


def status_told(stage: str, on: str = "2024-05-06") -> StatusTold:
    size = LaneSize(lane=x.WINDOW, size=1, root="A" * 43 + "=")
    return StatusTold(
        on=x.day(on), asked_at=f"{on}T05:00:00Z", stage=stage, as_of=(size,), by="portal"
    )


def data_read(on: str = "2024-05-06") -> PersonalDataRead:
    return PersonalDataRead(
        on=x.day(on), case_id=x.CASE, key_id="k-1", parts=("names",), ground="case", role="officer"
    )


def corrected(on: str, corrects: str, field: Correctable = "on") -> RecordCorrected:
    return RecordCorrected(
        on=x.day(on),
        case_id=x.CASE,
        corrects=corrects,
        field=field,
        value="2024-05-09",
        ground="slip",
    )


_AT_WINDOW = CaseAtWindow(
    service_code="apostille",
    standard_edition="1",
    variant=x.VARIANT,
    applicants=x.LODGED.applicants,
    receipt_no="r-1",
    deliverer=x.DELIVERER,
    deliverer_lane=x.DELIVERER_LANE,
    told=x.told(x.MAY_10),
)


def transferred(on: date = x.MAY_3) -> CaseTransferred:
    return CaseTransferred(
        on=on, to_agency="astana", to_lane=NEXT_WINDOW, reason="moved", case=_AT_WINDOW
    )


def taken_over(on: date = x.MAY_3) -> CaseTakenOver:
    return CaseTakenOver(on=on, from_agency=x.CENTRE, from_lane=x.WINDOW, case=_AT_WINDOW)
