"""The deadlines of a case: computed here for who tells a date and for who judges it.

T-service   8.1(5), 5.5(1)   from acceptance to the result at the place of handing out
T-centre    5.5(5)           one calendar day before T-service ends, to send to a centre
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from events.common import Told
from events.law.calendar_view import CalendarView
from events.law.calendars import Calendars, calendars_named
from events.law.counting import TermAsTold, due_on
from events.law.norm_book import Standard
from events.law.norms import Term
from events.law.pausing import Pause, lawful_due
from events.law.predicates import acceptance_day_counts, service_term
from events.law.term import TermLength, Unit
from events.law.variant import Variant

RESULT: Final = "result"
REFUSAL: Final = "refusal"
"""What a term ends at: the law does not say, so the standard may (8.1(5))."""
CENTRE_MARGIN: Final = timedelta(days=1)
"""Calendar days (5.5(5))."""


class NoTerm(LookupError):
    """The standard has no term for this variant: nothing can be told or judged (8.1(5))."""


class ServiceTerm(Struct, frozen=True, kw_only=True):
    """The term of one case: the standard's, with the first day settled by 14.1."""

    term: Term
    first_day_counted: bool

    @property
    def as_told(self) -> bool:
        """Whether the norm leaves the date to what the person was told."""
        return self.term.unit is Unit.AS_TOLD

    def due(self, accepted_on: date, calendar: CalendarView) -> date:
        """Give the last lawful day (T-service).

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
        """
        return due_on(
            accepted_on,
            self.term.count,
            calendar,
            week=self.term.week,
            first_day_counted=self.first_day_counted,
        )

    def paused_due(
        self,
        accepted_on: date,
        calendar: CalendarView,
        pauses: Sequence[Pause],
        extensions: Sequence[TermLength] = (),
    ) -> date | None:
        """Give the last lawful day with pauses and extensions; none while a pause is open.

        Raises:
            CalendarGap: a day that must be counted is in no calendar.
        """
        return lawful_due(
            accepted_on,
            self.term.count,
            calendar,
            pauses=pauses,
            extensions=extensions,
            week=self.term.week,
            first_day_counted=self.first_day_counted,
        )

    def calendars(self, known: Mapping[str, Calendars]) -> Calendars:
        """Give the calendars that the term names.

        Raises:
            CalendarGap: none of that jurisdiction has been adopted.
        """
        return calendars_named(self.term.calendar, known)


def term_of(standard: Standard, variant: Variant, ends_at: str = RESULT) -> ServiceTerm:
    """Find the term of a case.

    Args:
        standard: the edition that governs it.
        variant: the way of the service.
        ends_at: `refusal` finds the term of refusals, where the standard has another one for them.

    Raises:
        NoTerm: the standard has none for the variant.
    """
    term = service_term(standard.contents, variant, ends_at)
    if term is None and ends_at != RESULT:
        return term_of(standard, variant)
    if term is None:
        raise NoTerm(f"{standard.norm_edition} has no term for channel {variant.channel} (8.1(5))")
    counted = acceptance_day_counts(standard.contents, term, variant)
    return ServiceTerm(term=term, first_day_counted=counted)


def by_itself(term: Term) -> ServiceTerm:
    """Give a term of the standard that no channel bends: of registration, storage, an answer."""
    return ServiceTerm(term=term, first_day_counted=term.first_day_counted)


def told_on(
    standard: Standard, variant: Variant, accepted_on: date, known: Mapping[str, Calendars]
) -> Told:
    """Compute what the window tells the applicant (4.1(1)), by the calendar known that day.

    Raises:
        NoTerm: the standard has none for the variant.
        TermAsTold: the norm leaves the date to the decision; the command must bring it.
        CalendarGap: a day that must be counted is in no calendar.
    """
    term = term_of(standard, variant)
    if term.as_told:
        raise TermAsTold(f"{standard.norm_edition} leaves the date to what is told; tell one")
    view = term.calendars(known).known_on(accepted_on)
    due = term.due(accepted_on, view)
    return Told(
        due_on=due,
        term_id=term.term.term_id,
        norm_edition=standard.norm_edition,
        calendar_version=view.versions_between(accepted_on, due),
    )


def centre_due(service_due: date) -> date:
    """Give the last day to send the result to a centre (T-centre, 5.5(5)).

    "кемінде бір тәулік бұрын": a day-and-night, not a working day; so it needs no calendar, and
    never rolls.
    """
    return service_due - CENTRE_MARGIN
