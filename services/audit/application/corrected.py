"""What corrections change of a case's judgement: shown beside its findings, never stored."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from events.exchange import RecordCorrected
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_files import case_file
from services.audit.application.judge import Judge
from services.audit.application.ledger_days import judged_last
from services.audit.domain.correcting import Correction, Otherwise, corrections_of, otherwise


class Corrected(NamedTuple):
    """A case's judgement with its corrections, as of the ledger day judged last."""

    otherwise: Sequence[Otherwise] = ()
    """What differs from what was recorded."""
    unfitting: Sequence[Correction] = ()
    """Corrections that cannot be applied."""


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
    file = case_file(tables, subject, entries, prefix.sizes, day.register)
    unfitting = [one for one in corrections_of(file) if one.fields is None]
    return Corrected(list(otherwise(file, day)), unfitting)
