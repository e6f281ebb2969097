"""Replay: every case file judged by every rule, over decoding the same bytes; and its memory.

Run as a module it replays one home and prints its peak memory in KB: `VmHWM`, which is ours alone;
`ru_maxrss` remembers the parent's memory, from before the process became another program.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from bench import baselines
from bench.measure import ROUNDS, Pair, Ratio, growth, seconds, speed
from events.log.adapters.sqlite_transaction import SqliteTransaction
from examples.kazakhstan.agencies import AUDIT_LANE
from examples.kazakhstan.agencies import JURISDICTION as ALL_RULES
from examples.receipt.importing import JURISDICTION
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.judge import Judge
from services.audit.application.ledger_days import book
from services.audit.domain.case_file import CaseFile
from services.audit.domain.ledger_day import LedgerDay
from services.audit.domain.rulebook import judge_case
from services.realm import Realm

TARGET: Final = 0.15
MEMORY_TARGET: Final = 1.2


def measure(small: Path, large: Path) -> list[Ratio]:
    """Replay the smaller home in turn with decoding; then both homes in processes of their own."""
    realm = Realm(small)
    with realm.store(AUDIT_LANE).reading() as tx:
        day = _last_day(tx)
        raws = [row[0] for row in tx.all("SELECT state FROM case_event")]
        pairs = [
            Pair(seconds(lambda: replay(tx, day)), seconds(lambda: baselines.decode_all(raws)))
            for _ in range(ROUNDS)
        ]
    realm.close()
    name = f"replay of {len(raws):,} events with all rules / decode"
    peaks = [Pair(_peak(large), _peak(small)) for _ in range(ROUNDS)]
    what = "peak memory of the replay, 3 times the events / 1 time"
    return [
        speed(name, TARGET, "events", len(raws), pairs),
        growth(what, MEMORY_TARGET, "MB", peaks),
    ]


def replay(tx: SqliteTransaction, day: LedgerDay) -> int:
    """Judge every case; count the verdicts."""
    return sum(
        1
        for subject, entries in LedgerTables(tx).cases()
        for _ in judge_case(CaseFile(subject, entries), day)
    )


def _last_day(tx: SqliteTransaction) -> LedgerDay:
    """Give the last day of the log, as a day of the jurisdiction in which every case rule runs."""
    last = book(tx, JURISDICTION).last
    assert last is not None
    _, day = Judge(AUDIT_LANE).input(tx, last)
    return replace(day, jurisdiction=ALL_RULES)


def _peak(home: Path) -> float:
    command = [sys.executable, "-m", "bench.replay", str(home)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 -- ourselves
    return int(printed) / 1024


def _replay_home(home: Path) -> None:
    realm = Realm(home)
    with realm.store(AUDIT_LANE).reading() as tx:
        replay(tx, _last_day(tx))
    realm.close()


def _high_water_mark() -> int:
    """Read this process's peak resident memory, in KB (proc(5))."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


if __name__ == "__main__":
    _replay_home(Path(sys.argv[1]))
    print(_high_water_mark())
