"""What else a window is asked to do in the course of a case: fees, papers, moves, complaints."""

from events.common import Money, SealedPart
from events.complaints import About, Respondent
from events.deciding import Command
from events.envelope import Instant, Name
from events.intake import Carrier
from events.intake_course import CaseAtWindow


class TakeFee(Command, frozen=True, kw_only=True):
    """The window takes the fee, or a part of it (8.1(6), 18)."""

    case_id: Name
    amount: Money
    method: Name
    receipt_no: Name
    sealed: tuple[SealedPart, ...] = ()


class SupplyDocuments(Command, frozen=True, kw_only=True):
    """The applicant brings what was asked for, or more (8.1(7))."""

    case_id: Name
    documents: tuple[str, ...]
    carrier: Carrier
    sealed: tuple[SealedPart, ...] = ()


class Withdraw(Command, frozen=True, kw_only=True):
    """Applicants take their request back."""

    case_id: Name
    applicants: tuple[str, ...]
    """Their random ids."""
    sealed: tuple[SealedPart, ...] = ()


class TransferCase(Command, frozen=True, kw_only=True):
    """Another window is to go on with the case (1(4))."""

    case_id: Name
    to_agency: Name
    to_lane: Name
    reason: Name


class TakeOverCase(Command, frozen=True, kw_only=True):
    """This window goes on with a case of another one (1(4))."""

    case_id: Name
    from_lane: Name
    to_lane: Name
    """To which the other one hands it over."""
    case: CaseAtWindow


class ReturnResult(Command, frozen=True, kw_only=True):
    """Nobody came for the result: it goes back to the deliverer (8.1(3))."""

    case_id: Name
    carrier: Carrier


class HandInComplaint(Command, frozen=True, kw_only=True):
    """A complaint comes to the window, for the body that examines it first (19.1)."""

    complaint_id: Name
    case_id: str | None = None
    service_code: str | None = None
    to_agency: Name
    to_lane: Name
    respondent: Respondent
    about: tuple[About, ...] = ()
    medium: Name
    sealed: tuple[SealedPart, ...] = ()


class RecordOutage(Command, frozen=True, kw_only=True):
    """The window or the portal could not serve (8.1(3))."""

    outage_id: Name
    from_at: Instant
    until_at: Instant
    services: tuple[str, ...] = ()
    """None named: all."""
