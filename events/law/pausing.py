"""Terms that are paused, begin anew or are extended, as their standard allows (8.1(5), 19.6).

The law does not say how the days of a pause count. Reading chosen: the day on which a term is
paused is not counted, for it is not over; the day on which it is resumed is counted. So a pause
that is resumed on its own day changes nothing. Where the standard says that the term begins anew,
the resumption is its starting event: that day is not counted, as with any start.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from events.law.calendar import Week
from events.law.calendar_view import ONE_DAY, CalendarView
from events.law.counting import before_first, nominal_last
from events.law.norms import PauseEffect
from events.law.term import KZ_COUNT_1, CountRules, TermLength, Unit


class Pause(Struct, frozen=True, kw_only=True):
    """A pause from the local date of pausing to that of resuming; none while it is open."""

    on: date
    until: date | None
    effect: PauseEffect = PauseEffect.CONTINUE

    @property
    def resumed(self) -> date | None:
        """The first day that counts again; never before the pause, whatever was recorded."""
        return None if self.until is None else max(self.on, self.until)


def lawful_due(
    start: date,
    term: TermLength,
    calendar: CalendarView,
    *,
    pauses: Iterable[Pause] = (),
    extensions: Iterable[TermLength] = (),
    week: Week = "5",
    first_day_counted: bool | None = None,
    rolls: bool | None = None,
    rules: CountRules = KZ_COUNT_1,
) -> date | None:
    """Return the last day of a term with its pauses and extensions; none while it is paused.

    The other arguments are those of `due_on`. Each extension is counted from the last day before
    it; a pause after the last day of the whole term changes nothing.

    Raises:
        CalendarGap: a day that must be known as working or off is in no calendar.
        TermAsTold: the term has no count.
    """
    if first_day_counted is None:
        first_day_counted = rules.first_day_counted
    count = _Count(calendar=calendar, week=week, rolls=rules.rolls if rolls is None else rolls)
    ordered = sorted(pauses, key=lambda pause: pause.on)
    due = count.due(start, term, ordered, first_day_counted=first_day_counted)
    for extension in extensions:
        if due is None:
            return None
        later = [pause for pause in ordered if pause.on > due]
        due = count.due(due, extension, later, first_day_counted=False)
    return due


class _Count(Struct, frozen=True, kw_only=True):
    """What stays the same while the parts of one term are counted."""

    calendar: CalendarView
    week: Week
    rolls: bool

    def due(
        self, start: date, term: TermLength, pauses: Sequence[Pause], *, first_day_counted: bool
    ) -> date | None:
        """Return the last day of one part; none while it is paused."""
        after = before_first(start, self.calendar, self.week, first_day_counted=first_day_counted)
        first = after + ONE_DAY
        last = self.nth_from(first, days_after(after, term), term.unit)
        for pause in pauses:
            resumed = pause.resumed
            if pause.on > self.rolled(last, term.unit):
                break
            if resumed is None:
                return None
            if pause.effect is PauseEffect.CONTINUE:
                first, last = self.continued(first, last, pause.on, resumed, term.unit)
            elif resumed > start:
                others = [other for other in pauses if other is not pause]
                return self.due(resumed, term, others, first_day_counted=False)
        return self.rolled(last, term.unit)

    def continued(
        self, first: date, last: date, paused: date, resumed: date, unit: Unit
    ) -> tuple[date, date]:
        """Return the first day that counts on, and the last day, after one pause."""
        begin = max(paused, first)
        if begin >= resumed:
            return first, last
        return resumed, self.nth_from(resumed, self.between(begin, last, unit), unit)

    def nth_from(self, day: date, n: int, unit: Unit) -> date:
        if unit is Unit.WORKING_DAY:
            return self.calendar.week(self.week).nth_from(day, n)
        return date.fromordinal(day.toordinal() + n - 1)

    def between(self, first: date, last: date, unit: Unit) -> int:
        """Count the days left of a term; one, if only the roll of its last day is left."""
        if unit is Unit.WORKING_DAY:
            return self.calendar.week(self.week).between(first, last + ONE_DAY)
        return max(1, (last - first).days + 1)

    def rolled(self, last: date, unit: Unit) -> date:
        if unit is Unit.WORKING_DAY or not self.rolls:
            return last
        return self.calendar.week(self.week).nth_from(last, 1)


def days_after(counted_after: date, term: TermLength) -> int:
    """Return how many days of its own kind a term counts; a month term counts calendar days.

    Raises:
        TermAsTold: the term has no count.
    """
    if term.unit is Unit.WORKING_DAY:
        return term.length
    return (nominal_last(counted_after, term) - counted_after).days
