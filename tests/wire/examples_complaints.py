"""Examples of what those say who examine one complaint: the deliverer, at last the authority."""

from datetime import date
from typing import Final

from events.common import Act, Told
from events.complaints import (
    About,
    CheckMade,
    ComplaintAtBody,
    ComplaintDecided,
    ComplaintForwarded,
    ComplaintLodged,
    ComplaintRegistered,
    DecisionSent,
    ExaminationExtended,
    ExtensionNotified,
    Respondent,
    Verdict,
)
from events.complaints_after import (
    ComplaintWithdrawn,
    CourtActionReported,
    CourtOutcomeReported,
    OutcomeNotified,
    RestorationChecked,
    RestorationDemanded,
)
from events.law.complaint_path import TakenIn
from tests.wire.example import (
    AUTHORITY,
    AUTHORITY_COMPLAINTS,
    CASE,
    CENTRAL_BODY,
    COMPLAINT,
    DELIVERER,
    DELIVERER_LANE,
    SEALED,
    WINDOW,
    WINDOW_LANE,
    Example,
    readers,
)

RECEIVED_ON: Final = date(2024, 5, 13)
EXTENDED_ON: Final = date(2024, 5, 15)
"""The last day to tell of an extension: three working days before 20 May (19.6)."""
DUE: Final = Told(
    due_on=date(2024, 5, 20),
    term_id="stage-deliverer",
    norm_edition="kz/1",
    calendar_version="kz/2024/1",
)
DUE_THEN: Final = Told(
    due_on=date(2024, 6, 3),
    term_id="stage-deliverer",
    norm_edition="kz/1",
    calendar_version="kz/2024/1",
)
SENT_ON: Final = date(2024, 6, 3)
DECIDED_AT_LAST_ON: Final = date(2024, 7, 2)

RESPONDENT: Final = Respondent(agency=DELIVERER, kind="deliverer")
ABOUT: Final = (
    About(kind="decision", event=f"{DELIVERER_LANE}/delivery-{CASE}:5"),
    About(kind="item", item="8.1(8)"),
)
TAKEN_IN: Final = TakenIn(standard_edition="1", deliverer=DELIVERER)
LODGED: Final = ComplaintLodged(
    on=RECEIVED_ON,
    at="2024-05-13T06:20:00Z",
    complaint_id=COMPLAINT,
    stage=1,
    case_id=CASE,
    service_code="apostille",
    respondent=RESPONDENT,
    about=ABOUT,
    medium="paper",
    handed_in_at=WINDOW_LANE,
    received_on=RECEIVED_ON,
    taken_in=TAKEN_IN,
    sealed=(SEALED,),
)
REGISTERED: Final = ComplaintRegistered(on=RECEIVED_ON, registration_no="Ш-2024-9", told=DUE)
FORWARDED: Final = ComplaintForwarded(
    on=RECEIVED_ON,
    to_agency=CENTRAL_BODY,
    to_lane="complaints.justice",
    reason="not_competent",
    complaint=ComplaintAtBody(
        complaint_id=COMPLAINT,
        stage=1,
        case_id=CASE,
        service_code="apostille",
        respondent=RESPONDENT,
        about=ABOUT,
        medium="paper",
        handed_in_at=WINDOW_LANE,
        received_on=RECEIVED_ON,
        taken_in=TAKEN_IN,
    ),
)
EXTENDED: Final = ExaminationExtended(
    on=EXTENDED_ON,
    by_days=10,
    ground="information",
    reasons=("answer-awaited",),
    told=DUE_THEN,
    sealed=(SEALED,),
)
NOTIFIED: Final = ExtensionNotified(
    on=EXTENDED_ON, medium="paper", reasons_given=True, told=DUE_THEN, sealed=(SEALED,)
)
CHECKED: Final = CheckMade(on=date(2024, 5, 16), on_site=True)
SENT: Final = DecisionSent(on=SENT_ON, medium="paper", tells_next_step=True, sealed=(SEALED,))
OUTCOME: Final = OutcomeNotified(
    on=SENT_ON,
    registration_no="Ш-2024-9",
    registered_on=RECEIVED_ON,
    outcome=Verdict.REFUSED,
    summary=("ground-of-standard",),
)
WITHDRAWN: Final = ComplaintWithdrawn(on=date(2024, 5, 17), sealed=(SEALED,))
COURT_ACTION: Final = CourtActionReported(on=date(2024, 6, 4), court="almaty-administrative")
COURT_OUTCOME: Final = CourtOutcomeReported(
    on=date(2024, 8, 1), court="almaty-administrative", outcome="overturned"
)
DECIDED: Final = ComplaintDecided(
    on=DECIDED_AT_LAST_ON,
    outcome=Verdict.PARTLY,
    reasons_given=True,
    reasons=("ground-not-in-standard",),
    participation="took_part",
    measures=("result_issued", "fee_returned"),
    measures_by=date(2024, 7, 10),
    unlawful_act=True,
    causes=("form-out-of-date",),
    sealed=(SEALED,),
)
DEMANDED: Final = RestorationDemanded(
    on=DECIDED_AT_LAST_ON,
    to_agency=DELIVERER,
    to_lane=DELIVERER_LANE,
    measures=("result_issued", "fee_returned"),
    by=date(2024, 7, 10),
)
RESTORATION_CHECKED: Final = RestorationChecked(on=date(2024, 7, 9), timely=True, full=True)


def _first(data: Act, *others: str, cause: str | None = None) -> Example:
    """Give what the deliverer says at the first stage."""
    return Example(
        stream=f"complaint-{COMPLAINT}-1",
        subject=CASE,
        to=readers(DELIVERER, *others),
        causationid=cause,
        data=data,
    )


def _last(data: Act, cause: str | None = None) -> Example:
    """Give what the authority says at the third stage."""
    return Example(
        stream=f"complaint-{COMPLAINT}-3",
        subject=CASE,
        to=readers(AUTHORITY, DELIVERER),
        causationid=cause,
        writer=AUTHORITY_COMPLAINTS,
        data=data,
    )


EXAMPLES: Final = {
    "complaints.complaint_lodged.v1": _first(
        LODGED, WINDOW, cause=f"{WINDOW_LANE}/complaint-{COMPLAINT}:1"
    ),
    "complaints.complaint_registered.v1": _first(REGISTERED, WINDOW),
    "complaints.complaint_forwarded.v1": _first(FORWARDED, WINDOW, CENTRAL_BODY),
    "complaints.examination_extended.v1": _first(EXTENDED),
    "complaints.extension_notified.v1": _first(NOTIFIED),
    "complaints.check_made.v1": _first(CHECKED),
    "complaints.complaint_decided.v1": _last(DECIDED),
    "complaints.decision_sent.v1": _first(SENT),
    "complaints.outcome_notified.v1": _first(OUTCOME, AUTHORITY),
    "complaints.restoration_demanded.v1": _last(DEMANDED),
    "complaints.restoration_checked.v1": _last(
        RESTORATION_CHECKED, cause=f"{DELIVERER_LANE}/delivery-{CASE}:9"
    ),
    "complaints.complaint_withdrawn.v1": _first(WITHDRAWN),
    "complaints.court_action_reported.v1": _first(COURT_ACTION),
    "complaints.court_outcome_reported.v1": _first(COURT_OUTCOME),
}
