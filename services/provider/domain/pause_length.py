"""How long a pause may be: as long as the standard says of its ground (8.1(5))."""

from datetime import date

from events.law.calendar import Week
from events.law.calendar_view import CalendarView
from events.law.counting import months_on
from events.law.norms import Pause
from events.law.term import Unit


def is_too_long(
    pause: Pause, on: date, until: date, *, calendar: CalendarView | None, week: Week = "5"
) -> bool:
    """Say whether a pause lasts longer than the standard allows.

    The day of pausing stands still, the day of resuming counts (`events/law/pausing.py`): a pause
    of 10 days from the 3rd ends on the 13th. A limit in working days without a calendar to count
    them by refuses nothing.

    Args:
        pause: what the standard says of the ground.
        on: the day of pausing.
        until: the day of resuming.
        calendar: the standard's.
        week: the standard's.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
        ValueError: the last day would be after the last of all dates.
    """
    if pause.length is None:
        return False
    match pause.unit:
        case Unit.CALENDAR_DAY:
            return (until - on).days > pause.length
        case Unit.MONTH:
            return until > months_on(on, pause.length)
        case Unit.WORKING_DAY if calendar is not None:
            return calendar.week(week).between(on, until) > pause.length
        case _:
            return False
