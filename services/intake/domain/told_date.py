"""The date that the applicant is told at acceptance (4.1(1), 8.1(5)).

Counted by the standard and the calendar known that day; given only by who tells the act afterwards.
A norm or a calendar that gives no date makes a refusal here, never an error.
"""

from datetime import date
from typing import Final

from events.common import Told
from events.deciding import Header, Refused, refuse
from events.law.counting import TermAsTold
from events.law.course_told import begins_on
from events.law.deadlines import NoTerm, term_of, told_on
from events.law.norm_book import Standard
from events.law.variant import TermStart, Variant
from events.law.working_days import CalendarGap
from services.intake.domain.application import Application
from services.intake.domain.at_window import last_paid
from services.intake.domain.commands import AcceptApplication
from services.intake.domain.window import Window

PAID: Final = "paid"
"""The start of a term that counts from the day on which the fee was taken in full."""


def date_told(
    application: Application, command: AcceptApplication, by: Header, window: Window
) -> Told:
    """Give the date that the applicant is told: the command's own only if told afterwards.

    Raises:
        Refused: `told-computed`, `term-missing`, `fee-unpaid`, `date-not-told`,
            `calendar-missing` or `term-uncountable`.
    """
    if command.told is not None:
        by.form(
            by.transcribed,
            "told-computed",
            "The date of a live acceptance is computed, not given",
            "4.1(1)",
        )
        return command.told
    standard, variant = window.the_standard(), application.the_lodging().variant
    try:
        start = _start(application, by, standard, variant)
        return told_on(standard, variant, start, window.calendars)
    except (NoTerm, CalendarGap, ValueError, OverflowError) as untold:
        raise _no_date(untold, variant, by, standard) from untold


def _start(application: Application, by: Header, standard: Standard, variant: Variant) -> date:
    """Give the day from which the term counts: of acceptance, or of the last payment."""
    term, fees = term_of(standard, variant), application.fees
    by.form(
        term.term.starts != PAID or bool(fees),
        "fee-unpaid",
        "The term counts from the day of payment, and no fee has been taken here",
        "8.1(5)",
    )
    start = TermStart(variant=variant, accepted_on=by.on, paid_on=last_paid(fees))
    return begins_on(term, start)


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
