"""The way of a complaint from body to body, as an edition of the law sets it (19.2-19.6)."""

from msgspec import Struct

from events.envelope import Name
from events.law.calendar import Week
from events.law.norms import Length


class Stage(Struct, frozen=True, kw_only=True):
    """One stage: who examines, and for how long."""

    body: Name
    """`deliverer`, `approver` (the central body that approved the standard) or `authority`."""
    term_id: Name
    working_days: Length
    article: Name


class ComplaintPath(Struct, frozen=True, kw_only=True):
    """The stages in their order, and what an extension may be."""

    path_id: Name
    stages: tuple[Stage, ...]
    calendar: Name
    """The jurisdiction whose calendar counts."""
    week: Week = "5"
    extension_days: Length
    """Working days by which an examination may be extended in all (19.6)."""
    extension_grounds: tuple[str, ...]
    notice_days: Length
    """Working days before the original last day by which the applicant is told (19.6)."""
