"""Case files: a case from the case table, as far as each lane counts."""

from collections.abc import Mapping, Sequence

from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_window import window_of
from services.audit.application.told import LedgerTold
from services.audit.domain.case_file import CaseFile
from services.audit.domain.entry import Entry
from services.audit.domain.shown import shown


class CaseFiles:
    """Makes case files of one snapshot: what many of them ask is asked once."""

    def __init__(self, tx: SqliteTransaction, sizes: Mapping[str, int], register: Register) -> None:
        """Read a snapshot.

        Args:
            tx: of the ledger's store.
            sizes: lane -> how many of its events count.
            register: as known when it is read; tells who was to read what.
        """
        self._tables, self._sizes, self._register = LedgerTables(tx), sizes, register
        self._told = LedgerTold(tx, register, sizes)

    def of(self, subject: str, entries: Sequence[Entry] | None = None) -> CaseFile:
        """Give a case as far as its lanes count.

        Args:
            subject: the case.
            entries: what all lanes tell of it, where that has been read.
        """
        told = self._tables.case(subject) if entries is None else entries
        counted = [one for one in told if one.seq <= self._sizes.get(one.lane, 0)]
        return CaseFile(
            subject,
            counted,
            window_of(subject, counted, self._register, self._told),
            lambda entry: shown(entry, self._register, self._told),
        )
