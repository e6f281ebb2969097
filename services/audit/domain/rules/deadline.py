"""The end of the service's term in one case, with what it was counted by (T-service, 8.1(5))."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from events.law.calendar_view import CalendarView
from events.law.deadlines import centre_due
from events.law.norm_book import Standard
from services.audit.domain.entry import Entry
from services.audit.domain.rules.term_count import TermCount


class Deadline(NamedTuple):
    """The judged date of one case, and the dates that other rules need beside it."""

    accepted: Entry
    standard: Standard
    lawful: date
    """By the calendar known when told, without pauses: what had to be told; as told: that date."""
    due: date | None
    """The judged date; none while a pause is open."""
    lenient_due: date
    """The judged date where the deliverer's acceptance begins the term (14.1); else `due`."""
    known: CalendarView | None = None
    """The calendar known when the date was told; none where the norm leaves the date to that."""
    judged_by: CalendarView | None = None
    """The calendar that gave the judged date."""
    moved_by: Sequence[Entry] = ()
    """Lawful pauses and extensions; as told: what told another date."""
    start: date | None = None
    """The day on which the term begins; none if as told."""
    counting: TermCount | None = None
    """How the term of the result is counted; none if as told."""

    @property
    def as_told(self) -> bool:
        """Whether the norm leaves the date to what the person was told."""
        return self.known is None

    @property
    def least(self) -> date:
        """The judged date; while a pause is open, the date without it: none lawful is earlier."""
        return self.lawful if self.due is None else self.due

    @property
    def calendar_version(self) -> str | None:
        """The versions by which the judged date was counted; none if it was not."""
        if self.judged_by is None or self.due is None:
            return None
        return self.judged_by.versions_between(self.accepted.on, self.due)

    @property
    def last_to_send(self) -> date | None:
        """The last day to send the result to a centre (5.5(5)); none where no norm sets the term.

        The article counts from the term "set in the standard": a date as told is not.
        """
        return None if self.known is None else centre_due(self.least)
