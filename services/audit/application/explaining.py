"""A finding explained: the rule, the norm, the evidence, the count day by day."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Final

from events.law.wording import closing, lines
from events.law.working_days import CalendarGap
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.as_judged import as_judged
from services.audit.application.counted import KnownAt
from services.audit.application.explaining_complaints import ON_A_STAGE, complaint_counts
from services.audit.application.said_beside import said_beside, with_corrections
from services.audit.application.story import centre_text, count_of
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.holding import split
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rulebook import SENTENCES
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.service_deadline import service_deadline
from services.audit.domain.rules.service_term import SERVICE_TERM_MISSED
from services.audit.domain.rules.to_centre import RESULT_TO_CENTRE_LATE
from services.audit.domain.rules.told import TOLD_WRONG
from services.audit.projections.corrections import late_text
from services.audit.projections.narrative import day_text, sentence
from services.audit.projections.recorded import RecordedFinding

_ON_THE_TERM: Final = {SERVICE_TERM_MISSED.name, RESULT_TO_CENTRE_LATE.name, TOLD_WRONG.name}
"""Rules that the count of the service's term explains."""


def explanation(
    tx: SqliteTransaction,
    audit_lane: str,
    finding: RecordedFinding,
    shown: Callable[[Entry], bool] = lambda _: True,
) -> Iterator[str]:
    """Yield the lines that explain a finding.

    Args:
        tx: a snapshot of the ledger's store.
        audit_lane: the ledger's own lane.
        finding: as recorded.
        shown: whether an event is for who asks; of another only its name is given.
    """
    yield from _what(finding)
    yield ""
    yield "Evidence"
    for ref in finding.made.event_ids:
        yield f"  {_evidence(tx, ref, shown)}"
    register = KnownAt().register(tx, audit_lane, tx.size())
    said = [
        *said_beside(tx, finding.made, register),
        *with_corrections(tx, audit_lane, finding.made),
    ]
    yield from ["", "Said of it", *(f"  {text}" for text in said)] if said else ()
    if finding.made.rule in _ON_THE_TERM:
        yield from _count(tx, audit_lane, finding)
    if finding.made.rule in ON_A_STAGE:
        judged = as_judged(tx, audit_lane, finding.made)
        yield from complaint_counts(finding.made, judged.file, judged.day)


def brief(tx: SqliteTransaction, finding: RecordedFinding) -> Iterator[str]:
    """Yield a finding in a few lines: rule, norm, agency, days, what proves it."""
    made = finding.made
    arguable = "" if made.reading is None else ", arguable"
    yield f"{made.rule}: {SENTENCES[made.rule].en}"
    due = (
        "" if made.due_on is None else f"; due {day_text(made.due_on)}, {late_text(made.days_late)}"
    )
    yield f"  {made.charged}, {made.citation.article} ({made.kind}{arguable}){due}"
    for ref in made.event_ids:
        yield f"    {_evidence(tx, ref)}"


def _what(finding: RecordedFinding) -> Iterator[str]:
    made = finding.made
    says = SENTENCES[made.rule]
    yield f"{made.rule}: {says.en}"
    yield f"  {says.kk}"
    yield f"  {says.ru}"
    yield f"Norm       {made.citation.act}, {made.citation.article} ({made.kind})"
    yield f"Charged    {made.charged}"
    yield f"Subject    {made.subject}"
    if made.due_on is not None:
        yield f"Due        {day_text(made.due_on)}, {late_text(made.days_late)}"
    yield f"Certainty  {made.certainty}" + (
        f"; no breach if one reads: {made.reading}" if made.reading else ""
    )
    stands = "stands" if finding.stands else "superseded"
    yield (
        f"Judged     {made.jurisdiction} {made.judged_day}, version {finding.version}, {stands}, "
        f"rules {made.rules_edition}"
    )
    yield f"Finding    {made.finding_id}"


def _evidence(
    tx: SqliteTransaction, ref: str, shown: Callable[[Entry], bool] = lambda _: True
) -> str:
    entry = LedgerTables(tx).event(ref)
    if entry is None or not shown(entry):
        return ref
    return f"{day_text(entry.on)}  {entry.lane} #{entry.seq}: {sentence(entry)}"


def _count(tx: SqliteTransaction, audit_lane: str, finding: RecordedFinding) -> Iterator[str]:
    made = finding.made
    if made.calendar_version is None:
        return
    file, known, day = as_judged(tx, audit_lane, made)
    count = count_of(file, known)
    if count is None:
        return
    yield ""
    yield f"The service's term, day by day (calendar {made.calendar_version})"
    for text in lines(count):
        yield f"  {text}"
    yield f"  {closing(count)}"
    if made.rule == SERVICE_TERM_MISSED.name:
        yield from _held(file, day)
    if made.rule == RESULT_TO_CENTRE_LATE.name and made.due_on is not None:
        yield f"  {centre_text(made.due_on)}"


def _held(file: CaseFile, day: LedgerDay) -> Iterator[str]:
    """Yield who held the case and for how long; nothing where no calendar counts it."""
    deadline = service_deadline(file, day)
    if not isinstance(deadline, Deadline):
        return
    with suppress(CalendarGap):
        held = (f"{one.holder} {one.working_days}" for one in split(file, day, deadline))
        yield f"  working days by who held the case: {', '.join(held)}"
