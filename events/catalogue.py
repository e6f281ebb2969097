"""Wire name -> data: the whole language on one screen.

A new event is a Struct in its service's file and one line here. A wire name is for ever; a
forbidden change needs a new version (`python -m events.schemas check`).
"""

from typing import Any, Final

from events import audit, common, intake, provider

SERVICES: Final = ("intake", "provider", "complaints", "audit")

_DAY_BOOK: Final[dict[str, type[common.Act]]] = {
    "day_closed.v1": common.DayClosed,
    "lanes_heard.v1": common.LanesHeard,
}
"""Not for audit: the ledger's days are `day_counted` and `day_judged` (protocol H9)."""

_EVERY_SERVICE: Final[dict[str, type[common.Act]]] = {
    "event_rejected.v1": common.EventRejected,
    "inquiry_sent.v1": common.InquirySent,
    "answer_received.v1": common.AnswerReceived,
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
    "provider.standard_approved.v1": provider.StandardApproved,
    "provider.standard_registered.v1": provider.StandardRegistered,
    "provider.case_registered.v1": provider.CaseRegistered,
    "provider.step_started.v1": provider.StepStarted,
    "provider.step_completed.v1": provider.StepCompleted,
    "provider.term_paused.v1": provider.TermPaused,
    "provider.decision_made.v1": provider.DecisionMade,
    "provider.result_sent.v1": provider.ResultSent,
    "audit.agency_registered.v1": audit.AgencyRegistered,
    "audit.calendar_adopted.v1": audit.CalendarAdopted,
    "audit.law_edition_adopted.v1": audit.LawEditionAdopted,
    "audit.lanes_accepted.v1": audit.LanesAccepted,
    "audit.day_counted.v1": audit.DayCounted,
    "audit.day_judged.v1": audit.DayJudged,
    "audit.finding_made.v1": audit.FindingMade,
    "audit.finding_superseded.v1": audit.FindingSuperseded,
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
