"""Sentences for a complaint, from the door to what follows its decision (19)."""

from collections.abc import Callable
from typing import Any, Final

from events.complaints import (
    CheckMade,
    ComplaintDecided,
    ComplaintForwarded,
    ComplaintLodged,
    ComplaintRegistered,
    DecisionSent,
    ExaminationExtended,
    ExtensionNotified,
)
from events.complaints_after import (
    ComplaintWithdrawn,
    CourtActionReported,
    CourtOutcomeReported,
    OutcomeNotified,
    RestorationChecked,
    RestorationDemanded,
)
from services.audit.projections.narrative_course import listed, told_text


def _lodged(data: ComplaintLodged) -> str:
    return f"a complaint against {data.respondent.agency} was lodged, stage {data.stage}"


def _registered(data: ComplaintRegistered) -> str:
    return f"the complaint was registered under {data.registration_no}{told_text(data)}"


def _extended(data: ExaminationExtended) -> str:
    return f"the examination was extended by {data.by_days} working days for {data.ground}"


def _notified(data: ExtensionNotified) -> str:
    reasons = "with reasons" if data.reasons_given else "without reasons"
    return f"the applicant was told of the extension {reasons} ({data.medium})"


def _decided(data: ComplaintDecided) -> str:
    reasons = "" if data.reasons_given else ", without reasons"
    return f"the complaint was decided: {data.outcome}{reasons}"


def _checked(data: RestorationChecked) -> str:
    timely, full = ("" if one else "not " for one in (data.timely, data.full))
    return f"the restoration was checked: {timely}timely, {full}full"


COMPLAINTS: Final[dict[type[Any], Callable[[Any], str]]] = {
    ComplaintLodged: _lodged,
    ComplaintRegistered: _registered,
    ComplaintForwarded: lambda d: f"the complaint was sent to {d.to_agency} ({d.reason})",
    ExaminationExtended: _extended,
    ExtensionNotified: _notified,
    CheckMade: lambda d: "what is complained of was checked" + (" on site" if d.on_site else ""),
    ComplaintDecided: _decided,
    DecisionSent: lambda d: f"the decision was sent to the applicant ({d.medium})",
    OutcomeNotified: lambda d: f"the quality authority was told: {d.outcome}",
    RestorationDemanded: lambda d: (
        f"{d.to_agency} must restore rights by {d.by}: {listed(d.measures)}"
    ),
    RestorationChecked: _checked,
    ComplaintWithdrawn: lambda _: "the complaint was taken back",
    CourtActionReported: lambda d: f"the applicant went to court: {d.court}",
    CourtOutcomeReported: lambda d: f"the court said: {d.outcome}",
}
"""Event -> its sentence."""
