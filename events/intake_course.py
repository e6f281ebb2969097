"""What else a window says in the course of a case: fees, papers, moves, complaints (12-19)."""

from datetime import date

from msgspec import Struct

from events.clear import Code, Id, LaneName, Number
from events.common import Act, Money, SealedPart, Told
from events.complaints import About, Respondent
from events.envelope import Instant
from events.intake import Applicant, Carrier
from events.law.complaint_path import TakenIn
from events.law.variant import TermStart, Variant
from events.words import Medium


class FeeTaken(Act, frozen=True, kw_only=True):
    """The window took the fee (8.1(6), 18)."""

    amount: Money
    method: Code
    receipt_no: Number
    sealed: tuple[SealedPart, ...] = ()


class DocumentsSupplemented(Act, frozen=True, kw_only=True):
    """The applicant brought what was asked for (8.1(7))."""

    documents: tuple[Code, ...]
    carrier: Carrier
    sealed: tuple[SealedPart, ...] = ()


class ApplicationWithdrawn(Act, frozen=True, kw_only=True):
    """Applicants take their request back; the case goes on for the others."""

    applicants: tuple[Id, ...]
    """Their random ids; none named: all have, and the case ends."""
    sealed: tuple[SealedPart, ...] = ()


class CaseAtWindow(Struct, frozen=True, kw_only=True):
    """What a window must know of a case that another one has accepted."""

    service_code: Code
    standard_edition: Code
    variant: Variant
    applicants: tuple[Applicant, ...]
    receipt_no: Number
    deliverer: Id
    deliverer_lane: LaneName
    told: Told
    accepted_on: date | None = None
    paid_on: date | None = None
    """As in `TermStart`."""

    @property
    def start(self) -> TermStart | None:
        """What the term counts from; None where that was not said, or the term has moved since."""
        if self.accepted_on is None:
            return None
        return TermStart(variant=self.variant, accepted_on=self.accepted_on, paid_on=self.paid_on)


class CaseTransferred(Act, frozen=True, kw_only=True):
    """Another window is to go on with the case; the clock and the told date stay (1(4))."""

    to_agency: Id
    to_lane: LaneName
    reason: Code
    case: CaseAtWindow


class CaseTakenOver(Act, frozen=True, kw_only=True):
    """This window goes on with a case of another one (1(4))."""

    from_agency: Id
    from_lane: LaneName
    case: CaseAtWindow


class ResultReturned(Act, frozen=True, kw_only=True):
    """Nobody came for the result within the standard's storage time (8.1(3))."""

    carrier: Carrier
    to_lane: LaneName
    """The deliverer's."""


class ComplaintHandedIn(Act, frozen=True, kw_only=True):
    """A complaint came to the window; a window examines none (19.1)."""

    complaint_id: Id
    case_id: Id | None = None
    service_code: Code | None = None
    to_agency: Id
    to_lane: LaneName
    """The complaints lane of the body that examines it first."""
    respondent: Respondent
    about: tuple[About, ...]
    medium: Medium
    taken_in: TakenIn | None = None
    sealed: tuple[SealedPart, ...] = ()


class OutageRecorded(Act, frozen=True, kw_only=True):
    """The window or the portal could not serve (8.1(3))."""

    from_at: Instant
    until_at: Instant
    services: tuple[Code, ...] = ()
    """None named: all."""
