"""What follows from inquiries, at who asks and at who holds (policies 3 to 5; 5.5(4), 16.1(2))."""

from collections.abc import Iterator

from events.acts.inquiry import NoteAnswer, SendInquiry
from events.deciding import Ignored, Reaction
from events.envelope import Recorded
from events.exchange import InquirySent
from events.provider import CaseRegistered
from events.provider_course import InquiryAnswered, InquiryReceived
from services.provider.application.here import Here
from services.provider.domain.answering import answering_id
from services.provider.domain.asking_holders import INFORMATION, questions
from services.provider.domain.commands_course import AnswerInquiry, ReceiveInquiry


def ask_holders(
    event: Recorded[CaseRegistered], case: CaseRegistered, here: Here
) -> Iterator[Reaction | Ignored]:
    """Policy 3: who holds a document of the standard is asked for it, never the applicant."""
    deliverer = here.deliverer(case.service_code, case.standard_edition)
    for question in questions(event.subject, event.ref, case.on, deliverer):
        yield _ask(question)


def _ask(question: SendInquiry) -> Reaction | Ignored:
    if question.to_lane is None:
        (document,) = question.documents
        return Ignored(
            because=f"{question.holder} keeps no lane, or several: an officer asks for {document}"
        )
    return Reaction(command=question, target=f"inquiry-{question.inquiry_id}")


def receive(event: Recorded[InquirySent], sent: InquirySent, here: Here) -> Iterator[Reaction]:
    """Policy 4: the holder has the question."""
    command = ReceiveInquiry(
        inquiry=event.ref,
        case_id=sent.case_id,
        asker=here.agency_of(event.lane),
        kind=sent.kind,
        documents=sent.documents,
        legal_basis=sent.legal_basis,
        told=sent.told,
    )
    yield Reaction(command=command, target=_answering(event.ref))


def answer(received: InquiryReceived, here: Here) -> Iterator[Reaction | Ignored]:
    """Policy 4: an integrated register answers by itself; else an officer."""
    found = None
    if here.registers is not None and received.kind == INFORMATION:
        found = here.registers.answer(received.case_id, received.documents)
    if found is None:
        yield Ignored(because="on the holder's to-do list: an officer answers")
        return
    command = AnswerInquiry(
        inquiry=received.inquiry, outcome=found.outcome, documents=found.documents
    )
    yield Reaction(command=command, target=_answering(received.inquiry))


def note(
    event: Recorded[InquiryAnswered], answered: InquiryAnswered, here: Here
) -> Iterator[Reaction | Ignored]:
    """Policy 5: the asker notes the answer to its own question."""
    lane, _, event_id = answered.inquiry.partition("/")
    stream = event_id.rpartition(":")[0]
    category, _, inquiry_id = stream.partition("-")
    if lane != here.lane or category != "inquiry" or not inquiry_id:
        yield Ignored(because=f"{answered.inquiry} is no question of this lane")
        return
    command = NoteAnswer(
        inquiry_id=inquiry_id,
        case_id=answered.case_id,
        outcome=answered.outcome,
        answer=event.ref,
        documents=answered.documents,
    )
    yield Reaction(command=command, target=stream)


def _answering(inquiry: str) -> str:
    return f"answering-{answering_id(inquiry)}"
