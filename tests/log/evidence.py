"""What a lane's file holds, read without the product's store, and recomputed from the events."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from events.log.tree.checkpoint import Checkpoint, open_checkpoint
from events.log.tree.keys import VerificationKey
from events.log.tree.note import UnknownKey
from tests.log.lanes import Tree


class Commit(Struct, frozen=True):
    """One row of `sealed`."""

    size: int
    previous: int
    note: bytes
    edge: bytes
    nodes: bytes


class Envelope(Struct, frozen=True):
    """What tests look at of an event."""

    id: str
    type: str
    commandid: str
    data: dict[str, object]
    time: str
    subject: str
    to: str
    causationid: str = ""


class Evidence(Struct, frozen=True):
    """A lane as its file holds it."""

    seqs: Sequence[int]
    raws: Sequence[bytes]
    commits: Sequence[Commit]

    @property
    def events(self) -> list[Envelope]:
        return [msgspec.json.decode(raw, type=Envelope) for raw in self.raws]

    def verify(self, *keys: VerificationKey) -> None:
        """Recompute everything from the events; each checkpoint is signed by one of the keys."""
        assert list(self.seqs) == list(range(1, len(self.raws) + 1)), "seqs have gaps"
        sizes = [0, *(commit.size for commit in self.commits)]
        assert [commit.previous for commit in self.commits] == sizes[:-1]
        assert sizes[-1] == len(self.raws), "an event is not sealed"
        tree = Tree(self.raws)
        for commit in self.commits:
            checkpoint = _opened(commit.note, keys)
            assert checkpoint.size == commit.size
            assert checkpoint.root == tree.root(0, commit.size)
            assert commit.edge == _peaks(tree, commit.size)
            assert commit.nodes == _completed(tree, commit.previous, commit.size)


def _opened(note: bytes, keys: Sequence[VerificationKey]) -> Checkpoint:
    for key in keys:
        with suppress(UnknownKey):
            return open_checkpoint(note, key)
    raise AssertionError(f"signed by none of {keys}")


def _peaks(tree: Tree, size: int) -> bytes:
    """The complete subtrees of a tree of this size, from left to right."""
    peaks, start = b"", 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            peaks += tree.root(start, start + (1 << level))
            start += 1 << level
    return peaks


def _completed(tree: Tree, previous: int, size: int) -> bytes:
    """The inner nodes that the leaves after `previous` complete, leaf by leaf, upwards."""
    return b"".join(
        tree.root(end - (1 << level), end)
        for end in range(previous + 1, size + 1)
        for level in range(1, end.bit_length())
        if end % (1 << level) == 0
    )


def read_evidence(path: Path) -> Evidence:
    with closing(sqlite3.connect(path)) as db:
        events = db.execute("SELECT rowid, state FROM stored_events ORDER BY rowid").fetchall()
        commits = db.execute("SELECT size, previous, note, edge, nodes FROM sealed ORDER BY size")
        return Evidence(
            seqs=[seq for seq, _ in events],
            raws=[raw for _, raw in events],
            commits=[Commit(*row) for row in commits.fetchall()],
        )


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def ids_ascend(evidence: Evidence) -> None:
    """The versions of each stream are 1, 2, 3 ... in order of seq."""
    streams = dict[str, list[int]]()
    for event in evidence.events:
        stream, _, version = event.id.rpartition(":")
        streams.setdefault(stream, []).append(int(version))
    for versions in streams.values():
        assert versions == list(range(1, len(versions) + 1))
