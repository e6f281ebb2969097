"""What a window is asked to do on the straight way of a case."""

from events.common import LaneSize, SealedPart, Told
from events.deciding import Command
from events.envelope import Instant, Name
from events.intake import Applicant, Carrier, Signed
from events.law.variant import Variant


class LodgeApplication(Command, frozen=True, kw_only=True):
    """A request reaches the window (4, 12)."""

    case_id: Name
    service_code: Name
    standard_edition: str | None = None
    """None: the edition in use."""
    variant: Variant
    applicants: tuple[Applicant, ...]
    language: Name
    documents_presented: tuple[str, ...] = ()
    ticket_at: Instant | None = None
    called_at: Instant | None = None
    source_ref: str | None = None
    sealed: tuple[SealedPart, ...] = ()


class AcceptApplication(Command, frozen=True, kw_only=True):
    """The window takes the request in and tells the applicant a date (14.2-14.4, 15.2)."""

    case_id: Name
    documents_accepted: tuple[str, ...] = ()
    identified: str | None = None
    signed: Signed
    identifier: Name
    consent_on: str | None = None
    receipt_no: Name
    deliverer: Name
    to_lane: Name
    told: Told | None = None
    """What was told, if the act is told afterwards or the norm leaves the date open."""
    sealed: tuple[SealedPart, ...] = ()


class RefuseAcceptance(Command, frozen=True, kw_only=True):
    """A centre does not take the request in (14.2)."""

    case_id: Name
    missing: tuple[str, ...] = ()
    ground: Name
    basis: Name
    sealed: tuple[SealedPart, ...] = ()


class ForwardApplication(Command, frozen=True, kw_only=True):
    """The request goes to the deliverer (14.1, 15.1)."""

    case_id: Name
    carrier: Carrier
    from_lane: str | None = None
    """The deliverer's lane that says who else is competent (5.5(1)); None: an officer says it."""
    deliverer: str | None = None
    """Who else is to deliver; None: whom the request was accepted for."""
    to_lane: str | None = None
    """That deliverer's lane."""


class GiveNotice(Command, frozen=True, kw_only=True):
    """The applicant is told something (4.1(1))."""

    case_id: Name
    kind: Name
    about: Name
    from_lane: str | None = None
    """The lane that asks the window to tell it; None where an officer tells it."""
    told: Told | None = None
    sealed: tuple[SealedPart, ...] = ()


class ReceiveResult(Command, frozen=True, kw_only=True):
    """The result is here and can be had (5.5(5))."""

    case_id: Name
    from_lane: str | None = None
    """The lane that says it sent it; None where an officer has it in hand."""
    carrier: Carrier
    result_kind: Name


class HandOutResult(Command, frozen=True, kw_only=True):
    """The applicant gets the result (14.3, 15.1)."""

    case_id: Name
    carrier: Carrier
    to: Name
    identified: str | None = None
    ticket_at: Instant | None = None
    called_at: Instant | None = None


class TellStatus(Command, frozen=True, kw_only=True):
    """The applicant asks how far the case is (5.5(6), 17.4)."""

    case_id: Name
    asked_at: Instant
    as_of: tuple[LaneSize, ...] = ()
    by: Name
    applicant_id: Name
