"""The contents of a standard as data (8.1): Kazakhstan's, the Netherlands', anybody's.

Norms are told once, as versioned events; code only knows how to count.
"""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from events.clear import Code, Id, Text
from events.common import Count, Money
from events.law.calendar import Week
from events.law.term import TERM_LENGTH_MAX, TermLength, Unit
from events.law.variant import ALWAYS, Applies

Length = Annotated[int, Meta(ge=1, le=TERM_LENGTH_MAX)]


class PauseEffect(StrEnum):
    """What happens to the days already counted when a pause ends (8.1(5))."""

    CONTINUE = "continue"
    RESTART = "restart"


class Term(Struct, frozen=True, kw_only=True):
    """A term of the standard (8.1(5)): how long, from what, to what, by which calendar."""

    term_id: Code
    applies_when: Applies = ALWAYS
    starts: Code = "accepted"
    ends_at: Code = "result"
    length: Length | None = None
    """None where the unit is `as_told`."""
    unit: Unit
    first_day_counted: bool = False
    calendar: Id | None = None
    """The jurisdiction whose calendar counts; none where the unit is `as_told`."""
    week: Week = "5"

    @property
    def count(self) -> TermLength:
        """The length with its unit; zero where the date is as told."""
        return TermLength(length=self.length or 0, unit=self.unit)


class Pause(Struct, frozen=True, kw_only=True):
    """A ground on which the term may stand still."""

    ground: Code
    effect: PauseEffect
    length: Length | None = None
    """At most so long; none where the standard sets no limit."""
    unit: Unit = Unit.CALENDAR_DAY


class Extension(Struct, frozen=True, kw_only=True):
    """The grounds on which the term may be longer, and by how much in all."""

    grounds: tuple[Code, ...]
    length: Length
    unit: Unit


class Document(Struct, frozen=True, kw_only=True):
    """A document that the service needs (8.1(7)), and who has to bring it (5.5(4))."""

    code: Code
    applies_when: Applies = ALWAYS
    source: Code = "applicant"
    """`applicant`, or the id of the agency that holds it."""


class Fee(Struct, frozen=True, kw_only=True):
    """What a variant costs (8.1(6)); without a fee that applies, the service is free (18.2)."""

    applies_when: Applies = ALWAYS
    amount: Money | None = None
    """None where the fee is a share of the month's index (MRP), which is another norm's."""
    index_permille: Count | None = None
    """Thousandths of that index on the day of payment."""


class Waits(Struct, frozen=True, kw_only=True):
    """The longest wait in a queue, in minutes (8.1(9))."""

    applying: Count | None = None
    collecting: Count | None = None


class InquiryTerm(Struct, frozen=True, kw_only=True):
    """By when a holder must answer, where the norm says so (5.5(4), 11.1(4))."""

    documents: tuple[Code, ...] = ()
    """None named: all."""
    term: Term


class StandardContents(Struct, frozen=True, kw_only=True):
    """The part of 8.1(1)-(11) that commands and rules read."""

    deliverers: tuple[Id, ...]
    approver: Id
    name: Text
    procedure: Text
    result_kinds: tuple[Code, ...]
    terms: tuple[Term, ...]
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None
    channels: tuple[Code, ...]
    documents: tuple[Document, ...] = ()
    fees: tuple[Fee, ...] = ()
    refusal_grounds: tuple[Code, ...] = ()
    acceptance_refusal_grounds: tuple[Code, ...] = ()
    waits: Waits | None = None
    registration: Term | None = None
    """From lodging to the deliverer's registration (8.1(10))."""
    storage: Term | None = None
    """How long a result waits for its applicant at the window (8.1(3))."""
    inquiries: tuple[InquiryTerm, ...] = ()
    paper_dispatch: tuple[Code, ...] = ()
    """Channels by which application and documents go to the deliverer on paper (14.1)."""
    complaint_path: Code
