"""What is sent over the bus: the lane of a busy window, as 64 clients have filled it."""

import shutil
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench import commands
from events.log.adapters.local import LaneFile
from events.log.kafka.record_bounds import size_of
from events.log.reading.arrivals import Record
from events.log.tree.keys import VerificationKey
from examples.kazakhstan.agencies import WINDOW_LANE
from services.realm import Realm


class Filled(NamedTuple):
    """A home whose window is full, and what is in it."""

    before: Path
    """The same home without the cases: what its authority knew then."""
    home: Path
    path: Path
    """Of the window's lane."""
    vkey: VerificationKey
    records: Sequence[Record]
    """One for each commit."""
    raws: Sequence[bytes]
    """The events of all records but the first, which opens connections."""

    @property
    def size(self) -> int:
        """Up to which size the lane goes."""
        return size_of(self.records[-1])

    @property
    def record_bytes(self) -> int:
        """Bytes of a record, in the mean: batch and note."""
        sent = self.records[1:]
        return sum(len(one.value) + len(one.note) for one in sent) // len(sent)


def fill(folder: Path, fillings: int) -> Filled:
    """Make a home, and have 64 clients fill its window so many times."""
    home, before = folder / "filled", folder / "before"
    realm = commands.window_realm(home)
    realm.close()
    shutil.copytree(home, before)
    realm = Realm(home)
    for number in range(fillings):
        commands.play(realm, number)
    path, vkey = realm.path(WINDOW_LANE), realm.vkey(WINDOW_LANE)
    with realm.store(WINDOW_LANE).reading() as tx:
        raws = [raw for _, raw in tx.own_after(0, tx.size())]
    realm.close()
    records = list(LaneFile(path).records(None))
    after_first = list(islice(raws, size_of(records[0]), None))
    return Filled(before, home, path, vkey, records, after_first)
