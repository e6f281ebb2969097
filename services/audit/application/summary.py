"""How many cases were late, by channel; and on how many a rule can say nothing."""

from collections import Counter, defaultdict
from typing import Final

from msgspec import Struct

from events.intake import ResultReceived
from events.log.adapters.sqlite_transaction import SqliteTransaction
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.case_files import CaseFiles
from services.audit.application.judge import Judge
from services.audit.application.ledger_days import book
from services.audit.domain.evidence import Undecidable
from services.audit.domain.rulebook import judge_case

LATE: Final = "service_term_missed"


class Tally(Struct, kw_only=True):
    """Cases of one channel."""

    finished: int = 0
    finished_late: int = 0
    open: int = 0
    open_late: int = 0

    def add(self, *, finished: bool, late: bool) -> None:
        """Count one case."""
        if finished:
            self.finished += 1
            self.finished_late += late
        else:
            self.open += 1
            self.open_late += late


class Summary(Struct, frozen=True, kw_only=True):
    """Accepted cases of a jurisdiction on the day judged last."""

    jurisdiction: str
    by_channel: dict[str, Tally]
    total: Tally
    undecidable: Counter[str]
    """By rule, the cases on which nothing that is known decides."""


def summary(tx: SqliteTransaction, audit_lane: str, jurisdiction: str) -> Summary:
    """Count the cases of a jurisdiction: findings as recorded, the undecidable by today's rules."""
    tables = LedgerTables(tx)
    last = book(tx, jurisdiction).last
    if last is None:
        raise LookupError(f"{jurisdiction} has counted no day")
    prefix, day = Judge(audit_lane).input(tx, last)
    late = {made.subject for made, stands in tables.findings() if stands and made.rule == LATE}
    by_channel: defaultdict[str, Tally] = defaultdict(Tally)
    total, undecidable = Tally(), Counter[str]()
    files = CaseFiles(tx, prefix.sizes, day.register)
    for subject, entries in tables.cases():
        file = files.of(subject, entries)
        if file.accepted is None:
            continue
        finished, is_late = file.first(ResultReceived) is not None, subject in late
        by_channel[file.accepted.data.variant.channel].add(finished=finished, late=is_late)
        total.add(finished=finished, late=is_late)
        found = {rule.name for rule, one in judge_case(file, day) if isinstance(one, Undecidable)}
        undecidable.update(found)
    return Summary(
        jurisdiction=jurisdiction,
        by_channel=dict(sorted(by_channel.items())),
        total=total,
        undecidable=undecidable,
    )
