"""What follows a decision on a complaint: notice, restoration, withdrawal, court (19.4-19.8)."""

from datetime import date

from events.clear import Code, Id, LaneName, Number
from events.common import Act, SealedPart
from events.complaints import Verdict
from events.words import CourtOutcome


class OutcomeNotified(Act, frozen=True, kw_only=True):
    """One notice to the quality authority: registration and outcome (19.4)."""

    registration_no: Number
    registered_on: date
    outcome: Verdict
    summary: tuple[Code, ...] = ()


class RestorationDemanded(Act, frozen=True, kw_only=True):
    """The quality authority demands that infringed rights be restored (19.5(2))."""

    to_agency: Id
    to_lane: LaneName
    measures: tuple[Code, ...]
    by: date


class RestorationChecked(Act, frozen=True, kw_only=True):
    """Whether the restoration was timely and full (19.5(3))."""

    timely: bool
    full: bool


class ComplaintWithdrawn(Act, frozen=True, kw_only=True):
    """The applicant takes the complaint back; lateness till then stays a fact."""

    sealed: tuple[SealedPart, ...] = ()


class CourtActionReported(Act, frozen=True, kw_only=True):
    """The applicant went to court, at whatever stage; the stage runs on (19.8)."""

    court: Code


class CourtOutcomeReported(Act, frozen=True, kw_only=True):
    """What the court said; it does not decide the complaint (19.8)."""

    court: Code
    outcome: CourtOutcome
