"""A writer whose disk is full for a while: `python -m tests.log.disk_child HOME ROOM`.

Its files may not grow beyond ROOM bytes (RLIMIT_FSIZE, a limit of the operating system), until it
says that a command failed; then the limit is lifted, and it goes on in the same process.
"""

import resource
import sys
from pathlib import Path
from typing import Final

from eventsourcing.persistence import PersistenceError

from events.log.instance import Instance
from events.log.lane.work import Answer
from tests.log.realm import MORNING, OFFICER, open_instance
from tests.log.small_service import Say

LANE: Final = "provider.a"
EVENTS: Final = 4
"""Of each command, each with a long ciphertext."""
LONG: Final = "x" * 100_000
MORE: Final = 3
"""Commands sent when there is room again."""


def send(instance: Instance, number: int) -> None:
    command = Say(sealed=LONG, times=EVENTS)
    (outcome,) = instance.do([(f"c{number}", command)], actor=OFFICER, time=MORNING)
    if isinstance(outcome, Answer):
        print(f"c{number}", *outcome.events, flush=True)  # noqa: T201 -- the answer


def main(home: Path, room: int) -> None:
    instance = open_instance(home, LANE)
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    number = 0
    try:
        while True:
            send(instance, number)
            number += 1
    except PersistenceError as full:
        print("failed:", full, flush=True)  # noqa: T201 -- to the test
    resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))
    for again in range(number, number + MORE):
        send(instance, again)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
