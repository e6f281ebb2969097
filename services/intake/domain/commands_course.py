"""What else a window is asked to do in the course of a case: fees, papers, moves, complaints."""

from events.clear import Code, Id, LaneName, NumberGiven
from events.common import Money, SealedPart
from events.complaints import About, Respondent
from events.deciding import Command
from events.envelope import Instant
from events.intake import Carrier
from events.intake_course import CaseAtWindow
from events.law.complaint_path import TakenIn
from events.words import Medium


class TakeFee(Command, frozen=True, kw_only=True):
    """The window takes the fee, or a part of it (8.1(6), 18)."""

    case_id: Id
    amount: Money
    method: Code
    receipt_no: NumberGiven
    sealed: tuple[SealedPart, ...] = ()


class SupplyDocuments(Command, frozen=True, kw_only=True):
    """The applicant brings what was asked for, or more (8.1(7))."""

    case_id: Id
    documents: tuple[Code, ...]
    carrier: Carrier
    sealed: tuple[SealedPart, ...] = ()


class Withdraw(Command, frozen=True, kw_only=True):
    """Applicants take their request back."""

    case_id: Id
    applicants: tuple[Id, ...]
    """Their random ids."""
    sealed: tuple[SealedPart, ...] = ()


class TransferCase(Command, frozen=True, kw_only=True):
    """Another window is to go on with the case (1(4))."""

    case_id: Id
    to_agency: Id
    to_lane: LaneName
    reason: Code


class TakeOverCase(Command, frozen=True, kw_only=True):
    """This window goes on with a case of another one (1(4))."""

    case_id: Id
    from_lane: LaneName
    to_lane: LaneName
    """To which the other one hands it over."""
    case: CaseAtWindow


class ReturnResult(Command, frozen=True, kw_only=True):
    """Nobody came for the result: it goes back to the deliverer (8.1(3))."""

    case_id: Id
    carrier: Carrier


class HandInComplaint(Command, frozen=True, kw_only=True):
    """A complaint comes to the window, for the body that examines it first (19.1)."""

    complaint_id: Id
    case_id: Id | None = None
    service_code: Code | None = None
    to_agency: Id
    to_lane: LaneName
    respondent: Respondent
    about: tuple[About, ...] = ()
    medium: Medium
    taken_in: TakenIn | None = None
    """How the request complained of was taken in: the window fills it in from its own record."""
    sealed: tuple[SealedPart, ...] = ()


class RecordOutage(Command, frozen=True, kw_only=True):
    """The window or the portal could not serve (8.1(3))."""

    outage_id: Id
    from_at: Instant
    until_at: Instant
    services: tuple[Code, ...] = ()
    """None named: all."""
