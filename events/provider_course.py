"""What else a deliverer says in the course of a case: asks, pauses, moves, restores (5, 8, 16)."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from events.clear import Citation, Code, Id, LaneName, Ref
from events.common import Act, Money, SealedPart, Told
from events.law.norms import PauseEffect
from events.law.term import TERM_LENGTH_MAX, Unit
from events.words import InquiryOutcome


class DocumentsAsked(Act, frozen=True, kw_only=True):
    """The applicant is asked for documents of the standard (8.1(7))."""

    documents: tuple[Code, ...]
    answer_by: date | None = None
    ground: Code
    sealed: tuple[SealedPart, ...] = ()


class TermResumed(Act, frozen=True, kw_only=True):
    """The term goes on, or begins anew (8.1(5))."""

    ground: Code
    """Of the pause that ends."""
    effect: PauseEffect
    told: Told | None = None


class TermExtended(Act, frozen=True, kw_only=True):
    """The term is longer, on a ground of the standard (8.1(5))."""

    ground: Code
    length: Annotated[int, Meta(ge=1, le=TERM_LENGTH_MAX)]
    unit: Unit
    told: Told | None = None


class CaseForwarded(Act, frozen=True, kw_only=True):
    """Another body is competent: the window sends the request there (5.5(1))."""

    to_agency: Id
    to_lane: LaneName
    reason: Code


class HandOutPlaceChanged(Act, frozen=True, kw_only=True):
    """Another window hands the result out (1(4))."""

    window: Id
    from_lane: LaneName
    """Its lane: results go there."""


class CaseReopened(Act, frozen=True, kw_only=True):
    """The case is decided anew, after a complaint (5.5(8))."""

    complaint_id: Id | None = None
    cause: Ref
    """`<lane>/<event id>` of the decision or demand that asks for it."""
    by: date | None = None


class RightsRestored(Act, frozen=True, kw_only=True):
    """Infringed rights are restored (5.4(7), 5.5(8), 19.4(3), 19.9)."""

    complaint_id: Id | None = None
    cause: Ref
    """`<lane>/<event id>` of the decision, demand or finding that asks for it."""
    to_lane: LaneName | None = None
    """The complaints lane that asked, and checks."""
    measures: tuple[Code, ...]
    amount: Money | None = None


class InquiryReceived(Act, frozen=True, kw_only=True):
    """The holder has a question of another agency (5.5(4))."""

    inquiry: Ref
    """`<lane>/<event id>` of the question."""
    case_id: Id
    asker: Id
    kind: Code
    documents: tuple[Code, ...] = ()
    legal_basis: Citation
    told: Told | None = None


class InquiryAnswered(Act, frozen=True, kw_only=True):
    """The holder answers, to the asker's lane (5.5(4), 7.3, 22.5)."""

    inquiry: Ref
    case_id: Id
    to_lane: LaneName
    outcome: InquiryOutcome
    ground: Code | None = None
    documents: tuple[Code, ...] = ()
    sealed: tuple[SealedPart, ...] = ()
