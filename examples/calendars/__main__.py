"""Write the reference calendars: `python -m examples.calendars`."""

from pathlib import Path
from typing import Final

import events.law
from examples.calendars.versions import JURISDICTION, file_name, file_text, versions

FOLDER: Final = Path(events.law.__path__[0]) / "reference" / JURISDICTION


def main() -> None:
    """Write one file a version."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for version in versions():
        (FOLDER / file_name(version)).write_bytes(file_text(version))


if __name__ == "__main__":
    main()
