"""`python -m tests.wire.record`: write the sample of each event type that has none.

A sample holds the exact bytes, without a line break at the end, of one event of each version. It
is never written again: those bytes stand for events that lanes have signed. Until the first
release, while no lane exists anywhere, `--again` writes all of them anew.
"""

import sys
from pathlib import Path
from typing import Final

from events import codec
from tests.wire.examples import EXAMPLES, record

SAMPLES: Final = Path(__file__).parent / "samples"


def write_samples(folder: Path, *, again: bool = False) -> list[str]:
    """Write the samples that are missing, or all of them; return their wire names."""
    written = [name for name in sorted(EXAMPLES) if again or not sample(folder, name).exists()]
    for wire_name in written:
        sample(folder, wire_name).write_bytes(codec.write(record(wire_name)))
    return written


def sample(folder: Path, wire_name: str) -> Path:
    """Return where the sample of a wire name lies."""
    return folder / f"{wire_name}.json"


if __name__ == "__main__":
    for wire_name in write_samples(SAMPLES, again=sys.argv[1:] == ["--again"]):
        sys.stdout.write(f"recorded {wire_name}\n")
