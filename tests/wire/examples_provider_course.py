"""Examples of what else a deliverer says: it asks, pauses, moves, answers, restores."""

from datetime import date
from typing import Final

from events.common import Money
from events.law.norms import PauseEffect
from events.law.term import Unit
from events.provider_course import (
    CaseForwarded,
    CaseReopened,
    DocumentsAsked,
    HandOutPlaceChanged,
    InquiryAnswered,
    InquiryReceived,
    RightsRestored,
    TermExtended,
    TermResumed,
)
from tests.wire.example import (
    AUTHORITY,
    AUTHORITY_COMPLAINTS,
    BOTH,
    CASE,
    COMPLAINT,
    DELIVERER,
    HOLDER,
    OTHER_WINDOW,
    OTHER_WINDOW_LANE,
    SEALED,
    TOLD,
    WINDOW,
    WINDOW_LANE,
    Example,
    readers,
)
from tests.wire.examples_provider import STREAM

HELD: Final = "answering-8c1f"
"""The stream in which a holder keeps the question of another agency."""
QUESTION: Final = "provider.registry-office/inquiry-8c1f:1"
DEMAND: Final = f"{AUTHORITY_COMPLAINTS.lane}/complaint-{COMPLAINT}-3:5"

ASKED: Final = DocumentsAsked(
    on=date(2024, 5, 6),
    documents=("diploma",),
    answer_by=date(2024, 5, 8),
    ground="illegible",
    sealed=(SEALED,),
)
RESUMED: Final = TermResumed(
    on=date(2024, 5, 20), ground="inquiry-abroad", effect=PauseEffect.RESTART, told=TOLD
)
EXTENDED: Final = TermExtended(
    on=date(2024, 5, 8), ground="expert-opinion", length=10, unit=Unit.WORKING_DAY, told=TOLD
)
FORWARDED: Final = CaseForwarded(
    on=date(2024, 5, 4),
    to_agency="justice-astana",
    to_lane="provider.justice-astana",
    reason="not_competent",
)
PLACE_CHANGED: Final = HandOutPlaceChanged(
    on=date(2024, 5, 8), window=OTHER_WINDOW, from_lane=OTHER_WINDOW_LANE
)
REOPENED: Final = CaseReopened(
    on=date(2024, 7, 3), complaint_id=COMPLAINT, cause=DEMAND, by=date(2024, 7, 10)
)
RESTORED: Final = RightsRestored(
    on=date(2024, 7, 9),
    complaint_id=COMPLAINT,
    cause=DEMAND,
    to_lane=AUTHORITY_COMPLAINTS.lane,
    measures=("result_issued", "fee_returned"),
    amount=Money(minor=184_600, currency="KZT"),
)
QUESTIONED: Final = InquiryReceived(
    on=date(2024, 5, 3),
    inquiry=QUESTION,
    case_id=CASE,
    asker=HOLDER,
    kind="information",
    documents=("apostille-record",),
    legal_basis="5.5(4)",
    told=TOLD,
)
ANSWERED: Final = InquiryAnswered(
    on=date(2024, 5, 4),
    inquiry=QUESTION,
    case_id=CASE,
    to_lane="provider.registry-office",
    outcome="not_held",
    ground="never-issued",
    documents=("apostille-record",),
    sealed=(SEALED,),
)

WITH_AUTHORITY: Final = readers(WINDOW, DELIVERER, AUTHORITY)
WITH_ASKER: Final = readers(DELIVERER, HOLDER)
EXAMPLES: Final = {
    "provider.documents_asked.v1": Example(stream=STREAM, to=BOTH, data=ASKED),
    "provider.term_resumed.v1": Example(
        stream=STREAM,
        to=BOTH,
        causationid=f"{WINDOW_LANE}/application-{CASE}:8",
        data=RESUMED,
    ),
    "provider.term_extended.v1": Example(stream=STREAM, to=BOTH, data=EXTENDED),
    "provider.case_forwarded.v1": Example(stream=STREAM, to=BOTH, data=FORWARDED),
    "provider.hand_out_place_changed.v1": Example(
        stream=STREAM,
        to=readers(WINDOW, DELIVERER, OTHER_WINDOW),
        causationid=f"{OTHER_WINDOW_LANE}/application-{CASE}:1",
        data=PLACE_CHANGED,
    ),
    "provider.case_reopened.v1": Example(
        stream=STREAM, to=WITH_AUTHORITY, causationid=DEMAND, data=REOPENED
    ),
    "provider.rights_restored.v1": Example(
        stream=STREAM, to=WITH_AUTHORITY, causationid=DEMAND, data=RESTORED
    ),
    "provider.inquiry_received.v1": Example(
        stream=HELD, to=WITH_ASKER, causationid=QUESTION, data=QUESTIONED
    ),
    "provider.inquiry_answered.v1": Example(stream=HELD, to=WITH_ASKER, data=ANSWERED),
}
