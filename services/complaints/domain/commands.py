"""What a body that examines complaints is asked to do (art. 19)."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from events.clear import Code, Id, LaneName, NumberGiven, Ref
from events.common import SealedPart, Told
from events.complaints import DAYS_MAX, About, Respondent, Verdict
from events.law.complaint_path import TakenIn
from events.words import CourtOutcome, ForwardReason, Medium, Participation
from services.complaints.domain.addressed import ToComplaint


class LodgeComplaint(ToComplaint, frozen=True, kw_only=True):
    """A complaint reaches this body, competent or not (19.1)."""

    case_id: Id | None = None
    service_code: Code | None = None
    respondent: Respondent
    about: tuple[About, ...] = ()
    medium: Medium
    handed_in_at: LaneName | None = None
    """The window's lane that took it."""
    received_on: date | None = None
    """When it came to the place of receipt; None: on the day of the act."""
    previous: Ref | None = None
    """`<lane>/<event id>` of the last event of the stage before."""
    taken_in: TakenIn | None = None
    """How the request complained of was taken in, as far as is known."""
    from_lane: LaneName | None = None
    """The lane that tells of it; None where the applicant brings it to an officer."""
    sealed: tuple[SealedPart, ...] = ()


class RegisterComplaint(ToComplaint, frozen=True, kw_only=True):
    """The complaint goes on the books (19.4(1))."""

    registration_no: NumberGiven
    told: Told | None = None
    """What was told, if the act is told afterwards."""


class ForwardComplaint(ToComplaint, frozen=True, kw_only=True):
    """The complaint goes to the body that is competent (19.2, 19.3)."""

    to_agency: Id
    to_lane: LaneName
    reason: ForwardReason


class ExtendExamination(ToComplaint, frozen=True, kw_only=True):
    """The examination takes longer (19.6)."""

    by_days: Annotated[int, Meta(ge=1, le=DAYS_MAX)]
    """Working days."""
    ground: Code
    reasons: tuple[Code, ...] = ()
    told: Told | None = None
    """What was told, if the act is told afterwards."""
    sealed: tuple[SealedPart, ...] = ()


class NotifyExtension(ToComplaint, frozen=True, kw_only=True):
    """The applicant is told that it takes longer, and why (19.6)."""

    medium: Medium
    reasons_given: bool
    told: Told | None = None
    """What was told, if the act is told afterwards."""
    sealed: tuple[SealedPart, ...] = ()


class MakeCheck(ToComplaint, frozen=True, kw_only=True):
    """What is complained of is checked (19.6(1))."""

    on_site: bool


class DecideComplaint(ToComplaint, frozen=True, kw_only=True):
    """The body decides (19.4, 19.5)."""

    outcome: Verdict
    reasons_given: bool
    reasons: tuple[Code, ...] = ()
    participation: Participation
    measures: tuple[Code, ...] = ()
    measures_by: date | None = None
    unlawful_act: bool = False
    causes: tuple[Code, ...] = ()
    contested_officers: tuple[Code, ...] = ()
    """Random ids of the officers who acted, as the acts named in `about` bear them."""
    sealed: tuple[SealedPart, ...] = ()


class SendDecision(ToComplaint, frozen=True, kw_only=True):
    """The decision goes to the applicant (19.4)."""

    medium: Medium | None = None
    """None: the medium in which the complaint came."""
    tells_next_step: bool
    sealed: tuple[SealedPart, ...] = ()


class NotifyOutcome(ToComplaint, frozen=True, kw_only=True):
    """The quality authority hears of registration and outcome (19.4)."""

    summary: tuple[Code, ...] = ()


class DemandRestoration(ToComplaint, frozen=True, kw_only=True):
    """The quality authority demands that infringed rights be restored (19.5(2))."""

    to_agency: Id
    to_lane: LaneName
    measures: tuple[Code, ...]
    by: date | None = None


class CheckRestoration(ToComplaint, frozen=True, kw_only=True):
    """Whether the restoration was timely and full (19.5(3))."""

    timely: bool
    full: bool


class WithdrawComplaint(ToComplaint, frozen=True, kw_only=True):
    """The applicant takes the complaint back."""

    sealed: tuple[SealedPart, ...] = ()


class ReportCourtAction(ToComplaint, frozen=True, kw_only=True):
    """The applicant went to court (19.8)."""

    court: Code


class ReportCourtOutcome(ToComplaint, frozen=True, kw_only=True):
    """What the court said (19.8)."""

    court: Code
    outcome: CourtOutcome
