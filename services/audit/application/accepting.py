"""What the ledger tells each agency of its lanes in the archive (protocol C1)."""

from collections.abc import Iterator

from events import codec
from events.common import LaneSize
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.tree.exact_base64 import to_base64
from events.register import Register
from services.audit.domain.commands import AcceptLanes


def unaccepted(tx: SqliteTransaction, register: Register) -> Iterator[AcceptLanes]:
    """List what each agency has not been told of its lanes in the archive."""
    heads = {head.lane: head for head in tx.heads()}
    for agency in sorted(register.agencies):
        told = _told(tx, agency)
        lanes = [
            LaneSize(lane=lane, size=heads[lane].size, root=to_base64(heads[lane].root))
            for lane, registered in sorted(register.lanes.items())
            if registered.agency == agency
            and lane in heads
            and heads[lane].size > told.get(lane, 0)
        ]
        if lanes:
            yield AcceptLanes(agency=agency, lanes=tuple(lanes))


def _told(tx: SqliteTransaction, agency: str) -> dict[str, int]:
    """Give, of each lane of an agency, the size that it was told last."""
    stream = f"accepted-{agency}"
    return {
        lane.lane: lane.size
        for raw in tx.history([stream]).get(stream, ())
        for lane in codec.read(raw).data.lanes
    }


def sizes_text(command: AcceptLanes) -> str:
    """Write the lanes and sizes of an acceptance: part of its command's id."""
    return ",".join(f"{lane.lane}@{lane.size}" for lane in command.lanes)
