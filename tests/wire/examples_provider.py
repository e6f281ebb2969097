"""Examples of what those say who set a service's norms and those who deliver it."""

from datetime import date
from typing import Final

from events.common import Money
from events.envelope import EVERYBODY
from events.intake import Carrier
from events.law.norms import (
    Document,
    Extension,
    Fee,
    InquiryTerm,
    Pause,
    PauseEffect,
    StandardContents,
    Term,
    Waits,
)
from events.law.term import Unit
from events.law.variant import Applies, TermStart, Variant
from events.provider import (
    CaseRegistered,
    DecisionMade,
    Ground,
    GroundSource,
    Outcome,
    ResultSent,
    StandardApproved,
    StandardRegistered,
    StepCompleted,
    StepStarted,
    TermPaused,
)
from tests.wire.example import (
    BOTH,
    CASE,
    DELIVERER,
    LODGED_ON,
    SEALED,
    TOLD,
    WINDOW,
    WINDOW_LANE,
    Example,
)

STREAM: Final = f"delivery-{CASE}"
ON_PAPER: Final = Applies(
    channel=("centre",),
    form=("paper",),
    place=("almaty",),
    urgency=("normal",),
    condition=("first-time",),
)
IN_ALL_CASES: Final = Fee(amount=Money(minor=100_000, currency="KZT"))
REGISTRATION: Final = Term(
    term_id="registration",
    starts="lodged",
    ends_at="registered",
    length=1,
    unit=Unit.WORKING_DAY,
    calendar="kz",
)
STORAGE: Final = Term(
    term_id="storage",
    starts="result",
    ends_at="handed_out",
    length=1,
    unit=Unit.MONTH,
    calendar="kz",
)
INQUIRY: Final = Term(
    term_id="inquiry",
    starts="inquiry",
    ends_at="answer",
    length=1,
    unit=Unit.WORKING_DAY,
    calendar="kz",
)
CONTENTS: Final = StandardContents(
    deliverers=(DELIVERER,),
    approver="justice-ministry",
    name="Апостиль қою",
    procedure="A request is taken in, checked and answered with an apostille.",
    result_kinds=("apostille",),
    terms=(
        Term(
            term_id="result",
            applies_when=ON_PAPER,
            length=5,
            unit=Unit.WORKING_DAY,
            calendar="kz",
            week="6",
        ),
        Term(term_id="told", unit=Unit.AS_TOLD),
    ),
    pauses=(
        Pause(ground="inquiry-abroad", effect=PauseEffect.RESTART),
        Pause(
            ground="papers-awaited", effect=PauseEffect.CONTINUE, length=10, unit=Unit.WORKING_DAY
        ),
    ),
    extension=Extension(grounds=("expert-opinion",), length=10, unit=Unit.WORKING_DAY),
    channels=("centre", "portal"),
    documents=(
        Document(code="diploma", applies_when=ON_PAPER),
        Document(code="birth-record", source="registry-office"),
    ),
    fees=(Fee(applies_when=ON_PAPER, index_permille=500), IN_ALL_CASES),
    refusal_grounds=("no-original",),
    acceptance_refusal_grounds=("expired_document",),
    waits=Waits(applying=15, collecting=15),
    registration=REGISTRATION,
    storage=STORAGE,
    inquiries=(InquiryTerm(documents=("birth-record",), term=INQUIRY),),
    paper_dispatch=("centre",),
    complaint_path="kz-19",
)
APPROVED: Final = StandardApproved(
    on=date(2023, 12, 1),
    service_code="apostille",
    edition="1",
    contents=CONTENTS,
    act_no="417",
    effective_from=date(2024, 1, 1),
)
STANDARD_REGISTERED: Final = StandardRegistered(
    on=date(2023, 12, 11), service_code="apostille", edition="1", registration_no="33741"
)
CASE_REGISTERED: Final = CaseRegistered(
    on=date(2024, 5, 4),
    service_code="apostille",
    standard_edition="1",
    window=WINDOW,
    from_lane=WINDOW_LANE,
    received_on=LODGED_ON,
    registration_no="Э-2024-88",
    start=TermStart(
        variant=Variant(channel="centre", form="paper"), accepted_on=LODGED_ON, paid_on=LODGED_ON
    ),
)
PAUSED: Final = TermPaused(
    on=date(2024, 5, 6),
    ground="inquiry-abroad",
    until=date(2024, 5, 20),
    effect=PauseEffect.CONTINUE,
    told=TOLD,
)
DECIDED: Final = DecisionMade(
    on=date(2024, 5, 8),
    outcome=Outcome.REFUSED,
    grounds=(Ground(source=GroundSource.STANDARD, code="no-original", citation="8.1(8)"),),
    reasons_given=True,
    result_kind="e_document",
    supersedes=f"{STREAM}:4",
    sealed=(SEALED,),
)
SENT: Final = ResultSent(
    on=date(2024, 5, 8), to_lane=WINDOW_LANE, carrier=Carrier.ELECTRONIC, result_kind="e_document"
)
STARTED: Final = StepStarted(on=LODGED_ON, step="check", regulation_edition="apostille/1")
COMPLETED: Final = StepCompleted(on=date(2024, 5, 6), step="check")

EXAMPLES: Final = {
    "provider.standard_approved.v1": Example(
        stream="standard-apostille", to=EVERYBODY, data=APPROVED
    ),
    "provider.standard_registered.v1": Example(
        stream="standard-apostille", to=EVERYBODY, data=STANDARD_REGISTERED
    ),
    "provider.case_registered.v1": Example(
        stream=STREAM,
        to=BOTH,
        causationid=f"{WINDOW_LANE}/application-{CASE}:3",
        data=CASE_REGISTERED,
    ),
    "provider.step_started.v1": Example(stream=STREAM, to=BOTH, data=STARTED),
    "provider.step_completed.v1": Example(stream=STREAM, to=BOTH, data=COMPLETED),
    "provider.term_paused.v1": Example(stream=STREAM, to=BOTH, data=PAUSED),
    "provider.decision_made.v1": Example(stream=STREAM, to=BOTH, data=DECIDED),
    "provider.result_sent.v1": Example(stream=STREAM, to=BOTH, data=SENT),
}
