"""A finding explained: the rule, the norm, the evidence, the count day by day."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from events.audit import FindingMade
from events.known import Known
from events.law.wording import closing, lines
from events.law.working_days import CalendarGap
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_files import case_file
from services.audit.application.counted import KnownAt
from services.audit.application.said_beside import said_beside
from services.audit.application.story import centre_text, count_of
from services.audit.domain.case_file import CaseFile
from services.audit.domain.holding import split
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rulebook import SENTENCES
from services.audit.domain.rules.deadline import Deadline
from services.audit.domain.rules.service_deadline import service_deadline
from services.audit.domain.rules.service_term import SERVICE_TERM_MISSED
from services.audit.domain.rules.to_centre import RESULT_TO_CENTRE_LATE
from services.audit.domain.rules.told import TOLD_WRONG
from services.audit.projections.narrative import day_text, sentence
from services.audit.projections.recorded import RecordedFinding

_ON_THE_TERM: Final = {SERVICE_TERM_MISSED.name, RESULT_TO_CENTRE_LATE.name, TOLD_WRONG.name}
"""Rules that the count of the service's term explains."""


def explanation(tx: SqliteTransaction, audit_lane: str, finding: RecordedFinding) -> Iterator[str]:
    """Yield the lines that explain a finding."""
    yield from _what(finding)
    yield ""
    yield "Evidence"
    for ref in finding.made.event_ids:
        yield f"  {_evidence(tx, ref)}"
    register = KnownAt().register(tx, audit_lane, tx.size())
    beside = [f"  {text}" for text in said_beside(tx, finding.made, register)]
    yield from ["", "Said of it", *beside] if beside else ()
    if finding.made.rule in _ON_THE_TERM:
        yield from _count(tx, audit_lane, finding)


def brief(tx: SqliteTransaction, finding: RecordedFinding) -> Iterator[str]:
    """Yield a finding in a few lines: rule, norm, agency, days, what proves it."""
    made = finding.made
    arguable = "" if made.reading is None else ", arguable"
    yield f"{made.rule}: {SENTENCES[made.rule].en}"
    due = "" if made.due_on is None else f"; due {day_text(made.due_on)}, {_late(made)}"
    yield f"  {made.charged}, {made.citation.article} ({made.kind}{arguable}){due}"
    for ref in made.event_ids:
        yield f"    {_evidence(tx, ref)}"


def _late(made: FindingMade) -> str:
    return "still open" if made.days_late is None else _days_late(made.days_late)


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
        yield f"Due        {day_text(made.due_on)}, {_late(made)}"
    yield f"Certainty  {made.certainty}" + (
        f"; no breach if one reads: {made.reading}" if made.reading else ""
    )
    stands = "stands" if finding.stands else "superseded"
    yield (
        f"Judged     {made.jurisdiction} {made.judged_day}, version {finding.version}, {stands}, "
        f"rules {made.rules_edition}"
    )
    yield f"Finding    {made.finding_id}"


def _days_late(days: int) -> str:
    return f"{days} calendar day{'' if days == 1 else 's'} late"


def _evidence(tx: SqliteTransaction, ref: str) -> str:
    entry = LedgerTables(tx).event(ref)
    if entry is None:
        return ref
    return f"{day_text(entry.on)}  {entry.lane} #{entry.seq}: {sentence(entry)}"


def _count(tx: SqliteTransaction, audit_lane: str, finding: RecordedFinding) -> Iterator[str]:
    made = finding.made
    if made.calendar_version is None:
        return
    tables, sizes = LedgerTables(tx), {head.lane: head.size for head in tx.heads()}
    known = KnownAt().known(tx, audit_lane, tx.size(), sizes)
    entries = tables.case(made.subject)
    file = case_file(tables, made.subject, entries, sizes, known.register)
    count = count_of(file, known)
    if count is None:
        return
    yield ""
    yield f"The service's term, day by day (calendar {made.calendar_version})"
    for text in lines(count):
        yield f"  {text}"
    yield f"  {closing(count)}"
    if made.rule == SERVICE_TERM_MISSED.name:
        yield from _held(file, made, known)
    if made.rule == RESULT_TO_CENTRE_LATE.name and made.due_on is not None:
        yield f"  {centre_text(made.due_on)}"


def _held(file: CaseFile, made: FindingMade, known: Known) -> Iterator[str]:
    """Yield who held the case and for how long; nothing where no calendar counts it."""
    day = LedgerDay(
        jurisdiction=made.jurisdiction,
        day=made.judged_day,
        register=known.register,
        norms=known.norms,
        covered={},
    )
    deadline = service_deadline(file, day)
    if not isinstance(deadline, Deadline):
        return
    with suppress(CalendarGap):
        held = (f"{one.holder} {one.working_days}" for one in split(file, day, deadline))
        yield f"  working days by who held the case: {', '.join(held)}"
