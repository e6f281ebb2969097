"""One good example of each thing that a window is asked or says: an apostille in Almaty."""

from typing import Final

from msgspec.structs import replace

from events.common import Act, Money
from events.intake import Applicant, Carrier, Signed
from events.intake_course import CaseAtWindow
from events.law.norm_book import Standard
from events.law.norms import StandardContents
from events.law.variant import Variant
from examples.kazakhstan.agencies import DELIVERY_LANE, JUSTICE_ALMATY
from examples.kazakhstan.standard import CONTENTS, DOCUMENTS, EDITION, SERVICE
from services.intake.domain import (
    accepting,
    applicants,
    handing_out,
    moving,
    storing,
    taking_in,
)
from services.intake.domain.application import Application
from services.intake.domain.commands import (
    AcceptApplication,
    ForwardApplication,
    GiveNotice,
    HandOutResult,
    LodgeApplication,
    ReceiveResult,
    RefuseAcceptance,
    TellStatus,
)
from services.intake.domain.commands_course import (
    ReturnResult,
    SupplyDocuments,
    TakeFee,
    TakeOverCase,
    TransferCase,
    Withdraw,
)
from services.intake.domain.status import Status
from services.intake.domain.window import Window
from tests.given import given, live, made_at
from tests.intake.realm import (
    AGENCIES,
    HERE,
    OTHER_WINDOW,
    OTHER_WINDOW_LANE,
    UNNAMED,
    UNNAMED_LANE,
)
from tests.law.calendars_of_kz import KZ

CASE: Final = "5d0e4c61f0a94b1e4f10433808ba46bd"
APPLICANT: Final = Applicant(applicant_id="a-51c0", kind="natural", citizenship="citizen")
PAPER: Final = Variant(channel="centre", form="paper")
ELECTRONIC: Final = Variant(channel="portal", form="electronic")

LODGE: Final = LodgeApplication(
    case_id=CASE,
    service_code=SERVICE,
    variant=PAPER,
    applicants=(APPLICANT,),
    language="kk",
    documents_presented=DOCUMENTS,
)
ACCEPT: Final = AcceptApplication(
    case_id=CASE,
    documents_accepted=DOCUMENTS,
    identified="identity_card",
    signed=Signed(by="applicant", eds_algorithm="gost-2015", verified=True),
    identifier="iin",
    receipt_no="A-2024-000117",
    deliverer=JUSTICE_ALMATY,
    to_lane=DELIVERY_LANE,
)
REFUSE: Final = RefuseAcceptance(
    case_id=CASE, missing=("identity_document",), ground="incomplete", basis="14.2"
)
FORWARD: Final = ForwardApplication(case_id=CASE, carrier=Carrier.ELECTRONIC)
ON_TO_ASTANA: Final = ForwardApplication(
    case_id=CASE,
    carrier=Carrier.ELECTRONIC,
    from_lane=DELIVERY_LANE,
    deliverer=UNNAMED,
    to_lane=UNNAMED_LANE,
)
"""What follows from the deliverer's word that another one is competent."""
NOTICE: Final = GiveNotice(case_id=CASE, kind="receipt", about=f"intake.almaty-1/{CASE}:2")
RECEIVE: Final = ReceiveResult(case_id=CASE, carrier=Carrier.ELECTRONIC, result_kind="e_document")
HAND_OUT: Final = HandOutResult(
    case_id=CASE, carrier=Carrier.PAPER, to="applicant", identified="identity_card"
)
TELL: Final = TellStatus(
    case_id=CASE, asked_at="2024-05-06T09:00:00Z", by="contact_centre", applicant_id="a-51c0"
)
SUPPLY: Final = SupplyDocuments(
    case_id=CASE, documents=("power_of_attorney",), carrier=Carrier.ELECTRONIC
)
WITHDRAW: Final = Withdraw(case_id=CASE, applicants=("a-51c0",))
TRANSFER: Final = TransferCase(
    case_id=CASE, to_agency=OTHER_WINDOW, to_lane=OTHER_WINDOW_LANE, reason="applicant_moved"
)
TAKE: Final = TakeFee(
    case_id=CASE,
    amount=Money(minor=184_600, currency="KZT"),
    method="card",
    receipt_no="F-2024-31",
)
RETURN: Final = ReturnResult(case_id=CASE, carrier=Carrier.PAPER)


