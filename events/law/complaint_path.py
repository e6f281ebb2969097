"""The way of a complaint from body to body, as an edition of the law sets it (19.2-19.6)."""

from msgspec import Struct

from events.clear import Citation, Code, Id
from events.law.calendar import Week
from events.law.norms import Length
from events.words import Body


class TakenIn(Struct, frozen=True, kw_only=True):
    """How the request complained of was taken in: it governs the way of the complaint (8.1(11))."""

    standard_edition: Code
    """The edition of its standard."""
    deliverer: Id | None = None
    """The agency that was to deliver: of a complaint against a centre it examines (1(13))."""


class Stage(Struct, frozen=True, kw_only=True):
    """One stage: who examines, and for how long."""

    body: Body
    term_id: Code
    working_days: Length
    article: Citation


class ComplaintPath(Struct, frozen=True, kw_only=True):
    """The stages in their order, and what an extension may be."""

    path_id: Code
    stages: tuple[Stage, ...]
    calendar: Id
    """The jurisdiction whose calendar counts."""
    week: Week = "5"
    extension_days: Length
    """Working days by which an examination may be extended in all (19.6)."""
    extension_grounds: tuple[Code, ...]
    notice_days: Length
    """Working days before the original last day by which the applicant is told (19.6)."""
