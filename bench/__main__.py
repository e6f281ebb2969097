"""`make bench`: ratios to what the libraries do bare, measured in the same run.

The folder `.bench` holds the files while it runs: commits are to be synced to a real disk.
"""

import shutil
from pathlib import Path
from typing import Final

from bench import commands, ingest, replay
from bench.bus import measuring as bus
from bench.measure import header, line
from bench.receipt import imported, multiplied

FOLDER: Final = Path(".bench")
SMALL_COPIES: Final = 6
"""With the log itself about 100,000 events of cases."""
LARGE_COPIES: Final = 20
"""About 300,000."""


def main() -> None:
    """Measure everything and print one table."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    print(header(), flush=True)
    for ratio in commands.measure(FOLDER):
        print(line(ratio), flush=True)
    home, small, large = FOLDER / "log", FOLDER / "small", FOLDER / "large"
    log = imported(home)
    for ratio in ingest.measure(FOLDER, log):
        print(line(ratio), flush=True)
    multiplied(home, small, log, range(SMALL_COPIES))
    multiplied(small, large, log, range(SMALL_COPIES, LARGE_COPIES))
    for ratio in replay.measure(small, large):
        print(line(ratio), flush=True)
    on_bus = FOLDER / "bus"
    on_bus.mkdir()
    for told in bus.measure(on_bus):
        print(told if isinstance(told, str) else line(told), flush=True)
    shutil.rmtree(FOLDER)


if __name__ == "__main__":
    main()