def standard(contents: StandardContents = CONTENTS, *, registered: bool = True) -> Standard:
    return Standard(
        service_code=SERVICE,
        edition=EDITION,
        contents=contents,
        approved_by=f"provider.justice/standard-{SERVICE}:1",
        registered=registered,
    )


CENTRE: Final = Window(
    lane=HERE,
    is_centre=True,
    only_deliverer=None,
    standard=standard(),
    calendars={"kz": KZ},
    agency_of=AGENCIES.get,
)
COUNTER: Final = replace(CENTRE, is_centre=False)
"""A deliverer's own."""

ABSENT: Final = Application(case_id=CASE)


def lodged(command: LodgeApplication = LODGE) -> Act:
    (event,) = taking_in.lodge(ABSENT, command, live(), CENTRE)
    return event


LODGED: Final = given(ABSENT, lodged())
LODGED_ELECTRONIC: Final = given(ABSENT, lodged(replace(LODGE, variant=ELECTRONIC)))
REFUSED: Final = given(
    LODGED,
    *taking_in.refuse_acceptance(
        LODGED, replace(REFUSE, ground="expired_document"), live(), CENTRE
    ),
)
ACCEPTANCE: Final = accepting.accept(LODGED, ACCEPT, live(), CENTRE)[0]
ACCEPTANCE_ELECTRONIC: Final = accepting.accept(LODGED_ELECTRONIC, ACCEPT, live(), CENTRE)[0]
ACCEPTED: Final = given(LODGED, ACCEPTANCE)
ACCEPTED_ELECTRONIC: Final = given(LODGED_ELECTRONIC, ACCEPTANCE_ELECTRONIC)
FORWARDED: Final = given(ACCEPTED, *handing_out.forward(ACCEPTED, FORWARD, live(), CENTRE))
READY: Final = given(FORWARDED, *handing_out.receive_result(FORWARDED, RECEIVE, live()))
CLOSED: Final = given(READY, *handing_out.hand_out(READY, HAND_OUT, live()))
UNCLAIMED: Final = given(READY, *storing.return_result(READY, RETURN, live(), CENTRE))
WITHDRAWN: Final = given(FORWARDED, *applicants.withdraw(FORWARDED, WITHDRAW, live()))
ELSEWHERE: Final = given(FORWARDED, *moving.transfer(FORWARDED, TRANSFER, live(), CENTRE))

AT_WINDOW: Final[CaseAtWindow] = FORWARDED.the_case()
TAKE_OVER: Final = TakeOverCase(
    case_id=CASE, from_lane=OTHER_WINDOW_LANE, to_lane=HERE, case=AT_WINDOW
)
TAKEN_OVER: Final = given(ABSENT, *moving.take_over(ABSENT, TAKE_OVER, live(), CENTRE))
"""A case that another window has accepted."""
THEIRS: Final = made_at(OTHER_WINDOW_LANE, "case 1")
"""A case whose id that window made."""

EVERY_STATUS: Final = {
    Status.ABSENT: ABSENT,
    Status.LODGED: LODGED,
    Status.REFUSED: REFUSED,
    Status.ACCEPTED: ACCEPTED,
    Status.WITH_DELIVERER: FORWARDED,
    Status.READY: READY,
    Status.CLOSED: CLOSED,
    Status.UNCLAIMED: UNCLAIMED,
    Status.WITHDRAWN: WITHDRAWN,
    Status.ELSEWHERE: ELSEWHERE,
}


def but(*statuses: Status) -> list[Application]:
    """Give an application in each other state."""
    return [state for status, state in EVERY_STATUS.items() if status not in statuses]
