"""What a window says: a centre, a portal, a deliverer's own counter (art. 12-15)."""

from enum import StrEnum

from msgspec import Struct

from events.clear import Citation, Code, Id, LaneName, Number, Ref
from events.common import Act, LaneSize, SealedPart, Told
from events.envelope import Instant
from events.law.variant import TermStart, Variant
from events.words import (
    ApplicantKind,
    Citizenship,
    Identifier,
    NoticeKind,
    Receiver,
    Signer,
    StatusPlace,
)


class Carrier(StrEnum):
    """How something travels between offices (15.1)."""

    ELECTRONIC = "electronic"
    PAPER = "paper"


class Applicant(Struct, frozen=True, kw_only=True):
    """Who asks, without a name: a random id and what the rules may read (4.2)."""

    applicant_id: Id
    kind: ApplicantKind
    citizenship: Citizenship
    by_representative: bool = False


class Signed(Struct, frozen=True, kw_only=True):
    """Whose signature the request bears (14.4, 15.2)."""

    by: Signer
    eds_algorithm: Code | None = None
    verified: bool = False


class ApplicationLodged(Act, frozen=True, kw_only=True):
    """A request has reached the window, before any decision (4, 12)."""

    service_code: Code
    standard_edition: Code
    variant: Variant
    applicants: tuple[Applicant, ...]
    language: Code
    documents_presented: tuple[Code, ...]
    ticket_at: Instant | None = None
    called_at: Instant | None = None
    source_ref: Number | None = None
    """The number under which an imported log knows the case."""
    sealed: tuple[SealedPart, ...] = ()


class ApplicationAccepted(Act, frozen=True, kw_only=True):
    """The window accepts the request and tells the applicant a date (14.2-14.4, 15.2)."""

    service_code: Code
    standard_edition: Code
    variant: Variant
    documents_accepted: tuple[Code, ...]
    identified: Code | None
    """How the applicant was identified (14.3); none if not."""
    signed: Signed
    identifier: Identifier
    """`iin`, `bin` or `none`: which number was given, never the number."""
    consent_on: Code | None = None
    receipt_no: Number
    deliverer: Id
    """The agency that is to deliver the service."""
    to_lane: LaneName
    """Its lane, which alone is to act on the case."""
    told: Told
    sealed: tuple[SealedPart, ...] = ()


class AcceptanceRefused(Act, frozen=True, kw_only=True):
    """A centre refuses to take the request in (14.2)."""

    missing: tuple[Code, ...]
    ground: Code
    """`incomplete`, `expired_document`, or a code of the standard."""
    basis: Citation
    sealed: tuple[SealedPart, ...] = ()


class ApplicationForwarded(Act, frozen=True, kw_only=True):
    """The request goes to the deliverer (14.1, 15.1)."""

    service_code: Code
    standard_edition: Code
    to_lane: LaneName
    carrier: Carrier
    documents: tuple[Code, ...]
    start: TermStart | None = None
    """None where it is not known, or the term has moved since: then it alone tells no end."""


class NoticeGiven(Act, frozen=True, kw_only=True):
    """The applicant was told something by the channel (4.1(1))."""

    kind: NoticeKind
    about: Ref
    """`<lane>/<event id>` of what it tells."""
    told: Told | None = None
    sealed: tuple[SealedPart, ...] = ()


class ResultReceived(Act, frozen=True, kw_only=True):
    """The result is where it is handed out and can be had: the term ends (8.1(5), 5.5(5))."""

    carrier: Carrier
    result_kind: Code


class ResultHandedOut(Act, frozen=True, kw_only=True):
    """The applicant has the result (8.1(9), 15.1)."""

    carrier: Carrier
    to: Receiver
    ticket_at: Instant | None = None
    called_at: Instant | None = None


class StatusTold(Act, frozen=True, kw_only=True):
    """The applicant asked how far the case is, and was told (5.5(6), 17.4)."""

    asked_at: Instant
    stage: Code
    as_of: tuple[LaneSize, ...]
    by: StatusPlace
