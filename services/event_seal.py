"""What a lane has signed over an event, with the way from the event to it (RFC 6962, 2.1.1)."""

from collections.abc import Sequence

from msgspec import Struct

from events.deciding import Refused, refuse
from events.log.adapters.sqlite_places import Sealed, own_nodes, record_over, sealed_over
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.reading.batch import split_batch
from events.log.tree.checkpoint import CheckpointRefused, open_checkpoint
from events.log.tree.hashing import leaf, node
from events.log.tree.keys import KeyRefused, VerificationKey
from events.log.tree.nodes import NodeSource
from events.log.tree.note import NoteRefused, UnknownKey
from events.log.tree.proofs import inclusion, verify_inclusion
from events.register import Lane
from services.audit.adapters.sqlite_ledger import LedgerTables


class Seal(Struct, frozen=True, kw_only=True):
    """The first checkpoint that covers an event, and the proof that it does."""

    size: int
    root: bytes
    key: str
    """The verification key that opened the checkpoint."""
    leaf: bytes
    proof: tuple[bytes, ...]
    """From the leaf to the root."""
    holds: bool
    """Checked here: the event's own bytes lead to the root that the lane signed."""


def own_seal(tx: SqliteTransaction, lane: Lane, seq: int, raw: bytes) -> Seal:
    """Prove an event in the file of its own lane.

    Args:
        tx: a snapshot of that lane's store.
        lane: as registered.
        seq: of the event.
        raw: its bytes.

    Raises:
        Refused: `not-sealed`: the lane has signed nothing over it.
    """
    sealed = sealed_over(tx, seq)
    if sealed is None:
        raise _not_sealed(lane, seq, "no checkpoint covers it")
    return _seal(lane, sealed, own_nodes(tx), seq, raw)


def archived_seal(tx: SqliteTransaction, lane: Lane, seq: int, raw: bytes) -> Seal:
    """Prove an event of a lane whose software does not run here, by what the archive holds.

    Raises:
        Refused: `not-sealed`: the lane has signed nothing over it.
    """
    record = record_over(tx, lane.lane, seq)
    if record is None:
        raise _not_sealed(lane, seq, "no record in the archive covers it")
    records = LedgerTables(tx).archived(lane.lane, 0, record.size)
    items = [one for each in records if each.size <= record.size for one in split_batch(each.value)]
    leaves = [leaf(one) for one in items if isinstance(one, bytes)]
    return _seal(lane, Sealed(record.size, record.note), _tree_of(leaves), seq, raw)


def _seal(lane: Lane, sealed: Sealed, nodes: NodeSource, seq: int, raw: bytes) -> Seal:
    size, key = sealed.size, lane.key_for(sealed.size) or ""
    try:
        checkpoint = open_checkpoint(sealed.note, VerificationKey.parse(key))
    except (KeyRefused, NoteRefused, UnknownKey, CheckpointRefused) as bad:
        raise _not_sealed(lane, seq, str(bad)) from bad
    proof, hashed = inclusion(seq - 1, size, nodes), leaf(raw)
    return Seal(
        size=size,
        root=checkpoint.root,
        key=key,
        leaf=hashed,
        proof=proof,
        holds=verify_inclusion(hashed, seq - 1, checkpoint.size, proof, checkpoint.root),
    )


def _not_sealed(lane: Lane, seq: int, why: str) -> Refused:
    says = f"{lane.lane} has not signed its event {seq}, as it is here: {why}; run qyzmet verify"
    return refuse("not-sealed", says)


def _tree_of(leaves: Sequence[bytes]) -> NodeSource:
    """Give the inner nodes over all leaves of a lane, computed when asked for."""

    def nodes(level: int, index: int) -> bytes:
        if level == 0:
            return leaves[index]
        return node(nodes(level - 1, 2 * index), nodes(level - 1, 2 * index + 1))

    return nodes
