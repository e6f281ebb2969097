"""A process that holds a home: `python -m tests.cli.holding_child HOME`, until its input ends."""

import sys
from pathlib import Path

from services.home_lock import home_lock


def main(home: Path) -> None:
    with home_lock(home):
        print("held", flush=True)  # noqa: T201 -- to the test
        sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
