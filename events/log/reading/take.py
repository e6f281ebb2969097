"""What a reader does with one record of a lane: a pure decision (PROTOCOL.md, "Receiving").

The signature over the checkpoint is already checked. Nothing held changes, whatever comes out;
the caller stores what `Taken` says, in one transaction with the effects.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from events.log.reading.batch import Item, Omitted
from events.log.tree.aligned import aligned
from events.log.tree.checkpoint import Checkpoint
from events.log.tree.edge import Edge
from events.log.tree.hashing import EMPTY_ROOT, leaf

RootAt = Callable[[int], bytes | None]
"""size -> the root that this reader accepted at that size, or None."""


class Reason(StrEnum):
    """Why a record is refused; each is a copy damaged or forged on its way, or a faulty writer."""

    COUNT = "the record counts more events than its checkpoint, or brings none"
    RUN = "a run has other subtrees than its place and length give, or touches another run"
    WITHHELD = "a reader of the whole lane was sent a run of omitted events"
    ROOT = "the root over the record is not the root of its checkpoint"


class Held(Struct, frozen=True, kw_only=True):
    """What a reader holds of a lane."""

    edge: Edge
    root_at: RootAt
    whole: bool = False  # The own agency and the authority get every event, so no runs.
    as_kept: bool = False  # Its own store: of a record with nothing for it a run is kept alone.


class Taken(Struct, frozen=True, kw_only=True):
    """The record follows: its events by seq (from 1), and the edge at its checkpoint."""

    start: int
    events: tuple[tuple[int, bytes], ...]
    new_edge: Edge


class Known(Struct, frozen=True, kw_only=True):
    """This size and root are held already: drop it."""

    size: int


class Gap(Struct, frozen=True, kw_only=True):
    """The record begins behind what is held: skip it, alarm; a refill comes later."""

    start: int
    mine: int


class CutDiffers(Struct, frozen=True, kw_only=True):
    """The record was cut otherwise than the records before it: drop it, alarm."""

    size: int
    mine: int


class TwoRoots(Struct, frozen=True, kw_only=True):
    """The lane signed two roots for one size: it is convicted, and stops, aloud."""

    size: int
    mine: bytes
    other: bytes


class Refused(Struct, frozen=True, kw_only=True):
    """The record does not fit its own checkpoint."""

    reason: Reason


NotTaken = Known | Gap | CutDiffers | TwoRoots | Refused
Outcome = Taken | NotTaken


def take(held: Held, items: Sequence[Item], checkpoint: Checkpoint) -> Outcome:
    """Decide on one record: `items` of its batch, under its verified checkpoint."""
    mine = held.edge.size
    if checkpoint.size <= mine:
        return _again(held, checkpoint)
    counts = [i.omitted if isinstance(i, Omitted) else 1 for i in items]
    start = checkpoint.size - sum(counts)
    if start < 0 or not (held.as_kept or any(isinstance(i, bytes) for i in items)):
        return Refused(reason=Reason.COUNT)
    if start > mine:
        return Gap(start=start, mine=mine)
    if start < mine:
        return CutDiffers(size=checkpoint.size, mine=mine)
    return _follow(held, items, checkpoint)


def _again(held: Held, checkpoint: Checkpoint) -> Outcome:
    """Answer a size that is not beyond what is held, by the roots alone."""
    known = _known_root(held, checkpoint.size)
    if known is None:
        return CutDiffers(size=checkpoint.size, mine=held.edge.size)
    if known != checkpoint.root:
        return TwoRoots(size=checkpoint.size, mine=known, other=checkpoint.root)
    return Known(size=checkpoint.size)


def _known_root(held: Held, size: int) -> bytes | None:
    if size == held.edge.size:
        return held.edge.root()
    return held.root_at(size) if size else EMPTY_ROOT


def _follow(held: Held, items: Sequence[Item], checkpoint: Checkpoint) -> Outcome:
    """Grow a copy of the edge by the record and compare the roots."""
    edge, events = held.edge.copy(), list[tuple[int, bytes]]()
    for is_run, group in groupby(items, lambda item: isinstance(item, Omitted)):
        if not is_run:
            own = [item for item in group if isinstance(item, bytes)]
            events.extend(enumerate(own, edge.size + 1))
            edge.extend(map(leaf, own))
        elif held.whole:
            return Refused(reason=Reason.WITHHELD)
        elif not _skip(edge, [item for item in group if isinstance(item, Omitted)]):
            return Refused(reason=Reason.RUN)
    if edge.root() != checkpoint.root:
        return Refused(reason=Reason.ROOT)
    return Taken(start=held.edge.size, events=tuple(events), new_edge=edge)


def _skip(edge: Edge, runs: Sequence[Omitted]) -> bool:
    """Push the subtrees of one run; False if two runs touch or its subtrees are not the ones."""
    if len(runs) != 1 or runs[0].omitted < 1:
        return False
    subtrees = list(aligned(edge.size, runs[0].omitted))
    if len(subtrees) != len(runs[0].nodes):
        return False
    for (_, level), subtree in zip(subtrees, runs[0].nodes, strict=True):
        edge.push(level, subtree)
    return True
