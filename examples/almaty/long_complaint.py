"""The complaint of the long case through three stages, and what the last demands (19.2-19.6)."""

from datetime import date
from typing import Final

from events.complaints import About, Respondent, Verdict
from events.provider import Outcome
from examples.almaty import agencies as a
from examples.almaty.long_case import Ids, ids
from examples.almaty.standards import ADDRESS
from examples.kazakhstan.agencies import AUTHORITY, DELIVERY_LANE, JUSTICE, JUSTICE_ALMATY
from examples.kazakhstan.cases import DESK, Mint, Step
from services.complaints.domain.commands import (
    CheckRestoration,
    DecideComplaint,
    DemandRestoration,
    ExtendExamination,
    LodgeComplaint,
    NotifyExtension,
)
from services.provider.domain.commands import Decide
from services.provider.domain.commands_course import RestoreRights

HEAD: Final = f"{JUSTICE_ALMATY}/complaints/o-91d0"
MINISTRY: Final = f"{JUSTICE}/complaints/o-5e12"
INSPECTOR: Final = f"{AUTHORITY}/complaints/o-77aa"
MEASURE: Final = "decision_changed"


def complaint(mint: Mint) -> list[Step]:
    """Give the acts of officers and of the applicant from the first decision on."""
    known = ids(mint)
    return [*_first(known), *_second(known), *_last(known), *_restored(known)]


def _first(known: Ids) -> list[Step]:
    decide = DecideComplaint(
        complaint_id=known.complaint_id,
        stage=1,
        outcome=Verdict.REFUSED,
        reasons_given=True,
        reasons=("decision_lawful",),
        participation="offered",
        contested_officers=("o-2c90",),
    )
    return [
        Step("2024-05-20T06:00:00Z", a.FIRST_STAGE, HEAD, f"decide/{known.complaint_id}-1", decide)
    ]


def _second(known: Ids) -> list[Step]:
    """Lodge with the ministry, which extends in time, tells so, and then says nothing more."""
    extend = ExtendExamination(
        complaint_id=known.complaint_id,
        stage=2,
        by_days=10,
        ground="information",
        reasons=("archive_asked",),
    )
    notify = NotifyExtension(
        complaint_id=known.complaint_id, stage=2, medium="electronic", reasons_given=True
    )
    at, key = "2024-05-23T05:00:00Z", f"{known.complaint_id}-2"
    return [
        Step("2024-05-21T05:00:00Z", a.SECOND_STAGE, MINISTRY, f"lodge/{key}", _lodged(known, 2)),
        Step(at, a.SECOND_STAGE, MINISTRY, f"extend/{key}", extend),
        Step(at, a.SECOND_STAGE, MINISTRY, f"tell/{key}", notify),
    ]


def _last(known: Ids) -> list[Step]:
    """Lodge with the authority after the silence; it finds the act unlawful."""
    decide = DecideComplaint(
        complaint_id=known.complaint_id,
        stage=3,
        outcome=Verdict.SATISFIED,
        reasons_given=True,
        reasons=("plan_misread",),
        participation="took_part",
        measures=(MEASURE,),
        measures_by=date(2024, 7, 10),
        unlawful_act=True,
        causes=("plan_not_checked",),
    )
    demand = DemandRestoration(
        complaint_id=known.complaint_id,
        stage=3,
        to_agency=JUSTICE_ALMATY,
        to_lane=DELIVERY_LANE,
        measures=(MEASURE,),
        by=date(2024, 7, 10),
    )
    key = f"{known.complaint_id}-3"
    return [
        Step("2024-06-12T05:00:00Z", a.LAST_STAGE, INSPECTOR, f"lodge/{key}", _lodged(known, 3)),
        Step("2024-07-02T06:00:00Z", a.LAST_STAGE, INSPECTOR, f"decide/{key}", decide),
        Step("2024-07-02T06:30:00Z", a.LAST_STAGE, INSPECTOR, f"demand/{key}", demand),
    ]


def _restored(known: Ids) -> list[Step]:
    decide = Decide(
        case_id=known.case_id,
        outcome=Outcome.GRANTED,
        reasons_given=True,
        result_kind="e_document",
    )
    restore = RestoreRights(
        case_id=known.case_id,
        complaint_id=known.complaint_id,
        cause=f"{a.LAST_STAGE}/complaint-{known.complaint_id}-3:3",
        measures=(MEASURE,),
    )
    check = CheckRestoration(complaint_id=known.complaint_id, stage=3, timely=True, full=True)
    at, key = "2024-07-09T05:00:00Z", known.complaint_id
    return [
        Step(at, DELIVERY_LANE, DESK, f"decide-anew/{known.case_id}", decide),
        Step("2024-07-09T05:30:00Z", DELIVERY_LANE, DESK, f"restore/{key}", restore),
        Step("2024-07-09T07:00:00Z", a.LAST_STAGE, INSPECTOR, f"check/{key}", check),
    ]


def _lodged(known: Ids, stage: int) -> LodgeComplaint:
    return LodgeComplaint(
        complaint_id=known.complaint_id,
        stage=stage,
        case_id=known.case_id,
        service_code=ADDRESS,
        respondent=Respondent(agency=JUSTICE_ALMATY, kind="deliverer"),
        about=(About(kind="decision", event=known.decision),),
        medium="electronic",
    )
