"""What a window says: a centre, a portal, a deliverer's own counter (art. 12-15)."""

from enum import StrEnum

from msgspec import Struct

from events.common import Act, LaneSize, SealedPart, Told
from events.envelope import Instant, Name
from events.law.variant import Variant


class Carrier(StrEnum):
    """How something travels between offices (15.1)."""

    ELECTRONIC = "electronic"
    PAPER = "paper"


class Applicant(Struct, frozen=True, kw_only=True):
    """Who asks, without a name: a random id and what the rules may read (4.2)."""

    applicant_id: Name
    kind: Name
    """`natural` or `legal`."""
    citizenship: Name
    """`citizen`, `foreign`, `stateless`, `kz_legal`, `foreign_legal`."""
    by_representative: bool = False


class Signed(Struct, frozen=True, kw_only=True):
    """Whose signature the request bears (14.4, 15.2)."""

    by: Name
    """`applicant`, `officer` or `none`."""
    eds_algorithm: str | None = None
    verified: bool = False


class ApplicationLodged(Act, frozen=True, kw_only=True):
    """A request has reached the window, before any decision (4, 12)."""

    service_code: Name
    standard_edition: Name
    variant: Variant
    applicants: tuple[Applicant, ...]
    language: Name
    documents_presented: tuple[str, ...]
    ticket_at: Instant | None = None
    called_at: Instant | None = None
    source_ref: str | None = None
    """The number under which an imported log knows the case."""
    sealed: tuple[SealedPart, ...] = ()


class ApplicationAccepted(Act, frozen=True, kw_only=True):
    """The window accepts the request and tells the applicant a date (14.2-14.4, 15.2)."""

    service_code: Name
    standard_edition: Name
    variant: Variant
    documents_accepted: tuple[str, ...]
    identified: str | None
    """How the applicant was identified (14.3); none if not."""
    signed: Signed
    identifier: Name
    """`iin`, `bin` or `none`: which number was given, never the number."""
    consent_on: str | None = None
    receipt_no: Name
    deliverer: Name
    """The agency that is to deliver the service."""
    to_lane: Name
    """Its lane, which alone is to act on the case."""
    told: Told
    sealed: tuple[SealedPart, ...] = ()


class AcceptanceRefused(Act, frozen=True, kw_only=True):
    """A centre refuses to take the request in (14.2)."""

    missing: tuple[str, ...]
    ground: Name
    """`incomplete`, `expired_document`, or a code of the standard."""
    basis: Name
    sealed: tuple[SealedPart, ...] = ()


class ApplicationForwarded(Act, frozen=True, kw_only=True):
    """The request goes to the deliverer (14.1, 15.1)."""

    service_code: Name
    standard_edition: Name
    to_lane: Name
    carrier: Carrier
    documents: tuple[str, ...]


class NoticeGiven(Act, frozen=True, kw_only=True):
    """The applicant was told something by the channel (4.1(1))."""

    kind: Name
    """`receipt`, `pause`, `resume`, `extension`, `supplement`, `ready` or `reopened`."""
    about: Name
    """`<lane>/<event id>` of what it tells."""
    told: Told | None = None
    sealed: tuple[SealedPart, ...] = ()


class ResultReceived(Act, frozen=True, kw_only=True):
    """The result is where it is handed out and can be had: the term ends (8.1(5), 5.5(5))."""

    carrier: Carrier
    result_kind: Name


class ResultHandedOut(Act, frozen=True, kw_only=True):
    """The applicant has the result (8.1(9), 15.1)."""

    carrier: Carrier
    to: Name
    """`applicant` or `representative`."""
    ticket_at: Instant | None = None
    called_at: Instant | None = None


class StatusTold(Act, frozen=True, kw_only=True):
    """The applicant asked how far the case is, and was told (5.5(6), 17.4)."""

    asked_at: Instant
    stage: Name
    as_of: tuple[LaneSize, ...]
    by: Name
    """`window`, `portal` or `contact_centre`."""
