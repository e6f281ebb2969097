"""The process of a complaint on one screen: which commands follow from an event."""

from collections.abc import Sequence
from typing import Any, Final

from events.acts.inquiry import NoteAnswer
from events.complaints import (
    ComplaintAtBody,
    ComplaintDecided,
    ComplaintForwarded,
    ComplaintLodged,
)
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.identity import number_of
from events.intake_course import ComplaintHandedIn
from events.known import Known
from events.provider_course import InquiryAnswered, RightsRestored
from services.complaints.application.handlers import stream
from services.complaints.application.knowing import competence, complaints_lane
from services.complaints.domain.addressed import ToComplaint, stage_of
from services.complaints.domain.commands import (
    ForwardComplaint,
    LodgeComplaint,
    NotifyOutcome,
    RegisterComplaint,
    SendDecision,
)

Reactions = Sequence[Reaction | Ignored]
_HANDED_ON: Final = set(ComplaintAtBody.__struct_fields__) - {"handed_in_at", "received_on"}
"""What is taken of a complaint as another body tells it."""


def react(event: Recorded[Any], lane: str, agency: str, known: Known) -> Reactions:
    """Say what follows from an event, of this lane or of another.

    Args:
        event: any event that this lane may read.
        lane: the own lane; an event that asks another lane for an act asks nothing here.
        agency: the body whose lane it is.
        known: agencies and norms as known here now.
    """
    if event.lane == lane:
        return _own(event, agency, known)
    data = event.data
    match data:
        case ComplaintHandedIn(to_lane=to_lane) if to_lane == lane:
            return _take_in(event.lane, data)
        case ComplaintForwarded(to_lane=to_lane) if to_lane == lane:
            return _take_over(event.lane, data)
        case InquiryAnswered(to_lane=to_lane) if to_lane == lane:
            return _note(event, data, lane)
        case RightsRestored(to_lane=to_lane) if to_lane == lane:
            return [Ignored(because="rights are said to be restored: an officer checks it (19.5)")]
        case _:
            return ()


def _own(event: Recorded[Any], agency: str, known: Known) -> Reactions:
    match event.data:
        case ComplaintLodged():
            return _admit(event, event.data, agency, known)
        case ComplaintDecided():
            own_word = competence(known, agency, None).is_authority
            return _answer(event.stream, event.data, to_authority=not own_word)
        case _:
            return ()


def _take_in(window: str, handed_in: ComplaintHandedIn) -> Reactions:
    """Policy 12: the term counts from the day of handing in, at the place of receipt."""
    command = LodgeComplaint(
        complaint_id=handed_in.complaint_id,
        case_id=handed_in.case_id,
        service_code=handed_in.service_code,
        respondent=handed_in.respondent,
        about=handed_in.about,
        medium=handed_in.medium,
        handed_in_at=window,
        received_on=handed_in.on,
        taken_in=handed_in.taken_in,
        from_lane=window,
    )
    return [_to(command)]


def _take_over(sender: str, forwarded: ComplaintForwarded) -> Reactions:
    """Policy 14: it reaches who is competent when it is sent there.

    What a window took in is an officer's to lodge (19.2): its id is not the sender's, nor is the
    window's day.
    """
    complaint = forwarded.complaint
    if complaint is None:
        return [Ignored(because="it comes beside the lanes: an officer lodges it")]
    command = LodgeComplaint(
        **{name: getattr(complaint, name) for name in _HANDED_ON},
        received_on=forwarded.on,
        from_lane=sender,
    )
    return [_to(command)]


def _admit(event: Recorded[Any], lodged: ComplaintLodged, agency: str, known: Known) -> Reactions:
    """Policy 13; one that comes back is not sent away again, nor is one that nobody would get."""
    way = competence(known, agency, lodged)
    body = way.elsewhere(lodged.stage)
    to_lane = None if body is None else complaints_lane(known, body)
    if body is None or to_lane is None or event.version > 1:
        id_, stage = lodged.complaint_id, lodged.stage
        no = number_of(event.lane, id_, stage)
        register = RegisterComplaint(complaint_id=id_, stage=stage, registration_no=no)
        return [_to(register)]
    forward = ForwardComplaint(
        complaint_id=lodged.complaint_id,
        stage=lodged.stage,
        to_agency=body,
        to_lane=to_lane,
        reason=way.why_not_here(),
    )
    return [_to(forward)]


def _answer(stream_name: str, decided: ComplaintDecided, *, to_authority: bool) -> Reactions:
    """Policy 15; of its own decision the authority needs no notice."""
    complaint_id, stage = stage_of(stream_name.partition("-")[2])
    send = SendDecision(complaint_id=complaint_id, stage=stage, tells_next_step=True)
    notify = NotifyOutcome(complaint_id=complaint_id, stage=stage, summary=decided.reasons)
    return [_to(send), _to(notify)] if to_authority else [_to(send)]


def _note(event: Recorded[Any], answered: InquiryAnswered, lane: str) -> Reactions:
    """Policy 5: the answer names the question, and that must be one of this lane."""
    asker, _, question = answered.inquiry.partition("/")
    category, _, inquiry_id = question.rpartition(":")[0].partition("-")
    if asker != lane or category != "inquiry":
        return [Ignored(because=f"{answered.inquiry} is no inquiry of this lane")]
    command = NoteAnswer(
        inquiry_id=inquiry_id,
        case_id=event.subject,
        outcome=answered.outcome,
        answer=event.ref,
        documents=answered.documents,
    )
    return [Reaction(command=command, target=f"inquiry-{inquiry_id}")]


def _to(command: ToComplaint) -> Reaction:
    return Reaction(command=command, target=stream(command))
