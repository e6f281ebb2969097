"""What lanes say was shipped to them and is not for them, looked up in the archive (A2, A14).

A reader names the hashes of what it rejects. A record is cut from the commit where it ends (A2),
so they are looked for in that commit alone: naming what is not there costs the ledger little.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from events import codec
from events.codec import CannotRead
from events.envelope import EVERYBODY
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.reading.admit import readers
from events.log.reading.batch import split_batch
from events.log.tree.exact_base64 import to_base64
from events.log.tree.hashing import leaf
from events.register import Lane, Register
from services.audit.adapters.sqlite_ledger import LedgerTables
from services.audit.application.scope import Scope
from services.audit.domain.lane_file import WronglyShipped
from services.audit.projections.rows import RejectionRow

NONE_BEFORE: Final[Mapping[str, int]] = {}


def wrongly_shipped(tx: SqliteTransaction, scope: Scope, lane: Lane) -> list[WronglyShipped]:
    """Give what a lane was shipped and was not for its agency, as it says and the archive shows.

    Only what counts today and did not the day before; of a whole lane all. What names a size
    that does not count yet waits.
    """
    after, upto = scope.stretch(lane.lane)
    counted = scope.prefix.sizes
    before = NONE_BEFORE if scope.since is None else scope.since.sizes
    return [
        found
        for one in LedgerTables(tx).rejections(lane.lane, upto)
        if one.size <= counted.get(one.claimed_lane, 0)
        and (one.seq > after or one.size > before.get(one.claimed_lane, 0))
        for found in _found(tx, scope, lane.agency, one)
    ]


def _found(
    tx: SqliteTransaction, scope: Scope, reader: str, said: RejectionRow
) -> Iterator[WronglyShipped]:
    sender = _sender(scope.day.register, said.claimed_lane)
    if sender is None or reader in (sender, scope.authority):
        return
    refs = list(_not_for(tx, reader, said))
    if refs:
        yield WronglyShipped(said.ref, said.claimed_lane, sender, refs)


def _sender(register: Register, lane: str) -> str | None:
    found = register.lanes.get(lane)
    return None if found is None else found.agency


def _not_for(tx: SqliteTransaction, reader: str, said: RejectionRow) -> Iterator[str]:
    """Give the events named that a well-formed `to` gives to others alone, if each has an id."""
    leaves, lane = set(said.leaves.split(" ")), said.claimed_lane
    tables = LedgerTables(tx)
    for record in tables.archived(lane, said.size - 1, 1):
        shipped = split_batch(record.value) if record.size == said.size else ()
        for seq, raw in enumerate(shipped, record.start + 1):
            if isinstance(raw, bytes) and to_base64(leaf(raw)) in leaves:
                to, id_ = readers(raw), _id(raw)
                of_others = to and to.isdisjoint((reader, EVERYBODY))
                if of_others and tables.first_of_id(lane, id_) == seq:
                    yield f"{lane}/{id_}"


def _id(raw: bytes) -> str:
    try:
        return codec.read(raw).id
    except CannotRead:
        return ""
