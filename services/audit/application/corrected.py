"""What corrections change of a case's judgement: shown beside its findings, never stored."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from events.exchange import RecordCorrected
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_files import CaseFiles
from services.audit.application.judge import Judge
from services.audit.application.ledger_days import judged_last
from services.audit.domain.correcting import Otherwise, otherwise
from services.audit.domain.corrections import Correction, corrections_of, left_out


class Corrected(NamedTuple):
    """A case's judgement with its corrections, as of the ledger day judged last."""

    otherwise: Sequence[Otherwise] = ()
    """What differs from what was recorded."""
    unfitting: Sequence[Correction] = ()
    """Corrections that cannot be applied."""
    left_out: int = 0
    """How many are not judged, as their lane has told many more since."""


NOTHING: Final = Corrected()


def corrected(
    tx: SqliteTransaction, audit_lane: str, subject: str, jurisdiction: str | None, upto: int
) -> Corrected:
    """Judge a case by what counted on the day judged last, with and without its corrections.

    Args:
        tx: a snapshot of the ledger's store.
        audit_lane: the ledger's own lane.
        subject: the case.
        jurisdiction: whose ledger judges it; None if that is not known.
        upto: the size of the audit lane as of which it is asked.
    """
    tables = LedgerTables(tx)
    entries = tables.case(subject)
    if jurisdiction is None or not any(isinstance(one.data, RecordCorrected) for one in entries):
        return NOTHING
    booked = judged_last(tx, jurisdiction, upto)
    if booked is None:
        return NOTHING
    prefix, day = Judge(audit_lane).input(tx, booked)
    file = CaseFiles(tx, prefix.sizes, day.register).of(subject, entries)
    unfitting = [one for one in corrections_of(file) if one.fields is None]
    return Corrected(list(otherwise(file, day)), unfitting, left_out(file))
