"""What stands beside a finding: reviews, the charged agency's answer (20), corrections."""

from collections.abc import Iterator

from events import codec
from events.audit import FindingMade, FindingReviewed
from events.exchange import FindingAnswered
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.corrected import corrected
from services.audit.projections.corrections import otherwise_text, unfitting_text
from services.audit.projections.narrative import day_text


def said_beside(tx: SqliteTransaction, made: FindingMade, register: Register) -> Iterator[str]:
    """Yield a line for each review and each answer; what others say of it is left out."""
    yield from _reviews(tx, made.finding_id)
    for entry in LedgerTables(tx).case(f"answer-{made.finding_id}"):
        data = entry.data
        if isinstance(data, FindingAnswered) and register.agency_id(entry.lane) == made.charged:
            why = f" ({', '.join(data.reasons)})" if data.reasons else ""
            yield f"{day_text(entry.on)}  {made.charged} answers: {data.position}{why}"


def with_corrections(tx: SqliteTransaction, audit_lane: str, made: FindingMade) -> Iterator[str]:
    """Yield what is found instead with corrections; the finding itself stays as recorded."""
    found = corrected(tx, audit_lane, made.subject, made.jurisdiction, tx.size())
    for one in found.otherwise:
        if one.finding_id == made.finding_id:
            yield otherwise_text(one)
    for unfitting in found.unfitting:
        if unfitting.corrects.ref in made.event_ids:
            yield unfitting_text(unfitting)


def _reviews(tx: SqliteTransaction, finding_id: str) -> Iterator[str]:
    stream = f"finding-{finding_id}"
    for raw in tx.history([stream]).get(stream, ()):
        event = codec.read(raw)
        if isinstance(event.data, FindingReviewed):
            officer = event.actor.rpartition("/")[2]
            said = f"{event.data.verdict} ({event.data.reason})"
            yield f"{day_text(event.data.on)}  reviewed by {officer}: {said}"
