"""5.5(1): the service is delivered within the term of its standard."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.evidence import Evidence, Kind, NotYet, Rule, Sentence, Verdict
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rules.citations import TERM_OF_STANDARD, edition_cited, kz
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.facts import (
    NOT_SHOWN,
    at_centre,
    day_after,
    ending,
    refs,
    sending,
    signer,
)
from services.audit.domain.rules.having import bound_on, was_shown
from services.audit.domain.rules.readings import lenient
from services.audit.domain.rules.service_deadline import STILL_PAUSED, with_deadline

CITES: Final = {**kz("5.5(1)"), "nl": TERM_OF_STANDARD}


@with_deadline
def _missed(file: CaseFile, day: LedgerDay, deadline: Deadline) -> Iterator[Verdict]:
    """Find a result that came after the judged date, or has not come and cannot any more.

    A lane that does not cover the date may hold a pause, or the result: then nothing is said.
    """
    ended, due = ending(file), deadline.least
    if ended is not None and ended.on <= due:
        return
    if deadline.due is None:
        yield STILL_PAUSED
    elif day.day <= due or not day.covers(file.lanes, due):
        yield NotYet(until=day_after(max(due, day.day)))
    elif not was_shown(file, due):
        yield NOT_SHOWN
    else:
        yield from _breach(file, day, deadline, ended)


def _breach(
    file: CaseFile, day: LedgerDay, deadline: Deadline, ended: Entry | None
) -> Iterator[Verdict]:
    kept = lenient(file, day, deadline, ended)
    charged, shown_by = _charged(file, day, deadline)
    yield Evidence(
        charged=charged,
        began=deadline.accepted.ref,
        subject=file.subject,
        event_ids=refs(deadline.accepted, *deadline.moved_by, *kept.shown_by, shown_by, ended),
        due_on=deadline.least,
        days_late=None if ended is None else (ended.on - deadline.least).days,
        calendar_version=deadline.calendar_version,
        reading=kept.reading,
        norm_edition=edition_cited(CITES, day.jurisdiction, deadline.standard),
    )
    if kept.open_from <= deadline.lenient_due < date.max:  # Certain only after that date, too.
        yield NotYet(until=day_after(max(deadline.lenient_due, day.day)))


def _charged(file: CaseFile, day: LedgerDay, deadline: Deadline) -> tuple[str, Entry | None]:
    """Charge the deliverer that had the case when its last day began.

    Or the centre to which the result was sent in good time (5.5(5)).
    """
    last, sent = deadline.last_to_send, sending(file)
    if last is not None and sent is not None and sent.on <= last and at_centre(file, day):
        return signer(deadline.accepted, day), sent
    return bound_on(file, day, deadline.accepted, deadline.least)


SERVICE_TERM_MISSED: Final[Rule[CaseFile]] = Rule(
    name="service_term_missed",
    kind=Kind.BREACH,
    sentence=Sentence(
        en="The service was not delivered within the standard's term.",
        kk="Қызмет стандартта белгіленген мерзімде көрсетілмеді.",
        ru="Услуга не оказана в срок, установленный стандартом.",
    ),
    cites=CITES,
    judge=_missed,
)
