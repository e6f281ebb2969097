"""The date that the applicant is told at acceptance (4.1(1), 8.1(5)).

Counted by the standard and the calendar known that day; given only by who tells the act afterwards.
A norm or a calendar that gives no date makes a refusal here, never an error.
"""

from collections.abc import Mapping

from events.common import Told
from events.deciding import Header, Refused, refuse
from events.law.calendars import Calendars
from events.law.counting import TermAsTold
from events.law.deadlines import NoTerm, told_on
from events.law.norm_book import Standard
from events.law.norms import Variant
from events.law.working_days import CalendarGap
from services.intake.domain.commands import AcceptApplication


def date_told(
    variant: Variant,
    command: AcceptApplication,
    by: Header,
    standard: Standard,
    calendars: Mapping[str, Calendars],
) -> Told:
    """Give the date that the applicant is told: the command's own only if told afterwards.

    Raises:
        Refused: `told-computed`, `term-missing`, `date-not-told`, `calendar-missing` or
            `term-uncountable`.
    """
    if command.told is not None:
        by.form(
            by.transcribed,
            "told-computed",
            "The date of a live acceptance is computed, not given",
            "4.1(1)",
        )
        return command.told
    try:
        return told_on(standard, variant, by.on, calendars)
    except (NoTerm, CalendarGap, ValueError, OverflowError) as untold:
        raise _no_date(untold, variant, by, standard) from untold


def _no_date(untold: Exception, variant: Variant, by: Header, standard: Standard) -> Refused:
    name = standard.norm_edition
    match untold:
        case NoTerm():
            code, says = "term-missing", f"{name} has no term for {variant.channel}"
        case TermAsTold():
            code = "date-not-told"
            says = (
                f"{name} leaves the date to what the applicant was told: only an act told "
                "afterwards, with that date, can be recorded"
            )
        case CalendarGap():
            code, says = "calendar-missing", f"The term of {name} cannot be counted: {untold}"
        case _:  # A length of zero, or a date next to the last of all dates.
            code = "term-uncountable"
            says = f"The term of {name} cannot be counted from {by.on}: {untold}"
    return refuse(code, says, "8.1(5)")
