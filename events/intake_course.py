"""What else a window says in the course of a case: fees, papers, moves, complaints (12-19)."""

from msgspec import Struct

from events.common import Act, Money, SealedPart, Told
from events.complaints import About, Respondent
from events.envelope import Instant, Name
from events.intake import Applicant, Carrier
from events.law.variant import Variant


class FeeTaken(Act, frozen=True, kw_only=True):
    """The window took the fee (8.1(6), 18)."""

    amount: Money
    method: Name
    receipt_no: Name
    sealed: tuple[SealedPart, ...] = ()


class DocumentsSupplemented(Act, frozen=True, kw_only=True):
    """The applicant brought what was asked for (8.1(7))."""

    documents: tuple[str, ...]
    carrier: Carrier
    sealed: tuple[SealedPart, ...] = ()


class ApplicationWithdrawn(Act, frozen=True, kw_only=True):
    """Applicants take their request back; the case goes on for the others."""

    applicants: tuple[str, ...]
    """Their random ids; none named: all have, and the case ends."""
    sealed: tuple[SealedPart, ...] = ()


class CaseAtWindow(Struct, frozen=True, kw_only=True):
    """What a window must know of a case that another one has accepted."""

    service_code: Name
    standard_edition: Name
    variant: Variant
    applicants: tuple[Applicant, ...]
    receipt_no: Name
    deliverer: Name
    deliverer_lane: Name
    told: Told


class CaseTransferred(Act, frozen=True, kw_only=True):
    """Another window is to go on with the case; the clock and the told date stay (1(4))."""

    to_agency: Name
    to_lane: Name
    reason: Name
    case: CaseAtWindow


class CaseTakenOver(Act, frozen=True, kw_only=True):
    """This window goes on with a case of another one (1(4))."""

    from_agency: Name
    from_lane: Name
    case: CaseAtWindow


class ResultReturned(Act, frozen=True, kw_only=True):
    """Nobody came for the result within the standard's storage time (8.1(3))."""

    carrier: Carrier
    to_lane: Name
    """The deliverer's."""


class ComplaintHandedIn(Act, frozen=True, kw_only=True):
    """A complaint came to the window; a window examines none (19.1)."""

    complaint_id: Name
    case_id: str | None = None
    service_code: str | None = None
    to_agency: Name
    to_lane: Name
    """The complaints lane of the body that examines it first."""
    respondent: Respondent
    about: tuple[About, ...]
    medium: Name
    """`paper` or `electronic`."""
    sealed: tuple[SealedPart, ...] = ()


class OutageRecorded(Act, frozen=True, kw_only=True):
    """The window or the portal could not serve (8.1(3))."""

    from_at: Instant
    until_at: Instant
    services: tuple[str, ...] = ()
    """None named: all."""
