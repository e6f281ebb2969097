"""A lane on paper: the tree by RFC 6962's own recursion, and what each reader is sent of it."""

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from msgspec import Struct

from events.log.reading.batch import Item
from events.log.reading.take import Held, Outcome, Taken, take
from events.log.reading.views import cut
from events.log.tree.checkpoint import Checkpoint
from events.log.tree.edge import Edge
from events.log.tree.hashing import EMPTY_ROOT, leaf, node

ORIGIN = "kz/intake.almaty-1"


class Tree:
    """The tree over some events, recomputed from its definition and nothing else."""

    def __init__(self, events: Sequence[bytes]) -> None:
        self.leaves = [leaf(event) for event in events]
        self._roots = dict[tuple[int, int], bytes]()

    def root(self, start: int, end: int) -> bytes:
        """MTH(D[start:end]) of RFC 6962, 2.1."""
        if end - start < 2:
            return self.leaves[start] if end > start else EMPTY_ROOT
        if (start, end) not in self._roots:
            split = start + max(1 << k for k in range(64) if 1 << k < end - start)
            self._roots[start, end] = node(self.root(start, split), self.root(split, end))
        return self._roots[start, end]

    def node(self, level: int, index: int) -> bytes:
        assert (index + 1) << level <= len(self.leaves), "only complete subtrees are asked for"
        return self.root(index << level, (index + 1) << level)


class Record(Struct, frozen=True):
    items: list[Item]
    checkpoint: Checkpoint


class Lane:
    """Events in commits, each event for the reader or not."""

    def __init__(self, commits: Sequence[Sequence[bool]], salt: str = "") -> None:
        self.audience = [mine for commit in commits for mine in commit]
        self.events = [b'{"n":"%d%s"}' % (n, salt.encode()) for n in range(len(self.audience))]
        self.sizes = list(accumulate((len(commit) for commit in commits), initial=0))
        self.tree = Tree(self.events)

    def checkpoint(self, size: int) -> Checkpoint:
        return Checkpoint(origin=ORIGIN, size=size, root=self.tree.root(0, size))

    @cached_property
    def records(self) -> list[Record]:
        """What the reader is sent: one record for each commit that holds an event for it."""
        start, records = 0, list[Record]()
        for previous, size in pairwise(self.sizes):
            for_reader = self.audience[previous:size]
            items = cut(start, previous, self.events[previous:size], for_reader, self.tree.node)
            if items:
                records.append(Record(items, self.checkpoint(size)))
                start = size
        return records

    @property
    def own(self) -> list[tuple[int, bytes]]:
        """The reader's events by seq."""
        numbered = zip(enumerate(self.events, 1), self.audience, strict=True)
        return [event for event, mine in numbered if mine]


class Reader:
    """A reader that keeps what it takes, and nothing else."""

    def __init__(self, *, whole: bool = False) -> None:
        self.edge = Edge()
        self.roots = dict[int, bytes]()
        self.events = list[tuple[int, bytes]]()
        self.whole = whole

    def hear(self, record: Record) -> Outcome:
        before = self.edge.to_bytes()
        held = Held(edge=self.edge, root_at=self.roots.get, whole=self.whole)
        outcome = take(held, record.items, record.checkpoint)
        assert self.edge.to_bytes() == before, "a decision changes nothing"
        if isinstance(outcome, Taken):
            self.edge = outcome.new_edge
            self.roots[self.edge.size] = record.checkpoint.root
            self.events += outcome.events
        return outcome

    def hear_all(self, records: Sequence[Record]) -> "Reader":
        for record in records:
            self.hear(record)
        return self
