"""What a provider and a deliverer are asked to do."""

from datetime import date

from events.common import SealedPart, Told
from events.deciding import Command
from events.envelope import Name
from events.intake import Carrier
from events.law.norms import PauseEffect, StandardContents
from events.provider import Ground, Outcome


class ApproveStandard(Command, frozen=True, kw_only=True):
    """A central body approves an edition of a standard (7.1)."""

    service_code: Name
    edition: Name
    contents: StandardContents
    act_no: Name
    effective_from: date


class RecordRegistration(Command, frozen=True, kw_only=True):
    """The edition was registered (7.2)."""

    service_code: Name
    edition: Name
    registration_no: Name


class RegisterCase(Command, frozen=True, kw_only=True):
    """The deliverer has the case (8.1(10))."""

    case_id: Name
    service_code: Name
    standard_edition: Name
    window: Name
    from_lane: Name
    received_on: date
    registration_no: Name


class StartStep(Command, frozen=True, kw_only=True):
    """A step begins (11.1(2))."""

    case_id: Name
    step: Name


class CompleteStep(Command, frozen=True, kw_only=True):
    """A step ends (11.1(2))."""

    case_id: Name
    step: Name


class PauseTerm(Command, frozen=True, kw_only=True):
    """The term stands still (8.1(5))."""

    case_id: Name
    ground: Name
    until: date | None = None
    effect: PauseEffect
    told: Told | None = None


class Decide(Command, frozen=True, kw_only=True):
    """The deliverer decides (5.3(2), 8.1(8))."""

    case_id: Name
    outcome: Outcome
    grounds: tuple[Ground, ...] = ()
    reasons_given: bool
    result_kind: Name
    sealed: tuple[SealedPart, ...] = ()
    from_lane: str | None = None
    """The window's lane that says the request is withdrawn; None where an officer decides."""


class SendResult(Command, frozen=True, kw_only=True):
    """The result goes to the place of handing out (5.5(5))."""

    case_id: Name
    carrier: Carrier
    from_lane: str | None = None
    """The window's lane that has taken the case over; None where the result was not sent yet."""
