"""One of several processes that write one lane: `python -m tests.log.writing_child HOME NAME`.

It says `ready`, waits for a line, then sends its commands and says each answer.
"""

import sys
from pathlib import Path
from typing import Final

from events.log.lane.work import Answer
from tests.log.realm import MORNING, OFFICER, open_instance
from tests.log.small_service import Say

LANE: Final = "provider.a"
COMMANDS: Final = 120
"""Of each process: every other one has an id that the others send, too."""


def command_ids(name: str) -> list[str]:
    return [f"{'all' if number % 2 else name}-{number}" for number in range(COMMANDS)]


def main(home: Path, name: str) -> None:
    instance = open_instance(home, LANE)
    print("ready", flush=True)  # noqa: T201 -- to the test
    sys.stdin.readline()
    for command_id in command_ids(name):
        command = Say(text="aside:2" if command_id.endswith("7") else "said", times=2)
        (outcome,) = instance.do([(command_id, command)], actor=OFFICER, time=MORNING)
        if isinstance(outcome, Answer):
            print(command_id, *outcome.events, flush=True)  # noqa: T201 -- the answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
