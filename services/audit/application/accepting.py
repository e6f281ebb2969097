"""What the ledger tells each agency of its lanes in the archive (protocol C1)."""

from collections import defaultdict
from collections.abc import Iterator

from events.common import LaneSize
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.tree.exact_base64 import to_base64
from events.register import Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.domain.commands import AcceptLanes


def unaccepted(tx: SqliteTransaction, register: Register) -> Iterator[AcceptLanes]:
    """List what each agency has not been told of its lanes in the archive."""
    new = defaultdict[str, list[LaneSize]](list)
    for name, lane in sorted(register.lanes.items()):
        new[lane.agency] += _new(tx, name)
    for agency, lanes in sorted(new.items()):
        if lanes:
            yield AcceptLanes(agency=agency, lanes=tuple(lanes))


def _new(tx: SqliteTransaction, lane: str) -> Iterator[LaneSize]:
    """Give how far a lane is archived, if that was not told."""
    held = tx.held(lane)
    size = 0 if held is None else held[0]
    root = tx.root_at(lane, size)
    if root is not None and size > LedgerTables(tx).accepted(lane):
        yield LaneSize(lane=lane, size=size, root=to_base64(root))


def sizes_text(command: AcceptLanes) -> str:
    """Write the lanes and sizes of an acceptance: part of its command's id."""
    return ",".join(f"{lane.lane}@{lane.size}" for lane in command.lanes)
