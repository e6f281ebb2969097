"""`python -m events.schemas check` and `python -m events.schemas write`.

check   exit 1 with a list if the schema files are not those of today's types
write   bring the files up to date; nothing is written while a change is forbidden
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from events.schemas import FOLDER, todays
from events.schemas.gate import Difference, differences

USAGE: Final = "usage: python -m events.schemas check|write"


class Refused(Exception):
    """The gate stays shut; the message is the list of what is wrong."""


def stored(folder: Path) -> dict[str, str]:
    """Read the schema files: wire name -> text.

    Raises:
        Refused: a file is not JSON.
    """
    found = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))}
    for path, text in found.items():
        try:
            json.loads(text)
        except json.JSONDecodeError as error:
            raise Refused(f"{path}: not JSON: {error}; take the committed file") from error
    return {path.stem: text for path, text in found.items()}


def check(folder: Path) -> None:
    """Accept the schema files if they are those of today's types.

    Raises:
        Refused: a file is missing, differs or has no event type.
    """
    found = differences(stored(folder), todays())
    if any(difference.forbidden for difference in found):
        raise Refused(_listed("forbidden changes of event types", found))
    if found:
        raise Refused(_listed("run `python -m events.schemas write`", found))


def write(folder: Path) -> tuple[Difference, ...]:
    """Bring the schema files up to date and say what was different.

    Raises:
        Refused: a change is forbidden; no file was touched.
    """
    today, found = todays(), differences(stored(folder), todays())
    if any(difference.forbidden for difference in found):
        raise Refused(_listed("nothing written, forbidden changes of event types", found))
    for wire_name in {difference.wire_name for difference in found}:
        (folder / f"{wire_name}.json").write_text(today[wire_name], encoding="utf-8", newline="\n")
    return found


def _listed(title: str, found: Sequence[Difference]) -> str:
    return "\n".join([f"events/schemas: {title}", *(f"  {difference}" for difference in found)])


def main(arguments: Sequence[str]) -> str:
    """Run one command and say what it did."""
    match list(arguments):
        case ["check"]:
            check(FOLDER)
            return f"events/schemas: {len(todays())} event types, each as its schema says"
        case ["write"]:
            return _listed("up to date", write(FOLDER))
        case _:
            raise Refused(USAGE)


if __name__ == "__main__":
    try:
        sys.stdout.write(main(sys.argv[1:]) + "\n")
    except Refused as refusal:
        sys.exit(str(refusal))
