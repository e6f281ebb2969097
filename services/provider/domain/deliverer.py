"""What a deliverer knows beside the case: who it is itself, the norms, the register."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from events.law.calendar_view import CalendarView
from events.law.calendars import Calendars, calendars_named
from events.law.norm_book import Standard
from events.law.norms import Term
from events.law.predicates import service_term
from events.law.variant import TermStart
from events.register import Register

COMPLAINTS: Final = "complaints"
WINDOW: Final = "intake"


class Deliverer(Struct, frozen=True, kw_only=True):
    """A deliverer at one point of the lanes that it has heard."""

    agency: str
    standard: Standard | None
    """The edition that the case was taken in under; None if nobody told of it here."""
    calendars: Mapping[str, Calendars] = {}
    """By jurisdiction."""
    register: Register = Register()
    authority: str | None = None
    """The quality authority of its jurisdiction (19.5); None if it is not known here."""

    def counted_by(self, start: TermStart | None) -> Term | None:
        """Give the term of a case: its calendar and week count pauses too (8.1(5)).

        Where no window told how the case was taken in, any term of the standard does, if all of
        them count alike; None where that is not known.
        """
        if self.standard is None:
            return None
        contents = self.standard.contents
        if start is not None:
            return service_term(contents, start.variant)
        alike = len({(one.calendar, one.week) for one in contents.terms}) == 1
        return contents.terms[0] if alike else None

    def calendar_of(self, term: Term, day: date) -> CalendarView:
        """Give the calendar that a term names, as known on a day: what is told then counts by it.

        By the version of a date that is told on that very day it is the same one (protocol H7).

        Raises:
            CalendarGap: none of that jurisdiction had been adopted by then.
        """
        return calendars_named(term.calendar, self.calendars).known_on(day)

    def is_of(self, lane: str, agency: str, service: str | None = None) -> bool:
        """Say whether the register names a lane as this agency's, of this service if one is said.

        Args:
            lane: as an event or a command names it; nobody has checked it.
            agency: as named beside it.
            service: the first part of the lane's name.
        """
        fits = service in (None, lane.partition(".")[0])
        return fits and self.register.agency_id(lane) == agency

    def may_order(self, lane: str) -> bool:
        """Say whether a lane is of a body that examines complaints on this case (19.2-19.5).

        The deliverer itself or the local executive body over it, the central body that approved
        the standard, the quality authority.
        """
        itself = self.register.agencies.get(self.agency)
        approver = None if self.standard is None else self.standard.contents.approver
        parent = None if itself is None else itself.parent
        bodies = {self.agency, parent, approver, self.authority} - {None}
        return lane.partition(".")[0] == COMPLAINTS and self.register.agency_id(lane) in bodies
