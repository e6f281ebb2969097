"""A case beside one of its findings: as known now, on the day on which it was judged."""

from typing import NamedTuple

from events.audit import FindingMade
from events.known import Known
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.application.case_files import CaseFiles
from services.audit.application.counted import KnownAt
from services.audit.domain.case_file import CaseFile
from services.audit.domain.ledger_day import LedgerDay


class AsJudged(NamedTuple):
    """What explains a finding: enough to count its terms again, not to judge it."""

    file: CaseFile
    known: Known
    day: LedgerDay
    """Without what the lanes covered."""


def as_judged(tx: SqliteTransaction, audit_lane: str, made: FindingMade) -> AsJudged:
    """Give the case of a finding, with agencies and norms as known now."""
    sizes = {head.lane: head.size for head in tx.heads()}
    known = KnownAt().known(tx, audit_lane, tx.size(), sizes)
    file = CaseFiles(tx, sizes, known.register).of(made.subject)
    day = LedgerDay(
        jurisdiction=made.jurisdiction,
        day=made.judged_day,
        register=known.register,
        norms=known.norms,
        covered={},
    )
    return AsJudged(file, known, day)
