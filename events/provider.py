"""What those say who set a service's norms and those who deliver it (art. 5, 7, 8, 11)."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from events.clear import Citation, Code, Edition, EventId, Id, LaneName, Number, Text
from events.common import Act, SealedPart, Told
from events.intake import Carrier
from events.law.norms import PauseEffect, StandardContents
from events.law.variant import TermStart


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
    code: Code
    citation: Citation


class StandardApproved(Act, frozen=True, kw_only=True):
    """What a service must be, as data (7, 8)."""

    service_code: Code
    edition: Code
    contents: StandardContents
    act_no: Text
    effective_from: date


class StandardRegistered(Act, frozen=True, kw_only=True):
    """The edition is registered and in use (7.2)."""

    service_code: Code
    edition: Code
    registration_no: Number


class CaseRegistered(Act, frozen=True, kw_only=True):
    """The deliverer has the case (8.1(10))."""

    service_code: Code
    standard_edition: Code
    window: Id
    """The agency where the request was taken in."""
    from_lane: LaneName
    """Its lane."""
    received_on: date
    registration_no: Number
    start: TermStart | None = None
    """As the window that took the request in has told it."""


class StepStarted(Act, frozen=True, kw_only=True):
    """A step of the regulation began (11.1(2))."""

    step: Code
    regulation_edition: Edition | None = None


class StepCompleted(Act, frozen=True, kw_only=True):
    """A step of the regulation ended (11.1(2))."""

    step: Code
    regulation_edition: Edition | None = None


class TermPaused(Act, frozen=True, kw_only=True):
    """The term stands still on a ground of the standard (8.1(5))."""

    ground: Code
    until: date | None = None
    effect: PauseEffect
    told: Told | None = None
    """The new date, where one was told."""


class DecisionMade(Act, frozen=True, kw_only=True):
    """The deliverer decides the case (5.3(2), 8.1(4), 8.1(8), 15.3)."""

    outcome: Outcome
    grounds: tuple[Ground, ...] = ()
    reasons_given: bool
    result_kind: Code
    """`e_document`, `paper` or `register_record`."""
    supersedes: EventId | None = None
    sealed: tuple[SealedPart, ...] = ()


class ResultSent(Act, frozen=True, kw_only=True):
    """The result is on its way to the place of handing out (5.5(5))."""

    to_lane: LaneName
    carrier: Carrier
    result_kind: Code
