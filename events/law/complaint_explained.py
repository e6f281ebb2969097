"""The counts of `complaint_terms.py` with their days (19.2, 19.3, 19.5, 19.6)."""

from datetime import date

from events.law.calendar_view import CalendarView
from events.law.complaint_path import ComplaintPath, Stage
from events.law.explanation import Count, explain, explain_before
from events.law.term import TermLength, Unit


def stage_count(
    path: ComplaintPath, stage: Stage, received_on: date, calendar: CalendarView
) -> Count:
    """Return the count of `stage_due` with its days.

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    return explain(received_on, _working(stage.working_days), calendar, week=path.week)


def extension_count(path: ComplaintPath, due: date, by_days: int, calendar: CalendarView) -> Count:
    """Return the count of `extended_due` with its days: from the original last day (19.6).

    Raises:
        CalendarGap: a day that must be counted is in no calendar.
    """
    return explain(due, _working(by_days), calendar, week=path.week)


def notice_count(path: ComplaintPath, due: date, calendar: CalendarView) -> Count:
    """Return the count of `notice_by` with its days, from the original last day back (19.6).

    Raises:
        CalendarGap: a count of working days leaves the calendars.
    """
    return explain_before(due, _working(path.notice_days), calendar, week=path.week)


def _working(days: int) -> TermLength:
    return TermLength(length=days, unit=Unit.WORKING_DAY)
