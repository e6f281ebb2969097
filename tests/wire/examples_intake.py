"""Examples of what a window says: one apostille, asked for in Almaty."""

from datetime import date
from typing import Final

from events.common import LaneSize
from events.intake import (
    AcceptanceRefused,
    Applicant,
    ApplicationAccepted,
    ApplicationForwarded,
    ApplicationLodged,
    Carrier,
    NoticeGiven,
    ResultHandedOut,
    ResultReceived,
    Signed,
    StatusTold,
)
from events.law.variant import TermStart, Variant
from tests.wire.example import (
    BOTH,
    CASE,
    DELIVERER,
    DELIVERER_LANE,
    LODGED_AT,
    LODGED_ON,
    SEALED,
    TOLD,
    WINDOW,
    WINDOW_LANE,
    Example,
    digest,
)

STREAM: Final = f"application-{CASE}"
VARIANT: Final = Variant(
    channel="centre", form="paper", place="almaty", urgency="normal", conditions=("first-time",)
)
LODGED: Final = ApplicationLodged(
    on=LODGED_ON,
    at=LODGED_AT,
    service_code="apostille",
    standard_edition="1",
    variant=VARIANT,
    applicants=(
        Applicant(applicant_id="a-51c0", kind="natural", citizenship="citizen"),
        Applicant(
            applicant_id="a-51c1", kind="legal", citizenship="kz_legal", by_representative=True
        ),
    ),
    language="kk",
    documents_presented=("diploma", "identity"),
    ticket_at="2024-05-03T04:41:00Z",
    called_at="2024-05-03T04:58:30.250Z",
    source_ref="A-2024-117",
    sealed=(SEALED,),
)
ACCEPTED: Final = ApplicationAccepted(
    on=LODGED_ON,
    at="2024-05-03T05:05:00Z",
    service_code="apostille",
    standard_edition="1",
    variant=VARIANT,
    documents_accepted=("diploma", "identity"),
    identified="document",
    signed=Signed(by="applicant", eds_algorithm="gost-34.10-2015-512", verified=True),
    identifier="iin",
    consent_on="2024-05-03",
    receipt_no="2024-000117",
    deliverer=DELIVERER,
    to_lane=DELIVERER_LANE,
    told=TOLD,
    sealed=(SEALED,),
)
REFUSED: Final = AcceptanceRefused(
    on=LODGED_ON,
    transcribed=True,
    missing=("diploma",),
    ground="incomplete",
    basis="14.2",
    sealed=(SEALED,),
)
FORWARDED: Final = ApplicationForwarded(
    on=LODGED_ON,
    service_code="apostille",
    standard_edition="1",
    to_lane=DELIVERER_LANE,
    carrier=Carrier.ELECTRONIC,
    documents=("diploma", "identity"),
    start=TermStart(variant=VARIANT, accepted_on=LODGED_ON, paid_on=LODGED_ON),
)
NOTICE: Final = NoticeGiven(
    on=LODGED_ON,
    kind="receipt",
    about=f"{WINDOW_LANE}/{STREAM}:2",
    told=TOLD,
    sealed=(SEALED,),
)
STATUS: Final = StatusTold(
    on=date(2024, 5, 7),
    asked_at="2024-05-07T06:00:00Z",
    stage="accepted",
    as_of=(LaneSize(lane=WINDOW_LANE, size=7, root=digest("seven")),),
    by="portal",
)
RECEIVED: Final = ResultReceived(
    on=date(2024, 5, 10), carrier=Carrier.PAPER, result_kind="e_document"
)
HANDED_OUT: Final = ResultHandedOut(
    on=date(2024, 5, 13),
    carrier=Carrier.PAPER,
    to="representative",
    ticket_at="2024-05-13T04:00:00Z",
    called_at="2024-05-13T04:09:00Z",
)

EXAMPLES: Final = {
    "intake.application_lodged.v1": Example(stream=STREAM, to=WINDOW, data=LODGED),
    "intake.application_accepted.v1": Example(stream=STREAM, to=BOTH, data=ACCEPTED),
    "intake.acceptance_refused.v1": Example(stream=STREAM, to=WINDOW, data=REFUSED),
    "intake.application_forwarded.v1": Example(stream=STREAM, to=BOTH, data=FORWARDED),
    "intake.notice_given.v1": Example(stream=STREAM, to=BOTH, data=NOTICE),
    "intake.status_told.v1": Example(stream=STREAM, to=BOTH, data=STATUS),
    "intake.result_received.v1": Example(
        stream=STREAM,
        to=BOTH,
        causationid=f"{DELIVERER_LANE}/delivery-{CASE}:6",
        data=RECEIVED,
    ),
    "intake.result_handed_out.v1": Example(stream=STREAM, to=BOTH, data=HANDED_OUT),
}
