"""The process that dies: `python -m tests.log.crash_child HOME TASK POINT NUMBER DEFENCES`.

It writes to or reads into a lane of a small realm, and kills itself at the named point of its
NUMBERth commit with events. DEFENCES names the adapter: `all` of them as in the product, or one
that lacks some; such an adapter exists only here.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Final

from events.log.adapters.local import LaneFile
from events.log.adapters.sqlite_store import SqliteStore
from events.log.adapters.sqlite_transaction import SqliteTransaction
from events.log.lane.work import Answer
from events.log.tree.keys import Signer
from tests.log.realm import MORNING, OFFICER, agency, open_instance, path_of
from tests.log.small_service import Say
from tests.log.undefended import DEFENCES, Death, SealedLater

WRITER: Final = "provider.a"
READER: Final = "provider.b"
COMMANDS: Final = 5


class DyingStore(SqliteStore):
    """The product's store, until it dies."""

    made: ClassVar[type[SqliteTransaction]]
    sealed_later: ClassVar[bool]

    def __init__(self, path: Path, signer: Signer) -> None:
        super().__init__(path, signer)
        if self.sealed_later:
            self.recorder = SealedLater(self.recorder.datastore, signer)

    @contextmanager
    def transaction(self) -> Iterator[SqliteTransaction]:
        with self.recorder.datastore.transaction(commit=True) as c:
            tx = self.made(self.recorder, c)
            before = tx.size()
            yield tx
            grown = tx.size() > before
            Death.commits += grown
            if grown:
                Death.at("before commit")
        if grown:
            Death.at("after commit")


def write() -> None:
    """Send commands one by one, and say each answer when it is there."""
    instance = open_instance(Death.home, WRITER, DyingStore)
    for number in range(COMMANDS):
        (outcome,) = instance.do([(f"c{number}", Say())], actor=OFFICER, time=MORNING)
        if isinstance(outcome, Answer):
            print(f"c{number}", *outcome.events, flush=True)  # noqa: T201 -- the answer


def receive() -> None:
    instance = open_instance(Death.home, READER, DyingStore)
    instance.receive(WRITER, LaneFile(path_of(Death.home, WRITER)).records(agency(READER)))


if __name__ == "__main__":
    home, task, Death.point, number, defences = sys.argv[1:]
    Death.home, Death.number = Path(home), int(number)
    DyingStore.made = DEFENCES[defences]
    DyingStore.sealed_later = defences == "sealed later"
    {"write": write, "receive": receive}[task]()
