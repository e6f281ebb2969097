"""What those say who examine complaints: every stage at every body (art. 19)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from events.clear import Code, Id, LaneName, Number, Ref
from events.common import Act, SealedPart, Told
from events.law.complaint_path import TakenIn
from events.words import AboutKind, ForwardReason, Medium, Participation, RespondentKind

Stage = Annotated[int, Meta(ge=1, le=9)]
"""From 1; the law has three, or two where the central body itself renders (19.2, 19.3)."""
DAYS_MAX = 365
"""Working days by which an examination may be said to be extended: more is a slip of the pen."""


class Respondent(Struct, frozen=True, kw_only=True):
    """Whom the complaint is against (19.1)."""

    agency: Id
    kind: RespondentKind


class About(Struct, frozen=True, kw_only=True):
    """What is complained of: a result, a decision, an action, an omission, an item of the norm."""

    kind: AboutKind
    event: Ref | None = None
    """`<lane>/<event id>` of the act, where it is known."""
    item: Code | None = None
    """A code of the standard or of the law."""


class Verdict(StrEnum):
    """How a complaint ended at one stage (19.4)."""

    SATISFIED = "satisfied"
    PARTLY = "partly"
    REFUSED = "refused"
    NOT_RECORDED = "not_recorded"


class ComplaintLodged(Act, frozen=True, kw_only=True):
    """A complaint has reached a body, competent or not (19.1)."""

    complaint_id: Id
    stage: Stage
    case_id: Id | None = None
    service_code: Code | None = None
    respondent: Respondent
    about: tuple[About, ...]
    medium: Medium
    handed_in_at: LaneName | None = None
    """The window's lane that took it."""
    received_on: date
    """When it came to the place of receipt: from here the stage's term counts (19.2)."""
    previous: Ref | None = None
    """`<lane>/<event id>` of the last event of the stage before."""
    taken_in: TakenIn | None = None
    sealed: tuple[SealedPart, ...] = ()


class ComplaintRegistered(Act, frozen=True, kw_only=True):
    """The complaint is on the books of the body that must examine it (19.4(1))."""

    registration_no: Number
    told: Told | None = None


class ComplaintAtBody(Struct, frozen=True, kw_only=True):
    """What a body must know of a complaint that another one has received."""

    complaint_id: Id
    stage: Stage
    case_id: Id | None = None
    service_code: Code | None = None
    respondent: Respondent
    about: tuple[About, ...]
    medium: Medium
    handed_in_at: LaneName | None = None
    received_on: date
    previous: Ref | None = None
    taken_in: TakenIn | None = None


class ComplaintForwarded(Act, frozen=True, kw_only=True):
    """Another body is competent (19.2, 19.3)."""

    to_agency: Id
    to_lane: LaneName
    reason: ForwardReason
    complaint: ComplaintAtBody | None = None
    """None where it goes there beside the lanes."""


class ExaminationExtended(Act, frozen=True, kw_only=True):
    """The time is extended for a check or for information (19.6)."""

    by_days: Annotated[int, Meta(ge=1, le=DAYS_MAX)]
    """Working days."""
    ground: Code
    """`check` or `information`."""
    reasons: tuple[Code, ...] = ()
    told: Told | None = None
    sealed: tuple[SealedPart, ...] = ()


class ExtensionNotified(Act, frozen=True, kw_only=True):
    """The applicant is told of the extension, with reasons, in the complaint's medium (19.6)."""

    medium: Medium
    reasons_given: bool
    told: Told | None = None
    sealed: tuple[SealedPart, ...] = ()


class CheckMade(Act, frozen=True, kw_only=True):
    """What is complained of was checked (19.6(1))."""

    on_site: bool


class ComplaintDecided(Act, frozen=True, kw_only=True):
    """The body decides, with reasons (19.4, 19.5)."""

    outcome: Verdict
    reasons_given: bool
    reasons: tuple[Code, ...] = ()
    participation: Participation
    measures: tuple[Code, ...] = ()
    measures_by: date | None = None
    unlawful_act: bool = False
    causes: tuple[Code, ...] = ()
    """Studied causes of the dissatisfaction: the quality authority's duty (19.5(1))."""
    sealed: tuple[SealedPart, ...] = ()


class DecisionSent(Act, frozen=True, kw_only=True):
    """The decision is on its way to the applicant (19.4)."""

    medium: Medium
    tells_next_step: bool
    sealed: tuple[SealedPart, ...] = ()
