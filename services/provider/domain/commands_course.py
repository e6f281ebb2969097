"""What a deliverer is asked to do in the course of a case, and as a holder (5, 8, 16)."""

from datetime import date

from events.clear import Citation, Code, Id, LaneName, Ref
from events.common import Money, SealedPart, Told
from events.deciding import Command
from events.law.norms import Length, PauseEffect
from events.law.term import Unit
from events.words import InquiryOutcome


class AskDocuments(Command, frozen=True, kw_only=True):
    """The applicant is asked for documents of the standard (8.1(7))."""

    case_id: Id
    documents: tuple[Code, ...]
    answer_by: date | None = None
    ground: Code
    """Of the pause, where the term stands still meanwhile."""
    sealed: tuple[SealedPart, ...] = ()


class ResumeTerm(Command, frozen=True, kw_only=True):
    """The term goes on, or begins anew (8.1(5))."""

    case_id: Id
    ground: Code | None = None
    """Of the pause; None: the one for which the documents were asked."""
    effect: PauseEffect | None = None
    """None: the pause's."""
    told: Told | None = None
    documents: tuple[Code, ...] = ()
    """What the window says it was brought."""
    from_lane: LaneName | None = None
    """The window's lane that says so; None where an officer resumes."""


class ExtendTerm(Command, frozen=True, kw_only=True):
    """The term is longer, on a ground of the standard (8.1(5))."""

    case_id: Id
    ground: Code
    length: Length
    unit: Unit
    told: Told | None = None


class ForwardCase(Command, frozen=True, kw_only=True):
    """Another body is competent: its window is to send the request there (5.5(1))."""

    case_id: Id
    to_agency: Id
    to_lane: LaneName
    reason: Code


class ChangeHandOutPlace(Command, frozen=True, kw_only=True):
    """The window gives the case to another one, which hands the result out (1(4))."""

    case_id: Id
    from_lane: LaneName
    """The lane that gives the case away."""
    window: Id
    """The agency that takes it."""
    to_lane: LaneName
    """Its lane."""


class ReopenCase(Command, frozen=True, kw_only=True):
    """The case is to be decided anew (5.5(8), 19.4(3), 19.5(2))."""

    case_id: Id
    complaint_id: Id | None = None
    cause: Ref
    """`<lane>/<event id>` of the decision or demand that asks for it."""
    by: date | None = None


class RestoreRights(Command, frozen=True, kw_only=True):
    """Infringed rights are restored (5.4(7), 5.5(8), 19.4(3), 19.9)."""

    case_id: Id
    complaint_id: Id | None = None
    cause: Ref
    """`<lane>/<event id>` of the decision, demand or finding that asks for it."""
    measures: tuple[Code, ...]
    amount: Money | None = None


class ReceiveInquiry(Command, frozen=True, kw_only=True):
    """A question of another agency is here (5.5(4))."""

    inquiry: Ref
    """`<lane>/<event id>` of the question."""
    case_id: Id
    asker: Id
    kind: Code
    documents: tuple[Code, ...] = ()
    legal_basis: Citation
    told: Told | None = None


class AnswerInquiry(Command, frozen=True, kw_only=True):
    """The holder answers a question (5.5(4), 7.3, 22.5)."""

    inquiry: Ref
    """`<lane>/<event id>` of the question."""
    outcome: InquiryOutcome
    ground: Code | None = None
    documents: tuple[Code, ...] = ()
    sealed: tuple[SealedPart, ...] = ()
