"""What those say who set a service's norms and those who deliver it (art. 5, 7, 8, 11)."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from events.common import Act, SealedPart, Told
from events.envelope import Name
from events.intake import Carrier
from events.law.norms import PauseEffect, StandardContents


class Outcome(StrEnum):
    """How a case was decided."""

    GRANTED = "granted"
    REFUSED = "refused"
    LEFT_UNEXAMINED = "left_unexamined"
    ENDED_BY_APPLICANT = "ended_by_applicant"
    GRANTED_BY_LAW = "granted_by_law"


class GroundSource(StrEnum):
    """Where a ground of refusal is said to stand (5.3(2), 8.1(8))."""

    STANDARD = "standard"
    ACT = "act"


REGISTER_RECORD = "register_record"
"""A result that is an entry in a register: made by the decision, never sent (15.3)."""


class Ground(Struct, frozen=True, kw_only=True):
    """A ground of refusal as the decision names it."""

    source: GroundSource
    code: Name
    citation: Name


class StandardApproved(Act, frozen=True, kw_only=True):
    """What a service must be, as data (7, 8)."""

    service_code: Name
    edition: Name
    contents: StandardContents
    act_no: Name
    effective_from: date


class StandardRegistered(Act, frozen=True, kw_only=True):
    """The edition is registered and in use (7.2)."""

    service_code: Name
    edition: Name
    registration_no: Name


class CaseRegistered(Act, frozen=True, kw_only=True):
    """The deliverer has the case (8.1(10))."""

    service_code: Name
    standard_edition: Name
    window: Name
    """The agency where the request was taken in."""
    from_lane: Name
    """Its lane."""
    received_on: date
    registration_no: Name


class StepStarted(Act, frozen=True, kw_only=True):
    """A step of the regulation began (11.1(2))."""

    step: Name
    regulation_edition: str | None = None


class StepCompleted(Act, frozen=True, kw_only=True):
    """A step of the regulation ended (11.1(2))."""

    step: Name
    regulation_edition: str | None = None


class TermPaused(Act, frozen=True, kw_only=True):
    """The term stands still on a ground of the standard (8.1(5))."""

    ground: Name
    until: date | None = None
    effect: PauseEffect
    told: Told | None = None
    """The new date, where one was told."""


class DecisionMade(Act, frozen=True, kw_only=True):
    """The deliverer decides the case (5.3(2), 8.1(4), 8.1(8), 15.3)."""

    outcome: Outcome
    grounds: tuple[Ground, ...] = ()
    reasons_given: bool
    result_kind: Name
    """`e_document`, `paper` or `register_record`."""
    supersedes: str | None = None
    sealed: tuple[SealedPart, ...] = ()


class ResultSent(Act, frozen=True, kw_only=True):
    """The result is on its way to the place of handing out (5.5(5))."""

    to_lane: Name
    carrier: Carrier
    result_kind: Name
