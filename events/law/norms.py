"""The contents of a standard as data (8.1): Kazakhstan's, the Netherlands', anybody's.

Norms are told once, as versioned events; code only knows how to count.
"""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from events.envelope import Name
from events.law.calendar import Week
from events.law.term import TERM_LENGTH_MAX, TermLength, Unit


class PauseEffect(StrEnum):
    """What happens to the days already counted when a pause ends (8.1(5))."""

    CONTINUE = "continue"
    RESTART = "restart"


class Variant(Struct, frozen=True, kw_only=True):
    """Which way of the service the applicant took: terms, fees and documents hang on it."""

    channel: Name
    form: Name
    """`electronic` or `paper`."""
    place: str | None = None
    urgency: str | None = None
    conditions: tuple[str, ...] = ()


class Applies(Struct, frozen=True, kw_only=True):
    """When a part of the standard applies; an empty list means always."""

    channel: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    urgency: tuple[str, ...] = ()
    condition: tuple[str, ...] = ()

    def to(self, variant: Variant) -> bool:
        """Say whether it applies to the variant."""
        return (
            (not self.channel or variant.channel in self.channel)
            and (not self.form or variant.form in self.form)
            and (not self.place or variant.place in self.place)
            and (not self.urgency or variant.urgency in self.urgency)
            and all(code in variant.conditions for code in self.condition)
        )


ALWAYS = Applies()


class Term(Struct, frozen=True, kw_only=True):
    """A term of the standard (8.1(5)): how long, from what, to what, by which calendar."""

    term_id: Name
    applies_when: Applies = ALWAYS
    starts: Name = "accepted"
    ends_at: Name = "result"
    length: Annotated[int, Meta(ge=1, le=TERM_LENGTH_MAX)] | None = None
    """None where the unit is `as_told`."""
    unit: Unit
    first_day_counted: bool = False
    calendar: str | None = None
    """The jurisdiction whose calendar counts; none where the unit is `as_told`."""
    week: Week = "5"

    @property
    def count(self) -> TermLength:
        """The length with its unit; zero where the date is as told."""
        return TermLength(length=self.length or 0, unit=self.unit)


class Pause(Struct, frozen=True, kw_only=True):
    """A ground on which the term may stand still."""

    ground: Name
    effect: PauseEffect


class Document(Struct, frozen=True, kw_only=True):
    """A document that the service needs (8.1(7)), and who has to bring it (5.5(4))."""

    code: Name
    applies_when: Applies = ALWAYS
    source: Name = "applicant"
    """`applicant`, or the id of the agency that holds it."""


class StandardContents(Struct, frozen=True, kw_only=True):
    """The part of 8.1(1)-(11) that commands and rules read."""

    deliverers: tuple[str, ...]
    approver: Name
    name: Name
    procedure: Name
    result_kinds: tuple[str, ...]
    terms: tuple[Term, ...]
    pauses: tuple[Pause, ...] = ()
    channels: tuple[str, ...]
    documents: tuple[Document, ...] = ()
    refusal_grounds: tuple[str, ...] = ()
    acceptance_refusal_grounds: tuple[str, ...] = ()
    paper_dispatch: tuple[str, ...] = ()
    """Channels by which application and documents go to the deliverer on paper (14.1)."""
    complaint_path: Name
