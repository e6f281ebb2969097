"""One good example of each thing that a provider is asked or says: an apostille in Almaty."""

from datetime import date
from typing import Final

from msgspec.structs import replace

from events.acts.inquiry import Inquiry, NoteAnswer, SendInquiry
from events.intake import Carrier
from events.law.norm_book import Standard
from events.law.norms import Document, Extension, InquiryTerm, Pause, PauseEffect, Term
from events.law.term import Unit
from events.law.variant import Applies, TermStart, Variant
from events.provider import Ground, GroundSource, Outcome
from examples.kazakhstan import standard as apostille
from examples.kazakhstan.agencies import CENTRE, WINDOW_LANE
from services.provider.domain import delivering
from services.provider.domain.commands import (
    CompleteStep,
    Decide,
    PauseTerm,
    RegisterCase,
    SendResult,
    StartStep,
)
from services.provider.domain.delivery import Delivery
from services.provider.domain.standard import StandardEditions
from tests.given import TODAY, given, live

CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
HOLDER: Final = "akimat-architecture"
YEARS_LATER: Final = date(2029, 1, 1)

APPROVE: Final = apostille.approve()
RECORD: Final = apostille.register()
REGISTER: Final = RegisterCase(
    case_id=CASE,
    service_code=apostille.SERVICE,
    standard_edition=apostille.EDITION,
    window=CENTRE,
    from_lane=WINDOW_LANE,
    received_on=TODAY,
    registration_no="R-117",
    start=TermStart(variant=Variant(channel="centre", form="paper"), accepted_on=TODAY),
)
START: Final = StartStep(case_id=CASE, step="examine")
COMPLETE: Final = CompleteStep(case_id=CASE, step="examine")
PAUSE: Final = PauseTerm(
    case_id=CASE, ground="documents_awaited", until=date(2024, 5, 20), effect=PauseEffect.CONTINUE
)
GRANT: Final = Decide(
    case_id=CASE, outcome=Outcome.GRANTED, reasons_given=False, result_kind="e_document"
)
LISTED: Final = Ground(source=GroundSource.STANDARD, code="sample_mismatch", citation="item 9")
TURN_DOWN: Final = Decide(
    case_id=CASE,
    outcome=Outcome.REFUSED,
    grounds=(LISTED,),
    reasons_given=True,
    result_kind="e_document",
)
SEND: Final = SendResult(case_id=CASE, carrier=Carrier.ELECTRONIC)
ASK: Final = SendInquiry(
    inquiry_id="i-1",
    case_id=CASE,
    holder=HOLDER,
    to_lane=f"provider.{HOLDER}",
    kind="information",
    documents=("plan",),
    legal_basis="5.5(4)",
)
NOTE: Final = NoteAnswer(
    inquiry_id="i-1",
    case_id=CASE,
    outcome="provided",
    answer=f"provider.{HOLDER}/answering-i-1:2",
    documents=("plan",),
)

ANSWER_TERM: Final = Term(term_id="inquiry", length=1, unit=Unit.WORKING_DAY, calendar="kz")
CONTENTS: Final = replace(
    apostille.CONTENTS,
    pauses=(
        Pause(ground="documents_awaited", effect=PauseEffect.CONTINUE),
        Pause(ground="hearing", effect=PauseEffect.RESTART, length=10),
    ),
    extension=Extension(grounds=("expert_opinion",), length=10, unit=Unit.WORKING_DAY),
    documents=(
        *apostille.CONTENTS.documents,
        Document(code="plan", source=HOLDER),
        Document(
            code="notary_record", source=HOLDER, applies_when=Applies(condition=("by_notary",))
        ),
    ),
    inquiries=(InquiryTerm(term=ANSWER_TERM),),
)
STANDARD: Final = Standard(
    service_code=apostille.SERVICE,
    edition=apostille.EDITION,
    contents=CONTENTS,
    approved_by="provider.justice/standard-apostille:1",
    registered=True,
)

NO_EDITION: Final = StandardEditions(service_code=apostille.SERVICE)
APPROVED: Final = given(NO_EDITION, *NO_EDITION.approve(APPROVE, live(), may_approve=True))
IN_USE: Final = given(APPROVED, *APPROVED.record_registration(RECORD, live()))

ABSENT: Final = Delivery(case_id=CASE)
REGISTERED: Final = given(ABSENT, *delivering.register(ABSENT, REGISTER, live()))
DECIDED: Final = given(REGISTERED, *delivering.decide(REGISTERED, GRANT, live(), STANDARD))
SENT: Final = given(DECIDED, *delivering.send(DECIDED, SEND, live()))
UNASKED: Final = Inquiry(inquiry_id="i-1")
ASKED: Final = given(UNASKED, *UNASKED.send(ASK, live()))
ANSWERED: Final = given(ASKED, *ASKED.note_answer(NOTE, live()))
