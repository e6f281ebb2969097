"""Wire name -> data: the whole language on one screen.

A new event is a Struct in its service's file and one line here. A wire name is for ever; a
forbidden change needs a new version (`python -m events.schemas check`).
"""

from typing import Any, Final

from events import (
    audit,
    common,
    complaints,
    complaints_after,
    exchange,
    intake,
    intake_course,
    keys,
    provider,
    provider_course,
)

SERVICES: Final = ("intake", "provider", "complaints", "audit")

_DAY_BOOK: Final[dict[str, type[common.Act]]] = {
    "day_closed.v1": common.DayClosed,
    "lanes_heard.v1": common.LanesHeard,
}
"""Not for audit: the ledger's days are `day_counted` and `day_judged` (protocol H9)."""

_EVERY_SERVICE: Final[dict[str, type[common.Act]]] = {
    "event_rejected.v1": common.EventRejected,
    "inquiry_sent.v1": exchange.InquirySent,
    "answer_received.v1": exchange.AnswerReceived,
    "case_disclosed.v1": exchange.CaseDisclosed,
    "record_corrected.v1": exchange.RecordCorrected,
    "finding_answered.v1": exchange.FindingAnswered,
    "key_granted.v1": keys.KeyGranted,
    "key_asked.v1": keys.KeyAsked,
    "personal_data_read.v1": keys.PersonalDataRead,
    "subject_erased.v1": keys.SubjectErased,
    "key_erased.v1": keys.KeyErased,
}

CATALOGUE: Final[dict[str, type[common.Act]]] = {
    **{f"{service}.{name}": data for service in SERVICES for name, data in _EVERY_SERVICE.items()},
    **{f"{service}.{name}": data for service in SERVICES[:3] for name, data in _DAY_BOOK.items()},
    "intake.application_lodged.v1": intake.ApplicationLodged,
    "intake.application_accepted.v1": intake.ApplicationAccepted,
    "intake.acceptance_refused.v1": intake.AcceptanceRefused,
    "intake.application_forwarded.v1": intake.ApplicationForwarded,
    "intake.notice_given.v1": intake.NoticeGiven,
    "intake.result_received.v1": intake.ResultReceived,
    "intake.result_handed_out.v1": intake.ResultHandedOut,
    "intake.status_told.v1": intake.StatusTold,
    "intake.fee_taken.v1": intake_course.FeeTaken,
    "intake.documents_supplemented.v1": intake_course.DocumentsSupplemented,
    "intake.application_withdrawn.v1": intake_course.ApplicationWithdrawn,
    "intake.case_transferred.v1": intake_course.CaseTransferred,
    "intake.case_taken_over.v1": intake_course.CaseTakenOver,
    "intake.result_returned.v1": intake_course.ResultReturned,
    "intake.complaint_handed_in.v1": intake_course.ComplaintHandedIn,
    "intake.outage_recorded.v1": intake_course.OutageRecorded,
    "provider.standard_approved.v1": provider.StandardApproved,
    "provider.standard_registered.v1": provider.StandardRegistered,
    "provider.case_registered.v1": provider.CaseRegistered,
    "provider.step_started.v1": provider.StepStarted,
    "provider.step_completed.v1": provider.StepCompleted,
    "provider.term_paused.v1": provider.TermPaused,
    "provider.decision_made.v1": provider.DecisionMade,
    "provider.result_sent.v1": provider.ResultSent,
    "provider.documents_asked.v1": provider_course.DocumentsAsked,
    "provider.term_resumed.v1": provider_course.TermResumed,
    "provider.term_extended.v1": provider_course.TermExtended,
    "provider.case_forwarded.v1": provider_course.CaseForwarded,
    "provider.hand_out_place_changed.v1": provider_course.HandOutPlaceChanged,
    "provider.case_reopened.v1": provider_course.CaseReopened,
    "provider.rights_restored.v1": provider_course.RightsRestored,
    "provider.inquiry_received.v1": provider_course.InquiryReceived,
    "provider.inquiry_answered.v1": provider_course.InquiryAnswered,
    "complaints.complaint_lodged.v1": complaints.ComplaintLodged,
    "complaints.complaint_registered.v1": complaints.ComplaintRegistered,
    "complaints.complaint_forwarded.v1": complaints.ComplaintForwarded,
    "complaints.examination_extended.v1": complaints.ExaminationExtended,
    "complaints.extension_notified.v1": complaints.ExtensionNotified,
    "complaints.check_made.v1": complaints.CheckMade,
    "complaints.complaint_decided.v1": complaints.ComplaintDecided,
    "complaints.decision_sent.v1": complaints.DecisionSent,
    "complaints.outcome_notified.v1": complaints_after.OutcomeNotified,
    "complaints.restoration_demanded.v1": complaints_after.RestorationDemanded,
    "complaints.restoration_checked.v1": complaints_after.RestorationChecked,
    "complaints.complaint_withdrawn.v1": complaints_after.ComplaintWithdrawn,
    "complaints.court_action_reported.v1": complaints_after.CourtActionReported,
    "complaints.court_outcome_reported.v1": complaints_after.CourtOutcomeReported,
    "audit.agency_registered.v1": audit.AgencyRegistered,
    "audit.calendar_adopted.v1": audit.CalendarAdopted,
    "audit.law_edition_adopted.v1": audit.LawEditionAdopted,
    "audit.lanes_accepted.v1": audit.LanesAccepted,
    "audit.day_counted.v1": audit.DayCounted,
    "audit.day_judged.v1": audit.DayJudged,
    "audit.finding_made.v1": audit.FindingMade,
    "audit.finding_superseded.v1": audit.FindingSuperseded,
    "audit.finding_reviewed.v1": audit.FindingReviewed,
}

Data = Any
"""The data of some event of the catalogue; `match` on it narrows."""


def wire_name(service: str, data: common.Act) -> str:
    """Say under which name the service publishes this data.

    Raises:
        LookupError: the service does not publish such an event.
    """
    name = _NAMES.get((service, type(data)))
    if name is None:
        raise LookupError(f"{service} publishes no {type(data).__name__}")
    return name


_NAMES: Final = {(name.partition(".")[0], data): name for name, data in CATALOGUE.items()}
