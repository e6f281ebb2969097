"""What a window is asked to do on the straight way of a case."""

from events.clear import Citation, Code, Id, LaneName, NumberGiven, Ref
from events.common import LaneSize, SealedPart, Told
from events.deciding import Command
from events.envelope import Instant
from events.intake import Applicant, Carrier, Signed
from events.law.variant import Variant
from events.words import Identifier, NoticeKind, Receiver, StatusPlace


class LodgeApplication(Command, frozen=True, kw_only=True):
    """A request reaches the window (4, 12)."""

    case_id: Id
    service_code: Code
    standard_edition: Code | None = None
    """None: the edition in use."""
    variant: Variant
    applicants: tuple[Applicant, ...]
    language: Code
    documents_presented: tuple[Code, ...] = ()
    ticket_at: Instant | None = None
    called_at: Instant | None = None
    source_ref: NumberGiven | None = None
    sealed: tuple[SealedPart, ...] = ()


class AcceptApplication(Command, frozen=True, kw_only=True):
    """The window takes the request in and tells the applicant a date (14.2-14.4, 15.2)."""

    case_id: Id
    documents_accepted: tuple[Code, ...] = ()
    identified: Code | None = None
    signed: Signed
    identifier: Identifier
    consent_on: Code | None = None
    receipt_no: NumberGiven
    deliverer: Id
    to_lane: LaneName
    told: Told | None = None
    """What was told, if the act is told afterwards or the norm leaves the date open."""
    sealed: tuple[SealedPart, ...] = ()


class RefuseAcceptance(Command, frozen=True, kw_only=True):
    """A centre does not take the request in (14.2)."""

    case_id: Id
    missing: tuple[Code, ...] = ()
    ground: Code
    basis: Citation
    sealed: tuple[SealedPart, ...] = ()


class ForwardApplication(Command, frozen=True, kw_only=True):
    """The request goes to the deliverer (14.1, 15.1)."""

    case_id: Id
    carrier: Carrier
    from_lane: LaneName | None = None
    """The deliverer's lane that says who else is competent (5.5(1)); None: an officer says it."""
    deliverer: Id | None = None
    """Who else is to deliver; None: whom the request was accepted for."""
    to_lane: LaneName | None = None
    """That deliverer's lane."""


class GiveNotice(Command, frozen=True, kw_only=True):
    """The applicant is told something (4.1(1))."""

    case_id: Id
    kind: NoticeKind
    about: Ref
    from_lane: LaneName | None = None
    """The lane that asks the window to tell it; None where an officer tells it."""
    told: Told | None = None
    sealed: tuple[SealedPart, ...] = ()


class ReceiveResult(Command, frozen=True, kw_only=True):
    """The result is here and can be had (5.5(5))."""

    case_id: Id
    from_lane: LaneName | None = None
    """The lane that says it sent it; None where an officer has it in hand."""
    carrier: Carrier
    result_kind: Code


class HandOutResult(Command, frozen=True, kw_only=True):
    """The applicant gets the result (14.3, 15.1)."""

    case_id: Id
    carrier: Carrier
    to: Receiver
    identified: Code | None = None
    ticket_at: Instant | None = None
    called_at: Instant | None = None


class TellStatus(Command, frozen=True, kw_only=True):
    """The applicant asks how far the case is (5.5(6), 17.4)."""

    case_id: Id
    asked_at: Instant
    as_of: tuple[LaneSize, ...] = ()
    by: StatusPlace
    applicant_id: Id
