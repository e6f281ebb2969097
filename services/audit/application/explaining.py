"""A finding explained: the rule, the norm, the evidence, the count day by day."""

from collections.abc import Iterator

from events.law.wording import closing, lines
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import Ledger
from services.audit.application.case_files import case_file
from services.audit.application.counted import KnownAt
from services.audit.application.story import count_of
from services.audit.domain.rulebook import SENTENCES
from services.audit.projections.narrative import day_text, sentence
from services.audit.projections.recorded import RecordedFinding


def explanation(tx: SqliteTransaction, audit_lane: str, finding: RecordedFinding) -> Iterator[str]:
    """Yield the lines that explain a finding."""
    yield from _what(finding)
    yield ""
    yield "Evidence"
    for ref in finding.made.event_ids:
        yield f"  {_evidence(tx, ref)}"
    yield from _count(tx, audit_lane, finding)


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
        late = "still open" if made.days_late is None else _days_late(made.days_late)
        yield f"Due        {day_text(made.due_on)}, {late}"
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
    entry = Ledger(tx).event(ref)
    if entry is None:
        return ref
    return f"{day_text(entry.on)}  {entry.lane} #{entry.seq}: {sentence(entry)}"


def _count(tx: SqliteTransaction, audit_lane: str, finding: RecordedFinding) -> Iterator[str]:
    made = finding.made
    if made.calendar_version is None:
        return
    ledger, sizes = Ledger(tx), {head.lane: head.size for head in tx.heads()}
    file = case_file(ledger, made.subject, ledger.case(made.subject), sizes)
    count = count_of(file, KnownAt().known(tx, audit_lane, tx.size(), sizes))
    if count is None:
        return
    yield ""
    yield f"The service's term, day by day (calendar {made.calendar_version})"
    for text in lines(count):
        yield f"  {text}"
    yield f"  {closing(count)}"
