"""5.5(5): the result is sent to a centre a day and a night before the term ends."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from events.law.norm_book import Standard
from events.provider import REGISTER_RECORD, CaseRegistered
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import kz
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.facts import (
    NOT_SHOWN,
    at_centre,
    brings_nothing,
    day_after,
    decision,
    first_at,
    open_from,
    refs,
    sending,
)
from services.audit.domain.rules.having import bound_on, was_shown
from services.audit.domain.rules.readings import DELIVERER_BEGINS
from services.audit.domain.rules.service_deadline import STILL_PAUSED, with_deadline


@with_deadline
def _sent_late(file: CaseFile, day: LedgerDay, deadline: Deadline) -> Iterator[Verdict]:
    """Find a result that was sent after the last day, or was not and cannot be any more.

    A term that ends on the day of acceptance leaves no day to send on: a fault of the standard.
    """
    last = deadline.last_to_send
    if last is None or last < deadline.accepted.on or not at_centre(file, day):
        return
    sent = sending(file)
    if (sent is not None and sent.on <= last) or not _is_sent(file, deadline.standard):
        return
    if deadline.due is None:
        yield STILL_PAUSED
    elif day.day <= last or not day.covers(_lanes(file), last):
        yield NotYet(until=day_after(max(last, day.day)))
    elif not was_shown(file, last):
        yield NOT_SHOWN
    else:
        yield from _breach(file, day, deadline, last, sent)


def _breach(
    file: CaseFile, day: LedgerDay, deadline: Deadline, last: date, sent: Entry | None
) -> Iterator[Verdict]:
    still_open = open_from(day, _lanes(file))
    lenient_last = last + (deadline.lenient_due - deadline.least)
    kept = (still_open if sent is None else sent.on) <= lenient_last
    begun = first_at(file, file.deliverers, CaseRegistered) if kept else None
    bound = bound_on(file, day, deadline.accepted, last)
    yield Evidence(
        charged=bound.agency,
        began=deadline.accepted.ref,
        subject=file.subject,
        event_ids=refs(deadline.accepted, *deadline.moved_by, bound.sent, begun, sent),
        due_on=last,
        days_late=None if sent is None else (sent.on - last).days,
        calendar_version=deadline.calendar_version,
        reading=DELIVERER_BEGINS if kept else None,
    )
    if sent is None and kept and deadline.lenient_due < date.max:
        yield NotYet(until=day_after(max(lenient_last, day.day)))


def _lanes(file: CaseFile) -> Sequence[str]:
    """Name the lanes that alone hold what excuses: the sending, or a pause."""
    return file.deliverers


def _is_sent(file: CaseFile, standard: Standard) -> bool:
    """Say whether there is, or may yet be, something to send: a register entry is not sent."""
    made = decision(file)
    if made is not None:
        return not brings_nothing(made)
    return set(standard.contents.result_kinds) != {REGISTER_RECORD}


RESULT_TO_CENTRE_LATE: Final[Rule[CaseFile]] = Rule(
    name="result_to_centre_late",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The result was not sent to the centre a day before the term.",
        kk="Нәтиже орталыққа мерзім өткенге дейін кемінде бір тәулік бұрын жіберілмеді.",
        ru="Результат не направлен в центр не позднее чем за сутки до истечения срока.",
    ),
    cites=kz("5.5(5)"),
    judge=_sent_late,
)
