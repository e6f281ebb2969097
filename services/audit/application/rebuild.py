"""Rebuilds the ledger's tables from the archive and judges its days again, to compare.

The rebuilt tables live in a temporary database that sees the stored file read-only beside it:
the same code fills them that filled the stored ones. A day that another edition of the rules has
judged cannot be repeated by this one: what it recorded is taken over.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Final

from events.audit import DayCounted, FindingMade, FindingSuperseded
from events.envelope import Recorded
from events.log.checking import Fault
from events.register import Register
from services.audit.adapters.sqlite_ledger import Ledger
from services.audit.application.deriving import derive
from services.audit.application.findings import put
from services.audit.application.judge import Judge
from services.audit.application.rebuilt import (
    RebuiltTransaction,
    RecordedDay,
    differences,
    rebuilding,
    recorded_days,
)
from services.audit.domain.commands import RecordFinding
from services.audit.domain.evidence import RULES_EDITION
from services.audit.domain.judging import Change

SORTED: Final = ("case_event", "case_number", "lane_day", "identity", "oddity", "reader_count")
"""What follows from the archive alone."""
JUDGED: Final = ("claim", "agenda", "finding")
"""What follows from judging, too."""


class LedgerCheck:
    """Compares the stored ledger with what its evidence gives."""

    def __init__(self, audit_lane: str) -> None:
        self._lane = audit_lane
        self._judge = Judge(audit_lane)
        self._counted: dict[str, list[tuple[int, Recorded[DayCounted]]]] = {}
        self.other_edition = 0
        """Days that were not judged again, as another edition of the rules has judged them."""
        self.open = 0
        """Days counted and not judged yet; what follows from judging is not compared meanwhile."""

    def faults(self, path: Path, realm: str, register: Register) -> Iterator[Fault]:
        """Yield what differs.

        Args:
            path: the audit instance's file.
            realm: the realm's name.
            register: as the audit lane tells it.
        """
        with rebuilding(path) as (db, store):
            Ledger(store.tx).create()
            derive(store, realm, register, upto=store.tx.derived_to)
            for day in recorded_days(store.tx, self._lane):
                if isinstance(day, Fault):
                    yield day
                else:
                    yield from self._day(store.tx, day)
            yield from differences(db, self._lane, SORTED if self.open else SORTED + JUDGED)

    def _day(self, tx: RebuiltTransaction, day: RecordedDay) -> Iterator[Fault]:
        days = self._counted.setdefault(day.counted.data.jurisdiction, [])
        days.append((day.seq, day.counted))
        if day.edition is None:
            yield from self._open(tx, day)
        elif day.edition == RULES_EDITION:
            outcome = self._judge.judge(tx, days)
            yield from _compare(outcome.changes, day, self._lane)
            Ledger(tx).look_again(outcome.agenda)
        else:
            self.other_edition += 1
            _take_over(tx, self._judge.input(tx, day.seq, day.counted)[0].sizes)
        for _, raw, finding in day.findings:
            _apply(Ledger(tx), raw, finding)

    def _open(self, tx: RebuiltTransaction, day: RecordedDay) -> Iterator[Fault]:
        """Compare what an open day has recorded so far, if today's rules did: its first changes."""
        self.open += 1
        if any(_edition(finding) == RULES_EDITION for _, _, finding in day.findings):
            changes = self._judge.judge(tx, self._counted[day.counted.data.jurisdiction]).changes
            yield from _compare(changes[: len(day.findings)], day, self._lane)


def _edition(finding: FindingMade | FindingSuperseded) -> str | None:
    return finding.rules_edition if isinstance(finding, FindingMade) else None


def _take_over(tx: RebuiltTransaction, sizes: Mapping[str, int]) -> None:
    """Take over what another edition derived: the agenda, and the claims that it could settle.

    The agenda does not say which day an entry is from; all are of days to come.
    """
    tx.cursor.execute("INSERT OR IGNORE INTO agenda SELECT * FROM stored.agenda")
    tx.cursor.executemany(
        "UPDATE main.claim SET differs = (SELECT differs FROM stored.claim AS settled WHERE "
        "(settled.lane, settled.seq, settled.claimed_lane) = (claim.lane, claim.seq, "
        "claim.claimed_lane)) "
        "WHERE differs IS NULL AND lane = ? AND seq <= ? AND claimed_lane = ? AND size <= ?",
        [(*lane, *claimed) for lane, claimed in product(sizes.items(), repeat=2)],
    )


def _apply(ledger: Ledger, raw: bytes, finding: FindingMade | FindingSuperseded) -> None:
    if isinstance(finding, FindingMade):
        put(ledger, finding, raw)
    else:
        ledger.end_finding(finding.finding_id)


def _compare(changes: Sequence[Change], day: RecordedDay, lane: str) -> Iterator[Fault]:
    again = {change.finding_id: _said(change) for change in changes}
    stored = {one.finding_id: (seq, _said(one)) for seq, _, one in day.findings}
    for finding_id in sorted(again.keys() | stored.keys()):
        seq, said = stored.get(finding_id, (day.judged_at, None))
        if again.get(finding_id) != said:
            yield Fault(lane=lane, seq=seq, what=f"finding {finding_id} is not what rules give")


def _said(one: Change | FindingMade | FindingSuperseded) -> tuple[Any, ...]:
    """Give what a finding says, whether as command or as event."""
    if isinstance(one, RecordFinding | FindingMade):
        return (
            one.rule,
            one.rules_edition,
            one.citation,
            one.kind,
            one.reading,
            one.charged,
            one.subject,
            one.due_on,
            one.days_late,
            one.event_ids,
            one.calendar_version,
            one.judged_day,
        )
    return ("superseded", one.charged, one.judged_day)
