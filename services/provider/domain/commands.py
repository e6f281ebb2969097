"""What a provider and a deliverer are asked to do."""

from datetime import date

from events.clear import Code, Id, LaneName, NumberGiven, Text
from events.common import SealedPart, Told
from events.deciding import Command
from events.intake import Carrier
from events.law.norms import PauseEffect, StandardContents
from events.law.variant import TermStart
from events.provider import Ground, Outcome


class ApproveStandard(Command, frozen=True, kw_only=True):
    """A central body approves an edition of a standard (7.1)."""

    service_code: Code
    edition: Code
    contents: StandardContents
    act_no: Text
    effective_from: date


class RecordRegistration(Command, frozen=True, kw_only=True):
    """The edition was registered (7.2)."""

    service_code: Code
    edition: Code
    registration_no: NumberGiven


class RegisterCase(Command, frozen=True, kw_only=True):
    """The deliverer has the case (8.1(10))."""

    case_id: Id
    service_code: Code
    standard_edition: Code
    window: Id
    from_lane: LaneName
    received_on: date
    registration_no: NumberGiven
    start: TermStart | None = None
    """What the term counts from, as the window tells it."""


class StartStep(Command, frozen=True, kw_only=True):
    """A step begins (11.1(2))."""

    case_id: Id
    step: Code


class CompleteStep(Command, frozen=True, kw_only=True):
    """A step ends (11.1(2))."""

    case_id: Id
    step: Code


class PauseTerm(Command, frozen=True, kw_only=True):
    """The term stands still (8.1(5))."""

    case_id: Id
    ground: Code
    until: date | None = None
    effect: PauseEffect
    told: Told | None = None


class Decide(Command, frozen=True, kw_only=True):
    """The deliverer decides (5.3(2), 8.1(8))."""

    case_id: Id
    outcome: Outcome
    grounds: tuple[Ground, ...] = ()
    reasons_given: bool
    result_kind: Code
    sealed: tuple[SealedPart, ...] = ()
    from_lane: LaneName | None = None
    """The window's lane that says the request is withdrawn; None where an officer decides."""


class SendResult(Command, frozen=True, kw_only=True):
    """The result goes to the place of handing out (5.5(5))."""

    case_id: Id
    carrier: Carrier
    from_lane: LaneName | None = None
    """The window's lane that has taken the case over; None where the result was not sent yet."""
