"""What a deliverer waits for while a term stands still, and when it goes on (8.1(5))."""

from collections.abc import Iterator
from datetime import date

from events.known import Known
from events.law.course import Paused, pause_end
from events.law.course_told import UNCOUNTABLE
from events.law.deadlines import term_of
from events.law.predicates import pause_on
from events.provider import TermPaused
from events.provider_course import DocumentsAsked
from services.provider.projections.case_at_deliverer import CaseAtDeliverer, PauseKept
from services.provider.projections.service_due import standard_of
from services.todo import APPLICANT, Office, Task


def standing_still(case: CaseAtDeliverer, office: Office) -> Iterator[Task]:
    """Give what the applicant is to bring, and each pause that is to be ended."""
    for asked in case.awaited():
        data: DocumentsAsked = asked.data
        yield office.task(
            "await_documents",
            f"The applicant was asked for {', '.join(data.documents)}",
            asked,
            due_on=data.answer_by,
            article="8.1(7)",
            waits_for=APPLICANT,
        )
    for one in case.pauses:
        if one.resumed_on is None:
            yield _resume(one, case, office)


def _resume(one: PauseKept, case: CaseAtDeliverer, office: Office) -> Task:
    paused: TermPaused = one.paused.data
    until = _until(one, case, office.known)
    last = "" if until is None else f", on {until} at the latest"
    return office.task(
        "resume_term",
        f"The term stands still ({paused.ground}): let it go on{last}",
        one.paused,
        due_on=until,
        article="8.1(5)",
    )


def _until(one: PauseKept, case: CaseAtDeliverer, known: Known) -> date | None:
    """Give the day told with the pause, or the standard's limit if that is earlier."""
    told: date | None = one.paused.data.until
    standard = standard_of(case, known)
    norm = None if standard is None else pause_on(standard.contents, one.paused.data.ground)
    if standard is None or norm is None or case.accepted is None:
        return told
    try:
        term = term_of(standard, case.accepted.data.variant)
        data: TermPaused = one.paused.data
        version = None if data.told is None else data.told.calendar_version
        calendars = term.calendars(known.norms.calendars)
        view = calendars.known_when_told(version or "", data.on)
        paused = Paused(data.ground, data.on, data.until, one.resumed_on)
        return pause_end(paused, norm, view, term.term.week)
    except UNCOUNTABLE:
        return told
